r"""What the index keeps of one note: its type, its record, and everything about people that its text says.

build_entry("People/Ada.md", "---\ntype: contact\n---\n## Log\n- 2026-05-02 coffee: ...", rules)
-> Entry(type="contact", record=Contact(name="Ada", ...), touches=(TouchRow(...),), ...)
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.clipping import ClippingRow, clipping_form, read_clippings, without_clippings
from vaultnet.model.contact import Contact
from vaultnet.model.debrief import read_debrief, said_text
from vaultnet.model.debrief_row import DebriefRow, read_debrief_rows
from vaultnet.model.dialect import sync_prefix
from vaultnet.model.gathering import Gathering
from vaultnet.model.goals import Goals
from vaultnet.model.interaction import read_contact_touches, read_gathering_mentions, read_gathering_touches
from vaultnet.model.introduction import Introduction
from vaultnet.model.kept_task import KeptRow, read_kept
from vaultnet.model.mentions import read_mentions
from vaultnet.model.message import MessageRow, read_messages
from vaultnet.model.note_type import is_template, note_type
from vaultnet.model.note_values import read_values
from vaultnet.model.offer import OfferRow, read_offers
from vaultnet.model.organization import Organization
from vaultnet.model.placing import PlacingRow, read_placing_rows
from vaultnet.model.promise import TaskRow, read_tasks
from vaultnet.model.properties import Properties
from vaultnet.model.raise_next import RaiseRow, read_raise_next
from vaultnet.model.reader import Reader, unique
from vaultnet.model.record import Record, keys_of, read_record
from vaultnet.model.ref import Ref
from vaultnet.model.rules import Rules
from vaultnet.model.tick import TickRow, read_absorbed, read_ticks
from vaultnet.model.touch_row import TouchRow
from vaultnet.model.trip import Trip
from vaultnet.text.composed import composed
from vaultnet.text.document import Document, parse_document
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import Value
from vaultnet.text.problem import Problem

__all__ = ["Entry", "Record", "RefRow", "TouchRow", "build_entry", "name_keys"]


_OWNERS = frozenset({"contact", "organization"})  # a clipping in their notes is about them


class RefRow(NamedTuple):
    """A reference out of a property: `role` says which ("company", "with", "introduced-by", "knows" ...), "link"
    one out of a contact's text, "tag" and "topic" the tags and links of a plain note.
    """

    role: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One note as the index keeps it. `day` is ISO text, "" for a note without a date;
    `absorbed` are the keys of the agenda items whose touches stand in a contact's note.
    """

    path: str
    type: str
    title: str
    day: str
    names: tuple[str, ...]
    properties: dict[str, Value]
    record: Record | None
    refs: tuple[RefRow, ...]
    touches: tuple[TouchRow, ...]
    tasks: tuple[TaskRow, ...]
    kept: tuple[KeptRow, ...]
    raise_next: tuple[RaiseRow, ...]
    messages: tuple[MessageRow, ...]
    offers: tuple[OfferRow, ...]
    ticks: tuple[TickRow, ...]
    debriefs: tuple[DebriefRow, ...]
    placings: tuple[PlacingRow, ...]
    absorbed: tuple[str, ...]
    clippings: tuple[ClippingRow, ...]
    problems: tuple[Problem, ...]


def build_entry(path: str, text: str, rules: Rules) -> Entry:
    """Read one note. Never raises: what cannot be read is among the problems, the rest counts."""
    document = parse_document(text)
    values = read_values(document, rules)
    stem = composed(path.rsplit("/", 1)[-1].removesuffix(".md"))
    daily = rules.daily_date(path)
    kind = note_type(path, document, values, rules, is_daily=daily is not None)
    prefix = sync_prefix(values.folded.keys()) or "" if kind == "contact" else ""
    properties = Properties(values.values, keys_of(kind), prefix)
    reader = Reader(properties, document.frontmatter, rules.date, values.offsets)
    record = read_record(kind, stem, values.tags, document, reader, rules)
    day = _day(document, daily, kind, record, reader)
    iso = day.isoformat() if day else ""
    form = clipping_form(values, rules) if not kind and daily is None else ""
    clippings = read_clippings(document, values, form, stem, day, rules, is_own=kind in _OWNERS)
    touches = () if form else _touches(document, kind, record, day, reader, rules)
    return Entry(
        path=path,
        type=kind,
        title=record.name if record else stem,
        day=iso,
        names=_names(stem, record),
        properties=values.values,
        record=record,
        refs=(*_refs(record), *_refs_of_text(document, kind, values.tags, is_daily=daily is not None)),
        touches=tuple(without_clippings(touches, clippings) if clippings else touches),
        tasks=tuple(read_tasks(document, iso, rules, reader.problems, is_contact=kind == "contact")),
        kept=tuple(read_kept(document, rules, is_contact=kind == "contact")),
        raise_next=tuple(read_raise_next(document, rules)) if kind == "contact" else (),
        messages=tuple(read_messages(document)) if document.blocks else (),
        offers=tuple(read_offers(document, rules)) if document.blocks and day else (),
        ticks=tuple(read_ticks(document, rules)) if document.blocks and day else (),
        debriefs=tuple(read_debrief_rows(document, day, rules)),
        placings=tuple(read_placing_rows(document, rules)) if document.blocks else (),
        absorbed=read_absorbed(document) if kind == "contact" else (),
        clippings=clippings,
        problems=(*document.problems, *reader.problems),
    )


