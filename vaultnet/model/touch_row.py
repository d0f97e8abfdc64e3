"""A touch as the index keeps it, and how a line's words become one.

touch_row(rules, line=9, day=date(2026, 5, 2), kind="coffee", text="she moves to Paris #received", origin="log")
-> TouchRow(line=9, date="2026-05-02", kind="coffee", richness=3, text="she moves to Paris", tags="received", ...)
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.text.document import Document
from vaultnet.text.list_item import ListItem

_TAG = re.compile(r"[ \t]?(?<!\S)#(?![0-9]+(?![\w/-]))([\w/-]{1,80})")
_BLOCK_ID = re.compile(r"\s\^[A-Za-z0-9-]{1,60}(?=\s|$)")
_OPEN_BOX = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^xX]\](?=\s|$)")
_BULLET = re.compile(r"^[ \t>]*(?:[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s))?[ \t]*(?:\[.\](?=\s)[ \t]*)?")


class TouchRow(NamedTuple):
    """One touch as the index keeps it. Dates are ISO text; `known` is the day from which it counts (a meeting counts
    once its day is past); `link` is "" for the note's own contact; `tags` are joined by blanks.
    """

    line: int
    date: str
    known: str
    time: str
    kind: str
    richness: int
    direction: str
    text: str
    tags: str
    origin: str
    link: str


def touch_row(
    rules: Rules, *, line: int, day: date, kind: str, text: str, origin: str,
    time: str = "", direction: str = "", link: str = "",
) -> TouchRow:  # fmt: skip
    """A touch on a day. A kind that has a sender was sent by me, unless a direction says otherwise."""
    words, tags = take_tags(text, rules)
    known = rules.settings.kinds.get(kind)
    iso = day.isoformat()
    richness = known.richness if known else 0
    way = direction or (known.direction if known else "")
    return TouchRow(line, iso, iso, time, kind, richness, way, words, tags, origin, link)


def take_tags(text: str, rules: Rules) -> tuple[str, str]:
    """The words without tags and block ids, each line trimmed; and the tags, those of the exchange under their
    canonical names, joined by blanks.
    """
    tags = ""
    if "#" in text:
        found = dict.fromkeys(match[1].lower() for match in _TAG.finditer(text))
        tags = " ".join(dict.fromkeys(rules.exchange_by_tag.get(tag, tag) for tag in found))
        text = _TAG.sub("", text)
    if "^" in text:
        text = _BLOCK_ID.sub("", text)
    if "\n" not in text and "  " not in text:
        return text.strip(), tags
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n")))), tags


def exchange_tags(text: str, rules: Rules) -> str:
    """The tags of a line, those of the exchange under their canonical names, joined by blanks."""
    return take_tags(text, rules)[1] if "#" in text else ""


def add_exchange_tags(text: str, tags: Iterable[str], rules: Rules) -> str:
    """The text with the exchange tags that it lacks, in the vault's own words: `a good talk #thanked`."""
    there = exchange_tags(text, rules).split()
    missing = (f"#{getattr(rules.settings.tags, tag).lstrip('#')}" for tag in tags if tag not in there)
    return " ".join(filter(None, (text, *missing)))


def words_of(document: Document, start: int, end: int) -> str:
    """The text between two places without comments: what is hidden in the note stays out of every page."""
    text, regions = document.text, document.regions
    if not regions:
        return text[start:end]
    parts, place = [], start
    for index in range(bisect_left(regions, (start,)), len(regions)):
        region = regions[index]
        if region.end > end:
            break
        if region.kind == "comment":
            parts.append(text[place : region.start])
            place = region.end
    return "".join((*parts, text[place:end]))


def nested_text(document: Document, item: ListItem) -> str:
    """The nested items of an item, a line each, without bullets and boxes."""
    if item.end <= item.text_end + 1:
        return ""
    return bare_lines(words_of(document, item.text_end, item.end))


def bare_lines(text: str) -> str:
    """The lines that say anything, without bullets, ticked boxes and heading signs; an open box says nothing yet."""
    lines = (_BULLET.sub("", line).strip() for line in text.split("\n") if not _OPEN_BOX.match(line))
    return "\n".join(filter(None, lines))
