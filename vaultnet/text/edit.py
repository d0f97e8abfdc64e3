r"""Splices: the only way a note's text is changed. Parse to locate, replace the bytes meant, leave the rest.

apply_edits("a: 1\nb: 2\n", [Edit(3, 4, "7")])  ->  "a: 7\nb: 2\n"
"""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`; `start == end` inserts."""

    start: int
    end: int
    replacement: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply splices that do not overlap, in any order. Inserts at one place keep the order given.

    Raises ValueError when two edits overlap or one lies outside the text: that is a bug of the caller.
    """
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position or edit.end > len(text) or edit.end < edit.start:
            raise ValueError(f"edits overlap or lie outside the text at {edit.start}")
        parts += (text[position : edit.start], edit.replacement)
        position = edit.end
    return "".join((*parts, text[position:]))
