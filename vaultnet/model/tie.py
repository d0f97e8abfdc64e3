"""That two contacts know each other.

introduced-by: "[[Emeka Obi]]"   ->  Tie("People/Emeka Obi.md", "introduced", None)
both at a meeting of 3 April     ->  Tie("People/Ravi.md", "met", date(2025, 4, 3))
"""

from datetime import date
from typing import NamedTuple


class Tie(NamedTuple):
    """`other` is the path of somebody who knows a contact; `how`: introduced, knows, met, event, group, colleague,
    linked (the note of one names the other); `day` when they were last together; `at` where: the title of an event's or
    group's note, an organization.
    """

    other: str
    how: str
    day: date | None
    at: str = ""
