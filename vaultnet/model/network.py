"""The network as the practice sees it: small rows for everyone, the rest looked up when it is asked for.

network.standings                -> (Standing(name="Ada Lovelace", ...), ...)
network.touches["People/Ada.md"] -> (Touch(day=date(2026, 5, 2), kind="coffee", ...), ...)   newest first
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vaultnet.dataclass import dataclass, field, replace
from vaultnet.model.exchanges import Exchanges
from vaultnet.model.holiday import CardDay
from vaultnet.model.looked_up import LookedThrough, LookedUp
from vaultnet.model.profile import Anniversary, Profile
from vaultnet.model.standing import Standing
from vaultnet.model.tie import Tie
from vaultnet.model.working_days import WorkingDays

if TYPE_CHECKING:
    from vaultnet.model.journey import Journey
    from vaultnet.model.trip import Trip

_NO_EXCHANGES = Exchanges()
_PLAIN_WEEK = WorkingDays()


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


class Moment(NamedTuple):
    """The day and the kind of a touch: all that warmth and rhythm are worked out from."""

    day: date
    kind: str


class Promise(NamedTuple):
    """An open task about people: what I owe, or with `is_waiting` what I wait for. `made` and the three dates may be
    unknown; `contacts` are paths, `recurs` is what stands behind 🔁, and `is_blocked` says that a task it depends on is
    still open.
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
    recurs: str = ""
    is_blocked: bool = False


class KeptPromise(NamedTuple):
    """A task about people that was done on a day; `contacts` are paths."""

    text: str
    done: date
    contacts: tuple[str, ...]


class Meeting(NamedTuple):
    """A meeting or event of a day; `people` are paths of contacts, or names where there is no note; `has_brief`: the
    brief that prepares for it stands in its note.
    """

    path: str
    name: str
    kind: str
    day: date
    time: str
    place: str
    outcome: str
    people: tuple[str, ...]
    has_brief: bool = False


class Offer(NamedTuple):
    """An item of an agenda block: `state` is open, done, let_go or moved; `is_kept` once the user has touched it;
    `until` is the 📅 date of one that was moved; `is_outreach` for one that offered the contact themselves, not a
    promise, an answer or a birthday: only that is a turn, and only after that somebody rests.
    """

    contact: str
    day: date
    key: str
    state: str
    is_kept: bool
    kind: str
    until: date | None
    line: int
    is_outreach: bool = True


@dataclass(frozen=True)  # no slots: what is derived is worked out once
class Network:
    """Everything about people that one day's pages need. `touches` and `link_by_path` may be lazy mappings; `asked` are
    those who may owe me an answer, with their touches since they last gave one for certain, newest first; `moments` are
    those of all touches, read sooner than the touches; `mornings` are the standings without the touches of the day (but
    for the kinds of the last ones, and how many there are); `raise_next` is what to bring up with whom, by the
    contact's path; `profiles` are read when asked for, and so are `card_days`, by country and year, and `ahead`, the
    meetings to come with one contact; `hosted` are events of mine, `journeys` the trips that are near; `noted` are the
    days of touches noted by hand, out of no meeting's note.
    """

    standings: tuple[Standing, ...]
    touches: Mapping[str, tuple[Touch, ...]]
    link_by_path: Mapping[str, str]
    meetings: tuple[Meeting, ...] = ()
    promises: tuple[Promise, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    offers: tuple[Offer, ...] = ()
    noted: Iterable[date] = ()
    raise_next: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    card_days: Mapping[tuple[str, int], tuple[CardDay, ...]] = field(default_factory=dict)
    trips: tuple["Trip", ...] = ()
    journeys: tuple["Journey", ...] = ()
    hosted: tuple[Meeting, ...] = ()
    ahead: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)
    exchanges: Exchanges = _NO_EXCHANGES
    asked: Mapping[str, tuple[Touch, ...]] = field(default_factory=dict)
    moments: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    mornings: Mapping[str, Standing] = field(default_factory=dict)
    ties: Mapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    working_days: WorkingDays = _PLAIN_WEEK

    @cached_property
    def standing_by_path(self) -> Mapping[str, Standing]:
        return {standing.path: standing for standing in self.standings}

    def watched(self, people: set[str]) -> "Network":
        """The same network, which adds to `people` of whom it was asked anything that their touches may have a part in.

        Not so where everybody's `standings` are gone through: what is taken from them has to be seen to apart.
        """
        seen = replace(
            self,
            touches=LookedUp(self.touches, people),
            asked=LookedUp(self.asked, people),
            moments=LookedUp(self.moments, people),
            mornings=LookedUp(self.mornings, people),
            noted=LookedThrough(self.noted, people),
        )
        vars(seen)["standing_by_path"] = LookedUp(self.standing_by_path, people)
        return seen

    @cached_property
    def name_by_path(self) -> dict[str, str]:
        return {standing.path: standing.name for standing in self.standings}
