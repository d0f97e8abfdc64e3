r"""A section by its heading, the order its dated items stand in, and where a new one goes.

"## Log\n- 2026-05-02 coffee\n"  + insert_in_section(document, ["Log"], "2026-06-15 call", at="dated")
->  "## Log\n- 2026-06-15 call\n- 2026-05-02 coffee\n"         (a note without the section gets one at its end)
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal

from vaultnet.dataclass import dataclass
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.heading import Heading, fold_heading
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.line import MARKER, line_end_of, next_line
from vaultnet.text.list_item import ListItem
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.span import line_of

Order = Literal["newest-first", "oldest-first", "unknown"]
Place = Literal["top", "bottom", "dated"]

_DATE = lazy_pattern(r"(?:\[\[)?([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Section:
    """`body_start` is behind the heading's line; `own_end` is the next heading, of whatever level. Headings that
    vaultnet generated are no headings here.
    """

    heading: Heading
    body_start: int
    own_end: int


def find_section(document: Document, headings: Collection[str]) -> Section | None:
    """The first section whose heading is one of `headings`, whatever its level, case and punctuation."""
    wanted = {fold_heading(heading) for heading in headings}
    known = [h for h in document.headings if not any(b.start <= h.start < b.end for b in document.blocks)]
    for index, heading in enumerate(known):
        if fold_heading(heading.text) in wanted:
            own_end = known[index + 1].start if index + 1 < len(known) else len(document.text)
            return Section(heading, next_line(document.text, heading.end), own_end)
    return None


def items_of(document: Document, section: Section) -> tuple[ListItem, ...]:
    """The outermost items of a section itself: not of its subsections, quotes, or generated blocks."""
    low = bisect_left(document.items, section.body_start, key=_start)
    high = bisect_left(document.items, section.own_end, low, key=_start)
    items = document.items[low:high]
    return tuple(item for item in items if item.parent < 0 and not item.quoted and item.block < 0)


def item_date(words: str) -> str:
    """The date that an item's words begin with, as eight digits; "" when there is none."""
    found = _DATE.match(words)
    return f"{found[1]}{found[3]}{found[4]}" if found else ""


def order_of(document: Document, section: Section) -> Order:
    """How most dated neighbours of a section stand to one another."""
    return _order(document, items_of(document, section))


def _order(document: Document, items: Sequence[ListItem]) -> Order:
    dates = [date for item in items if (date := _date_of(document, item))]
    rising = sum(a < b for a, b in pairwise(dates))
    falling = sum(a > b for a, b in pairwise(dates))
    return "unknown" if rising == falling else "oldest-first" if rising > falling else "newest-first"


def insert_in_section(
    document: Document,
    headings: Collection[str],
    line_text: str,
    *,
    at: Place = "dated",
    order: Order = "newest-first",
    create_heading: str = "Log",
) -> Edit:
    """Add an item. `line_text` is what stands behind the bullet; lines below it bring their own indentation.

    `at="dated"` keeps the order found in the section, and where none is found, `order`.
    Raises Refused where the note is broken, or the line would not be read as an item at that place.
    """
    refuse_if_broken(document)
    section = find_section(document, headings)
    if section is None:
        edit = _new_section(document.text, create_heading, line_text)
    else:
        items = items_of(document, section)
        dated = tuple(item for item in items if _date_of(document, item))
        place = _wanted(document, section, at, order)
        edit = (
            _beside(document, dated or items, line_text, place) if items else _first_item(document, section, line_text)
        )
    _refuse_unless_read(document, edit)
    return edit


def insert_among(document: Document, items: Sequence[ListItem], line_text: str, *, order: Order) -> Edit:
    """Add a dated item to a list of them, in the order they have, and where none is found, `order`.

    Raises Refused as `insert_in_section` does.
    """
    refuse_if_broken(document)
    found = _order(document, items)
    edit = _beside(document, items, line_text, order if found == "unknown" else found)
    _refuse_unless_read(document, edit)
    return edit


def refuse_if_broken(document: Document) -> None:
    """Raise the first fault after which nothing may be written to the note; not being read whole is one, too."""
    for problem in document.problems:
        if problem.blocks_writing or problem.rule == "note-too-large":
            raise Refused(problem)


