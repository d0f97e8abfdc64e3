r"""The one file of `friends`: a list of people, and what was done with them, day by day.

### Activities:
- 2018-01-04: Lunch with **Grace Hopper**. @food       Draft(line=5, name="Grace Hopper", location="Paris",
                                                  ->         aliases=("Amazing Grace",), tags=("navy",),
### Friends:                                                 touches=(TouchDraft(date(2018, 1, 4), "lunch",
- Grace Hopper (a.k.a. Amazing Grace) [Paris] @navy            text="Lunch with Grace Hopper.", tags=("food",)),))

A row is a person. What was done together stands with each of those whom it names; a note about them is an event in
their lives. Only a line that names nobody, or that cannot be read, is a row of its own: a rejected one.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass, field, replace
from vaultnet.errors import UsageError
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Draft, Parsed, Rejected, TouchDraft
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.dates import parse_date

_SECTIONS = {"activities", "notes", "friends", "locations"}
_HEADING = re.compile(r"#{1,6}\s+(\w{1,20}):?\s*")
_EVENT = re.compile(r"(?:-\s+)?(\d{4}-\d{2}-\d{2})(?::\s*(.*))?")
_FRIEND = re.compile(
    r"(?:-\s+)?(?P<name>[^(\[@\s]++(?>(?:\s++[^(\[@\s]++)*))(?:\s+\(a\.k\.a\. (?P<aliases>.+)\))?"
    r"(?:\s+\[(?P<place>[^\]]+)\])?"
    r"(?P<tags>(?:\s+@\S+)*)\s*"
)
_TAG = re.compile(r"(?<![^\W_])@([^\W_](?:[:-]?[^\W_])*)")
_TOGETHER = "meeting"  # what an activity is where its words name nothing else
_NAMED = re.compile(r"\*\*(\w[^*]*)\*\*")
_PLACE = re.compile(r"(?<!\w)_(\w[^_]*)_(?!\w)")


class _Event(NamedTuple):
    line: int
    day: date
    text: str
    tags: tuple[str, ...]
    names: tuple[str, ...]
    is_note: bool


@dataclass(slots=True)
class _File:
    """What one file says, in the order of its lines."""

    name: str
    friends: list[Draft] = field(default_factory=list)
    events: list[_Event] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a file without the headings that `friends` writes."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    remarks: list[str] = []
    for source in sources:
        file = _read(source)
        drafts += _with_events(file, context)
        rejected += file.rejected
        remarks += _remarks(file)
    return Parsed(tuple(drafts), tuple(rejected), remarks=tuple(remarks))


def _read(source: SourceFile) -> _File:
    file, section, is_known = _File(source.name), "", False
    for number, raw in enumerate(decode(source.data, source.name).text.splitlines(), start=1):
        line = clean(raw)
        heading = _HEADING.fullmatch(line)
        if heading and heading[1].lower() in _SECTIONS:
            section, is_known = heading[1].lower(), True
        elif line:
            _read_line(file, section, number, line)
    if not is_known:
        raise UsageError('is no file of `friends`: it has no heading "### Friends:"', path=source.name)
    return file


def _read_line(file: _File, section: str, number: int, line: str) -> None:
    if section == "locations":
        file.places.append(line.removeprefix("- "))
    elif section == "friends":
        friend = _friend(file.name, number, line)
        (file.friends if isinstance(friend, Draft) else file.rejected).append(friend)  # type: ignore[arg-type]
    elif section:
        event = _event(file.name, number, line, is_note=section == "notes")
        (file.events if isinstance(event, _Event) else file.rejected).append(event)  # type: ignore[arg-type]
    else:
        file.rejected.append(Rejected(number, "stands before the first heading", file.name))


def _friend(source: str, number: int, line: str) -> Draft | Rejected:
    found = _FRIEND.fullmatch(line)
    if not found:
        return Rejected(number, 'is not of the form "- Name (a.k.a. Nickname) [Place] @tag"', source)
    aliases = tuple(filter(None, (alias.strip() for alias in (found["aliases"] or "").split(" a.k.a. "))))
    return Draft(
        number, found["name"], source, aliases=aliases, location=found["place"] or "", tags=_tags(found["tags"])
    )


def _event(source: str, number: int, line: str, *, is_note: bool) -> _Event | Rejected:
    found = _EVENT.fullmatch(line)
    day = parse_date(found[1]) if found else None
    if not found or day is None:
        return Rejected(number, 'is not of the form "- 2018-01-04: what happened"', source)
    text = found[2] or ""
    names = tuple(dict.fromkeys(name.strip() for name in _NAMED.findall(text)))
    if not names:
        return Rejected(number, f"names nobody: {text or found[1]}", source)
    plain = " ".join(_PLACE.sub(r"\1", _NAMED.sub(r"\1", _TAG.sub("", text))).split())
    return _Event(number, day, plain, _tags(text), names, is_note)


def _tags(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.replace(":", "-") for tag in _TAG.findall(text)))


def _with_events(file: _File, context: ImportContext) -> Iterator[Draft]:
    """The friends with what was done with each; then those who are named, and stand in no list."""
    by_name: dict[str, list[_Event]] = {}
    for event in file.events:
        for name in event.names:
            by_name.setdefault(name, []).append(event)
    for friend in file.friends:
        yield _told(friend, by_name.pop(friend.name, []), context)
    for name, events in by_name.items():
        yield _told(Draft(events[0].line, name, file.name, only_known=True), events, context)


def _told(friend: Draft, events: list[_Event], context: ImportContext) -> Draft:
    is_touch = {event.line: not event.is_note and event.day <= context.today for event in events}
    touches = (
        TouchDraft(event.day, context.kind_in(event.text) or _TOGETHER, text=event.text, tags=event.tags)
        for event in events
        if is_touch[event.line]
    )
    notes = ((event.day, _with_tags(event)) for event in events if not is_touch[event.line])
    return replace(friend, touches=tuple(touches), life_events=tuple(notes))


def _with_tags(event: _Event) -> str:
    return " ".join((event.text, *(f"#{tag}" for tag in event.tags)))


def _remarks(file: _File) -> Iterator[str]:
    if file.events:
        notes = sum(event.is_note for event in file.events)
        yield f"{file.name}: activities {len(file.events) - notes}, notes {notes}, with the people whom they name"
    if file.places:
        yield f"{file.name}: {len(file.places)} of its places have no notes here: {', '.join(file.places)}"
