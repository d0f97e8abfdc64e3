"""What was measured, kept as JSON beside the page that is made of it: so that one row can be measured anew by itself.

new = Results("proportional", found, peers, (Run("2026-11-22 18:04", 7, (0.1, 0.3), "AMD EPYC, 2 cores, ..."),))
save_results(merge(load_results(file), new), file)

What is measured together is replaced together: all that one name of `--only` finds at one size.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.cases import APART, NAMES
from benchmarks.found import Found
from benchmarks.measure import Cost, Pair
from benchmarks.peers import PeerFound

Group = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the bench. `busy` is how many programs wanted to run before it began and at its end: well below 1 on a
    quiet machine.
    """

    when: str
    rounds: int
    busy: tuple[float, float]
    machine: str


@dataclass(frozen=True, slots=True)
class Results:
    """Each of `found` and `peers` names its run by `when`."""

    shape: str
    found: tuple[Found, ...]
    peers: tuple[PeerFound, ...]
    runs: tuple[Run, ...]

    @property
    def all(self) -> tuple[Found | PeerFound, ...]:
        return (*self.found, *self.peers)


def group(one: Found | PeerFound) -> Group:
    """What is measured in one go."""
    return one.by, one.size, one.of


def merge(old: Results, new: Results) -> Results:
    """The old results, but for what is new; runs that nothing is left of are gone."""
    fresh = {group(one) for one in new.all}
    found = sorted((*(one for one in old.found if group(one) not in fresh), *new.found), key=_place)
    peers = sorted((*(one for one in old.peers if group(one) not in fresh), *new.peers), key=_place)
    named = {one.run for one in found} | {one.run for one in peers}
    runs = {run.when: run for run in (*old.runs, *new.runs) if run.when in named}
    return Results(new.shape, tuple(found), tuple(peers), tuple(runs.values()))


def _place(one: Found | PeerFound) -> tuple[int, ...]:
    """In the page: first what has a size of its own, then one vault after the other."""
    name = NAMES.index(one.by)
    return (0, name, one.size) if one.by in APART else (1, one.size, name)


def save_results(results: Results, file: Path) -> None:
    """A row a line, so that a difference can be read."""
    parts: dict[str, Sequence[Run | Found | PeerFound]] = {
        "runs": results.runs,
        "found": results.found,
        "peers": results.peers,
    }
    lists = ",\n".join(f'"{name}": [\n{_lines(rows)}\n]' for name, rows in parts.items())
    file.write_text(f'{{"shape": "{results.shape}",\n{lists}\n}}\n', encoding="utf-8")


def _lines(rows: Iterable[Run | Found | PeerFound]) -> str:
    return ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows)


def load_results(file: Path) -> Results:
    data = json.loads(file.read_text(encoding="utf-8"))
    return Results(
        data["shape"],
        tuple(Found(**{**row, "pair": _pair(row["pair"])}) for row in data["found"]),
        tuple(PeerFound(**{**row, "pair": _pair(row["pair"])}) for row in data["peers"]),
        tuple(Run(**{**row, "busy": tuple(row["busy"])}) for row in data["runs"]),
    )


def _pair(data: dict[str, Any] | None) -> Pair | None:
    return None if data is None else Pair(*(tuple(Cost(**cost) for cost in data[side]) for side in ("floors", "ours")))
