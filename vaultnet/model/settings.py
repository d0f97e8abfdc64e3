"""Settings: what `vaultnet.toml` may say, and what each key means when it says nothing.

Everything has a default; an empty file, or none, works. All faults are reported at once, unknown keys with the
nearest known one.

    [agenda]
    people = 3            ->  Settings(agenda=Agenda(people=3, minutes=10, ...), ...)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of touch. `richness`: in person 3, live 2, written 1, broadcast 0. `minutes`: the time it takes *me* to
    reach out (writing the invitation to a coffee); `duration`: how long the coffee itself lasts, in minutes.
    `direction`: whether a touch of this kind has a sender ("to"/"from") or is mutual ("").
    """

    name: str
    forms: tuple[str, ...]
    richness: int
    minutes: int
    duration: int = 0
    direction: str = ""


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
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class ContactSettings:
    """What marks a note as a contact, besides the distinctive keys of a dialect."""

    types: tuple[str, ...] = ("contact", "person", "people", "crm-contact")
    tags: tuple[str, ...] = ("contact", "person", "people")
    folders: tuple[str, ...] = ()
    at_prefix: bool = False
    anniversaries: tuple[str, ...] = ("anniversary", "wedding", "nameday")


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
    steps: tuple[str, ...] = ("email", "call", "letter")
    days: tuple[int, ...] = (5, 7, 10)
    cold_steps: tuple[str, ...] = ("letter", "call", "coffee")
    rest: str = "3 months"


@dataclass(frozen=True, slots=True)
class GivingSettings:
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class GoalsSettings:
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodicSettings:
    """Where a daily or weekly note lives; empty = as Obsidian's own settings say, else the default."""

    folder: str = ""
    format: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class NewsSettings:
    folder: str = "News"


@dataclass(frozen=True, slots=True)
class GitSettings:
    commit: bool = False


def _kind(name: str, richness: int, minutes: int, *forms: str, duration: int = 0, direction: str = "") -> Kind:
    return Kind(name, (name, *forms), richness, minutes, duration, direction)


DEFAULT_KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind("meeting", 3, 4, "met", "meet", "meetings", duration=60),
        _kind("coffee", 3, 4, "coffees", "espresso", duration=45),
        _kind("lunch", 3, 4, "lunched", "lunches", "brunch", "breakfast", duration=60),
        _kind("dinner", 3, 4, "dinners", "supper", "drinks", duration=120),
        _kind("visit", 3, 4, "visited", "visits", "visiting", duration=120),
        _kind("event", 3, 4, "conference", "party", "meetup", duration=120),
        _kind("call", 2, 5, "called", "calls", "phone", "phoned", "telephone", "rang", "spoke", duration=20),
        _kind("video", 2, 5, "zoom", "facetime", "videocall", duration=30),
        _kind("message", 1, 3, "messaged", "text", "texted", "dm", "whatsapp", "sms", "chat", direction="to"),
        _kind("email", 1, 4, "e-mail", "emailed", "e-mailed", "mail", "mailed", "wrote", direction="to"),
        _kind("letter", 1, 10, "letters", direction="to"),
        _kind("card", 1, 10, "cards", direction="to"),
        _kind("postcard", 1, 10, "postcards", direction="to"),
        _kind("gift", 1, 10, "gifts", "present", direction="to"),
        _kind("introduction", 1, 4, "introduced", "intro", "introductions"),
        _kind("help", 1, 5, "helped", "helping"),
        _kind("mention", 0, 0),
    )
}

DEFAULT_TIERS: Mapping[str, Tier] = {
    "inner": Tier("inner", "1 month", 4),
    "close": Tier("close", "3 months", 2),
    "wide": Tier("wide", "6 months", 1),
}


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
    giving: GivingSettings = GivingSettings()
    goals: GoalsSettings = GoalsSettings()
    daily: PeriodicSettings = PeriodicSettings()
    weekly: PeriodicSettings = PeriodicSettings()
    news: NewsSettings = NewsSettings()
    git: GitSettings = GitSettings()
