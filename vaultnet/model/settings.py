"""Settings: what `vaultnet.toml` may say, and what each key means when it says nothing.

Everything has a default; an empty file, or none, works. All faults are reported at once, unknown keys with the
nearest known one.

    [agenda]
    people = 3            ->  Settings(agenda=Agenda(people=3, minutes=10, ...), ...)
"""

from collections.abc import Mapping
from typing import Literal

from vaultnet.dataclass import dataclass, field
from vaultnet.model.calendar_settings import CalendarSettings
from vaultnet.model.kind_words import kind_forms, kind_word
from vaultnet.model.news_settings import NewsSettings


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of touch. `richness`: in person 3, live 2, written 1, broadcast 0. `minutes`: the time it takes *me* to
    reach out (writing the invitation to a coffee); `duration`: how long a brief proposes that the coffee itself last,
    in minutes; 0 = 15 to 60. `direction`: whether a touch of this kind has a sender ("to"/"from") or is mutual ("").
    `forms` are what it is read by, `word` what vaultnet writes for it in a log line; "" = its name.
    """

    name: str
    forms: tuple[str, ...]
    richness: int
    minutes: int
    duration: int = 0
    direction: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """How close someone is: a cadence, and the share of the slots (by weight) when there are too few."""

    name: str
    cadence: str
    weight: int


@dataclass(frozen=True, slots=True)
class Me:
    name: str = ""
    emails: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class VaultSettings:
    ignore: tuple[str, ...] = ()
    timezone: str = ""
    language: str = "en"
    week_start: str = "sunday"
    date_order: Literal["dmy", "mdy", ""] = ""


@dataclass(frozen=True, slots=True)
class ContactSettings:
    """What marks a note as a contact, besides the distinctive keys of a dialect."""

    types: tuple[str, ...] = ("contact", "person", "people", "crm-contact")
    tags: tuple[str, ...] = ("contact", "person", "people")
    folders: tuple[str, ...] = ()
    at_prefix: bool = False
    anniversaries: tuple[str, ...] = ("anniversary", "wedding", "nameday")
    raise_headings: tuple[str, ...] = ("Raise next time", "Beim nächsten Mal")  # what to bring up, until it is ticked


@dataclass(frozen=True, slots=True)
class CadenceSettings:
    default: str = "6 months"
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgendaSettings:
    """`days` are working days of the practice, Monday = 0."""

    people: int = 2
    minutes: int = 10
    days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    heading: str = "Networking"


@dataclass(frozen=True, slots=True)
class LogSettings:
    headings: tuple[str, ...] = ("Log", "Interactions", "Interaction log", "Communications", "Activities", "Meetings")
    order: str = "newest first"
    mention_counts: bool = True


@dataclass(frozen=True, slots=True)
class TagWords:
    """The words behind `#` that say what was exchanged; another language has others."""

    gave: str = "gave"
    received: str = "received"
    asked: str = "asked"
    answered: str = "answered"
    thanked: str = "thanked"
    reply: str = "reply"
    waiting: str = "waiting"


@dataclass(frozen=True, slots=True)
class LadderSettings:
    """What follows an ask without an answer: kinds of touch, each after so many working days, then a rest. The cold
    ladder is for people I do not know; its first step waits for nothing. `missed` are words of a call that reached
    nobody.
    """

    steps: tuple[str, ...] = ("email", "call", "letter")
    days: tuple[int, ...] = (5, 7, 10)
    cold_steps: tuple[str, ...] = ("letter", "call", "coffee")
    cold_days: tuple[int, ...] = (7, 10)
    rest: str = "3 months"
    missed: tuple[str, ...] = (
        "no answer", "no reply", "voicemail", "voice mail", "left a message", "not reached", "did not reach",
        "did not pick up", "didn't pick up", "nobody there", "was out", "line busy",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThanksSettings:
    """Thanks are due so many working `days` after something was received, and asked for as long as `lasts`; `kind` is
    how, where the contact has no channel of their own.
    """

    days: int = 1
    lasts: str = "1 month"
    kind: str = "email"
    meetings: bool = True


@dataclass(frozen=True, slots=True)
class GivingSettings:
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class GoalsSettings:
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodicSettings:
    """Where a daily, weekly, quarterly or yearly note lives; empty = as Obsidian's settings say, else the default."""

    folder: str = ""
    format: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """`heading`: where a review stands in its note. `questions`: to be asked in turn, three a review; without any,
    those of the template. `charts`: whether it draws the rhythm, and more, as Mermaid charts.
    """

    heading: str = "Review"
    questions: tuple[str, ...] = ()
    charts: bool = True


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """`quiet`: seconds without a change before `watch` writes; `walk`: seconds after which it looks without being told
    of a change; `create`: whether it makes the day's note where there is none.
    """

    quiet: int = 2
    walk: int = 45
    create: bool = False


