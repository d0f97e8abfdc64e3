"""What the touch plan wants to know of one contact: read when it is asked for, of a few people a day.

network.profiles["People/Ada.md"]
-> Profile(location="Lisbon", country="PT", interests=("flood marks",), positions=(NewPosition(...),), ...)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import PartialDate

NEWS_LASTS = 14  # days: after that an event in somebody's life comes up when it is their turn, not by itself
SOON = 14  # days in which a birthday is reason enough not to write before, whatever is posted for it
INTRODUCTIONS = frozenset({"introduced me", "introduced by me"})  # days whose `words` are the other person


class Anniversary(NamedTuple):
    """A yearly day of one contact. `what`: "birthday", "met", "life event", "introduced me" (they introduced me to
    somebody on that day), "introduced by me" (I introduced them), or a key that the settings call an anniversary.
    `words`: those of the event; of an introduction, the other person's path, or name where there is no note.
    """

    contact: str
    what: str
    day: PartialDate
    words: str = ""


class NewPosition(NamedTuple):
    """A job that began on a day that the note tells."""

    role: str
    company: str
    start: date


class Profile(NamedTuple):
    """What one note says that gives occasions. `country` is an ISO code; `introduced_by` are paths, or names;
    `address` is the first of the postal ones.
    """

    location: str = ""
    country: str = ""
    interests: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    introduced_by: tuple[str, ...] = ()
    positions: tuple[NewPosition, ...] = ()
    yearly: tuple[Anniversary, ...] = ()
    address: str = ""


NO_PROFILE = Profile()
