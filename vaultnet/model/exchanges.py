"""What was written, given and owed, as far as the index can tell: whose history is worth reading, and for what to say
thanks.

Meetings/2026-06-16 Coffee with Emeka.md   ->  Favour("People/Emeka.md", ..., "meeting", "Coffee ...", ...)
"""

from datetime import date
from typing import NamedTuple


class Favour(NamedTuple):
    """Something to thank `contact` for. `what`: received, meeting or introduction; `about`: the words of the touch, the
    title of the meeting's note, or of an introduction the name of whom I came to know; `path` and `line` say where.
    """

    contact: str
    day: date
    what: str
    about: str
    path: str
    line: int = 1


class Exchanges(NamedTuple):
    """`replies` are those in whose touches an answer may be owed, `received` those to whom thanks may be; everybody
    else's need not be read to know that nothing is. `favours` are those that are no line of the contact's own log.
    """

    replies: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    favours: tuple[Favour, ...] = ()


class Act(NamedTuple):
    """What one touch says of giving and asking, whoever it was with."""

    kind: str
    direction: str
    tags: tuple[str, ...]
