r"""A list item: its marker, its checkbox, where its own words begin and end, and whose child it is.

"- [x] call [[Ada]]\n  - about [[Ben]]\n"
->  ListItem(line=1, mark="x", parent=-1, ...), ListItem(line=2, mark="", parent=0, ...)
"""

from typing import NamedTuple


class ListItem(NamedTuple):
    """Offsets into the note. Two items may stand on one line (`- - a`); both then begin where the line begins."""

    line: int
    start: int
    indent: int
    mark: str
    mark_at: int
    text_start: int
    text_end: int
    end: int
    parent: int
    heading: int
    quoted: bool
    block: int
