"""Meetings, events and groups: who came together, when and why.

type: meeting
date: 2026-06-16           ->  Gathering(name="Coffee with Ada", day=date(2026, 6, 16), time="10:30",
time: 10:30                              people=(Ref("Ada Lovelace", "Ada Lovelace"),), ...)
with: "[[Ada Lovelace]]"
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import parse_date
from vaultnet.model.note_type import OTHER_TYPES
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader
from vaultnet.model.ref import Ref
from vaultnet.model.rules import Rules
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

GATHERING_KEYS = KeyTable(
    {
        "uid": "UID, id",
        "aliases": "alias",
        "name": "subject",
        "tags": "tag",
        "date": "when, day, start",
        "time": "start-time",
        "with": "people, attendees, attendee, person, guests, participants",
        "members": "member",
        "place": "location, loc, where, venue",
        "company": "organization, organisation, org",
        "outcome": "",
        "group": "",
        "url": "website",
        "cadence": "frequency",
        "status": "",
        "cancelled": "canceled",
        "kind": "type",
        "host": "hosted-by",
        "minutes": "duration",
    }
)
BRIEF = "brief"  # the managed block that prepares for it
_TIME = lazy_pattern(r"(?:^|[T ])((?:[01]?\d|2[0-3]):[0-5]\d)(?!\d)")
CANCELLED = frozenset({"cancelled", "canceled", "called off", "abgesagt"})
_MINUTES = lazy_pattern(r"(\d{1,3}) ?(?:min|minutes?|minuten)?")
_LEADING_DATE = lazy_pattern(r"^\d{4}-\d{2}-\d{2}[ _-]+")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting or an event (`people` came or will come), or a group (`people` are its members, and no day);
    `has_brief`: a brief of it stands in the note; `minutes`: how long it is meant to take.
    """

    name: str
    day: date | None = None
    time: str = ""
    people: tuple[Ref, ...] = ()
    place: str = ""
    company: tuple[Ref, ...] = ()
    outcome: str = ""
    group: tuple[Ref, ...] = ()
    url: str = ""
    cadence: str = ""
    status: str = ""
    kind: str = ""
    tags: tuple[str, ...] = ()
    has_brief: bool = False
    minutes: int | None = None

    @property
    def is_cancelled(self) -> bool:
        return self.status in CANCELLED


def read_gathering(
    stem: str, tags: tuple[str, ...], reader: Reader, rules: Rules, *, has_brief: bool = False
) -> Gathering:
    """A meeting, event or group; a day that the properties do not give is taken from the file name."""
    return Gathering(
        name=reader.text("name") or _LEADING_DATE.sub("", stem) or stem,
        day=reader.date("date") or parse_date(stem[:10]),
        time=_time(reader),
        people=rules.others(reader.people("with") or reader.people("members")),
        place=reader.text("place"),
        company=reader.refs("company"),
        outcome=reader.text("outcome"),
        group=reader.refs("group"),
        url=reader.text("url"),
        cadence=reader.text("cadence"),
        status="cancelled" if reader.truth("cancelled") else reader.text("status").lower(),
        kind=_kind(reader, rules),
        tags=tags,
        has_brief=has_brief,
        minutes=_minutes(reader),
    )


def _minutes(reader: Reader) -> int | None:
    """How long it is meant to take: `30`, `30 min`; None where the note does not say so."""
    found = _MINUTES.fullmatch(reader.text("minutes").lower())
    return int(found[1]) if found else None


def _time(reader: Reader) -> str:
    """`10:30` from `time`, else from a date with a time."""
    match = _TIME.search(reader.text("time")) or _TIME.search(reader.text("date"))
    return match[1].rjust(5, "0") if match else ""


def _kind(reader: Reader, rules: Rules) -> str:
    """The first word under `kind` or `type` that names a kind of touch, else what the note calls itself besides a
    meeting or an event, which is known.
    """
    words = [text.lower() for text in reader.texts("kind", split=True) if fold(text) not in OTHER_TYPES]
    return next((word for word in words if fold(word) in rules.kind_by_form), words[0] if words else "")
