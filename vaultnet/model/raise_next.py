"""What to bring up with somebody next time: the open list items under `## Raise next time` in their note.

## Raise next time
- how the move to Paris went            ->  RaiseRow(line=12, text="how the move to Paris went")
- [ ] the flat in [[Lisbon]]            ->  RaiseRow(line=13, text="the flat in [[Lisbon]]")
- [x] her sister's exam                     ticked: it was said

They are quoted until they are ticked or removed. An open box here is no promise: nothing is owed but a word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.model.sections import headings_under
from vaultnet.model.touch_row import take_tags, words_of
from vaultnet.text.checkbox import drop_fields
from vaultnet.text.document import Document


class RaiseRow(NamedTuple):
    """One topic as the index keeps it: the words of its own line, without box, tags and Tasks fields."""

    line: int
    text: str


def read_raise_next(document: Document, rules: Rules) -> Iterator[RaiseRow]:
    """The topics of a contact's note that stand open; what is nested under one belongs to it."""
    under = headings_under(document, rules.raise_headings) if document.headings else frozenset()
    if not under:
        return
    for item in document.items.under(under):
        is_topic = item.parent < 0 and not item.quoted and item.block < 0
        if not is_topic or (item.mark and rules.tasks.status_of(item.mark) != "open"):
            continue
        line = words_of(document, item.text_start, item.text_end).partition("\n")[0]
        text = " ".join(drop_fields(take_tags(line, rules)[0]).split())
        if text:
            yield RaiseRow(item.line, text)
