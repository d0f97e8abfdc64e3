"""The view of a message: everything a template may say in it, as the notes have it. What is not known is empty, and the
template leaves it out, or leaves a blank to fill.

MessageDraft(purpose="follow-up", first="Wouter", ask=AskSoFar(day=date(2026, 6, 10), text="asked ..."), ...)
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import Gap


@dataclass(frozen=True, slots=True)
class LastTouch:
    """The last time we were in touch; `gap` until today, `topic` the words of the log."""

    day: date
    gap: Gap
    kind: str
    is_from_them: bool
    topic: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where we could meet: `how` is both (we are in one place), trip (I am there from `start` to `end`), theirs, far
    (another country), or "" where nobody knows.
    """

    how: str
    name: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask for advice on; `is_there`: they are, or were, at the organization. Either name may be empty."""

    organization: str
    role: str
    industry: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class AskSoFar:
    """What was asked and has no answer yet; `tried` are the steps made since, with their days."""

    day: date
    text: str
    tried: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Thanks:
    """What to say thanks for: `what` is received, meeting or introduction."""

    day: date
    what: str
    about: str


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """Somebody else in an introduction. `name` is "" where it is somebody at `organization`; `how` and `at`: what ties
    them to the one written to. `need` is that of the one whom `needs_it` says (they, other, or "" for neither).
    """

    name: str
    first: str
    role: str
    organization: str
    how: str = ""
    at: str = ""
    needs_it: str = ""
    need: str = ""
    offer: str = ""
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message to one person. `news` and `news_call` are an event in their life and what it calls for; `help` is what
    I have for `needs[0]`; `promise` what I owe them; `outcome` what I want of the next meeting with them.
    """

    purpose: str
    today: date
    name: str
    first: str
    is_formal: bool
    role: str
    organization: str
    me: str
    my_first: str
    pitch: str
    place: Place
    last: LastTouch | None = None
    birthday_ago: int | None = None
    news: str = ""
    news_call: str = ""
    position_role: str = ""
    position_company: str = ""
    needs: tuple[str, ...] = ()
    help: str = ""
    promise: str = ""
    raise_next: tuple[str, ...] = ()
    question: Question | None = None
    outcome: str = ""
    ask: AskSoFar | None = None
    thanks: Thanks | None = None
    other: OtherPerson | None = None
