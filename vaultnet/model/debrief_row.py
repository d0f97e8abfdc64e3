"""What of a debrief may still have to be absorbed, as the index keeps it: so that only notes with something open are
read again.

- [x] Names I got: ^vn-20000000-90cd7e12 Hana Novak, [[Petr Vesely]]
->  DebriefRow(line=9, item="5d1c22aa", link=""), DebriefRow(line=9, item="", link="Petr Vesely")
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.debrief import answer_key, read_debrief
from vaultnet.model.debrief_names import read_names
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document


class DebriefRow(NamedTuple):
    """One answer that is ticked. `item` is the key that another note bears once it was absorbed there; `link` a name
    that is a link, absorbed once it leads to a note.
    """

    line: int
    item: str
    link: str


def read_debrief_rows(document: Document, day: date | None, rules: Rules) -> Iterator[DebriefRow]:
    """The ticked answers of a meeting's debrief, but for those that say nothing and those that were taken."""
    if day is None or not document.blocks:
        return
    for answer in read_debrief(document, rules):
        if not answer.is_ticked or answer.is_taken:
            continue
        if answer.question == "names":
            for part in read_names(document, answer):
                yield DebriefRow(answer.line, "" if part.link else answer_key(answer, part.name), part.link)
        elif answer.question in ("offer", "next") and (not answer.says_nothing or not answer.is_clear):
            yield DebriefRow(answer.line, answer_key(answer, day.isoformat()), "")
