"""Touches in dated notes: every paragraph and list item that links a contact.

Coffee with [[Ada Lovelace]]; later a call from [[Ben]].        in Daily/2026-05-02.md
-> TouchRow(date="2026-05-02", kind="coffee", origin="daily", link="Ada Lovelace", ...), TouchRow(..., link="Ben")
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from vaultnet.model.intent import is_intent
from vaultnet.model.kind_words import WRITING_PARTICIPLES, WRITING_VERBS
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow, nested_text, touch_row, words_of
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document
from vaultnet.text.item_id import find_item_id
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.link import Link
from vaultnet.text.list_item import ListItem

MENTION = "mention"  # the kind of a touch whose words name none
OWN_TICK = "block"  # the origin of a touch that is a line of the user's in an agenda block
_LINK = "\N{OBJECT REPLACEMENT CHARACTER}"  # "called [[Ada]] from the pier" is no call from Ada
# Whoever is the subject wrote: "[[Ada]] emailed back", "Today [[Ada]] finally wrote", "[[Ada]] hat mir geschrieben".
_ADVERB = r"(?:today|yesterday|just|then|also|later|finally|heute|gestern|dann|endlich|auch)\s+"
_WROTE = lazy_pattern(
    rf"(?:^|[.;:!?(–—-]\s*|\b{_ADVERB}){_LINK}\s+(?:{_ADVERB})?"
    rf"(?:(?:{WRITING_VERBS})|(?:has|hat)\s+(?:(?:mir|uns)\s+)?(?:{_ADVERB})?(?:{WRITING_PARTICIPLES}))(?!\w)",
    re.IGNORECASE,
)


def read_mentions(document: Document, day: date, rules: Rules) -> Iterator[TouchRow]:
    """Source 3: paragraphs and list items of a dated note that link someone, one touch for each link path and place.

    Without a word of the vocabulary it is a `mention`. What is nested under an intent is intent too. What vaultnet has
    generated is no touch; a ticked item in an agenda block that bears no id is the user's own line, and is one.
    """
    if not document.links:
        return
    taken: set[int] = set()
    for number, item in enumerate(document.items):
        is_generated = item.block >= 0 and _is_generated(document, item)
        if item.parent in taken or is_generated or is_intent(document.text, item, rules.tasks):
            taken.add(number)
        elif not item.quoted and item.block < 0:
            yield from _in_item(document, item, day, rules)
        elif item.mark and document.blocks[item.block].name == "agenda":
            yield from (row._replace(origin=OWN_TICK) for row in _in_item(document, item, day, rules))
    for paragraph in document.paragraphs:
        if not paragraph.quoted and paragraph.block < 0:
            text = words_of(document, paragraph.start, paragraph.end)
            links = document.links_in(paragraph.start, paragraph.end)
            yield from _touches(document, links, (paragraph.line, paragraph.start, paragraph.end), day, text, rules)


def _is_generated(document: Document, item: ListItem) -> bool:
    return find_item_id(document.text[item.text_start : item.text_end]) is not None


def _in_item(document: Document, item: ListItem, day: date, rules: Rules) -> Iterator[TouchRow]:
    """A ticked task counts on its done date, else on its note's."""
    links = document.links_in(item.text_start, item.text_end)
    if not links:
        return
    text = words_of(document, item.text_start, item.text_end)
    if item.mark:
        task = parse_task(text)
        day = (rules.date(task.done) if task.done else None) or day
        text = task.description
    nested = nested_text(document, item)
    whole = f"{text}\n{nested}" if nested else text
    yield from _touches(document, links, (item.line, item.text_start, item.text_end), day, whole, rules)


def _touches(
    document: Document, links: Sequence[Link], place: tuple[int, int, int], day: date, text: str, rules: Rules
) -> Iterator[TouchRow]:
    line, start, end = place
    paths = dict.fromkeys(link.path for link in links if link.path and not link.embed)
    if not paths:
        return
    words = _without_links(document, links, start, end)
    kind, direction = rules.find_kind(words)
    if not direction and kind in rules.settings.kinds and rules.settings.kinds[kind].direction and _WROTE.search(words):
        direction = "from"
    row = touch_row(rules, line=line, day=day, kind=kind or "mention", direction=direction, text=text, origin="daily")
    for path in paths:
        yield row._replace(link=path)


def _without_links(document: Document, links: Sequence[Link], start: int, end: int) -> str:
    """A note called "Lunch club" must not make a lunch of it: names do not count as words, nor do comments."""
    parts, place = [], start
    for link in links:
        parts.append(words_of(document, place, link.start))
        place = link.end
    return _LINK.join((*parts, words_of(document, place, end)))
