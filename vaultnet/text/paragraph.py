r"""A paragraph outside of lists (a table counts as one), kept only when it may say something about a person.

"Lunch with [[Ada]].\n"  ->  Paragraph(line=1, start=0, end=19, heading=-1, quoted=False, block=-1)
"""

from typing import NamedTuple


class Paragraph(NamedTuple):
    """`text[start:end]`, line end excluded; in a quote the `>` of every line but the first is part of it."""

    line: int
    start: int
    end: int
    heading: int
    quoted: bool
    block: int
