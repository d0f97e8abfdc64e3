"""Front matter, merged key by key; each key's lines stand as one of the sides wrote them.

base            ours              theirs                 merged
tier: close     tier: close       tier: warm             tier: warm
                met: 2024-03-02   # from the talk        # from the talk
                                  company: Acme          company: Acme
                                                         met: 2024-03-02
"""

from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.text.three_way.conflict_form import twin_lines
from vaultnet.text.three_way.merge_values import merge_value
from vaultnet.text.three_way.ordered_set import merge_order
from vaultnet.text.three_way.pick import is_settled, pick
from vaultnet.text.three_way.property_lines import Block, Entry


class Properties(NamedTuple):
    """The lines of the block, fences included; and by the disputed keys the places of their first lines there."""

    lines: list[str]
    place_by_key: dict[str, int]


_Versions = tuple[Entry | None, Entry | None, Entry | None]


def merge_properties(base: Block, ours: Block, theirs: Block) -> Properties:
    """No lines where no block is left."""
    old, mine, yours = base.entry_by_name, ours.entry_by_name, theirs.entry_by_name
    merged: dict[str, list[str]] = {}
    disputed: dict[str, str] = {}
    for name in {**mine, **yours}:
        versions = old.get(name), mine.get(name), yours.get(name)
        lines = _merge_lines(*versions)
        if lines is None:
            here = versions[1] or versions[2]
            assert here is not None
            disputed[name] = here.key
            lines = twin_lines(versions[1], versions[2])
        head = _merge_head(*versions) if lines else _orphans(versions, (ours, theirs))
        if head or lines:
            merged[name] = [*head, *lines]
    order = merge_order(list(old), list(mine), list(yours), set(merged), _in_a_row, lambda name: (name,))
    tail = merge_comments(base.tail, ours.tail, theirs.tail)
    fences = pick(base.fences, ours.fences, theirs.fences)
    if is_settled(base.fences, ours.fences, theirs.fences) and not (order or tail) and not fences:
        return Properties([], {})
    opening, closing = fences or ours.fences or theirs.fences or base.fences
    written = [opening]
    place_by_key: dict[str, int] = {}
    for name in order:
        if name in disputed:
            place_by_key[disputed[name]] = len(written)
        written += merged[name]
    return Properties([*written, *tail, closing], place_by_key)


def _merge_lines(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> tuple[str, ...] | None:
    """Empty where the key is gone, None where the sides contradict one another."""
    old, mine, yours = (entry and entry.lines for entry in (base, ours, theirs))
    if is_settled(old, mine, yours):
        return pick(old, mine, yours) or ()
    return merge_value(base, ours, theirs) if ours and theirs else None


def _merge_head(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> tuple[str, ...]:
    """The comments above a key that stays."""
    old = base.head if base else ()
    if ours is None or theirs is None:
        left = ours or theirs
        return left.head if left else ()
    return merge_comments(old, ours.head, theirs.head)


def _orphans(versions: _Versions, blocks: tuple[Block, Block]) -> tuple[str, ...]:
    """Comments that one side wrote above a key which the other took away, and which stand nowhere else yet."""
    base, left = versions[0], versions[1] or versions[2]
    if base is None or left is None:
        return ()
    other = blocks[0 if versions[1] is None else 1]
    known = {line for entry in other.entry_by_name.values() for line in entry.head} | {*other.tail, *base.head}
    return tuple(line for line in left.head if line.strip() and line not in known)


def merge_comments(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Comment and blank lines are never disputed: what both changed differently is kept twice."""
    old, mine, yours = tuple(base), tuple(ours), tuple(theirs)
    if is_settled(old, mine, yours):
        return pick(old, mine, yours)
    first, second = sorted((mine, yours))
    gone = {line for line in old if line not in mine or line not in yours}
    return tuple(dict.fromkeys(line for line in (*first, *second) if line not in gone))


def _in_a_row(ours: list[str], theirs: list[str]) -> list[str]:
    first, second = sorted((ours, theirs))
    return [*first, *second]
