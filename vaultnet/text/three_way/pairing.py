"""Which item of one version is which of another, though a side moved, ticked or reworded it.

name_items([a, b], [b2, a], [a, c])  ->  ([0, 1], [1, 0], [0, 2])      where b2 is b with another word

The surest sign goes first: the same lines; the same `^vn-KEY`; the same first line; the same words without box and
Tasks fields; and, against the base only, most of the words the same.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Final, NamedTuple

from vaultnet.text.item_id import find_item_id
from vaultnet.text.three_way.list_lines import Item, day_of
from vaultnet.text.three_way.task_line import parse_head

_ALIKE: Final = 0.6  # of the words of both lines together
_MOST_COMPARED: Final = 4000  # pairs of items that are compared word by word
_Sign = Callable[[Item], Hashable]


def name_items(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]
) -> tuple[list[int], list[int], list[int]]:
    """A number for each item of each version; the same item has the same number in all."""
    mine = _pair(base, ours, (*_SIGNS, None))
    yours = _pair(base, theirs, (*_SIGNS, None))
    added = [place for place, name in enumerate(mine) if name < 0]
    for number, place in enumerate(added):
        mine[place] = len(base) + number
    others = [place for place, name in enumerate(yours) if name < 0]
    paired = _pair([ours[place] for place in added], [theirs[place] for place in others], _SIGNS)
    fresh = len(base) + len(added)
    for place, name in zip(others, paired, strict=True):
        yours[place] = len(base) + name if name >= 0 else fresh
        fresh += name < 0
    return list(range(len(base))), mine, yours


def _lines(item: Item) -> Hashable:
    return item.lines


def _key(item: Item) -> Hashable:
    found = find_item_id(item.lines[0])
    return found.key if found else None


def _head(item: Item) -> Hashable:
    return item.lines[0].rstrip()


def _words(item: Item) -> Hashable:
    return parse_head(item.lines[0]).words or None


_SIGNS: Final[tuple[_Sign, ...]] = (_lines, _key, _head, _words)


def _pair(known: Sequence[Item], items: Sequence[Item], signs: Sequence[_Sign | None]) -> list[int]:
    """For each item its place among `known`, -1 for none. A sign None stands for likeness."""
    names = [-1] * len(items)
    free = list(range(len(known)))
    for sign in signs:
        if not free or min(names, default=0) >= 0:
            break
        if sign is None:
            _pair_alike(known, items, free, names)
            break
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place in free:
            waiting[sign(known[place])].append(place)
        for place, item in enumerate(items):
            what = sign(item) if names[place] < 0 else None
            if what is not None and waiting.get(what):
                names[place] = waiting[what].popleft()
        taken = set(names)
        free = [place for place in free if place not in taken]
    return names


def _pair_alike(known: Sequence[Item], items: Sequence[Item], free: Sequence[int], names: list[int]) -> None:
    """The likest first; of equally like ones those that stand first. What bears another key is another item."""
    rest = [place for place, name in enumerate(names) if name < 0]
    if len(rest) * len(free) > _MOST_COMPARED:
        return
    words = {place: _word_set(items[place]) for place in rest}
    old_words = {place: _word_set(known[place]) for place in free}
    pairs = sorted((-_likeness(words[place], old_words[old]), old, place) for place in rest for old in free)
    taken: set[int] = set()
    for like, old, place in pairs:
        if -like > _ALIKE and old not in taken and names[place] < 0:
            names[place] = old
            taken.add(old)


class _Words(NamedTuple):
    """`others`: the words but for the day."""

    key: str
    day: str
    others: frozenset[str]


def _word_set(item: Item) -> _Words:
    head = item.lines[0]
    found, day = find_item_id(head), day_of(head)
    words = parse_head(head).words.split()
    return _Words(found.key if found else "", day, frozenset(words[bool(day) :]))


def _likeness(one: _Words, other: _Words) -> float:
    """From 0 to 1. What bears another key is another item; what has another day is, unless all else is the same."""
    if one.key and other.key:
        return 0
    if one.day != other.day:
        return float(one.others == other.others)
    return 2 * len(one.others & other.others) / (len(one.others) + len(other.others) or 1)