def _refuse_unless_read(document: Document, edit: Edit) -> None:
    """Inside a comment that never ends, say, the line would be lost."""
    items = parse_document(apply_edits(document.text, [edit])).items
    index = bisect_left(items, edit.start, key=_start)
    if index == len(items) or items[index].start >= edit.start + len(edit.replacement):
        message = "a line added here would not be read as an item: look for a comment or code fence without an end"
        raise Refused(Problem("section-unreadable", message, line_of(document.text, edit.start)))


def _wanted(document: Document, section: Section, at: Place, order: Order) -> Place | Order:
    if at != "dated":
        return at
    found = order_of(document, section)
    return order if found == "unknown" else found


def _beside(document: Document, items: Sequence[ListItem], line_text: str, at: Place | Order) -> Edit:
    """Place the line among `items`, in their style."""
    new = item_date(line_text)
    dates = [_date_of(document, item) for item in items]
    if not new or at in ("top", "bottom"):
        index = 0 if at in ("top", "newest-first") else len(items)
    elif at == "newest-first":
        index = next((i for i, date in enumerate(dates) if date <= new), len(items))
    else:
        index = next((i + 1 for i in range(len(items) - 1, -1, -1) if dates[i] <= new), 0)
    return _insert(document.text, items, index, line_text)


def _insert(text: str, items: Sequence[ListItem], index: int, line_text: str) -> Edit:
    line_end = line_end_of(text)
    neighbour = items[min(index, len(items) - 1)]
    new = _in_style(text, neighbour, line_text, line_end)
    gap = line_end if _is_loose(text, items) else ""
    if index < len(items):
        return Edit(neighbour.start, neighbour.start, f"{new}{line_end}{gap}")
    place = next_line(text, neighbour.end)
    if text[place - 1] != "\n":
        return Edit(place, place, f"{line_end}{gap}{new}")
    return Edit(place, place, f"{gap}{new}{line_end}")


def _in_style(text: str, neighbour: ListItem, line_text: str, line_end: str) -> str:
    """With the indentation, bullet and blanks of the neighbour."""
    line = text[neighbour.start : next_line(text, neighbour.start)]
    bare = line.lstrip(" \t")
    marker = MARKER.match(bare)
    bullet = f"{marker[1]}{marker[2] or ' '}" if marker else "- "
    indent = line[: len(line) - len(bare)]
    return line_end.join(f"{indent}{each}" for each in f"{bullet}{line_text}".split("\n"))


def _is_loose(text: str, items: Sequence[ListItem]) -> bool:
    """True when all items stand apart from one another by a blank line."""
    pairs = list(pairwise(items))
    return bool(pairs) and all(text.count("\n", one.end, other.start) > 1 for one, other in pairs)


def _first_item(document: Document, section: Section, line_text: str) -> Edit:
    """Behind what a section says that has no list."""
    text = document.text
    line_end = line_end_of(text)
    said = text[section.body_start : section.own_end].rstrip()
    place = next_line(text, section.body_start + len(said)) if said else section.body_start
    new = line_end.join(f"- {line_text}".split("\n"))
    apart = line_end if said else ""
    if text[place - 1] != "\n":
        return Edit(place, place, f"{line_end}{apart}{new}")
    behind = line_end if place < len(text) and not text.startswith(("\n", "\r\n"), place) else ""
    return Edit(place, place, f"{apart}{new}{line_end}{behind}")


def _new_section(text: str, heading: str, line_text: str) -> Edit:
    line_end = line_end_of(text)
    new = line_end.join(f"## {heading}\n- {line_text}\n".split("\n"))
    return Edit(len(text), len(text), blank_line_at_end(text) + new)


def blank_line_at_end(text: str) -> str:
    """What is missing at the end of a note for a new block to begin behind a blank line."""
    line_end = line_end_of(text)
    if not text.strip("\ufeff"):
        return ""
    if not text.endswith("\n"):
        return line_end * 2
    return "" if text.endswith(("\n\n", "\n\r\n")) else line_end


def _date_of(document: Document, item: ListItem) -> str:
    return item_date(document.text[item.text_start : item.text_end])


def _start(item: ListItem) -> int:
    return item.start
