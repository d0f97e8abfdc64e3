"""`make soak`: every long test of the promises, by the real thing, and one table of what was counted.

    python -m tests.soaking                       first what can run side by side, then what wants the machine to itself
    python -m tests.soaking --saves 1000 -k d5    whatever it does not know goes to pytest

Root, and a Debian machine. What is mounted, looped or lowered is put back whatever happens; the folder of a run goes
too, but where something failed.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tests.soaking.machine import unchanged
from tests.soaking.report import VARIABLE, load_rows, render_table
from tests.soaking.tools import MODULES, require

_ROOT = Path(__file__).parent.parent.parent
_NOTHING_PICKED = 5  # pytest's code
_INTERRUPTED = 128 + signal.SIGINT
_PATIENCE = 60  # seconds for the tests to put everything back, when asked to end


def main() -> None:
    """Exit code 1 when a test failed or something was left behind, 2 when something is missing."""
    parser = argparse.ArgumentParser(description="Run the long tests.", allow_abbrev=False)
    parser.add_argument("--jobs", default="auto", help="how many tests side by side")
    parser.add_argument("--saves", type=int, default=10_000, help="saves beside the watcher")
    given, others = parser.parse_known_args()
    require(MODULES)
    for number in (signal.SIGINT, signal.SIGTERM):  # also where a shell has told us to ignore the first
        signal.signal(number, _interrupt)
    sys.exit(_soak(given.jobs, given.saves, others))


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _soak(jobs: str, saves: int, others: Sequence[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="vaultnet-soak-"))
    folder.chmod(0o755)  # some commands run as another user
    pytest = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", "tmp_path_retention_policy=failed"]
    lines = [
        [*pytest, "-n", jobs, "--maxprocesses", "8", "--dist", "worksteal", "-m", "soak and not alone", *others],
        [*pytest, "-m", "soak and alone", *others],
    ]
    if not others:
        lines.append([sys.executable, "-m", "benchmarks.watch_soak", "--saves", str(saves)])
    began, codes = time.monotonic(), list[int]()
    with unchanged(folder) as left:
        try:
            codes += [_run(line, folder) for line in lines]
        except KeyboardInterrupt:
            codes.append(_INTERRUPTED)
    rows = load_rows(folder / "counted")
    print(f"\nWhat the soak counted\n\n{render_table(rows)}\n")
    for line in left.found:
        print(f"Left behind, and taken away: {line}", file=sys.stderr)
    is_good = bool(rows) and not left.found and {0} <= set(codes) <= {0, _NOTHING_PICKED}
    minutes = (time.monotonic() - began) / 60
    said = "all is well" if is_good else "interrupted" if _INTERRUPTED in codes else "NOT all is well"
    print(f"{len(rows)} cases in {minutes:.0f} minutes: {said}")
    if any(row.outcome != "passed" for row in rows):
        print(f"What failed lies in {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if is_good else 1


def _run(line: Sequence[str], folder: Path) -> int:
    """In a group of its own: a Ctrl-C reaches it once, and nothing of it outlives it."""
    given = {
        **os.environ,
        "TMPDIR": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",  # nothing of root's in the checkout
        "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis"),
        VARIABLE: str(folder / "counted"),
    }
    with subprocess.Popen(line, cwd=_ROOT, env=given, start_new_session=True) as running:
        try:
            return running.wait()
        except KeyboardInterrupt:
            running.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                running.wait(_PATIENCE)
            raise
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
