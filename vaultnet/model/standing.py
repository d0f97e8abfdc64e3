"""How things stand with one contact on one day: the small row that the daily practice is worked out from.

A network of ten thousand people is ten thousand of these, not ten thousand whole notes; the index makes them.

    Standing(path="People/Ada.md", name="Ada", tier="close", last=date(2025, 11, 20), last_kind="coffee", ...)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.cadence import Cadence

GONE = frozenset({"archived", "deceased"})


class Offered(NamedTuple):
    """An agenda item of an earlier day about one contact: `state` is open, done, let_go or moved; `until` the day that
    a moved one names.
    """

    day: date
    state: str
    until: date | None = None


class Standing(NamedTuple):
    """One contact, as of a day. Everything dated is on or before that day, but for `snooze` and `next_contact`."""

    path: str
    uid: str  # "" when the note has none; ties are broken by uid, then path
    name: str
    tier: str  # a tier of the settings, "" for none
    cadence: Cadence  # resolved: the contact's own, else tier, else tag rule, else default
    cadence_from: str  # "contact", "tier close", "tag family", "default": in words a person would use
    organizations: tuple[str, ...] = ()  # folded keys, for "not two people of one organization on a day"
    last: date | None = None  # newest touch that counts
    last_kinds: tuple[str, ...] = ()  # kinds of the newest touches, newest first, at most three
    met: date | None = None
    next_contact: date | None = None  # set by hand: goes before the derived due date until a touch on or after it
    snooze: date | None = None  # not before this date
    paused: bool = False
    status: str = ""  # "archived", "deceased": out of every plan
    channel: str = ""
    offers: tuple[Offered, ...] = ()  # agenda items since the last touch, oldest first
    turns: int = 0  # touches and open offers so far; of two whose turn came on one day, the one with fewer goes first
    country: str = ""  # ISO code, "" where the note names none

    @property
    def since(self) -> date | None:
        """The day that silence is counted from: the last touch, else the day they met; None = new."""
        return self.last or self.met

    @property
    def is_gone(self) -> bool:
        """Archived or deceased: out of every plan, and nothing is marked, sent or owed any more."""
        return self.status.casefold() in GONE
