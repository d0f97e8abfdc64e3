"""A group or an event as the practice sees it: everybody in it found.

GatheringCard("Events/2026-09-17 Forum.md", "Forum", "event", date(2026, 9, 17), ("People/Ravi.md", "annelies vroom"))
"""

from datetime import date
from typing import NamedTuple


class GatheringCard(NamedTuple):
    """A group or an event. `people` are paths of contacts, folded names where there is no note; `organizers` are the
    folded names of organizations; no `day` where the note gives none, as of a group.
    """

    path: str
    name: str
    kind: str
    day: date | None
    people: tuple[str, ...]
    organizers: tuple[str, ...] = ()
