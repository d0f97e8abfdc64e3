"""Offers: what earlier agenda blocks proposed, read back from the notes, so that nothing else need be remembered.

- [-] Call [[Ada Lovelace]] · 7 months since coffee ^vn-3f2a9c41-b7d0e812
-> OfferRow(line=8, key="3f2a9c41", state="let_go", kind="call", link="Ada Lovelace", ...)
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.text.block import parse_item
from vaultnet.text.checkbox import find_due, parse_task
from vaultnet.text.document import Document


class OfferRow(NamedTuple):
    """One item of a generated agenda block; `state` is open, done, let_go or moved, `link` whom it is about,
    `is_untouched` whether it still reads as it was generated, `due` its 📅 date wherever it was typed, or "".
    """

    line: int
    key: str
    state: str
    is_untouched: bool
    kind: str
    due: str
    link: str


def read_offers(document: Document, rules: Rules) -> Iterator[OfferRow]:
    """The items with a key in the agenda block of a dated note."""
    for item in document.items:
        if item.block < 0 or not item.mark or document.blocks[item.block].name != "agenda":
            continue
        parsed = parse_item(document.text[item.start : item.text_end])
        links = [link for link in document.links_in(item.text_start, item.text_end) if link.path]
        if parsed is not None and links:
            words = document.text[item.text_start : links[0].start]
            line = document.text[item.text_start : item.text_end].partition("\n")[0]
            due = parse_task(line).due or find_due(line)
            kind = rules.kind_in(words)
            status = rules.tasks.status_of(item.mark)
            state = "open" if status == "none" else status
            yield OfferRow(item.line, parsed.key, state, parsed.generated, kind, due, links[0].path)
