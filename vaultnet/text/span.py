"""A place in a note: half-open character offsets, and the line and column a person would name.

Notes are decoded as strict UTF-8 with nothing translated, so characters and bytes stand in one-to-one order and a
splice by character offset leaves every other byte alone.

    "- 2026-05-02 coffee"[slice(*Span(2, 12))]  ->  "2026-05-02"
"""

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`."""

    start: int
    end: int


def line_of(text: str, offset: int) -> int:
    r"""1-based line of an offset; only ``\n`` ends a line (as git and every editor count)."""
    return text.count("\n", 0, offset) + 1


def column_of(text: str, offset: int) -> int:
    """1-based column of an offset, in characters."""
    return offset - text.rfind("\n", 0, offset)
