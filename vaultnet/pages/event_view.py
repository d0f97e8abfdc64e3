"""What the brief of an event or a group is made of, as plain values.

EventBriefView(kind="event", state="before", coming=(Talk(person=Person("People/Lotte.md", ...), ...),), ...)

Beside a person stand names, words, dates and lengths of time (P5); what there is nothing to say of is empty.
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import Gap
from vaultnet.pages.review_view import Person


@dataclass(frozen=True, slots=True)
class Why:
    """A reason to talk to somebody: `what` as in `TalkReason`; `person` where it is about somebody besides."""

    what: str
    words: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody I know who comes; `topic_on` is the day of a `topic` that the last touch does not tell of; `owed` is
    what I promised them, `awaited` what they promised me.
    """

    person: Person
    mark: str
    why: tuple[Why, ...]
    last: date | None
    last_kind: str
    gap: Gap | None
    topic: str
    topic_on: date | None
    owed: tuple[str, ...]
    awaited: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom I want to meet: `what` as in `Wanted`; `through` are those there who could introduce me, `known_there` whom
    I know at their company.
    """

    person: Person
    what: str
    words: str
    is_there: bool
    through: tuple[Person, ...]
    known_there: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody on the list who has no note: `similar` may be they under another spelling; `known_there` are people I
    know at their company.
    """

    name: str
    company: str
    mark: str
    similar: tuple[Person, ...]
    known_there: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who could be invited: last met in person on `seen`; `shares` an interest with `other`, or one of the two
    `needs` what the other can do.
    """

    person: Person
    seen: date | None
    gap: Gap | None
    other: Person | None
    shares: str
    needs: str


@dataclass(frozen=True, slots=True)
class Word:
    """Something said, promised or given, with those whom it is about; `links` says whether the words link them."""

    people: tuple[Person, ...]
    text: str
    links: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """What an event that is over brought: whom I met there first, what was promised, and what is still open."""

    new: tuple[Person, ...]
    promised: tuple[Word, ...]
    thanks: tuple[Word, ...]
    replies: tuple[Person, ...]
    asked: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group; `is_quiet` when it is time to be in touch again."""

    person: Person
    last: date | None
    last_kind: str
    gap: Gap | None
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Meet:
    """An event of a group, as a link."""

    path: str
    link: str
    day: date


@dataclass(frozen=True, slots=True)
class EventBriefView:
    """`kind` is event or group; `state` of an event before (its day is one to come, today, or not known) or after.

    `coming` are contacts, in the order of the list, `declined` those who will not; `unread` are lines of the list that
    no name was found in, `only_listed` contacts who stand on a pasted list alone, so that no touch tells of that day.
    `invite` is for a party of mine, `next`, `last` and `members` for a group.
    """

    day: date
    kind: str
    state: str
    name: str
    link: str
    held_on: date | None
    time: str
    place: str
    outcome: str
    is_mine: bool
    groups: tuple[str, ...]
    coming: tuple[Talk, ...]
    declined: tuple[str, ...]
    wanted: tuple[Wish, ...]
    strangers: tuple[Stranger, ...]
    unread: tuple[str, ...]
    only_listed: tuple[Person, ...]
    invite: tuple[Invited, ...]
    brought: Brought | None
    members: tuple[Member, ...]
    next: Meet | None
    last: Meet | None
