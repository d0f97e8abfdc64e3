"""Any lines, merged as git merges them: what only one side changed is changed; where both did, the least is disputed.

merge_lines(["a", "b"], ["A", "b"], ["a", "b", "c"])  ->  ["A", "b", "c"]
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultnet.text.three_way.line_match import match, match_evenly
from vaultnet.text.three_way.outcome import Clash, Part
from vaultnet.text.three_way.pick import pick_written


class Stretch(NamedTuple):
    """Places in the three versions. `is_common`: one line each, that stands in all."""

    base: slice
    ours: slice
    theirs: slice
    is_common: bool


def merge_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    """Lines come without line ends."""
    parts: list[Part] = []
    for stretch in find_stretches(base, ours, theirs):
        old, mine, yours = base[stretch.base], ours[stretch.ours], theirs[stretch.theirs]
        parts += mine if stretch.is_common else _settle(old, mine, yours)
    return parts


def find_stretches(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """Cut the three versions where a line stands in all of them."""
    in_ours, in_theirs = dict(match(base, ours)), dict(match(base, theirs))
    at = here = there = 0
    for place, mine in in_ours.items():
        yours = in_theirs.get(place, -1)
        if yours < 0:
            continue
        if (at, here, there) != (place, mine, yours):
            yield Stretch(slice(at, place), slice(here, mine), slice(there, yours), is_common=False)
        at, here, there = place + 1, mine + 1, yours + 1
        yield Stretch(slice(place, at), slice(mine, here), slice(yours, there), is_common=True)
    if (at, here, there) != (len(base), len(ours), len(theirs)):
        ends = slice(at, len(base)), slice(here, len(ours)), slice(there, len(theirs))
        yield Stretch(*ends, is_common=False)


def find_likenesses(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[slice, slice, bool]]:
    """Two versions of a disputed stretch, cut where they say the same (True) and where not."""
    here = there = 0
    for mine, yours in [*match_evenly(ours, theirs), (len(ours), len(theirs))]:
        if (here, there) != (mine, yours):
            yield slice(here, mine), slice(there, yours), False
        here, there = mine + 1, yours + 1
        if mine < len(ours):
            yield slice(mine, here), slice(yours, there), True


def _settle(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    old, mine, yours = list(base), list(ours), list(theirs)
    settled = pick_written(old, mine, yours)
    if settled is not None:
        return [*settled]
    parts: list[Part] = []
    for here, there, is_same in find_likenesses(mine, yours):
        if is_same:
            parts += mine[here]
        else:
            parts += settle_gap(old, mine[here], yours[there])
    return parts


def settle_gap(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    """Between the likenesses: what one side alone adds, where there was nothing, is added; the rest is disputed."""
    if any(line.strip() for line in base) or (ours and theirs):
        return [Clash("prose", tuple(ours), tuple(theirs))]
    return [*(ours or theirs)]
