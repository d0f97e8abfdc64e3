"""Placings: what was ticked in the note in which people get their place, on a phone (`vaultnet triage --note`).

- [[Clara Nyström]] · Water economist, Havsband Advisory ^vn-3f2a9c41-b7d0e812 she knows Ingrid
  - [ ] close ^vn-77aa0c1e-90cd7e12
  - [x] wide ^vn-20b1d2f4-5d1c22aa
->  Group(link="Clara Nyström", ticked=(Box("20b1d2f4", "wide", line=3, done=None),), words=("she knows Ingrid",), ...)

A line with an id and no box begins a person; what stands deeper belongs to them, and so do the boxes.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.text.block import generated_texts, item_key, parse_item
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document
from vaultnet.text.line import MARKER, columns
from vaultnet.text.link import links_in_value
from vaultnet.text.managed_block import ManagedBlock

BLOCK: Final = "triage"


class Box(NamedTuple):
    """A ticked box: its key, its words, its line, and the day on which it was ticked, where it says so."""

    key: str
    label: str
    line: int
    done: date | None


class Group(NamedTuple):
    """One person of the note, `start..end` with all that belongs to them. `key` is that of the first line, `link` the
    first one in it, "" for none; `words` are what somebody typed, a tab before a line for each level beneath.
    """

    key: str
    link: str
    line: int
    start: int
    end: int
    ticked: tuple[Box, ...]
    words: tuple[str, ...]


class PlacingRow(NamedTuple):
    """A block of the kind in a note: its line, and how many boxes of it are ticked."""

    line: int
    ticked: int


class _Line(NamedTuple):
    number: int
    start: int
    end: int
    text: str


def placing_key(who: str, choice: str = "") -> str:
    """KEY of a person's first line, or of the box of a choice; `who` is a uid, or else a path. No day is in it: the
    note is the same until somebody gets a place.
    """
    return item_key("", BLOCK, who, choice)


def words_key(who: str, words: str) -> str:
    """KEY of what was typed about somebody, once it stands in their own note."""
    return item_key("", f"{BLOCK}-words", who, words)


def find_block(document: Document) -> ManagedBlock | None:
    return next((block for block in document.blocks if block.name == BLOCK), None)


def read_placing_rows(document: Document, rules: Rules) -> Iterator[PlacingRow]:
    """One row where the note has the block."""
    block = find_block(document)
    if block:
        yield PlacingRow(block.line, sum(len(group.ticked) for group in read_groups(document, rules)))


def read_groups(document: Document, rules: Rules) -> tuple[Group, ...]:
    """Every person of the note's block, in its order."""
    block = find_block(document)
    if block is None:
        return ()
    found: list[list[_Line]] = []
    for line in _lines(document, block):
        item = parse_item(line.text)
        if item and not item.mark:
            found.append([line])
        elif found and (item or _level(line) > _level(found[-1][0])):
            found[-1].append(line)
    return tuple(_group(lines, rules) for lines in found)


def _lines(document: Document, block: ManagedBlock) -> Iterator[_Line]:
    """The lines of the block that say something, but for generated text without ids."""
    text, place, number = document.text, block.inner_start, block.line
    generated = generated_texts(text[block.inner_start : block.inner_end])
    while place < block.inner_end:
        end = text.index("\n", place) + 1
        number += 1
        line = text[place:end].rstrip("\r\n")
        if line.strip() and line.strip() not in generated:
            yield _Line(number, place, end, line)
        place = end


def _level(line: _Line) -> int:
    return columns(line.text[: len(line.text) - len(line.text.lstrip(" \t"))])


def _group(lines: list[_Line], rules: Rules) -> Group:
    head = parse_item(lines[0].text)
    assert head is not None
    own, beneath, ticked = [], list[str](), list[Box]()
    outer = _level(lines[0])
    for line in lines:
        item = parse_item(line.text)
        if item is None:
            beneath.append("\t" * _depth(line, outer) + _bare(line.text))
            continue
        own.append(item.typed if item.offered else item.text)
        if item.mark and rules.tasks.status_of(item.mark) == "done":
            ticked.append(Box(item.key, item.offered or item.text, line.number, _done(line.text)))
    link = next((link.path for link in links_in_value(head.offered or head.text) if link.path), "")
    words = "; ".join(filter(None, own))
    start, end = lines[0].start, lines[-1].end
    return Group(head.key, link, lines[0].number, start, end, tuple(ticked), _nested(words, beneath))


def _nested(words: str, beneath: list[str]) -> tuple[str, ...]:
    """What was typed behind the generated words first; without any, the lines beneath are lines of their own."""
    if words:
        return (words, *(f"\t{line}" for line in beneath))
    outer = min((len(line) - len(line.lstrip("\t")) for line in beneath), default=0)
    lines = [line[outer:] for line in beneath]
    return (lines[0].lstrip("\t"), *lines[1:]) if lines else ()


def _depth(line: _Line, outer: int) -> int:
    """How much deeper than directly below the person, in levels of two columns; at most four."""
    return max(0, min(4, (_level(line) - outer) // 2 - 1))


def _bare(text: str) -> str:
    """A typed line without its bullet; a box stays."""
    bare = text.strip()
    marker = MARKER.match(bare)
    return bare[marker.end(2) :].strip() if marker else bare


def _done(text: str) -> date | None:
    done = parse_task(text).done
    try:
        return date.fromisoformat(done) if done else None
    except ValueError:
        return None  # no day of the calendar
