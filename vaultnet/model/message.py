"""What a note has to say to somebody, and has not said yet: drafts of messages, and what a brief wants of a meeting.

<!-- vaultnet:draft-advice-3f2a9c41 -->
Could I ask you how the grades are made?     ->  MessageRow(line=2, text="Could I ask you how the grades are made?")
<!-- /vaultnet:draft-advice-3f2a9c41 -->

It is kept so that `check` need not read ten thousand notes to find a dozen drafts. A draft is no touch: nothing in a
managed block is.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.managed_block import ManagedBlock

DRAFT = "draft"  # how the name of a block begins that holds a draft
_BRIEF = "brief"
_WANTED = frozenset({"wanted", "outcome", "ask", "gewunscht", "gewollt", "ergebnis", "ziel", "bitte", "frage"})


class MessageRow(NamedTuple):
    """One line as the index keeps it. Quoted lines are not mine to word, and are left out."""

    line: int
    text: str


def read_messages(document: Document) -> Iterator[MessageRow]:
    """The lines of the drafts in a note, and of its briefs what is wanted of the meeting, in the order of the note."""
    for block in document.blocks:
        if block.name == DRAFT or block.name.startswith(f"{DRAFT}-"):
            yield from _lines(document, block)
        elif block.name == _BRIEF:
            yield from (row for row in _lines(document, block) if _is_wanted(row.text))


def _lines(document: Document, block: ManagedBlock) -> Iterator[MessageRow]:
    inner = document.text[block.inner_start : block.inner_end]
    for number, line in enumerate(inner.split("\n"), block.line + 1):
        text = line.strip()
        if text and not text.startswith((">", "<!--")):
            yield MessageRow(number, text)


def _is_wanted(text: str) -> bool:
    """`**Wanted** · two names at Waterlijn`."""
    title, _, words = text.removeprefix("**").partition("**")
    return text.startswith("**") and bool(words) and fold(title).rstrip(":") in _WANTED
