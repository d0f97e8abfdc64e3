"""What became of one row of an import, and why.

ImportRow("Connections.csv", 5, "Ada Example", "created", "People/Ada Example.md", ("new",))
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from vaultnet.exchange.draft import Draft
from vaultnet.exchange.matching import Candidate

Outcome = Literal["created", "updated", "unchanged", "ambiguous", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("created", "updated", "unchanged", "ambiguous", "rejected")


class ImportRow(NamedTuple):
    """`path` is the note it went to, or would; `why` are the reasons, one a sentence; `candidates` are who may be meant
    by an ambiguous one; `told` are the lines of a draft of many rows whose touches the note had before.
    """

    source: str
    line: int
    name: str
    outcome: Outcome
    path: str
    why: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    told: frozenset[int] = frozenset()

    @property
    def reason(self) -> str:
        """All reasons on one line, in English, for files and JSON."""
        return "; ".join(self.why)


_STRENGTH: tuple[Outcome, ...] = ("created", "updated", "ambiguous", "unchanged", "rejected")


def rows_of(draft: Draft, placed: ImportRow) -> Iterable[ImportRow]:
    """One for each row of the input that the draft was made of."""
    lines = sorted({line for touch in draft.touches for line in touch.rows}) or [draft.line]
    for line in lines:
        is_told = placed.outcome == "updated" and line in placed.told
        said = placed._replace(outcome="unchanged", why=placed.why[:1]) if is_told else placed
        yield said._replace(line=line)


def join_rows(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """One a row of the input: of a message to several people, what came of it with the one for whom most did."""
    strongest: dict[tuple[str, int], ImportRow] = {}
    for row in rows:
        there = strongest.setdefault((row.source, row.line), row)
        if _STRENGTH.index(row.outcome) < _STRENGTH.index(there.outcome):
            strongest[row.source, row.line] = row
    return list(strongest.values())
