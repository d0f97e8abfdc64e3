"""From a save to the index, with `vaultnet watch` at work: seconds by the wall, and what the watcher costs at rest.

    python -m benchmarks.watch_latency [--sizes 1000 10000] [--saves 40] [--rest 60]

A save is a contact's note written in place with one more line in its log. The clock runs from the moment when that is
written until another process sees the note's new size in the index, committed. Nothing is asked while the watcher waits
for the batch to be complete; from shortly before its end on somebody asks over a connection that is open already, every
tenth of a millisecond. (To open the index each time, or to ask once a millisecond, would be a part of what is measured.)
"""

import argparse
import sqlite3
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.generate import TODAY, generate
from benchmarks.measure import Home
from benchmarks.watching import index_of, wait_until, watching
from vaultnet.frontends.watch.timetable import Pace

_BETWEEN = 0.05  # seconds between a save that is indexed and the next
_UNASKED = 0.98  # of the time in which the batch settles
_STEP = 0.0001  # seconds between two questions


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from the save to the commit; CPU as a share of one core at rest; memory in MiB."""

    notes: int
    seconds: tuple[float, ...]
    idle: float
    memory: float


def measure_latency(notes: int, saves: int, rest: float) -> Latency:
    with tempfile.TemporaryDirectory(prefix="vaultnet-watch-") as place:
        home = Home(Path(place) / "home")
        home.folder.mkdir()
        root = Path(place) / "vault"
        generate(root, notes)
        contacts = sorted((root / "People").rglob("*.md"))
        with watching(root, home, TODAY.isoformat()) as watcher:
            index = sqlite3.connect(f"file:{index_of(root, home)}?mode=ro", uri=True)
            seconds = tuple(save_and_wait(root, contacts[number % len(contacts)], index) for number in range(saves))
            index.close()
            time.sleep(5.0)  # what is left to write is written
            before, began = watcher.cpu(), time.perf_counter()
            time.sleep(rest)
            idle = (watcher.cpu() - before) / (time.perf_counter() - began)
            return Latency(notes, seconds, idle, watcher.memory())


def save_and_wait(root: Path, note: Path, index: sqlite3.Connection) -> float:
    """Seconds from a save to its commit. Raises MeasureError."""
    path = note.relative_to(root).as_posix()
    data = note.read_bytes() + b"\n- 2026-06-01 call: one line more\n"
    time.sleep(_BETWEEN)
    note.write_bytes(data)
    saved = time.perf_counter()
    time.sleep(Pace().settle * _UNASKED)
    query = "SELECT size FROM note WHERE path = ?"
    wait_until(lambda: index.execute(query, (path,)).fetchone() == (len(data),), path, step=_STEP)
    return time.perf_counter() - saved


def report(found: list[Latency]) -> str:
    settle = Pace().settle
    lines = [
        f"Of each latency {settle} s are the watcher's own waiting for the batch to be complete.",
        "",
        "| Notes | Saves | Median s | 95 % s | Longest s | Median without the waiting, ms | Idle, % of a core | MiB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for one in found:
        middle, high = median(one.seconds), quantiles(one.seconds, n=20)[-1]
        figures = f"{middle:.3f} | {high:.3f} | {max(one.seconds):.3f} | {(middle - settle) * 1000:.1f}"
        lines.append(f"| {one.notes:,} | {len(one.seconds)} | {figures} | {one.idle:.2%} | {one.memory:.0f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how soon a save is in the index while watch runs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--saves", type=int, default=40)
    parser.add_argument("--rest", type=float, default=100.0, help="seconds at rest, of at least two walks")
    given = parser.parse_args()
    print(report([measure_latency(notes, given.saves, given.rest) for notes in given.sizes]))


if __name__ == "__main__":
    main()