def _day(document: Document, daily: date | None, kind: str, record: Record | None, reader: Reader) -> date | None:
    """The day of a dated note: a daily note by its name, a gathering's date, a `date` property of a plain note."""
    if isinstance(record, Gathering | Introduction):
        return record.day
    if daily is not None or kind or "date" not in reader.properties:
        return daily
    return None if is_template(document) else reader.date("date")


def _names(stem: str, record: Record | None) -> tuple[str, ...]:
    """What a person may call the note: name, file name, aliases; a contact's e-mail addresses and uid too."""
    if isinstance(record, Contact):
        last, comma, first = stem.partition(", ")  # Google Lookup's files: `Doe, Jane.md`
        turned = f"{first} {last}" if comma else ""
        more: tuple[str, ...] = (turned, *record.aliases, *record.email, record.uid, *record.merged_uids)
    elif isinstance(record, Organization):
        more = (*record.aliases, record.uid)
    else:
        return unique((record.name, stem)) if record else (stem,)
    return unique([name for name in (record.name, stem, *more) if name])


def _refs(record: Record | None) -> Iterator[RefRow]:
    """The references of a record under their roles."""
    for role, refs in _refs_by_role(record).items():
        if refs:
            for ref in unique(refs):
                yield RefRow(role, ref.text, ref.link)


def _refs_of_text(document: Document, kind: str, tags: tuple[str, ...], *, is_daily: bool) -> Iterator[RefRow]:
    """What the text of a contact's note links to; what a plain note is about, by its tags and links."""
    if kind == "contact":
        yield from _body_links(document, "link")
    elif kind == "trip":
        yield from _body_links(document, "named")
    elif not kind and not is_daily:
        yield from (RefRow("tag", tag, "") for tag in tags)
        yield from _body_links(document, "topic")


def _body_links(document: Document, role: str) -> Iterator[RefRow]:
    """Whom a contact's note names in its text, a hint that they know each other; or what a plain note names."""
    blocks = [(block.start, block.end) for block in document.blocks]
    paths = [
        link.path
        for link in document.links
        if link.path and not link.embed and not any(start <= link.start < end for start, end in blocks)
    ]
    for path in unique(paths):
        yield RefRow(role, path.rpartition("/")[2].removesuffix(".md"), path)


def _refs_by_role(record: Record | None) -> dict[str, tuple[Ref, ...]]:
    if isinstance(record, Contact):
        return {
            "company": record.company,
            "introduced-by": record.introduced_by,
            "met-at": record.met_at,
            "position": tuple(position.company for position in record.positions if position.company.text),
            "knows": tuple(tie.to for tie in record.knows),
            "not-same-as": record.not_same_as,
        }
    if isinstance(record, Organization):
        return {"parent": record.parent, "people": record.people}
    if isinstance(record, Gathering):
        return {"with": record.people, "company": record.company, "group": record.group}
    if isinstance(record, Introduction):
        return {"from": record.source, "to": record.to, "via": record.via}
    if isinstance(record, Trip):
        return {"named": record.named}
    if isinstance(record, Goals):
        return {"wish": record.wish_list, "target": record.targets}
    return {}


def _touches(
    document: Document, kind: str, record: Record | None, day: date | None, reader: Reader, rules: Rules
) -> Iterator[TouchRow]:
    if isinstance(record, Contact):
        yield from read_contact_touches(document, record, reader, rules)
    elif isinstance(record, Gathering) and kind != "group":
        said = said_text(read_debrief(document, rules))
        people = tuple(read_gathering_touches(record, kind, rules, said=said))
        yield from people
        yield from read_gathering_mentions(document, record, frozenset(row.link for row in people), rules)
    elif day and not kind:
        yield from read_mentions(document, day, rules)


def name_keys(entry: Entry) -> tuple[str, ...]:
    """The folded names under which the entry is found."""
    return unique([fold(name) for name in entry.names])
