"""Where there is no way to somebody yet: the group or event that comes nearest to them (P6, P17).

Annelies is on the list of the Forum in September   ->  NearGathering(Forum, "there", "annelies vroom")
somebody who knows her comes to the Delta Evenings  ->  NearGathering(Delta Evenings, "knows", "People/Amira.md")
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from vaultnet.model.gathering_card import GatheringCard


class NearGathering(NamedTuple):
    """`why`: there (whom I want to meet is among its people), organizer (it is their organization's), knows (`person`
    knows them).
    """

    gathering: GatheringCard
    why: str
    person: str


_RANK = ("there", "organizer", "knows")


def find_nearest(
    wanted: Collection[str],
    acquainted: Collection[str],
    organizations: Collection[str],
    gatherings: Iterable[GatheringCard],
    today: date,
) -> NearGathering | None:
    """The nearest one: `wanted` are whom I want to meet, `acquainted` who know them, `organizations` the names of where
    they work.

    An event to come goes before a group, which meets again some day, and a group before an event that is over; then who
    is to be met there, the day, and the path.
    """
    near = (_near(gathering, wanted, acquainted, organizations) for gathering in gatherings)
    return min(filter(None, near), key=lambda found: _order(found, today), default=None)


def _near(
    gathering: GatheringCard, wanted: Collection[str], acquainted: Collection[str], organizations: Collection[str]
) -> NearGathering | None:
    there = next((person for person in gathering.people if person in wanted), "")
    if there:
        return NearGathering(gathering, "there", there)
    if any(organizer in organizations for organizer in gathering.organizers):
        return NearGathering(gathering, "organizer", "")
    known = next((person for person in gathering.people if person in acquainted), "")
    return NearGathering(gathering, "knows", known) if known else None


def _order(found: NearGathering, today: date) -> tuple[int, int, int, str]:
    day = found.gathering.day
    when = 1 if day is None else 0 if day >= today else 2
    distance = abs((day - today).days) if day else 0
    return when, _RANK.index(found.why), distance, found.gathering.path
