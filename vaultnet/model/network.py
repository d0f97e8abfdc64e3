"""The network as the practice sees it: small rows for everyone, the rest looked up when it is asked for.

network.standings                -> (Standing(name="Ada Lovelace", ...), ...)
network.touches["People/Ada.md"] -> (Touch(day=date(2026, 5, 2), kind="coffee", ...), ...)   newest first
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import PartialDate
from vaultnet.model.standing import Standing


class Touch(NamedTuple):
    """One time that one contact and I were in touch. `path` and `line` say where it is written."""

    day: date
    time: str
    kind: str
    richness: int
    direction: str
    text: str
    tags: tuple[str, ...]
    origin: str
    path: str
    line: int


class Promise(NamedTuple):
    """An open task about people: what I owe, or with `is_waiting` what I wait for. `made` and the three dates may be
    unknown; `contacts` are paths.
    """

    path: str
    line: int
    text: str
    due: date | None
    scheduled: date | None
    start: date | None
    made: date | None
    is_waiting: bool
    contacts: tuple[str, ...]


class Meeting(NamedTuple):
    """A meeting or event of a day; `people` are paths of contacts, or names where there is no note."""

    path: str
    name: str
    kind: str
    day: date
    time: str
    place: str
    outcome: str
    people: tuple[str, ...]


class Anniversary(NamedTuple):
    """A yearly day of one contact: `what` is "birthday", "met", or the key that the settings call an anniversary."""

    contact: str
    what: str
    day: PartialDate


class Offer(NamedTuple):
    """An item of an agenda block: `state` is open, done, let_go or moved; `is_kept` once the user has touched it;
    `until` is the 📅 date of one that was moved.
    """

    contact: str
    day: date
    key: str
    state: str
    is_kept: bool
    kind: str
    until: date | None
    line: int


@dataclass(frozen=True, slots=True)
class Network:
    """Everything about people that one day's pages need. `touches` and `link_by_path` may be lazy mappings."""

    standings: tuple[Standing, ...]
    touches: Mapping[str, tuple[Touch, ...]]
    link_by_path: Mapping[str, str]
    meetings: tuple[Meeting, ...] = ()
    promises: tuple[Promise, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    offers: tuple[Offer, ...] = ()

    def standing_by_path(self) -> dict[str, Standing]:
        return {standing.path: standing for standing in self.standings}
