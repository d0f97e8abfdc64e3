"""Measures every case at every size, prints the report, and writes it to RESULTS.md.

python -m benchmarks.bench [--large] [--rounds 9] [--only warm find]
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases import NAMES, OF_A_VAULT, apart
from benchmarks.found import Found, missing
from benchmarks.measure import HERE, MeasureError
from benchmarks.peer_jobs import JOBS
from benchmarks.peers import PeerFound, compare
from benchmarks.report import Results, report
from benchmarks.subject import Subject


def measure_vault(notes: int, names: Sequence[str], rounds: int) -> tuple[list[Found], list[PeerFound]]:
    """All cases of a vault; one that fails is in the report with its reason, and the others go on."""
    found: list[Found] = []
    peers: list[PeerFound] = []
    with tempfile.TemporaryDirectory(prefix="vaultnet-bench-") as place:
        subject = Subject(Path(place), notes, rounds)
        for name in names:
            if name in OF_A_VAULT:
                _say(f"{name}, {notes:,} notes ...")
                try:
                    found += OF_A_VAULT[name](subject)
                except MeasureError as failure:
                    found.append(missing(name, notes, str(failure).replace(place, "...")))
        for job in JOBS if "peers" in names else ():
            _say(f"{job.program}: {job.job}, {notes:,} notes ...")
            peers += compare(subject, [job])
    return found, peers


def measure_apart(names: Sequence[str], rounds: int) -> list[Found]:
    """The cases that have sizes of their own."""
    found: list[Found] = []
    for name in names:
        for case in apart(name):
            _say(f"{name}, {case.size:,} {case.of} ...")
            with tempfile.TemporaryDirectory(prefix="vaultnet-bench-") as place:
                try:
                    found += case.run(Path(place), rounds)
                except MeasureError as failure:
                    found.append(missing(name, case.size, str(failure).replace(place, "..."), case.of))
    return found


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


def main() -> None:
    """Exit code 1 when a case of ours could not be measured; a missed budget is a figure, not a failure."""
    parser = argparse.ArgumentParser(description="Measure vaultnet against its budgets.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--large", action="store_true", help="100,000 notes too (about an hour more)")
    parser.add_argument("--rounds", type=int, default=7, help="of at least 7")
    parser.add_argument("--only", choices=NAMES, nargs="+", default=list(NAMES))
    parser.add_argument("--no-write", action="store_true", help="print, and leave RESULTS.md alone")
    given = parser.parse_args()
    before = os.getloadavg()[0]
    found = measure_apart(given.only, given.rounds)
    peers: list[PeerFound] = []
    for notes in [*given.sizes, 100_000] if given.large else given.sizes:
        ours, theirs = measure_vault(notes, given.only, given.rounds)
        found += ours
        peers += theirs
        text = report(Results(tuple(found), tuple(peers), given.rounds, (before, os.getloadavg()[0]), _today()))
        if not given.no_write:  # after each size, since a large one takes an hour
            (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)
    sys.exit(any(one.value is None and one.peak is None for one in found))


if __name__ == "__main__":
    main()
