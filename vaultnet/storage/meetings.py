"""Meetings and events out of the index: those of some days, those to come with one contact, and events of mine.

load_meetings(connection, first, last)                      ->  (Meeting("Meetings/2026-06-15 Ada.md", ...), ...)
load_ahead(connection, date(2026, 6, 15))["People/Ada.md"]  ->  (Meeting("Meetings/2026-07-01 Lunch.md", ...),)

What was cancelled is none of them.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from vaultnet.model.gathering import CANCELLED
from vaultnet.model.host import host_names, names_of_me
from vaultnet.model.network import Meeting
from vaultnet.model.settings import Me
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type, people_named

_MEETINGS = """
SELECT path, title, type, day, record FROM note JOIN content ON content.note = id
WHERE type IN ('meeting', 'event') AND day BETWEEN :first AND :last ORDER BY day, path
"""
_AHEAD = """
SELECT DISTINCT n.path, n.title, n.type, n.day, c.record FROM note p JOIN ref r ON r.target = p.id AND r.role = 'with'
JOIN note n ON n.id = r.note AND n.type IN ('meeting', 'event') AND n.day > :today JOIN content c ON c.note = n.id
WHERE p.path = :path ORDER BY n.day, n.path
"""
_EVENTS = """
SELECT path, title, type, day, record, properties FROM note JOIN content ON content.note = id
WHERE type = 'event' AND day > :today ORDER BY day, path
"""


def load_meetings(connection: sqlite3.Connection, first: date, last: date) -> tuple[Meeting, ...]:
    """Meetings and events of some days, by day, then path."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return _meetings(connection, connection.execute(_MEETINGS, days).fetchall())


def load_ahead(connection: sqlite3.Connection, today: date) -> Mapping[str, tuple[Meeting, ...]]:
    """Path of a contact -> the meetings and events to come with them, the next one first; () for anyone else."""

    def ahead(path: str) -> tuple[Meeting, ...]:
        rows = connection.execute(_AHEAD, {"path": path, "today": today.isoformat()}).fetchall()
        return _meetings(connection, rows)

    return Lazy(ahead, lambda: paths_of_type(connection, "contact"))


def load_hosted(connection: sqlite3.Connection, today: date, me: Me) -> tuple[Meeting, ...]:
    """Events to come of which I am the host: a note says so under `host`."""
    mine = names_of_me(me)
    rows = connection.execute(_EVENTS, {"today": today.isoformat()}).fetchall()
    return _meetings(connection, [row[:5] for row in rows if host_names(json.loads(row[5])) & mine])


def _meetings(connection: sqlite3.Connection, rows: Iterable[tuple[str, ...]]) -> tuple[Meeting, ...]:
    found = []
    for path, title, kind, day, record in rows:
        data = json.loads(record)
        if data["status"] not in CANCELLED:
            people = people_named(connection, path, "with")
            on, texts = date.fromisoformat(day), (data["time"], data["place"], data["outcome"])
            found.append(Meeting(path, title, kind, on, *texts, people, data["has_brief"]))
    return tuple(found)
