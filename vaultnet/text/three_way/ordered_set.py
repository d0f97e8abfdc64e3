"""The order of what both sides keep and add: the same whichever side is named first.

merge_order([1, 2], [1, 3, 2], [1, 4, 2], kept={1, 2, 3, 4}, ...)  ->  [1, 3, 4, 2]

What one side adds stands behind what it follows there. Who moved something has moved it; where both did, the row that
comes first by its contents is taken.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Name = TypeVar("Name", int, str)


def merge_order(
    base: Sequence[Name],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    kept: set[Name],
    merge_runs: Callable[[list[Name], list[Name]], list[Name]],
    rank: Callable[[Name], tuple[str, ...]],
) -> list[Name]:
    """All of `kept`, each once. `merge_runs` puts two runs in a row that stand at the same place; `rank` tells which of
    two orders to take by what the names stand for.
    """
    common = kept.intersection(ours).intersection(theirs)
    first_ours, runs_ours = _cut_runs(ours, common, kept)
    first_theirs, runs_theirs = _cut_runs(theirs, common, kept)
    order = merge_runs(first_ours, first_theirs)
    for name in _skeleton(base, ours, theirs, common, rank):
        order.append(name)
        order += merge_runs(runs_ours[name], runs_theirs[name])
    return order


def _skeleton(
    base: Sequence[Name],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    common: set[Name],
    rank: Callable[[Name], tuple[str, ...]],
) -> list[Name]:
    """The order of what both have."""
    mine, yours = _only(ours, common), _only(theirs, common)
    if mine == yours:
        return mine
    old = _only(base, common)
    if len(old) == len(mine):
        if mine == old:
            return yours
        if yours == old:
            return mine
    return min(mine, yours, key=lambda names: [rank(name) for name in names])


def _only(names: Iterable[Name], wanted: set[Name]) -> list[Name]:
    return [name for name in names if name in wanted]


def _cut_runs(names: Iterable[Name], common: set[Name], kept: set[Name]) -> tuple[list[Name], dict[Name, list[Name]]]:
    """What only this side has, by what it follows."""
    first: list[Name] = []
    runs: dict[Name, list[Name]] = {name: [] for name in common}
    run = first
    for name in names:
        if name in common:
            run = runs[name]
        elif name in kept:
            run.append(name)
    return first, runs
