"""One ticked item as the note it stands in tells it, all its copies together.

- [x] Call [[Ada]] · 7 months ... ^vn-3f2a9c41-b7d0e812 she was out
- [x] Call [[Ada]] · 7 months ... ^vn-3f2a9c41-b7d0e812 left word ✅ 2026-06-16
->  Ticked(links=("Ada",), kind="call", words="she was out left word", done=date(2026, 6, 16), ...)
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.edits.tick_words import nested_lines, own_words
from vaultnet.model.rules import Rules
from vaultnet.model.tick import REASON, end_of_words, is_in_debrief, links_of_met, parse_ticked
from vaultnet.text.block import BlockItem
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document
from vaultnet.text.item_id import ItemId, find_item_id
from vaultnet.text.link import links_in_value
from vaultnet.text.list_item import ListItem

_WITH = frozenset({"with", "mit"})
_Copy = tuple[ListItem, BlockItem]


class Ticked(NamedTuple):
    """`links` lead to whom was met; `has_new_link`: the user has put another link in place of the generated one.
    `words` are the user's own, `nested` the lines beneath; `done` is the ✅ date; `item_id` is without its `^`. `tags`
    are those that the item gives its touch: the thanks of a debrief. `head` and `reason` are the generated words up to
    the link and the first reason behind it, "" where they are no longer known.
    """

    line: int
    item_id: str
    links: tuple[str, ...]
    has_new_link: bool
    kind: str
    words: str
    nested: tuple[str, ...]
    done: date | None
    tags: tuple[str, ...] = ()
    head: str = ""
    reason: str = ""


def read_ticked(document: Document, key: str, made_for: str, rules: Rules) -> Ticked | None:
    """The item of that key, None where it is not ticked. `made_for` links whom it was generated about, where known."""
    copies = [
        (item, parsed)
        for item in document.items
        if (parsed := parse_ticked(document, item, rules)) is not None and parsed.key == key
    ]
    if not copies:
        return None
    first, parsed = copies[0]
    links = dict.fromkeys(link for item, each in copies for link in links_of_met(document, item, each.offered, rules))
    words = [own_words(each, _id_of(document, item).sum, made_for, rules) for item, each in copies]
    found = _id_of(document, first)
    head, _, reasons = next((each.offered for _, each in copies if each.offered), "").partition(REASON)
    return Ticked(
        line=first.line,
        item_id=f"vn-{found.key}-{found.sum}" if found.sum else f"vn-{found.key}",
        links=tuple(links),
        has_new_link=bool(links) and not words[0].keeps_link,
        kind=rules.kind_in(_before_link(parsed.text)),
        words=" ".join(dict.fromkeys(each.text for each in words if each.text)),
        nested=tuple(nested_lines(document, [item for item, _ in copies])),
        done=_done(document, copies),
        tags=("thanked",) if is_in_debrief(document, first) else (),
        head=head,
        reason=reasons.partition(REASON)[0],
    )


def unlinked(text: str, is_own: Callable[[str], bool]) -> str:
    """The words with some links as plain names: a note does not link itself. `with [[Cy]]` at the beginning goes: it
    says who was there, and in Cy's own note that is somebody else.
    """
    for link in reversed(links_in_value(text)):
        if link.path and is_own(link.path) and text[: link.start].strip().lower() in _WITH:
            text = text[link.end :].lstrip(" ,")
            break
        if link.path and is_own(link.path):
            name = link.display or link.path.rpartition("/")[2].removesuffix(".md")
            text = f"{text[: link.start]}{name}{text[link.end :]}"
    return text


def _before_link(words: str) -> str:
    """What names the kind: the words before the first link, all of them where there is none."""
    link = next(iter(links_in_value(words)), None)
    return words[: link.start] if link else words


def _done(document: Document, copies: Sequence[_Copy]) -> date | None:
    for item, _ in copies:
        done = parse_task(document.text[item.text_start : end_of_words(document, item)]).done
        try:
            if done:
                return date.fromisoformat(done)
        except ValueError:
            continue  # no day of the calendar
    return None


def _id_of(document: Document, item: ListItem) -> ItemId:
    found = find_item_id(document.text[item.text_start : item.text_end])
    assert found is not None
    return found
