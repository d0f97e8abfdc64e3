"""Dated lines that are no touches: facts about an organization, events in a life, the steps of an introduction.

- 2026-05-02 salary: senior analyst 78-92k, says [[Ada Lovelace]]
-> DatedLine(line=7, day=date(2026, 5, 2), topic="salary", text="senior analyst 78-92k, says [[Ada Lovelace]]")
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from vaultnet.model.leading_date import leading_date, tells_a_day
from vaultnet.model.rules import Rules
from vaultnet.model.sections import headings_under
from vaultnet.model.touch_row import nested_text, take_tags, words_of
from vaultnet.text.document import Document
from vaultnet.text.lazy_pattern import lazy_pattern

FACTS = frozenset({"facts", "fakten"})
LIFE_EVENTS = frozenset({"life events", "lebensereignisse"})

_TOPIC = lazy_pattern(r"[\s:,–—-]*(?:([^\W\d_][\w-]{0,30}(?: [\w-]{1,30}){0,2}):\s+)?")


class DatedLine(NamedTuple):
    """`topic` is the word before the colon ("salary", "situation"), lower-case; "" where the line has none."""

    line: int
    day: date
    topic: str
    text: str


def read_dated_section(document: Document, names: AbstractSet[str], rules: Rules) -> tuple[DatedLine, ...]:
    """The dated items under a heading of one of these names."""
    numbers = headings_under(document, names)
    return tuple(_dated_lines(document, rules, numbers)) if numbers else ()


def read_dated_lines(document: Document, rules: Rules) -> tuple[DatedLine, ...]:
    """Every dated item of a note."""
    return tuple(_dated_lines(document, rules, None))


def _dated_lines(document: Document, rules: Rules, numbers: AbstractSet[int] | None) -> Iterator[DatedLine]:
    for item in document.items:
        if item.quoted or item.block >= 0 or not tells_a_day(document.text, item):
            continue
        found = leading_date(document.text, item.text_start, item.text_end, rules)
        if found is None or (numbers is not None and item.heading not in numbers):
            continue
        text, _ = take_tags(words_of(document, found.end, item.text_end), rules)
        topic = _TOPIC.match(text)
        nested = nested_text(document, item)
        words = text[topic.end() :] if topic else text
        label = (topic[1] or "").lower() if topic else ""
        yield DatedLine(item.line, found.day, label, f"{words}\n{nested}" if nested else words)
