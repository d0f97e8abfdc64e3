"""What another tool's notes of meetings, mails and tasks say of its people, and its journal of days.

---                                                events.of("People/Sam Rivera.md").touches
type: interaction                                  ->  (TouchDraft(date(2026, 10, 14), "email", "from",
kind: email                                                        "The offer for 2027"),)
date: 2026-10-14T08:55
from: "[[Sam Rivera]]"
subject: The offer for 2027
---

A person is found by the name of the note, its aliases, its e-mail address or the tool's own `slug`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.draft import TaskDraft, TouchDraft
from vaultnet.exchange.source import ImportContext
from vaultnet.model.dates import parse_date
from vaultnet.model.entry import Entry, name_keys
from vaultnet.model.reader import scalar_text
from vaultnet.model.ref import read_refs
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.frontmatter import Value, parse_frontmatter

_PEOPLE_KEYS = ("people", "participants", "with", "contact", "from", "to", "owner", "related")
_KIND_KEYS = ("kind", "channel", "service", "type", "tags")
_SENT = {"outbound": "to", "out": "to", "inbound": "from", "in": "from"}
_OTHER_KINDS = {"linkedin": "message", "chat": "message"}
_MEMO = "note"  # Hermit: a memo about a person, no touch
_OPEN = frozenset({"open", "waiting"})
_ISO = 10  # characters of a day


class EventsOf(NamedTuple):
    """What is told of one person."""

    touches: tuple[TouchDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()


class ForeignEvents:
    """`people` are the contacts' notes, by source. `found` counts touches, `unknown` are names of nobody among them."""

    def __init__(self, people: list[tuple[str, Entry]], rules: Rules, context: ImportContext) -> None:
        self._rules, self._today, self._me = rules, context.today, context.names
        self._source_by_name: dict[str, str] = {}
        for source, entry in people:
            stem = PurePosixPath(source).stem
            slug = scalar_text(entry.properties.get("slug")) or ""
            for name in (*name_keys(entry), fold(stem), fold(slug)):
                if name:
                    self._source_by_name.setdefault(name, source)
        self._touches: dict[str, list[TouchDraft]] = {}
        self._tasks: dict[str, list[TaskDraft]] = {}
        self._done: dict[str, list[str]] = {}
        self.found = 0
        self.unknown: set[str] = set()
        for source, entry in people:
            self._add_tasks_of(source, entry.properties.get("tasks"))

    def of(self, source: str) -> EventsOf:
        return EventsOf(tuple(self._touches.get(source, ())), tuple(self._tasks.get(source, ())))

    def done_by(self, source: str) -> tuple[str, ...]:
        """The tasks that are done, as lines for the notes."""
        return tuple(self._done.get(source, ()))

    def add(self, source: str, text: str, entry: Entry) -> None:
        """One note that is no contact's."""
        said = {fold_key(key): value for key, value in entry.properties.items()}
        if fold(scalar_text(said.get("type")) or "") == "task":
            self._add_task(source, said)
            return
        day = parse_date((scalar_text(said.get("date")) or "")[:_ISO])
        people = dict(self._people(said)) if day else {}
        if day and people:
            self._add_event(text, said, day, people)
            return
        for row in entry.touches:
            known = self._source_by_name.get(fold(row.link.rpartition("/")[2]))
            touch = touch_of(row)
            if known and touch.day <= self._today:
                self._keep(known, touch)

    def _add_event(self, text: str, said: Mapping[str, Value], day: date, people: Mapping[str, str]) -> None:
        kind = self._kind(said)
        topic = next((clean(words) for key in ("subject", "topic") if (words := scalar_text(said.get(key)))), "")
        words = topic or next(_prose(text), "")
        sent = _SENT.get(fold(scalar_text(said.get("direction")) or ""), "")
        for name, key in people.items():
            known = self._source_by_name.get(fold(name))
            if known is None and fold(name) not in self._me:
                self.unknown.add(name)
            elif known and day <= self._today:
                direction = sent or (key if key in {"from", "to"} and kind in {"email", "message"} else "")
                self._keep(known, TouchDraft(day, kind, direction, words))

    def _people(self, said: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
        for key in _PEOPLE_KEYS:
            for ref in read_refs(said.get(key)):
                yield ref.text, key

    def _kind(self, said: Mapping[str, Value]) -> str:
        """A memo is a mention; what names no kind was a meeting."""
        words = [fold(ref.text) for key in _KIND_KEYS for ref in read_refs(said.get(key))]
        if _MEMO in words:
            return "mention"
        found = (_OTHER_KINDS.get(word) or self._rules.kind_by_form.get(word) for word in words)
        return next(filter(None, found), "meeting")

    def _keep(self, source: str, touch: TouchDraft) -> None:
        kept = self._touches.setdefault(source, [])
        if touch not in kept:
            kept.append(touch)
            self.found += 1

    def _add_task(self, source: str, said: Mapping[str, Value]) -> None:
        """orbit: a note a task, with whom it is about."""
        status = fold(scalar_text(said.get("status")) or "")
        if status not in _OPEN:
            return
        due = parse_date(scalar_text(said.get("due")) or "")
        task = TaskDraft(PurePosixPath(source).stem, due, is_waiting=status == "waiting")
        sources = [self._source_by_name.get(fold(name)) for name, _ in self._people(said)]
        for known in dict.fromkeys(filter(None, sources)):
            self._tasks.setdefault(known, []).append(task)

    def _add_tasks_of(self, source: str, tasks: Value) -> None:
        """Hermit: `tasks` of a contact, each with its text, and whether it is done."""
        for one in tasks if isinstance(tasks, list) else ():
            words = clean(scalar_text(one.get("text") if isinstance(one, dict) else one) or "")
            if not words:
                continue
            if isinstance(one, dict) and one.get("done") is True:
                day = scalar_text(one.get("done_on")) or ""
                self._done.setdefault(source, []).append(f"{' '.join(filter(None, ('Done', day)))}: {words}")
            else:
                due = scalar_text(one.get("due")) if isinstance(one, dict) else ""
                self._tasks.setdefault(source, []).append(TaskDraft(words, parse_date(due or "")))


def touch_of(row: TouchRow) -> TouchDraft:
    """A touch as a note of ours would tell it."""
    words, tags = " ".join(row.text.split()), tuple(row.tags.split())
    return TouchDraft(date.fromisoformat(row.date), row.kind, row.direction, words, tags, row.time)


def _prose(text: str) -> Iterator[str]:
    """The lines of a body that say something."""
    for line in text[parse_frontmatter(text).body_start :].split("\n"):
        if (words := clean(line.lstrip("#>-* "))) and not line.startswith("#"):
            yield words
