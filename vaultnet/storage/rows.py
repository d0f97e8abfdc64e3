"""An entry as rows of the index: the only place that knows both.

batch = RowBatch(connection, find_target)
batch.add(7, Entry(type="contact", ...), settings)   ->  rows for content, name, contact, touch, ref ...
batch.flush()                                            written table by table: far fewer calls than note by note
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import Any

from vaultnet.dataclass import fields, is_dataclass
from vaultnet.model.contact import Contact
from vaultnet.model.contact_cadence import contact_cadence
from vaultnet.model.country import find_country
from vaultnet.model.dates import PartialDate
from vaultnet.model.entry import Entry, name_keys
from vaultnet.model.kept_task import KeptRow
from vaultnet.model.promise import TaskRow
from vaultnet.model.settings import Settings
from vaultnet.model.yearly_day import yearly_days
from vaultnet.storage.schema import NOTE_TABLES
from vaultnet.text.problem import Problem
from vaultnet.text.resolve import key_of

Row = tuple[Any, ...]
FindTarget = Callable[[str, str, str], int | None]  # a link, its key, the path of the note it stands in
_NOTE_AT = {"name": 1}  # the column of the note, where it is not the first
_FULL = 5_000  # rows: about two hundred contacts


class RowBatch:
    """Rows of many notes on their way into the index. Of a note that is replaced, rows it had as they are stay."""

    def __init__(self, connection: sqlite3.Connection, find_target: FindTarget) -> None:
        self._connection = connection
        self._find_target = find_target
        self._rows: dict[str, list[Row]] = {table: [] for table in ("note", *NOTE_TABLES)}
        self._replaced: list[int] = []
        self._count = 0

    def replace(self, note: int) -> None:
        """Delete what the index has of a note and the note does not say any more."""
        self._replaced.append(note)

    def add_note(self, row: Row) -> None:
        """The row of the note itself, in the order of its table."""
        self._rows["note"].append(row)
        self._count += 1
        if self._count > _FULL:
            self.flush()

    def add_problems(self, note: int, problems: Iterable[Problem]) -> None:
        self._add(
            "problem",
            [
                (note, number, p.line, p.column, p.rule, p.severity, p.message, p.fixable, p.blocks_writing)
                for number, p in enumerate(problems)
            ],
        )

    def add(self, note: int, entry: Entry, settings: Settings) -> None:
        """Everything that a note says, but for the row of the note itself."""
        properties = to_json(entry.properties) if entry.properties else "{}"
        self._add("content", [(note, properties, "null" if entry.record is None else to_json(plain(entry.record)))])
        if entry.type:
            self._add("name", [(key, note) for key in name_keys(entry)])
        if isinstance(entry.record, Contact):
            self._add("contact", [_contact_row(note, entry.record, settings)])
            self._add("raise_next", [(note, number, *row) for number, row in enumerate(entry.raise_next)])
        if entry.record is not None:
            self._add("anniversary", [(note, number, *row) for number, row in enumerate(yearly_days(entry.record))])
        self._add_links(note, entry)
        if entry.messages:
            self._add("message", [(note, number, *row) for number, row in enumerate(entry.messages)])
        if entry.placings:
            self._add("placing", [(note, number, *row) for number, row in enumerate(entry.placings)])
        if entry.debriefs:
            self._add_debriefs(note, entry)
        if entry.problems:
            self.add_problems(note, entry.problems)

    def _add_links(self, note: int, entry: Entry) -> None:
        """Rows that point somewhere; a touch or task without a link is about the contact whose note it stands in."""
        find, path = self._find_target, entry.path
        own = note if entry.type == "contact" else None

        def ends(link: str) -> Row:
            return (link, key := key_of(link), find(link, key, path)) if link else ("", "", own)

        refs: list[Row] = []
        for number, (role, text, link) in enumerate(entry.refs):
            key = key_of(link or text)
            refs.append((note, number, role, text, link, key, find(link or text, key, path)))
        self._add("ref", refs)
        of_own = ("", own)
        touches = [  # sums of tuples: these are most of the rows, and unpacking takes twice the time
            (note, number, *row[:-1], *ends(row[-1])) if row[-1] else (note, number) + row + of_own  # noqa: RUF005
            for number, row in enumerate(entry.touches)
        ]
        self._add("touch", touches)
        for table, tasks in (("task", entry.tasks), ("kept", entry.kept)):
            if tasks:
                is_contact = own is not None
                rows = [(*task[:-1], *ends(link)) for task in tasks for link in _links_of(task, is_contact=is_contact)]
                self._add(table, [(note, number, *row) for number, row in enumerate(rows)])
        if entry.clippings:
            self._add_clippings(note, entry, ends)
        if entry.absorbed:
            self._add("absorbed", [(note, item) for item in entry.absorbed])
        if entry.ticks or entry.offers:
            self._add_answers(note, entry, ends)

    def _add_clippings(self, note: int, entry: Entry, ends: Callable[[str], Row]) -> None:
        """A clipping without a link is about the person or organization in whose note it stands."""
        rows = [
            (row.line, row.day, row.title, row.url, *(ends(link) if link else ("", "", note)))
            for row in entry.clippings
            for link in row.links
        ]
        self._add("clipping", [(note, number, *row) for number, row in enumerate(rows)])

    def _add_answers(self, note: int, entry: Entry, ends: Callable[[str], Row]) -> None:
        """What became of the items of a generated block."""
        ticks = [
            (note, number, row.line, entry.day, *row[1:-1], *ends(row.link)) for number, row in enumerate(entry.ticks)
        ]
        self._add("tick", ticks)
        offers = [
            (
                note, number, row.line, entry.day, row.key, row.state, row.is_untouched, row.kind, row.due,
                *ends(row.link),
            )
            for number, row in enumerate(entry.offers)
        ]  # fmt: skip
        self._add("offer", offers)

    def _add_debriefs(self, note: int, entry: Entry) -> None:
        """A row without a link is about what stands in the note, and points nowhere."""
        rows: list[Row] = []
        for number, row in enumerate(entry.debriefs):
            key = key_of(row.link) if row.link else ""
            target = self._find_target(row.link, key, entry.path) if row.link else None
            rows.append((note, number, row.line, entry.day, row.item, row.link, key, target))
        self._add("debrief", rows)

    def _add(self, table: str, rows: list[Row]) -> None:
        self._rows[table] += rows
        self._count += len(rows)

    def flush(self) -> None:
        """Write what has gathered."""
        if self._replaced:
            for table in NOTE_TABLES:
                self._clear(table)
        for table, rows in self._rows.items():
            if rows:
                self._insert(table, rows)
                rows.clear()
        self._replaced.clear()
        self._count = 0

    def _clear(self, table: str) -> None:
        """Delete the old rows of the notes that are replaced, but where they are the new ones too. Most of what a note
        says it says still after an edit, and a row costs a page of every index that it stands in.
        """
        rows, at = self._rows[table], _NOTE_AT.get(table, 0)
        coming: dict[int, set[Row]] = {note: set() for note in self._replaced}
        for row in rows:
            if row[at] in coming:
                coming[row[at]].add(row)
        select = f"SELECT * FROM {table} WHERE note = ?"  # noqa: S608  (names of our own tables)
        known = {note: set(self._connection.execute(select, (note,))) for note in self._replaced}
        gone = [(note,) for note, old in known.items() if old and old != coming[note]]
        if gone:
            self._connection.executemany(f"DELETE FROM {table} WHERE note = ?", gone)  # noqa: S608
        same = {note for note, old in known.items() if old and old == coming[note]}
        if same:
            rows[:] = [row for row in rows if row[at] not in same]

    def _insert(self, table: str, rows: list[Row]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        statement = f"INSERT OR REPLACE INTO {table} VALUES ({marks})"  # noqa: S608  (names of our own tables)
        try:
            self._connection.executemany(statement, rows)
        except UnicodeEncodeError:  # half a surrogate pair, which YAML lets one write ("\ud800") and UTF-8 does not
            self._connection.executemany(statement, [tuple(map(_encodable, row)) for row in rows])


def _links_of(task: TaskRow | KeptRow, *, is_contact: bool) -> Iterable[str]:
    """Whom a task is about: those it links, and "", the contact in whose note it stands, or nobody who can be told."""
    own = [""] if is_contact or not task.links else []
    return dict.fromkeys([*own, *filter(None, task.links.split("\n"))])


def _contact_row(note: int, contact: Contact, settings: Settings) -> Row:
    cadence, origin = contact_cadence(contact, settings)
    organizations = "\n".join(dict.fromkeys(ref.key for ref in contact.company))
    return (
        note, contact.uid, contact.name, contact.tier, cadence, origin, organizations, _iso(contact.met),
        _iso(contact.next_contact), _iso(contact.snooze), contact.paused, contact.status, contact.channel,
        find_country(contact.country) or "", json.dumps(contact.needs) if contact.needs else "",
    )  # fmt: skip


def plain(value: Any) -> Any:
    """A record as plain data: tables, lists, texts, numbers. Dates become ISO text; a year-less one `--MM-DD`.

    What is empty may stay as it is: an empty tuple is an empty list in JSON.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [item if type(item) in _PLAIN else plain(item) for item in value]
    if kind is date:
        return value.isoformat()
    if kind is PartialDate:
        return value.iso()
    names, get = _fields_by_type.get(kind) or _read_fields(value)
    items = zip(names, get(value), strict=True)
    return {name: item if type(item) in _PLAIN or item == () else plain(item) for name, item in items}


_PLAIN = frozenset({str, type(None), bool, int})
# A type's field names, and what gets them all at once: asked for each of ten thousand records, and always the same.
_fields_by_type: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}


def _read_fields(value: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(item.name for item in fields(value)) if is_dataclass(value) else value._fields
    return _fields_by_type.setdefault(type(value), (names, attrgetter(*names)))


def to_json(value: Any) -> str:
    try:
        return _encode(value)
    except ValueError:  # `.nan` and `.inf` are numbers in YAML and none in JSON, nor for SQLite's functions of it
        return _encode(_without_odd_numbers(value))


def _without_odd_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_odd_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_odd_numbers(item) for item in value]
    return str(value) if isinstance(value, float) and value - value != 0 else value


# One encoder made once: json.dumps with options would build another for each of ten thousand notes.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str, allow_nan=False).encode


def _encodable(value: Any) -> Any:
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
