"""Logs and task lists, merged item by item: what both add is kept once, in the order that the list has.

base                     ours                      theirs                    merged
- 2026-03-01 call        - 2026-05-02 coffee       - 2026-04-01 letter       - 2026-05-02 coffee
                         - 2026-03-01 call         - 2026-03-01 call         - 2026-04-01 letter
                                                                             - 2026-03-01 call
"""

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from vaultnet.text.three_way.list_lines import Item, cut_items, day_of, is_list
from vaultnet.text.three_way.merge_lines import merge_lines
from vaultnet.text.three_way.ordered_set import merge_order
from vaultnet.text.three_way.outcome import Clash, Part
from vaultnet.text.three_way.pairing import name_items
from vaultnet.text.three_way.pick import is_settled, pick
from vaultnet.text.three_way.task_line import merge_head

_DEEPEST: Final = 12  # levels of nested lists that are merged item by item; below, by lines
_TELLING: Final = 200  # items whose days tell the order of a log


class _Versions(NamedTuple):
    """One item as it stands in the base and in either side; None where it does not."""

    base: Item | None
    ours: Item | None
    theirs: Item | None

    @property
    def text(self) -> tuple[str, ...]:
        """What tells where it goes when all else is equal: the same, whichever side is ours."""
        return min(item.lines for item in (self.ours, self.theirs) if item is not None)


def merge_list(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], depth: int = 0) -> list[Part]:
    """Each argument holds the lines of one list; the base's may be none."""
    if is_settled(list(base), list(ours), list(theirs)):
        return [*pick(list(base), list(ours), list(theirs))]
    items = [cut_items(lines) for lines in (base, ours, theirs)]
    names = name_items(*items)
    by_name = [dict(zip(each, part, strict=True)) for each, part in zip(names, items, strict=True)]
    versions = {name: _Versions(*(each.get(name) for each in by_name)) for name in sorted({*by_name[1], *by_name[2]})}
    parts = {name: merged for name, each in versions.items() if (merged := _merge_item(each, depth)) is not None}
    runs = _Runs(versions, newest_first=_is_newest_first(items))
    order = merge_order(*names, kept=set(parts), merge_runs=runs.merge, rank=runs.text)
    return _write(order, parts, {name: _merge_gap(versions[name]) for name in order})


def _merge_item(item: _Versions, depth: int) -> list[Part] | None:
    """None where the item is gone."""
    old, mine, yours = (each and each.lines for each in (item.base, item.ours, item.theirs))
    if is_settled(old, mine, yours):
        lines = pick(old, mine, yours)
        return None if lines is None else [*lines]
    if mine is None or yours is None:
        return [Clash("item", mine or (), yours or ())]
    head = merge_head(old[0] if old else None, mine[0], yours[0])
    if head is None:
        return [Clash("item", mine, yours)]
    return [head, *_merge_nested(old[1:] if old else (), mine[1:], yours[1:], depth)]


def _merge_nested(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], depth: int) -> list[Part]:
    """What stands beneath an item: more items, or any lines."""
    if depth < _DEEPEST and all(not lines or is_list(lines) for lines in (base, ours, theirs)):
        return merge_list(base, ours, theirs, depth + 1)
    return merge_lines(base, ours, theirs)


# The order


def _is_newest_first(versions: Sequence[Sequence[Item]]) -> bool:
    """As most neighbours in the three lists stand; a log that does not tell begins with the newest."""
    steps = 0
    for items in versions:
        days = [day for item in islice(items, _TELLING) if (day := day_of(item.lines[0]))]
        steps += sum((later < earlier) - (later > earlier) for earlier, later in pairwise(days))
    return steps >= 0


class _Runs:
    """Puts in a row what both sides added at one place: by day, then by words."""

    __slots__ = ("_newest_first", "_versions")

    def __init__(self, versions: dict[int, _Versions], *, newest_first: bool) -> None:
        self._versions = versions
        self._newest_first = newest_first

    def merge(self, ours: list[int], theirs: list[int]) -> list[int]:
        if not ours or not theirs:
            return ours or theirs
        days, other_days = self._days(ours), self._days(theirs)
        if not days or not other_days:
            return [*ours, *theirs] if self.text(ours[0]) <= self.text(theirs[0]) else [*theirs, *ours]
        merged: list[int] = []
        here = there = 0
        while here < len(ours) and there < len(theirs):
            if self._goes_first(days[here], other_days[there], ours[here], theirs[there]):
                merged.append(ours[here])
                here += 1
            else:
                merged.append(theirs[there])
                there += 1
        return [*merged, *ours[here:], *theirs[there:]]

    def text(self, name: int) -> tuple[str, ...]:
        return self._versions[name].text

    def _days(self, names: Sequence[int]) -> list[str]:
        """A day for each: an item without one goes with the one before. Empty where the first has none."""
        days: list[str] = []
        for name in names:
            day = day_of(self.text(name)[0]) or (days[-1] if days else "")
            if not day:
                return []
            days.append(day)
        return days

    def _goes_first(self, day: str, other_day: str, name: int, other: int) -> bool:
        if day != other_day:
            return (day > other_day) is self._newest_first
        return self.text(name) <= self.text(other)


# The blank lines


def _merge_gap(item: _Versions) -> int | None:
    gaps = [each.gap for each in (item.ours, item.theirs) if each is not None and each.gap is not None]
    if not gaps:
        return None
    old = item.base.gap if item.base is not None else None
    changed = [gap for gap in gaps if gap != old]
    return max(changed, default=gaps[0])


def _write(order: Sequence[int], parts: dict[int, list[Part]], gaps: dict[int, int | None]) -> list[Part]:
    """An item that was the first of its list, and is not any more, stands as close as the closest."""
    closest = min((gap for gap in gaps.values() if gap is not None), default=0)
    written: list[Part] = []
    for name in order:
        gap = gaps[name]
        if written:
            written += [""] * (closest if gap is None else gap)
        written += parts[name]
    return written
