r"""The notes of another tool as drafts: Personal CRM, orbit, Hermit, HAL, the Google Contacts sync, or any that this
vault would read as contacts.

---                                       Draft(line=1, source="Sam Rivera.md", name="Sam Rivera", tier="close",
type: person                                    cadence="30", body="Met at the choir.\n\n## Log\n- 2026-05-02 call")
prm-tier: close                     ->
---                                       The front matter is read as that of a note of ours, and the body is kept
Met at the choir.                         line for line: its dated lines are touches where they stand.

A row is a contact's note. Other notes are read for the days on which they name one of these people, and are no rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from vaultnet.dataclass import fields, replace
from vaultnet.errors import UsageError
from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Draft, Parsed, PositionDraft, Rejected
from vaultnet.exchange.foreign.events import ForeignEvents, touch_of
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.contact import CONTACT_KEYS, Contact
from vaultnet.model.dialect import sync_prefix
from vaultnet.model.entry import Entry, build_entry
from vaultnet.model.properties import Properties
from vaultnet.model.reader import scalar_text
from vaultnet.model.ref import read_texts
from vaultnet.model.rules import Rules, build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter import Value, parse_frontmatter

_TEXTS = ("uid", "role", "linkedin", "location", "country", "status", "tier", "cadence", "channel", "audience")
_LISTS = ("aliases", "email", "phone", "address", "website", "relationship", "needs", "offers", "interests", "skills")
_READ = frozenset({  # markers, and what is read though it is no field: the labels of Google are tags, tasks are tasks
    "type", "kind", "categories", "category", "cssclasses", "cssclass", "noteicon", "labels", "tasks",
})  # fmt: skip
_BOOKKEEPING = frozenset({
    "created", "updated", "modified", "lastupdated", "synced", "slug", "rev", "version", "me", "prmignorejournal",
})  # fmt: skip
_OWN_LINES = frozenset({"log", "heading", "property"})  # touches that the body, or `last-contact`, says again
_DEALS = "contacts"  # Hermit: companies/SLUG/contacts/SLUG.md, beside companies/SLUG/company.md


class _Note(NamedTuple):
    source: str
    text: str
    entry: Entry


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError where no note of a person is among the files."""
    rules = build_rules(Settings())
    notes, rejected = _read_notes(sources, rules)
    people = [note for note in notes if isinstance(note.entry.record, Contact)]
    if not people:
        raise UsageError("no note here is a contact's: a folder of such notes is wanted", path=sources[0].name)
    others = [note for note in notes if not isinstance(note.entry.record, Contact)]
    events = ForeignEvents([(note.source, note.entry) for note in people], rules, context)
    for note in others:
        events.add(note.source, note.text, note.entry)
    left: Counter[str] = Counter()
    companies = {note.source: name for note in others if (name := _company_name(note))}
    drafts = [_draft(note, events, companies, left) for note in people]
    remarks = tuple(_remarks(len(others), events))
    return Parsed(tuple(drafts), tuple(rejected), tuple(sorted(left)), remarks)


def is_contact_note(path: str, text: str) -> bool:
    """Whether a note would be a row: by what stands in it, or, for Hermit's, by its folder and keys."""
    return isinstance(_entry(path, text, build_rules(Settings())).record, Contact)


def unknown_keys(path: str, text: str) -> tuple[str, ...]:
    """The properties of a contact's note that are no field of ours."""
    properties = _entry(path, text, build_rules(Settings())).properties
    return tuple(key for key, value in _unknown(properties) if value not in (None, "", []))


def _read_notes(sources: tuple[SourceFile, ...], rules: Rules) -> tuple[list[_Note], list[Rejected]]:
    notes: list[_Note] = []
    rejected: list[Rejected] = []
    for source in sources:
        if any(part.startswith(".") for part in PurePosixPath(source.name).parts):
            continue  # what is in .obsidian, .git or .trash is no note
        try:
            text = decode(source.data, source.name).text.replace("\r\n", "\n")
        except UsageError as error:
            rejected.append(Rejected(1, error.message, source.name))
            continue
        entry = _entry(source.name, text, rules)
        frontmatter = parse_frontmatter(text)
        if frontmatter.fence is not None and not frontmatter.editable:  # whose it is, nobody can tell
            problem = entry.problems[0].message if entry.problems else "its front matter is broken"
            rejected.append(Rejected(1, problem, source.name))
        else:
            notes.append(_Note(source.name, text, entry))
    return notes, rejected


def _entry(path: str, text: str, rules: Rules) -> Entry:
    entry = build_entry(path, text, rules)
    keys = {fold_key(key) for key in entry.properties}
    if entry.record is None and PurePosixPath(path).parent.name == _DEALS and {"firstname", "slug"} <= keys:
        people = replace(rules.settings.contacts, folders=(_DEALS,))
        hermit = build_rules(replace(rules.settings, contacts=people))
        return build_entry(f"{_DEALS}/{PurePosixPath(path).name}", text, hermit)
    return entry


