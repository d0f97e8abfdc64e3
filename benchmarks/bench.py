"""Measures every case at every size, prints the table, and writes it to RESULTS.md.

python -m benchmarks.bench [--large] [--rounds 9] [--only warm]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import CASES, Bench, Found
from benchmarks.measure import HERE, MeasureError
from benchmarks.report import report


def run(sizes: list[int], names: list[str], rounds: int) -> list[Found]:
    """All cases; one that fails is in the table with its reason, and the others go on."""
    found: list[Found] = []
    for notes in sizes:
        with tempfile.TemporaryDirectory(prefix="vaultnet-bench-") as place:
            bench = Bench(Path(place), notes, rounds)
            for name in names:
                print(f"{name}, {notes:,} notes ...", file=sys.stderr, flush=True)
                try:
                    found += CASES[name](bench)
                except MeasureError as failure:
                    found.append(Found(name, notes, "", None, None, str(failure).replace(place, "...")))
    return found


def main() -> None:
    """Exit code 1 when a case could not be measured; a missed budget is a figure, not a failure."""
    parser = argparse.ArgumentParser(description="Measure vaultnet against its budgets.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--large", action="store_true", help="100,000 notes too (about half an hour)")
    parser.add_argument("--rounds", type=int, default=9, help="of at least 7")
    parser.add_argument("--only", choices=CASES, nargs="+", default=list(CASES))
    parser.add_argument("--no-write", action="store_true", help="print, and leave RESULTS.md alone")
    given = parser.parse_args()
    sizes = [*given.sizes, 100_000] if given.large else given.sizes
    busy = os.getloadavg()[0]
    found = run(sizes, given.only, given.rounds)
    text = report(found, given.rounds, busy)
    print(text)
    if not given.no_write:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    sys.exit(any(one.pair is None for one in found))


if __name__ == "__main__":
    main()
