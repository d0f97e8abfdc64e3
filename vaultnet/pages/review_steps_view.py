"""What a weekly review says of the steps ahead, as plain values: whom to meet, introductions, what to give, the goals.

Steps(wishes=(WishAhead(person=Who(name="Annelies Vroom"), step="ask", asks=(Who(name="Ravi"),), ...),), ...)
"""

from datetime import date

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody; `contact` is "" for whoever has no note, and `link` their name."""

    contact: str
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class TieAhead:
    """A tie on the way to somebody: `how` as in `Tie`, the name it leads to, the day and place it is known from."""

    how: str
    name: str
    on: date | None
    at: str


@dataclass(frozen=True, slots=True)
class WishAhead:
    """`step`: a step of an introduction (ask, answer, remind, make), or meet, cold (`kind`, `then`), rest (until
    `due`), leave. `asks` are whom it is about, `since` the day of the last step.
    """

    person: Who
    step: str
    asks: tuple[Who, ...]
    ties: tuple[TieAhead, ...]
    since: date | None
    due: date | None
    kind: str
    then: str


@dataclass(frozen=True, slots=True)
class MoveAhead:
    """The next step of an introduction that is under way; `step` as in `NextMove`."""

    name: str
    link: str
    step: str
    is_mine: bool
    people: tuple[Who, ...]
    to: tuple[Who, ...]
    since: date | None
    due: date | None


@dataclass(frozen=True, slots=True)
class GiftAhead:
    """Something to give: `what` is introduce (to `other`), help, article (`title` links it), mark (`call`, `words`)."""

    what: str
    person: Who
    other: Who | None
    need: str
    resource: str
    source: str
    title: str
    interest: str
    call: str
    words: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Toward:
    """Somebody I was in touch with who touches a goal: `what` and `words` as in `GoalMatch`."""

    person: Who
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Stride:
    """A step made towards somebody on the wish list, in the words of the introduction's note."""

    person: Who
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    """`waiting` are the wishes after the first three; `goals` links the goals note, `gaps` name what it does not say
    yet. `hint` is "asked_more", or "".
    """

    wishes: tuple[WishAhead, ...] = ()
    waiting: int = 0
    introductions: tuple[MoveAhead, ...] = ()
    gifts: tuple[GiftAhead, ...] = ()
    hint: str = ""
    towards: tuple[Toward, ...] = ()
    strides: tuple[Stride, ...] = ()
    goals: str = ""
    gaps: tuple[str, ...] = ()
