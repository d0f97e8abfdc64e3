"""An introduction as the practice sees it: its note, with everybody in it found.

KnownIntroduction("Introductions/Annelies.md", "Annelies through Ravi", source=(), to=(Party("annelies vroom", ...),),
                  via=(Party("People/Ravi.md", "Ravi Subramaniam"),), status="wanted", ...)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.dated_line import DatedLine

OUTCOME_WORDS = ("outcome", "came of it", "ergebnis", "daraus geworden")


class Party(NamedTuple):
    """Somebody in an introduction or on the wish list: `person` is the path of their note, else the folded name."""

    person: str
    name: str
    has_note: bool


class KnownIntroduction(NamedTuple):
    """As `Introduction`: nobody as `source` is me, nobody as `via` is me."""

    path: str
    name: str
    source: tuple[Party, ...]
    to: tuple[Party, ...]
    via: tuple[Party, ...]
    status: str
    day: date | None
    log: tuple[DatedLine, ...]

    def since(self, today: date) -> date | None:
        """The day of the last step that is written down."""
        days = [line.day for line in self.log if line.day <= today]
        return max(days, default=self.day)

    def moved_on(self, today: date) -> date | None:
        """The day of the last step, not counting what came of it afterwards."""
        days = [line.day for line in self.log if line.day <= today and not _is_outcome(line)]
        return max(days, default=self.day)

    def tells_outcome(self) -> bool:
        """True once the note says what came of it: `- 2026-03-01 outcome: they publish together`."""
        return any(map(_is_outcome, self.log))


def _is_outcome(line: DatedLine) -> bool:
    said = f"{line.topic} {line.text}".lower()
    return any(word in said for word in OUTCOME_WORDS)
