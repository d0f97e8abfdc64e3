"""What a meeting brief says, as values for `templates/brief.md`. Empty means that there is nothing to say.

BriefView(meeting=PlannedMeeting(name="Coffee with Emeka", ...), people=(PersonBrief(name="Emeka Obi", ...),), ...)
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import Gap


@dataclass(frozen=True, slots=True)
class Nearby:
    """Where the two of you can meet: `how` is both (you live in one place), trip (you are in theirs from `start` to
    `end`) or theirs (where they live).
    """

    how: str
    place: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """The meeting: `day` is None as long as it is a proposal, `minutes` None for anything between 15 and 60."""

    path: str
    name: str
    kind: str
    is_in_person: bool
    day: date | None = None
    time: str = ""
    place: str = ""
    outcome: str = ""
    minutes: int | None = None
    near: Nearby | None = None
    only_written: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """`organizations`, `introduced_by` are links, or names; `before` where they were; `birthday` one that is soon."""

    role: str
    organizations: tuple[str, ...]
    before: tuple[str, ...]
    location: str
    relationship: tuple[str, ...]
    met: date | None
    met_at: str
    introduced_by: tuple[str, ...]
    birthday: date | None
    interests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TouchLine:
    day: date
    kind: str
    is_from_them: bool
    topic: str


@dataclass(frozen=True, slots=True)
class History:
    """`since` is the day we met, or the first touch; `gap` the time from the last touch to the day of the brief."""

    since: date
    gap: Gap
    touches: tuple[TouchLine, ...]


@dataclass(frozen=True, slots=True)
class OwedLine:
    """`what`: promise, reply, thanks (mine to do); waiting, ask (theirs). `due` is that of a task, `on` since when."""

    what: str
    text: str
    due: date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Gift:
    """`what`: help (my `resource` meets their `need`), introduce (`link` can meet their need), connect (they can meet
    that of `link`), pass_on (the article `link` about `need`), mark (`call` says how to meet an event in their life).
    """

    what: str
    need: str
    link: str = ""
    resource: str = ""
    call: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Whom or what to ask about: see `AskAbout`; `link` is the person's or organization's, `at` the organization's."""

    what: str
    link: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """Somebody whom we both know, and what they know one another from: introduced, knows, met, colleague."""

    link: str
    how: str


@dataclass(frozen=True, slots=True)
class Question:
    """`what`: life, ahead or topic; `mood` of an event in their life; `kind` of the touch it came up in."""

    what: str
    words: str
    on: date
    kind: str
    mood: str


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """One person. `path` is "" for a name without a note; `help_first` says that nothing was given lately, and an
    outcome is wanted; `fits` are my strengths that meet their field or needs.
    """

    path: str
    name: str
    link: str
    who: Who | None
    history: History | None
    owed: tuple[OwedLine, ...]
    awaited: tuple[OwedLine, ...]
    needs: tuple[str, ...]
    gifts: tuple[Gift, ...]
    help_first: bool
    inquiries: tuple[Inquiry, ...]
    shared: tuple[Shared, ...]
    to_raise: tuple[str, ...]
    questions: tuple[Question, ...]
    fits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    day: date
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody I know there, or with `is_over` who was."""

    link: str
    role: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class OrganizationBrief:
    link: str
    industry: tuple[str, ...]
    location: str
    situation: str
    facts: tuple[FactLine, ...]
    people: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class NewsLine:
    """`link` is the note it stands in, "" for the meeting's own; `about` are the links of the people and organizations
    of this brief.
    """

    day: date
    title: str
    url: str
    link: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """`day` is the one that it is written for: today, or that of a meeting that is past."""

    day: date
    meeting: PlannedMeeting
    people: tuple[PersonBrief, ...]
    organizations: tuple[OrganizationBrief, ...]
    news: tuple[NewsLine, ...]
    pitch: str
