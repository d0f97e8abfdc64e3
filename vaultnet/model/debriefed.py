"""A meeting or event that a debrief is about.

Debriefed("Meetings/2026-06-16 Coffee with Emeka.md", "Coffee with Emeka", "meeting", date(2026, 6, 16), ...)
"""

from datetime import date
from typing import NamedTuple


class Debriefed(NamedTuple):
    """`people` are paths of contacts, or names where there is no note."""

    path: str
    name: str
    kind: str
    day: date
    people: tuple[str, ...]
