"""Measures every case at every size, and writes the page: RESULTS.md, and RESULTS.json with all that it is made of.

    python -m benchmarks.bench                                          1,000 and 10,000 notes: what `make bench` does
    python -m benchmarks.bench --merge --sizes 100000 --rounds 3        and 100,000 notes, into the same page
    python -m benchmarks.bench --shape lifetime                         a vault of a lifetime, into LIFETIME.md
    python -m benchmarks.bench --sizes 10000 --only warm find           two rows once more; the page says when

`--merge` replaces what is measured and leaves the rest of the page as it was; so does `--only`, since a page of one row
is worth less than what it would replace. Without either the page is begun anew.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.cases import APART, NAMES, OF_A_VAULT, apart
from benchmarks.found import Found, missing
from benchmarks.machine import machine
from benchmarks.measure import HERE, MeasureError
from benchmarks.peer_jobs import JOBS
from benchmarks.peers import PeerFound, compare
from benchmarks.report import report
from benchmarks.results import Results, Run, load_results, merge, save_results
from benchmarks.shapes import SHAPES
from benchmarks.subject import Subject


def measure_vault(shape: str, notes: int, names: Sequence[str], rounds: int) -> tuple[list[Found], list[PeerFound]]:
    """All cases of a vault; one that fails is in the report with its reason, and the others go on."""
    found: list[Found] = []
    peers: list[PeerFound] = []
    with tempfile.TemporaryDirectory(prefix="vaultnet-bench-") as place:
        subject = Subject(Path(place), notes, rounds, shape)
        for name in (name for name in names if name in OF_A_VAULT):
            _say(f"{name}, {notes:,} {subject.of} ...")
            some = _found(partial(OF_A_VAULT[name], subject), name, notes, place)
            found += (replace(one, by=name, of=subject.of) for one in some)
        for job in JOBS if "peers" in names else ():
            _say(f"{job.program}: {job.job}, {notes:,} {subject.of} ...")
            peers += compare(subject, [job])
    return found, peers


def measure_apart(names: Sequence[str], rounds: int) -> list[Found]:
    """The cases that have vaults and sizes of their own."""
    found: list[Found] = []
    for name in names:
        for case in apart(name):
            _say(f"{name}, {case.size:,} {case.of} ...")
            with tempfile.TemporaryDirectory(prefix="vaultnet-bench-") as place:
                some = _found(partial(case.run, Path(place), rounds), name, case.size, place)
                found += (replace(one, by=name, size=case.size, of=case.of) for one in some)
    return found


def _found(run: Callable[[], list[Found]], name: str, size: int, place: str) -> list[Found]:
    try:
        return run()
    except MeasureError as failure:
        return [missing(name, size, str(failure).replace(place, "..."))]


def _say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure vaultnet against its budgets.")
    parser.add_argument(
        "--shape", choices=[name for name, shape in SHAPES.items() if shape.report], default="proportional"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", help="of the vault; without --only, just the rows that grow with it"
    )
    parser.add_argument("--large", action="store_true", help="100,000 notes too (about an hour more)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is measured (7)")
    parser.add_argument("--only", choices=NAMES, nargs="+", help="these rows; the rest of the page stays as it was")
    parser.add_argument("--merge", action="store_true", help="leave what is not measured as it was")
    parser.add_argument("--no-write", action="store_true", help="print the page, and write nothing")
    return parser.parse_args()


def main() -> None:
    """Exit code 1 when a case of ours could not be measured; a missed budget is a figure, not a failure."""
    given = _arguments()
    shape = SHAPES[given.shape]
    file = HERE / f"{shape.report}.json"
    is_merged = given.merge or bool(given.only and not given.no_write)
    results = load_results(file) if is_merged and file.exists() else Results(given.shape, (), (), ())
    is_all = given.shape == "proportional" and not given.sizes
    is_whole = is_merged or not given.only
    names = given.only or [name for name in NAMES if is_all or name not in APART]
    before, when = os.getloadavg()[0], f"{datetime.now(UTC):%Y-%m-%d %H:%M}"

    def add(found: list[Found], peers: list[PeerFound]) -> Results:
        """After each size, since a large one takes an hour."""
        run = Run(when, given.rounds, (before, os.getloadavg()[0]), machine())
        ours = (replace(one, run=when) for one in found)
        whole = merge(
            results, Results(given.shape, tuple(ours), tuple(replace(one, run=when) for one in peers), (run,))
        )
        if not given.no_write:
            save_results(whole, file)
            file.with_suffix(".md").write_text(report(whole, is_whole=is_whole), encoding="utf-8")
        return whole

    found = measure_apart(names, given.rounds)
    results = add(found, [])
    sizes = [*(given.sizes or shape.sizes), *([100_000] if given.large else [])]
    for notes in sizes if set(names) - set(APART) else ():
        ours, peers = measure_vault(given.shape, notes, names, given.rounds)
        found += ours
        results = add(ours, peers)
    print(report(results, is_whole=is_whole))
    sys.exit(any(one.value is None and one.peak is None for one in found))


if __name__ == "__main__":
    main()
