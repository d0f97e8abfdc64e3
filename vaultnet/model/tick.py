"""Ticks: the items of agenda blocks that the user has ticked, and the ids by which a note shows what it has absorbed.

- [x] Call [[Ada Lovelace]] · 7 months since coffee ^vn-3f2a9c41-b7d0e812 with [[Ben Okri]]      in Daily/2026-06-15.md
-> TickRow(line=8, key="3f2a9c41", tells=True, as_made=True, link="Ada Lovelace"), TickRow(..., link="Ben Okri")
- 2026-06-15 call: with [[Ben Okri]] ^vn-3f2a9c41-b7d0e812                                   in People/Ada Lovelace.md
-> "3f2a9c41"
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from vaultnet.model.debrief import BLOCK, question_of
from vaultnet.model.rules import Rules
from vaultnet.text.block import BlockItem, generated_texts, parse_item
from vaultnet.text.checkbox import drop_fields
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.item_id import find_item_id, find_item_ids
from vaultnet.text.link import Link, links_in_value
from vaultnet.text.list_item import ListItem

REASON = " · "  # stands in front of each reason of a generated item
_INTRODUCTION = "introduction"


class TickRow(NamedTuple):
    """A ticked item, once for each link of somebody who was met; `link` is "" where the user left none. `tells`:
    it is a touch whatever it was proposed as, because it begins with a kind of touch or the user wrote something.
    `as_made`: it begins with the generated words, whatever follows them.
    """

    line: int
    key: str
    tells: bool
    as_made: bool
    link: str


def read_ticks(document: Document, rules: Rules) -> Iterator[TickRow]:
    """The ticked items with a key in the agenda block of a dated note."""
    for item in document.items:
        parsed = parse_ticked(document, item, rules)
        if parsed is None:
            continue
        tells = _tells(document, item, parsed, rules)
        for link in links_of_met(document, item, parsed.offered, rules) or ("",):
            yield TickRow(item.line, parsed.key, tells, bool(parsed.offered), link)


def _tells(document: Document, item: ListItem, parsed: BlockItem, rules: Rules) -> bool:
    """Whether the item begins with a kind of touch, or the user wrote something behind or beneath it. Where the
    checksum fits nowhere (an editor has renamed the link), only what stands behind the id is known to be the user's.
    """
    first = parsed.text.split(maxsplit=1)[:1]
    if first and fold(first[0]) in rules.kind_by_form:
        return True
    end = end_of_words(document, item)
    line = document.text[item.text_start : end]
    found = find_item_id(line)
    behind = parsed.typed if parsed.offered or found is None else drop_fields(line[found.end :])
    return bool(behind.strip() or _typed_beneath(document, end, item))


def _typed_beneath(document: Document, end: int, item: ListItem) -> set[str]:
    """The lines beneath an item that are the user's: a generated title, where the blank line before it was deleted,
    is none.
    """
    lines = {line.strip() for line in document.text[end : item.end].split("\n")} - {""}
    if lines:
        block = document.blocks[item.block]
        lines -= generated_texts(document.text[block.inner_start : block.inner_end])
    return lines


def parse_ticked(document: Document, item: ListItem, rules: Rules) -> BlockItem | None:
    """The words of a ticked item with a key in an agenda block, or of thanks in a debrief; None for any other item."""
    if item.block < 0 or not item.mark or document.blocks[item.block].name not in ("agenda", BLOCK):
        return None
    if rules.tasks.status_of(item.mark) != "done":
        return None
    parsed = parse_item(document.text[item.start : end_of_words(document, item)])
    is_question = parsed is not None and is_in_debrief(document, item) and question_of(parsed.key) != "thanks"
    return None if is_question else parsed


def is_in_debrief(document: Document, item: ListItem) -> bool:
    return item.block >= 0 and document.blocks[item.block].name == BLOCK


def end_of_words(document: Document, item: ListItem) -> int:
    """Where the generated line ends, and what was typed beneath begins. An editor may have wrapped it."""
    line, _, _ = document.text[item.text_start : item.text_end].partition("\n")
    return item.text_start + len(line) if find_item_id(line) else item.text_end


def links_of_met(document: Document, item: ListItem, offered: str, rules: Rules) -> tuple[str, ...]:
    """Whom an item says was met: whoever it links, but for those that its generated words (`offered`) only speak of.
    Of an introduction that is nobody in front of the reason: `Introduction for [[Ada]] and [[Ben]] · both said yes`.
    """
    links = _paths(document.links_in(item.text_start, item.text_end))
    head, _, reason = offered.partition(REASON)
    is_introduction = rules.kind_in(head.partition("[[")[0]) == _INTRODUCTION
    for path in _paths(links_in_value(reason)) if is_introduction else _paths(links_in_value(offered))[1:]:
        with suppress(ValueError):
            links.remove(path)  # once: whom the user links again was met
    return tuple(dict.fromkeys(links))


def _paths(links: Iterable[Link]) -> list[str]:
    return [link.path for link in links if link.path and not link.embed]


def read_absorbed(document: Document) -> tuple[str, ...]:
    """The keys of the ids that stand outside of generated blocks: what this note has absorbed."""
    if "^vn-" not in document.text:
        return ()
    found = find_item_ids(document.text)
    inside = [(block.start, block.end) for block in document.blocks]
    return tuple(dict.fromkeys(one.key for one in found if not any(a <= one.start < b for a, b in inside)))
