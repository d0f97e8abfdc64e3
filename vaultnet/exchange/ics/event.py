"""An event of a calendar as icalendar reads it, and what can be said of it without its days: its people, its state.

read_events([("work.ics", b"BEGIN:VCALENDAR...")])  ->  ([Event(uid="1@x", parts=...), ...], [Rejected(90, ...)])

Each event is read by itself, with the time zones that its calendar defines: a broken one costs no other.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, NamedTuple

from vaultnet.dataclass import dataclass, field
from vaultnet.errors import UsageError
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Rejected
from vaultnet.exchange.ics.lines import unfold_lines
from vaultnet.exchange.identity import email_key
from vaultnet.exchange.mbox.kind import is_machine_address

_NEEDED = frozenset({
    "BEGIN", "END", "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY",
    "ORGANIZER", "ATTENDEE", "STATUS", "SEQUENCE", "DTSTAMP",
})  # fmt: skip
_NO_PEOPLE = frozenset({"ROOM", "RESOURCE", "GROUP"})


class Attendee(NamedTuple):
    """`address` in lower case, "" where only the name is given."""

    address: str
    name: str
    has_declined: bool


class Part(NamedTuple):
    """One VEVENT of an event, its content lines unfolded: the series itself, or a changed occurrence."""

    source: str
    line: int
    lines: tuple[str, ...]


@dataclass(slots=True)
class Event:
    """All VEVENTs with one UID; `zones` are the VTIMEZONEs of their calendar by name, `zone` its `X-WR-TIMEZONE`."""

    uid: str
    zones: Mapping[str, tuple[str, ...]]
    zone: str = ""
    parts: dict[str, Part] = field(default_factory=dict)  # by RECURRENCE-ID, "" for the series

    def add(self, part: Part) -> None:
        """The newest version of it counts, wherever it stands: a cancellation is sent in a file of its own."""
        key = _value(part.lines, "RECURRENCE-ID")
        old = self.parts.get(key)
        if old is None or _version(part) >= _version(old):
            self.parts[key] = part

    @property
    def first(self) -> Part:
        return self.parts.get("") or next(iter(self.parts.values()))

    @property
    def names_people(self) -> bool:
        return any(_name(line) in {"ATTENDEE", "ORGANIZER"} for part in self.parts.values() for line in part.lines)

    @property
    def is_cancelled(self) -> bool:
        return _value(self.first.lines, "STATUS").upper() == "CANCELLED"

    def text(self) -> str:
        """A calendar that holds nothing else."""
        events = "\r\n".join(line for part in self.parts.values() for line in part.lines)
        zones = (line for name, lines in self.zones.items() if name in events for line in lines)
        return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *zones, events, "END:VCALENDAR", ""))


def require_icalendar() -> tuple[ModuleType, ModuleType]:
    """The libraries that read calendars and unfold their series. Raises UsageError where they are not installed."""
    try:
        import icalendar  # noqa: PLC0415  (an extra, and only `import ics` needs it)
        import recurring_ical_events  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("reading calendars takes an extra: pip install 'vaultnet[calendar]'") from error
    return icalendar, recurring_ical_events


def read_events(sources: Iterable[tuple[str, bytes]]) -> tuple[list[Event], list[Rejected]]:
    """Raises UsageError where a source is no calendar."""
    events: dict[str, Event] = {}
    rejected: list[Rejected] = []
    for name, data in sources:
        lines = list(unfold_lines(decode(data, name).text))
        if not any(line.strip().upper() == "BEGIN:VCALENDAR" for _, line in lines):
            raise UsageError("is no calendar: it holds no BEGIN:VCALENDAR", path=name)
        cancels = any(line.strip().upper() == "METHOD:CANCEL" for _, line in lines)
        zones = {_value(block, "TZID"): block for _, block in _blocks(lines, "VTIMEZONE")}
        zone = next((line.partition(":")[2].strip() for _, line in lines if _name(line) == "X-WR-TIMEZONE"), "")
        for start, block in _blocks(lines, "VEVENT"):
            if block[-1].strip().upper() != "END:VEVENT":
                rejected.append(Rejected(start, "the event has no END:VEVENT: the file breaks off", name))
                continue
            said = tuple(_needed(block))
            told = (*said[:-1], "STATUS:CANCELLED", said[-1]) if cancels else said
            uid = _value(told, "UID") or f"{name}:{start}"
            events.setdefault(uid, Event(uid, zones, zone)).add(Part(name, start, told))
    return list(events.values()), rejected


def attendees_of(component: Any) -> Iterator[Attendee]:
    """People: organizer and attendees, without rooms, groups and machines; each address once."""
    found: dict[str, Attendee] = {}
    for value in (*_values(component, "ORGANIZER"), *_values(component, "ATTENDEE")):
        said = getattr(value, "params", {})
        address, name = email_key(str(value)), clean(str(said.get("CN", "")))
        address = address or email_key(str(said.get("EMAIL", "")))
        if str(said.get("CUTYPE", "")).upper() in _NO_PEOPLE or is_machine_address(address) or not (address or name):
            continue
        name = "" if "@" in name else name
        declined = str(said.get("PARTSTAT", "")).upper() == "DECLINED"
        old = found.get(address or name)
        found[address or name] = Attendee(address, name or (old.name if old else ""), declined)
    yield from found.values()


def _values(component: Any, name: str) -> list[Any]:
    value = component.get(name, [])
    return value if isinstance(value, list) else [value]


def _blocks(lines: Iterable[tuple[int, str]], kind: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line number, content lines from BEGIN to END) of each component of the kind; one that breaks off has no END."""
    start, block = 0, list[str]()
    for number, line in lines:
        word = line.strip().upper()
        if word == f"BEGIN:{kind}":
            if block:
                yield start, tuple(block)
            start, block = number, [line.strip()]
        elif block:
            block.append(line)
            if word == f"END:{kind}":
                yield start, tuple(block)
                block = []
    if block:
        yield start, tuple(block)


def _needed(block: Iterable[str]) -> Iterator[str]:
    """Without descriptions, which are nobody's business here, and without what alarms say."""
    depth = 0
    for line in block:
        name = _name(line)
        depth += name == "BEGIN"
        if depth == 1 and name in _NEEDED:
            yield line
        depth -= name == "END"


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0].strip().upper()


def _value(lines: Iterable[str], name: str) -> str:
    """The last value of a property, "" for none."""
    found = ""
    for line in lines:
        if _name(line) == name:
            found = line.rpartition('"')[2].partition(":")[2] if '"' in line else line.partition(":")[2]
    return found.strip()


def _version(part: Part) -> tuple[int, str]:
    sequence = _value(part.lines, "SEQUENCE")
    return (int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0), _value(part.lines, "DTSTAMP")  # noqa: PLR2004
