"""Which list of one version is which of another: the one that shares most lines, else the one below the same heading.

## Tasks         ## Tasks                 ## Tasks
- a              ## Log                   - a
                 - b                      ## Log
                                          - b
base: list 0     ours: list `## Log`      theirs: list 0, list `## Log`
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from vaultnet.text.three_way.body_units import Unit

_SIGN = "\0list "


def name_lists(
    base: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit]
) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """The units, with lists that match only their like."""
    known = [(heading, units.lines) for heading, units in _lists(base)]
    number_by_line = {line: number for number, (_, lines) in enumerate(known) for line in lines if line.strip()}
    headings = [heading for heading, _ in known]
    old = _renamed(base, [f"{_SIGN}{number}" for number in range(len(known))])
    mine, yours = (_renamed(units, _names(units, headings, number_by_line)) for units in (ours, theirs))
    return old, mine, yours


def _lists(units: Sequence[Unit]) -> Iterator[tuple[str, Unit]]:
    """Each list with the heading above it."""
    heading = ""
    for unit in units:
        if unit.kind == "list":
            yield heading, unit
        elif unit.token.startswith("#"):
            heading = unit.token.rstrip(" \t")


def _names(units: Sequence[Unit], headings: Sequence[str], number_by_line: dict[str, int]) -> list[str]:
    """Shared lines go first, over the whole note, then headings."""
    lists = list(_lists(units))
    numbers: list[int] = []
    for _, unit in lists:
        shared = Counter(number_by_line[line] for line in unit.lines if line in number_by_line)
        best = min(((-times, number) for number, times in shared.items() if number not in numbers), default=(0, -1))
        numbers.append(best[1])
    free = [number for number in range(len(headings)) if number not in numbers]
    names: list[str] = []
    for (heading, _), number in zip(lists, numbers, strict=True):
        alike = number if number >= 0 else next((each for each in free if headings[each] == heading), -1)
        if alike in free:
            free.remove(alike)
        name = f"{_SIGN}{alike}" if alike >= 0 else f"{_SIGN}{heading}"
        names.append(name)
    return names


def _renamed(units: Sequence[Unit], names: Sequence[str]) -> list[Unit]:
    each = iter(names)
    return [unit._replace(token=next(each)) if unit.kind == "list" else unit for unit in units]
