"""Where the time of one command goes: its eight most expensive functions, by their own time.

profile(["vaultnet", "-C", "notes", "agenda"], home)   ->   "0.131 s in 61,204 calls\n 0.021 s  1,204 x  sqlite3 execute\n..."
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Home, MeasureError

_LINES = 8
_PATIENCE = 900.0  # seconds: a profile is three times as slow as what it profiles
# A command may leave by os._exit, which would take the profile with it.
_PROGRAM = """
import sys
arguments, module = sys.argv[2:], sys.argv[1]
import cProfile, importlib, os, pstats
def leave(code):
    raise SystemExit(code)
os._exit = leave
sys.argv = [module, *arguments]
profiler = cProfile.Profile()
try:
    profiler.runcall(lambda: importlib.import_module(module).{run}())
except SystemExit:
    pass
sys.stdout.flush()
stats = pstats.Stats(profiler, stream=sys.stderr)
print("PROFILE", f"{{stats.total_tt:.3f}} s in {{stats.total_calls:,}} calls", file=sys.stderr)
rows = sorted(stats.stats.items(), key=lambda row: -row[1][2])[:{lines}]
for (file, line, name), (_, calls, own, _, _) in rows:
    print("PROFILE", f"{{own:8.3f}} s {{calls:>9,}} x  {{file}}:{{line}} {{name}}", file=sys.stderr)
"""


def profile(command: Sequence[str], home: Home) -> str:
    """Of a command line of `vaultnet`. The state that it meets is the caller's to make. Raises MeasureError."""
    return _run("vaultnet.frontends.cli.door", "main", command[1:], home)


def profile_module(module: str, words: Sequence[str], home: Home) -> str:
    """Of a module with a function `run`."""
    return _run(module, "run", words, home)


def _run(module: str, run: str, words: Sequence[str], home: Home) -> str:
    program = _PROGRAM.format(lines=_LINES, run=run)
    line = [sys.executable, "-c", program, module, *words]
    done = subprocess.run(
        line, env=home.environment(), capture_output=True, text=True, check=False, timeout=_PATIENCE,
        cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    found = [text.removeprefix("PROFILE ") for text in done.stderr.splitlines() if text.startswith("PROFILE ")]
    if not found:
        raise MeasureError(done.stderr.strip().rpartition("\n")[2][:200])
    return "\n".join(map(_short, found))


def _short(line: str) -> str:
    """Without the folders of this machine."""
    inside = re.sub(rf"{re.escape(str(Path(__file__).parent.parent))}/(?!\.venv)", "", line)
    return re.sub(rf"(?<=\s)[^\s:]*{re.escape(os.sep)}(lib/python[^/]*/(site-packages/)?|<)", "", inside).replace(
        "~:0 ", ""
    )
