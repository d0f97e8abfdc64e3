r"""A heading, and the form in which two spellings of one heading are equal.

"## Log  \n"  ->  Heading(level=2, text="Log", start=0, end=8, line=1)
fold_heading("Interaction **log**") == fold_heading("interaction  LOG")
"""

import unicodedata
from typing import NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern

_PUNCTUATION = lazy_pattern(r"[^\w\s]|_")


class Heading(NamedTuple):
    """`text[start:end]` is the heading's line (both lines of an underlined one) without its line end."""

    level: int
    text: str
    start: int
    end: int
    line: int


def heading_text(line: str) -> str:
    """What a `#` line says: the opening and closing hashes and the blanks around it are not part of it."""
    text = line.lstrip("#").strip(" \t\r")
    if not text.endswith("#"):
        return text
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else text


def fold_heading(text: str) -> str:
    """Case, punctuation and runs of blanks do not tell headings apart (as Obsidian matches `#` subpaths)."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_PUNCTUATION.sub(" ", folded).split())
