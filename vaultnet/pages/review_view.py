"""What a review is made of, as plain values: the week behind, what is open, the week ahead, and the questions.

ReviewView(length="week", name="2026-W25", behind=Behind(in_person=(Seen(name="Ada", kinds=("coffee",)),), ...), ...)

Counts are of the whole network; beside a person stand names, kinds and dates (P5).
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.pages.review_rest_view import Resting
from vaultnet.pages.review_steps_view import Steps
from vaultnet.practice.steadiness import QuietStretch


@dataclass(frozen=True, slots=True)
class Person:
    """A contact; `to_raise` are the open topics of their `## Raise next time`."""

    contact: str
    name: str
    link: str
    to_raise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody I was in touch with, and by which kinds of touch."""

    person: Person
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was given, received, asked, or is still open: with whom, when, and in which words."""

    person: Person
    day: date | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """A promise in its own words; `links` says whether they link somebody already."""

    people: tuple[Person, ...]
    text: str
    links: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class NewName:
    """Somebody new, who introduced them, and at which events or in which groups we met (links)."""

    person: Person
    through: tuple[str, ...]
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """Whom I was in touch with, each once in the richest way; what was exchanged, what was kept, and who is new."""

    in_person: tuple[Seen, ...]
    live: tuple[Seen, ...]
    written: tuple[Seen, ...]
    mentioned: tuple[Seen, ...]
    given: tuple[Told, ...]
    received: tuple[Told, ...]
    asked: tuple[Told, ...]
    kept: tuple[Task, ...]
    new_names: tuple[NewName, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """What was asked and not answered yet, and the next step of the ladder: its kind and day, where there is one."""

    person: Person
    day: date
    text: str
    next_kind: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class Open:
    """What is open on the last day: `promised` is due by then or undated, `later` counts those for later."""

    promised: tuple[Task, ...]
    later: int
    asked: tuple[Ask, ...]
    replies: tuple[Told, ...]
    thanks: tuple[Told, ...]
    waiting: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Appointment:
    name: str
    link: str
    time: str
    place: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A yearly day `on` its day, or what must be posted for it; `years` where they are known. `what` as in
    `Anniversary`; `words` are those of an event in somebody's life, or of an introduction the link to the other.
    """

    person: Person
    what: str
    on: date
    years: int | None
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Approach:
    person: Person
    kind: str


@dataclass(frozen=True, slots=True)
class DayAhead:
    """One day of the week ahead; days without anything are left out of the page."""

    day: date
    weekday: int  # Monday = 0
    meetings: tuple[Appointment, ...]
    occasions: tuple[Occasion, ...]
    promised: tuple[Task, ...]
    follow_up: tuple[Approach, ...]
    reach_out: tuple[Approach, ...]


@dataclass(frozen=True, slots=True)
class Fading:
    """A tie that is cooling, or dormant: the last touch, and how long ago that is."""

    person: Person
    last: date
    last_kind: str
    gap: object


@dataclass(frozen=True, slots=True)
class Capacity:
    """The budget against the network. Shares are whole percents of everybody, None where nobody was known yet."""

    contacts: int
    held: int
    a_day: float
    needed: float
    would_hold_people: int
    would_hold_minutes: int
    heard_from: int | None
    heard_from_quarter_ago: int | None
    heard_from_half_year_ago: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """A month of a quarter or year: touches by richness, and new names."""

    first: date
    in_person: int
    live: int
    written: int
    new_names: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Touches week by week as little bars, one character a week; the pattern is that of the last 52 weeks."""

    first: date
    in_person: str
    live: str
    written: str
    months: tuple[Part, ...]
    state: str
    bursts: tuple[date, ...]
    quiet: tuple[QuietStretch, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody who opened a door, and to whom."""

    person: Person
    to: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """An event or a group (a link), and whom I met there first; a group has whom its events brought, too."""

    link: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    kind: str
    touches: int


@dataclass(frozen=True, slots=True)
class Yield:
    """What the stretch brought: who opened doors, which events and groups did, who was thanked, how far the list has
    grown, how many of it were in touch at all and twice or more, and in which ways, the most frequent first.
    """

    doors: tuple[Opened, ...]
    gatherings: tuple[Gathered, ...]
    thanked: tuple[Person, ...]
    ways: tuple[KindCount, ...]
    in_touch: int
    in_touch_twice: int
    contacts: int
    new_names: int


@dataclass(frozen=True, slots=True)
class WeekCount:
    """The touches of a week, and those of them in person."""

    first: date
    touches: int
    in_person: int


@dataclass(frozen=True, slots=True)
class TierPercent:
    """How many percent of a tier ("" for none) were heard from in the last half-year."""

    tier: str
    percent: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many people of the list were known at the end of a month."""

    first: date
    known: int


@dataclass(frozen=True, slots=True)
class Charts:
    """What a review draws besides its own tables: a week the last twelve `weeks`, a quarter its own; `tiers` and
    `growth` of a quarter or year only.
    """

    weeks: tuple[WeekCount, ...] = ()
    tiers: tuple[TierPercent, ...] = ()
    growth: tuple[MonthCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question to answer: the place of the key makes the user's answer stay; `turn` says which of the list it is."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class ReviewView:
    """`until` is the day it is told from: the last day, or today while the stretch runs. Parts that a length of
    review does not have are None or empty.
    """

    length: str
    name: str
    first: date
    last: date
    until: date
    behind: Behind
    open: Open
    ahead: tuple[DayAhead, ...]
    ahead_first: date | None
    ahead_last: date | None
    cooling: tuple[Fading, ...]
    dormant: tuple[Fading, ...]
    capacity: Capacity
    rhythm: Rhythm | None
    brought: Yield | None
    own_questions: tuple[str, ...]
    questions: tuple[Question, ...]
    charts: Charts | None = None
    steps: Steps | None = None
    may_rest: tuple[Resting, ...] = ()
