"""What a brief tells of one person besides how things stand: how we met, their birthday, what happened in their life.

People/Lotte.md with met-at: "[[Delta Evening]]"  ->  PersonCard("People/Lotte.md", met_at=(Named("Delta Evening",
                introduced-by: "[[Siobhán]]"              "Events/Delta Evening.md"),), introduced_by=(...), ...)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import PartialDate
from vaultnet.model.goals_note import Named


class PersonCard(NamedTuple):
    """One contact's note; `introduced_by` are paths of contacts, or names where there is no note."""

    path: str
    met: date | None = None
    met_at: tuple[Named, ...] = ()
    introduced_by: tuple[str, ...] = ()
    birthday: PartialDate | None = None
    interests: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    life_events: tuple[DatedLine, ...] = ()
