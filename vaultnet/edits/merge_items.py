r"""The text below one heading in parts that belong together, and two such texts joined.

split_parts(document, start, end)      "Prose.\n- 2026-05-02 call\n  - more\n"  ->  ["Prose.\n", "- 2026-05-02 ...\n"]
join_parts(ours, theirs, "\n")         our parts as they are, among them what only the others say
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vaultnet.text.document import Document
from vaultnet.text.line import next_line
from vaultnet.text.list_item import ListItem
from vaultnet.text.section import item_date

_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)  # lines of code are not taken apart


class Part(NamedTuple):
    """An outermost list item with all that is beneath it, or what stands before the first one. `day` is the date that
    an item begins with, as eight digits, "" where there is none.
    """

    text: str
    day: str
    is_item: bool


def split_parts(document: Document, start: int, end: int) -> list[Part]:
    """Their texts, one after another, are the text from `start` to `end`."""
    low = bisect_left(document.items, start, key=_start)
    high = bisect_left(document.items, end, low, key=_start)
    items = document.items[low:high]
    outer = {item.start: item for item in items if item.parent < 0 and not item.quoted and item.block < 0}
    text, parts = document.text, list[Part]()
    places = sorted(outer)
    parts.append(Part(text[start : places[0] if places else end], "", is_item=False))
    for place, stop in zip(places, (*places[1:], end), strict=False):
        last = max(item.end for item in items if place <= item.start < stop)
        behind = min(next_line(text, last), stop)
        item = outer[place]
        parts.append(Part(text[place:behind], item_date(text[item.text_start : item.text_end]), is_item=True))
        parts.append(Part(text[behind:stop], "", is_item=False))
    return _with_blanks(parts)


def _with_blanks(parts: Sequence[Part]) -> list[Part]:
    """Blank lines belong to what stands before them."""
    found = list[Part]()
    for part in parts:
        if not part.is_item and found and not part.text.strip():
            found[-1] = found[-1]._replace(text=found[-1].text + part.text)
        elif part.text:
            found.append(part)
    return found


def join_parts(ours: Sequence[Part], theirs: Sequence[Part], line_end: str) -> list[Part]:
    """Prose behind ours, dated items by their day, others behind all; what we say already is left out."""
    joined = [part for part in ours if part.text]
    falls = _falls(ours) if any(part.day for part in ours) else _falls(theirs)
    firsts = {_lines(part.text)[0] for part in ours if part.is_item}
    is_behind = False
    for part in theirs:
        lines = _lines(part.text)
        is_behind = is_behind or part.is_item
        if not lines or (not part.is_item and _says(joined, lines)):
            continue
        is_known = part.is_item and lines[0] in firsts and not _FENCE.search(part.text)
        twin = _twin(joined, lines[0]) if is_known else None
        if twin is None:
            _insert(joined, _place(joined, part, falls=falls, is_behind=is_behind), part, line_end)
            firsts.add(lines[0])
        else:
            joined[twin] = _with_lines(joined[twin], part, line_end)
    return joined


def _twin(joined: Sequence[Part], line: str) -> int | None:
    """Our item of the same words."""
    return next((at for at, one in enumerate(joined) if one.is_item and _lines(one.text)[0] == line), None)


def _with_lines(part: Part, other: Part, line_end: str) -> Part:
    """With what only the other has beneath the item."""
    lines = part.text.split("\n")
    known = {line.strip() for line in lines}
    more = [line for line in _lines(other.text)[1:] if line.strip() not in known]
    place = next((at for at, line in enumerate(lines[1:], start=1) if not line.startswith((" ", "\t"))), len(lines))
    before, behind = lines[:place], lines[place:]
    if more and not behind:  # the last line of a note, without a line end
        before[-1] += line_end.removesuffix("\n")
        behind = [""]
    return part._replace(text="\n".join((*before, *(f"{line}{line_end[:-1]}" for line in more), *behind)))


def _falls(parts: Sequence[Part]) -> bool:
    """Whether the newest stands first, as it does where nothing tells."""
    days = [part.day for part in parts if part.day]
    return sum(a < b for a, b in pairwise(days)) <= sum(a > b for a, b in pairwise(days))


def _place(joined: Sequence[Part], part: Part, *, falls: bool, is_behind: bool) -> int:
    """`is_behind`: in the other note it stood behind an item."""
    if not part.is_item and is_behind:
        return len(joined)
    if not part.is_item:
        return next((at for at, one in enumerate(joined) if one.is_item), len(joined))
    last = max((at + 1 for at, one in enumerate(joined) if one.is_item), default=len(joined))
    if not part.day:
        return last
    if falls:
        return next((at for at, one in enumerate(joined) if one.day and one.day < part.day), last)
    later = (at for at, one in enumerate(joined) if one.day and one.day <= part.day)
    first = next((at for at, one in enumerate(joined) if one.day), last)
    return max(later, default=first - 1) + 1


def _insert(joined: list[Part], place: int, part: Part, line_end: str) -> None:
    """On lines of its own, prose apart from a list; blank lines that ended a list end it still."""
    text = part.text.replace("\r\n", "\n").rstrip("\n").replace("\n", line_end) + line_end
    tail = ""
    if place:
        before = joined[place - 1]
        body = before.text.rstrip("\r\n")
        tail = before.text[len(body) :].removeprefix(line_end)
        gap = line_end if before.is_item and part.is_item else line_end * 2
        joined[place - 1] = before._replace(text=f"{body}{gap}")
    if place < len(joined) and not (part.is_item and joined[place].is_item):
        tail = tail or line_end
    joined.insert(place, part._replace(text=text + tail))


def _says(parts: Sequence[Part], lines: Sequence[str]) -> bool:
    """Whether prose stands in ours line for line."""
    known = {line.strip() for part in parts for line in _lines(part.text)}
    return all(line.strip() in known for line in lines)


def _lines(text: str) -> list[str]:
    """Those with words on them."""
    return [line.rstrip() for line in text.split("\n") if line.strip()]


def _start(item: ListItem) -> int:
    return item.start
