r"""What a ticked item says: the user's own words, apart from the generated ones, and what stands beneath.

- [x] Coffee with [[Ada]] · 7 months since coffee ^vn-3f2a9c41-b7d0e812 she paid       (generated as `Call [[Ada]] ...`)
  - ask about the flat
    - the rent
->  own_words(...).text == "she paid"    nested_lines(...) == ["ask about the flat", "\tthe rent"]

The checksum tells what was generated, even where the user has changed the kind of touch, the link, or both, or has put
words behind the link (`and [[Ben]]`): then the possible beginnings are tried. Where none fits, the whole line counts as
the user's: no word is lost.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.model.tick import end_of_words
from vaultnet.text.block import PREFIX_LIMIT, BlockItem, generated_texts
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.item_id import end_of_prefix, find_item_id
from vaultnet.text.link import links_in_value
from vaultnet.text.list_item import ListItem

_BULLET = re.compile(r"^[ \t>]*(?:[-*+](?=\s)|\d{1,9}[.)](?=\s))?")
_LITTLE = ("with", "to", "for", "mit", "an", "für", "bei")  # between the kind and the link in the shipped templates
_EDGE = " ·:-–,"
_REASON = " · "


class OwnWords(NamedTuple):
    """What the user wrote in an item, and whether its first link is the generated one."""

    text: str
    keeps_link: bool


def own_words(item: BlockItem, item_sum: str, made_for: str, rules: Rules) -> OwnWords:
    """The user's part of a ticked item. `made_for` links whom it was generated about, "" where that is not known."""
    if item.offered:
        return OwnWords(item.typed, keeps_link=True)
    link = next(iter(links_in_value(item.text)), None)
    if link is None:
        return OwnWords(item.text.strip(_EDGE), keeps_link=False)
    head, tail = item.text[: link.start], item.text[link.end :]
    own = item.text[link.start : link.end]
    ends = _ends_of_words(tail)
    for name in dict.fromkeys(filter(None, (own, made_for))) if item_sum else ():
        for beginning in _beginnings(head, rules):
            for begin in ends if beginning == head else _clauses(tail):
                end = _generated(beginning + name, tail, begin, ends, item_sum)
                if end >= 0:
                    typed = _both(tail[:begin].strip(), tail[end:].strip())
                    return OwnWords(_joined(head, typed, rules), keeps_link=name == own)
    return OwnWords(_joined(head, tail, rules), keeps_link=False)


def _both(front: str, behind: str) -> str:
    """What was typed before the reason and behind it: `and [[Ben]]` is whole, what follows is said of them all."""
    joint = ", " if front.endswith("]]") else " "
    return joint.join(filter(None, (front, behind)))


def _beginnings(head: str, rules: Rules) -> Iterator[str]:
    """What may have stood before the link: what stands there now, or another kind of touch."""
    yield head
    for form in rules.kind_by_form:
        for word in ("", *_LITTLE):
            yield f"{form[0].upper()}{form[1:]} {word}{' ' if word else ''}"


def _generated(beginning: str, tail: str, begin: int, ends: list[int], wanted: str) -> int:
    """How far the generated part of the tail reaches, if the item began so and went on at `begin`; -1 where not."""
    length = end_of_prefix(beginning, tail[begin:], [place - begin for place in ends if place >= begin], wanted)
    return length if length < 0 else begin + length


def _ends_of_words(tail: str) -> list[int]:
    """Where the generated words may go on, or end."""
    limit = min(len(tail), PREFIX_LIMIT)
    return [0, *(place for place in range(1, limit) if tail[place] == " "), len(tail)]


def _clauses(tail: str) -> list[int]:
    """Where they go on most likely: at once, or with the first reason."""
    return sorted({0, max(tail.find(_REASON), 0)})


def _joined(head: str, tail: str, rules: Rules) -> str:
    """What stands before the link, unless it only names the kind, and what stands behind it."""
    words = head.split()
    while words and fold(words[-1]) in map(fold, _LITTLE):
        words.pop()
    says_more = any(fold(word) not in rules.kind_by_form for word in words) and fold(" ".join(words)) not in (
        rules.kind_by_form
    )
    return ", ".join(filter(None, (" ".join(words) if says_more else "", tail.strip(_EDGE))))


def nested_lines(document: Document, twins: Sequence[ListItem]) -> list[str]:
    """The lines beneath the items, a tab before them for each level: bullets or not, boxes with their marks. What
    stands beneath several twins alike counts once. An item beneath that bears an id is one of its own, and so is what
    stands beneath it.
    """
    found: list[str] = []
    for item in twins:
        rest = list(found)
        for line in _beneath(document, item):
            if line in rest:
                rest.remove(line)
            else:
                found.append(line)
    return found


def _beneath(document: Document, item: ListItem) -> Iterator[str]:
    """The lines beneath one item. One that goes on with an item's words stands beneath it as an item of its own; but a
    generated title, where the blank line before it was deleted, is no word of the user's.
    """
    place, block = end_of_words(document, item), document.blocks[item.block]
    generated = generated_texts(document.text[block.inner_start : block.inner_end])
    inside = [each for each in document.items if item.start < each.start < item.end]
    own = [each for each in inside if find_item_id(document.text[each.text_start : each.text_end])]
    for line in document.text[place : item.end].splitlines(keepends=True):
        is_users = line.strip() not in generated and not any(each.start <= place < each.end for each in own)
        if is_users and (words := _BULLET.sub("", line).strip()):
            around = [each for each in inside if each.start <= place < each.end]
            yield "\t" * (len(around) - any(each.start == place for each in around)) + words
        place += len(line)