@dataclass(frozen=True, slots=True)
class GitSettings:
    commit: bool = False


def kinds_in(language: str) -> dict[str, Kind]:
    """The default kinds with a language's words: richness, minutes, whether they have a sender."""
    rows: tuple[tuple[str, int, int, str], ...] = (
        ("meeting", 3, 4, ""),
        ("coffee", 3, 4, ""),
        ("lunch", 3, 4, ""),
        ("dinner", 3, 4, ""),
        ("visit", 3, 4, ""),
        ("event", 3, 4, ""),
        ("call", 2, 5, ""),
        ("video", 2, 5, ""),
        ("message", 1, 3, "to"),
        ("email", 1, 4, "to"),
        ("letter", 1, 10, "to"),
        ("card", 1, 10, "to"),
        ("postcard", 1, 10, "to"),
        ("gift", 1, 10, "to"),
        ("introduction", 1, 4, ""),
        ("help", 1, 5, ""),
        ("mention", 0, 0, ""),
    )
    return {
        name: Kind(name, kind_forms(name, language), richness, minutes, 0, direction, kind_word(name, language))
        for name, richness, minutes, direction in rows
    }


DEFAULT_KINDS: Mapping[str, Kind] = kinds_in("en")

DEFAULT_TIERS: Mapping[str, Tier] = {
    "inner": Tier("inner", "1 month", 4),
    "close": Tier("close", "3 months", 2),
    "wide": Tier("wide", "6 months", 1),
}


_EID = ("Eid",)
_LUNAR = ("Lunar New Year",)
CARD_HOLIDAYS: Mapping[str, tuple[str, ...]] = {
    "IN": ("Diwali",),
    "US": ("Thanksgiving",),
    **dict.fromkeys(("CN", "HK", "KR", "MO", "MY", "SG", "TW", "VN"), _LUNAR),
    **dict.fromkeys(("AE", "BD", "BH", "DZ", "EG", "ID", "JO", "KW", "MA", "OM", "PK", "QA", "SA", "TN", "TR"), _EID),
}


@dataclass(frozen=True, slots=True)
class DatesSettings:
    """`lead`: days by kind that something is posted before its day; `abroad`: so many more to another country.

    Cards go to the tiers in `card_tiers` and to whoever likes paper; a birthday in `gift_tiers` gets a gift instead.
    `holidays`: the first of these that a country keeps is when its people get a card; `countries` say it better, by ISO
    code. Holiday cards are written over `spread` days, at most `cards_a_day`.
    """

    lead: Mapping[str, int] = field(default_factory=lambda: {"card": 5, "letter": 5, "gift": 7})
    abroad: int = 7
    card_tiers: tuple[str, ...] = ("inner", "close")
    gift_tiers: tuple[str, ...] = ()
    holidays: tuple[str, ...] = ("Christmas", "New Year")
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: CARD_HOLIDAYS)
    cards_a_day: int = 3
    spread: int = 14


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a vault's owner may set; see `docs/guide/settings.md`. Read by `model/settings_reader.py`."""

    format: int = 1
    me: Me = Me()
    vault: VaultSettings = VaultSettings()
    contacts: ContactSettings = ContactSettings()
    tiers: Mapping[str, Tier] = field(default_factory=lambda: DEFAULT_TIERS)
    cadence: CadenceSettings = CadenceSettings()
    agenda: AgendaSettings = AgendaSettings()
    log: LogSettings = LogSettings()
    kinds: Mapping[str, Kind] = field(default_factory=lambda: DEFAULT_KINDS)
    tags: TagWords = TagWords()
    ladder: LadderSettings = LadderSettings()
    thanks: ThanksSettings = ThanksSettings()
    giving: GivingSettings = GivingSettings()
    goals: GoalsSettings = GoalsSettings()
    dates: DatesSettings = DatesSettings()
    daily: PeriodicSettings = PeriodicSettings()
    weekly: PeriodicSettings = PeriodicSettings()
    quarterly: PeriodicSettings = PeriodicSettings()
    yearly: PeriodicSettings = PeriodicSettings()
    review: ReviewSettings = ReviewSettings()
    news: NewsSettings = field(default_factory=NewsSettings)
    calendar: CalendarSettings = field(default_factory=CalendarSettings)
    watch: WatchSettings = WatchSettings()
    git: GitSettings = GitSettings()
