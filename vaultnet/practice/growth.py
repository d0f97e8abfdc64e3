"""How the list of people I know has grown (P8): how many of them I knew at the end of each month.

met 2026-03-02                            ->  known since that day
no `met`, first touch on 2026-04-10       ->  known since then
neither                                   ->  no day: known, since nobody can tell when, and counted in every month

The list is that of today (`practice/list_drive.py`): everybody but who is archived, deceased or `cadence: never`. A uid
tells no day, and the file's time is that of the last import.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.standing import Standing


class Growth(NamedTuple):
    """`known`: the days on which those who have one became known, oldest first; `undated`: how many have none."""

    known: tuple[date, ...]
    undated: int

    def until(self, day: date) -> int:
        """How many were known on a day."""
        return self.undated + sum(known <= day for known in self.known)

    def between(self, first: date, last: date) -> int:
        """How many became known from one day to another."""
        return sum(first <= known <= last for known in self.known)


def build_growth(standings: Iterable[Standing], touches: Mapping[str, Sequence[date]]) -> Growth:
    """`touches` are the days of all touches by path, oldest first."""
    listed = [standing for standing in standings if not standing.is_gone and not standing.cadence.never]
    days = [became_known(standing, touches) for standing in listed]
    known = sorted(day for day in days if day)
    return Growth(tuple(known), len(days) - len(known))


def became_known(standing: Standing, touches: Mapping[str, Sequence[date]]) -> date | None:
    """The day on which somebody came into the network: when we met, else the first touch; None where no note tells."""
    if standing.met or not standing.last:
        return standing.met
    days = touches.get(standing.path)
    return days[0] if days else standing.last
