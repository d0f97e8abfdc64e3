"""The block id of a generated item: `^vn-KEY-SUM`, eight hex digits each.

    "- [ ] Call [[Ada]] ^vn-3f2a9c41-b7d0e812 she was out"
    ->  ItemId(key="3f2a9c41", sum="b7d0e812", start=19, end=40)

KEY says which item it is, the same on every machine; SUM what was generated, so that an edited line is known.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vaultnet.text.blake2 import blake2b
from vaultnet.text.lazy_pattern import lazy_pattern

# What is typed on a phone lands behind the id, now and then without a blank between.
_ITEM_ID = lazy_pattern(r"\^vn-([0-9a-f]{8})(?:-([0-9a-f]{8}))?")


class ItemId(NamedTuple):
    """`sum` is "" where it is missing. `line[start:end]` is the id without the blanks before it."""

    key: str
    sum: str
    start: int
    end: int


def find_item_id(line: str) -> ItemId | None:
    """The first id in a line, wherever it stands."""
    found = _ITEM_ID.search(line)
    return ItemId(found[1], found[2] or "", *found.span()) if found else None


def find_item_ids(text: str) -> Iterator[ItemId]:
    """Every id in a text."""
    return (ItemId(found[1], found[2] or "", *found.span()) for found in _ITEM_ID.finditer(text))


def drop_item_ids(text: str) -> str:
    return _ITEM_ID.sub("", text)


def digest(text: str) -> str:
    """Eight hex digits that say whether a text is still the same."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def end_of_prefix(beginning: str, text: str, ends: Iterable[int], wanted: str) -> int:
    """The first of `ends`, which ascend, up to which `beginning` and the text have the digest `wanted`; -1 where none
    has it. Each letter is summed up once: `ends` may be many, and are tried with hundreds of beginnings.
    """
    state, done = blake2b(beginning.encode("utf-8", "surrogatepass"), digest_size=4), 0
    for end in ends:
        state.update(text[done:end].encode("utf-8", "surrogatepass"))
        if state.hexdigest() == wanted:
            return end
        done = end
    return -1


def length_of_prefix(text: str, wanted: str, limit: int) -> int:
    """How long the beginning of `text` is whose digest is `wanted`; -1 when there is none within `limit`."""
    if digest(text) == wanted:
        return len(text)
    state, aim = blake2b(digest_size=4), bytes.fromhex(wanted)
    for length, character in enumerate(text[:limit]):
        if state.digest() == aim:
            return length
        state.update(character.encode("utf-8", "surrogatepass"))
    return -1
