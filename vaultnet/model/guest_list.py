"""The guest list that stands in a note, pasted from wherever it came.

## Guests
Accepted (2):
- Lotte Brandsma, Tidemark Risk    ->  GuestList(guests=(Guest("Lotte Brandsma", ...), Guest("Amira Haddad", ...),
- [[Amira Haddad]]                                       Guest("Jan Smit", mark="declined")), unread=())
### Declined
- Jan Smit
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.guest import COMING, Guest
from vaultnet.model.guest_line import parse_columns, parse_guests, parse_mark
from vaultnet.model.guest_words import HEADINGS
from vaultnet.model.sections import folded_heading, section_end
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.mask import Mask
from vaultnet.text.span import line_of

_MOST = 2_000  # guests
_COUNT = re.compile(r" \d{1,5}$")
_NO_WORDS = re.compile(r"[\W\d_]*")
_BULLET = re.compile(r"([ \t]{0,80})(?:[-*+•]|\d{1,4}[.)])[ \t]")
_PROSE = 8  # words: a longer line without an answer in it was never meant as a name
_ROW = re.compile(r"[\t|;@]|\[\[")
_NESTED = 2  # blanks


class GuestList(NamedTuple):
    """`unread` are short lines of the list that no name was found in, with their numbers."""

    guests: tuple[Guest, ...]
    unread: tuple[tuple[int, str], ...]


def read_guest_list(document: Document) -> GuestList:
    """Everybody on the lists of a note, in its order; what is nested below a guest is a word about them."""
    guests: list[Guest] = []
    unread: list[tuple[int, str]] = []
    for start, end in _lists(document):
        for number, line, columns, mark in _lines(document, start, end):
            found = parse_guests(line, columns)
            guests += [guest._replace(mark=guest.mark or mark, line=number) for guest in found]
            if not found and 0 < len(line.split()) <= _PROSE and _BULLET.match(line):
                unread.append((number, line.strip()))
            if len(guests) >= _MOST:
                return GuestList(tuple(guests[:_MOST]), tuple(unread))
    return GuestList(tuple(guests), tuple(unread))


def _lists(document: Document) -> Iterator[tuple[int, int]]:
    """Where the sections of guests begin and end; one within another is a part of it."""
    reached = 0
    for number, heading in enumerate(document.headings):
        is_list = _COUNT.sub("", fold(folded_heading(heading.text))) in HEADINGS
        if is_list and heading.start >= reached and not _is_generated(document, heading.start):
            reached = section_end(document, number)
            yield heading.end, reached


def _lines(document: Document, start: int, end: int) -> Iterator[tuple[int, str, tuple[str, ...], str]]:
    """(number, line, columns of the header above, mark of the label above) of the lines that may name somebody."""
    comments = Mask([region for region in document.regions if region.kind == "comment"])
    heading_starts = {heading.start for heading in document.headings}
    columns: tuple[str, ...] = ()
    mark, margin = COMING, -1
    place = start
    number = line_of(document.text, start)
    lines = document.text[start:end].split("\n")
    is_bulleted = any(_BULLET.match(line) for line in lines)
    for line in lines:
        at, place = place, place + len(line) + 1
        if not (_NO_WORDS.fullmatch(line) or comments.hides(at) or _is_generated(document, at)):
            bullet = _BULLET.match(line)
            indent = len(bullet[1].expandtabs(4)) if bullet else -1
            if bullet and margin < 0:
                margin = indent
            label = parse_mark(line.lstrip("#") if at in heading_starts else line)
            if at in heading_starts:
                mark, columns = label or COMING, ()
            elif label is not None and not line.lstrip().startswith("|"):
                mark = label
            elif header := parse_columns(line):
                columns = header
            elif bullet and margin >= 0 and indent >= margin + _NESTED:
                pass  # a word about the guest above
            elif bullet or not is_bulleted or _ROW.search(line):  # else prose between the items
                yield number, line, columns, mark
        number += 1


def _is_generated(document: Document, place: int) -> bool:
    return any(block.start <= place < block.end for block in document.blocks)
