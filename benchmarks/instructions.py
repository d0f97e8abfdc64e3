"""`make bench-check`: has an operation grown? Instructions are counted, since they do not depend on what else the machine
does; where valgrind is not there, CPU time over that of a loop, which does.

    python -m benchmarks.instructions             compare with instructions.json; exit 1 if something grew by over 10 %
    python -m benchmarks.instructions --record    write it anew

Counts of another Python or other libraries cannot be compared: then it says that they are to be recorded anew, exit 2.
"""

import argparse
import json
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.measure import HERE, MeasureError, measure
from benchmarks.operations import OPERATIONS, Workshop

RECORD = HERE / "instructions.json"
TOLERANCE = 0.10
_ROUNDS = 3
_LIBRARIES = ("click", "jinja2", "platformdirs", "py-yaml12", "python-frontmatter", "pyyaml")
_LOOP = "for _ in range(2_000_000): pass"
_MAY_FAIL = frozenset({0, 1})  # `check` answers 1 where it has found something


def fingerprint() -> dict[str, str]:
    """What must be equal for two counts to be comparable."""
    of_python = {"python": platform.python_version(), "machine": platform.machine(), "sqlite": sqlite3.sqlite_version}
    return of_python | {name: version(name) for name in _LIBRARIES}


def count_instructions(line: Sequence[str], environment: Mapping[str, str]) -> float:
    """Of the command and its children, under callgrind. Raises MeasureError."""
    with tempfile.TemporaryDirectory(prefix="vaultnet-callgrind-") as folder:
        tool = ["valgrind", "--tool=callgrind", "--trace-children=yes", f"--callgrind-out-file={folder}/%p"]
        done = subprocess.run([*tool, *line], env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in _MAY_FAIL:
            raise MeasureError(f"exit code {done.returncode}: {done.stderr.strip().rpartition(chr(10))[2][:160]}")
        return float(sum(read_total(file.read_text(encoding="utf-8")) for file in Path(folder).iterdir()))


def read_total(text: str) -> int:
    """Of one file that callgrind has written. Raises MeasureError."""
    for line in reversed(text.splitlines()):
        if line.startswith(("totals:", "summary:")):
            return int(line.split()[1])
    raise MeasureError("callgrind has left no total")


def count_loops(line: Sequence[str], environment: Mapping[str, str]) -> float:
    """CPU time over that of a loop of two million rounds. Raises MeasureError."""
    loop = measure([sys.executable, "-c", _LOOP], environment).cpu
    return measure(["sh", "-c", '"$@" || [ $? -eq 1 ]', "sh", *line], environment).cpu / loop


METHODS = {"instructions": count_instructions, "loops": count_loops}


def count_all(method: str, names: Sequence[str]) -> dict[str, float]:
    """Each operation in the state that it needs; one run before that does not count, so that all is compiled."""
    counts: dict[str, float] = {}
    rounds = 1 if method == "instructions" else _ROUNDS
    with tempfile.TemporaryDirectory(prefix="vaultnet-check-") as place:
        workshop = Workshop(Path(place))
        for name in names:
            print(f"{name} ...", file=sys.stderr, flush=True)
            try:
                line = OPERATIONS[name](workshop)
                subprocess.run(line, env=workshop.environment, capture_output=True, check=False)
                found = [METHODS[method](OPERATIONS[name](workshop), workshop.environment) for _ in range(rounds)]
            finally:
                workshop.clear()
            counts[name] = round(median(found), 0 if rounds == 1 else 2)
    return counts


def compare(recorded: Mapping[str, float], found: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """(lines of the report, the names of what grew by more than the tolerance)."""
    lines, grown = [], []
    for name, count in found.items():
        if name not in recorded:
            lines.append(f"{name:30} {_shown(count):>15}  not recorded yet")
            continue
        change = count / recorded[name] - 1
        word = "GREW" if change > TOLERANCE else "shrank: record it" if change < -TOLERANCE else ""
        lines.append(f"{name:30} {_shown(count):>15}  {change:+7.1%}  {word}".rstrip())
        if change > TOLERANCE:
            grown.append(name)
    lines += [f"{name:30} {'':15}  recorded, but no longer there" for name in recorded if name not in found]
    return lines, grown


def _shown(count: float) -> str:
    """Instructions as they are, loops with their hundredths."""
    return f"{count:,.0f}" if count > 1_000 else f"{count:.2f}"


def other_versions(recorded: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What is not as it was when the counts were recorded, such as `python 3.11.7, now 3.12.1`."""
    names = sorted(recorded.keys() | now.keys())
    return [
        f"{name} {recorded.get(name, 'none')}, now {now.get(name, 'none')}"
        for name in names
        if recorded.get(name) != now.get(name)
    ]


def record(names: Sequence[str]) -> None:
    """Both ways of counting where both can be had, so that a machine without valgrind can compare too."""
    methods = [method for method in METHODS if method == "loops" or shutil.which("valgrind")]
    counts = {method: count_all(method, names) for method in methods}
    RECORD.write_text(json.dumps({"fingerprint": fingerprint(), **counts}, indent=2) + "\n", encoding="utf-8")
    print(f"Recorded {len(names)} operations in benchmarks/{RECORD.name}, by {' and by '.join(methods)}.")


def check(names: Sequence[str]) -> int:
    """The exit code: 1 where something grew, 2 where nothing can be compared."""
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    others = other_versions(recorded.get("fingerprint", {}), fingerprint())
    if others:
        print(f"Recorded with others: {'; '.join(others)}. Record anew: make bench-check ARGS=--record")
        return 2
    method = "instructions" if shutil.which("valgrind") else "loops"
    if method == "loops":
        print("valgrind is not there: CPU time over that of a loop, which a busy machine falsifies")
    before = {
        name: count for name, count in recorded.get(method, {}).items() if name in names or names == [*OPERATIONS]
    }
    lines, grown = compare(before, count_all(method, names))
    print("\n".join(lines))
    print(f"Grew by more than {TOLERANCE:.0%}: {', '.join(grown) or 'nothing'}.")
    return 1 if grown else 0


def main() -> None:
    parser = argparse.ArgumentParser(description="Count the instructions of some operations.")
    parser.add_argument("--record", action="store_true", help="write benchmarks/instructions.json anew")
    parser.add_argument("--only", choices=OPERATIONS, nargs="+", default=list(OPERATIONS))
    given = parser.parse_args()
    if given.record:
        record(list(OPERATIONS))
        return
    sys.exit(check(given.only))


if __name__ == "__main__":
    main()