def _draft(note: _Note, events: ForeignEvents, companies: Mapping[str, str], left: Counter[str]) -> Draft:
    contact, entry = note.entry.record, note.entry
    assert isinstance(contact, Contact)
    read: dict[str, Any] = {key: getattr(contact, key) for key in (*_TEXTS, *_LISTS)}
    told = events.of(note.source)
    own = tuple(touch_of(row) for row in entry.touches if row.origin not in _OWN_LINES)
    company = tuple(ref.text for ref in contact.company) or _company_of(note.source, companies)
    read |= _jobs(note, contact, company)
    draft = Draft(
        1, contact.name, note.source, company=company[:1], birthday=contact.birthday,
        anniversaries=contact.anniversaries, met=contact.met, met_at=", ".join(ref.text for ref in contact.met_at),
        introduced_by=tuple(ref.text for ref in contact.introduced_by),
        knows=tuple(("friends" if tie.kind == "friend" else tie.kind, tie.to.text) for tie in contact.knows),
        paused=contact.paused, private=contact.private, next_contact=contact.next_contact or contact.snooze,
        last_contact=contact.last_contact, tags=_tags(contact), notes=_notes(note, events, left),
        body=_body(note), **read,
        touches=(*own, *told.touches), tasks=told.tasks,
    )  # fmt: skip
    return replace(
        draft, **{item.name: _visible(getattr(draft, item.name)) for item in fields(draft) if item.name != "body"}
    )


def _visible(value: Any) -> Any:
    r"""Without control characters, wherever in a value: YAML can spell `"\e[31m"`."""
    if isinstance(value, str):
        return value if value.isprintable() else clean_lines(value)
    if isinstance(value, tuple):
        parts = map(_visible, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def _jobs(note: _Note, contact: Contact, company: tuple[str, ...]) -> dict[str, Any]:
    """What they work as, and where else: Hermit's `role` is a part in a deal, its `title` the job."""
    positions = tuple(PositionDraft(one.company.text, one.role, one.start, one.end) for one in contact.positions)
    more = tuple(PositionDraft(name) for name in company[1:])
    title = scalar_text(note.entry.properties.get("title")) if _is_hermit(note.source) else None
    return {"positions": (*positions, *more), "role": contact.role if title is None else title}


def _is_hermit(source: str) -> bool:
    return PurePosixPath(source).parent.name == _DEALS


def _company_of(source: str, companies: Mapping[str, str]) -> tuple[str, ...]:
    """Hermit keeps the people of a company in a folder beside the note of the company."""
    if not _is_hermit(source):
        return ()
    name = companies.get((PurePosixPath(source).parent.parent / "company.md").as_posix(), "")
    return (name,) if name else ()


def _company_name(note: _Note) -> str:
    is_company = PurePosixPath(note.source).name == "company.md"
    return clean(scalar_text(note.entry.properties.get("name")) or "") if is_company else ""


def _tags(contact: Contact) -> tuple[str, ...]:
    contacts = Settings().contacts
    return tuple(tag for tag in contact.tags if tag.lower() not in contacts.tags)


def _notes(note: _Note, events: ForeignEvents, left: Counter[str]) -> str:
    """What the front matter says that no field of ours holds."""
    keys = note.entry.properties
    lines: list[str] = []
    for key, value in _unknown(keys):
        if value in (None, "", []):
            continue
        if _bare(key, keys) in _BOOKKEEPING:
            left[key] += 1
        elif words := _words(value):
            lines.append(f"{key}: {words}")
    if _is_hermit(note.source) and (part := scalar_text(keys.get("role"))):
        lines.append(f"role: {part}")
    lines += events.done_by(note.source)
    return "\n".join(lines)


def _unknown(keys: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    prefix = sync_prefix({fold_key(key) for key in keys}) or ""
    for key, value in Properties(keys, CONTACT_KEYS, prefix).unknown.items():
        if _bare(key, keys) not in _READ:
            yield key, value


def _bare(key: str, keys: Iterable[str]) -> str:
    """A key as it is compared, without what a sync plugin writes before each of its own."""
    return fold_key(key).removeprefix(sync_prefix({fold_key(other) for other in keys}) or "")


def _body(note: _Note) -> str:
    """The lines behind the front matter, but for blank ones around them."""
    return note.text[parse_frontmatter(note.text).body_start :].strip("\n").rstrip()


def _words(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {words}" for key, one in value.items() if (words := _words(one)))
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return "; ".join(filter(None, map(_words, value)))
    return ", ".join(clean_lines(text) for text in read_texts(value)) or (scalar_text(value) or "")


def _remarks(others: int, events: ForeignEvents) -> Iterator[str]:
    if others:
        yield f"notes that are no contacts' stay where they are: {others}"
    if events.found:
        yield f"touches found in them: {events.found}; what they say at length is not copied"
    if events.unknown:
        yield f"named in them, and in no contact's note: {', '.join(sorted(events.unknown))}"
