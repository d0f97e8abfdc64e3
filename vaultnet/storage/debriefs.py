"""Meetings with a debrief: which wait for something to be absorbed, who was there, and whom they brought.

waiting_debriefs(connection, date(2026, 6, 16))                     ->  ["Meetings/2026-06-15 Emeka.md"]
load_debriefed(connection, "Meetings/2026-06-15 Emeka.md").people   ->  ("People/Emeka Obi.md",)
"""

import json
import sqlite3
from datetime import date

from vaultnet.model.debriefed import Debriefed
from vaultnet.model.gathering import CANCELLED
from vaultnet.storage.lookup import people_named
from vaultnet.storage.ticks import LOOK_BACK

_WAITING = """
SELECT DISTINCT n.path FROM debrief d JOIN note n ON n.id = d.note AND n.type IN ('meeting', 'event')
WHERE d.day >= ? AND CASE d.link
    WHEN '' THEN NOT EXISTS (SELECT 1 FROM absorbed a WHERE a.item = d.item) ELSE d.target IS NULL END
ORDER BY d.day, n.path
"""
_ONE = """
SELECT title, type, day FROM note WHERE path = ? AND type IN ('meeting', 'event')
"""
_NEWEST = """
SELECT DISTINCT n.path, n.day, c.record FROM note p JOIN ref r ON r.target = p.id AND r.role = 'with'
JOIN note n ON n.id = r.note AND n.type IN ('meeting', 'event') AND n.day != '' AND n.day <= :today
JOIN content c ON c.note = n.id
WHERE p.path = :path
"""
_BROUGHT = """
SELECT DISTINCT p.path, p.title FROM note n JOIN ref r ON r.target = n.id AND r.role = 'met-at'
JOIN note p ON p.id = r.note AND p.type = 'contact' WHERE n.path = ? ORDER BY p.title, p.path
"""


def waiting_debriefs(connection: sqlite3.Connection, today: date) -> list[str]:
    """The notes with a ticked answer that nothing has come of yet, as far back as ticks count; the oldest first."""
    return [path for (path,) in connection.execute(_WAITING, ((today - LOOK_BACK).isoformat(),))]


def load_debriefed(connection: sqlite3.Connection, path: str) -> Debriefed | None:
    """The meeting or event that a note tells of; None where it tells of none, or not on which day it was."""
    row = connection.execute(_ONE, (path,)).fetchone()
    if row is None or not row[2]:
        return None
    title, kind, day = row
    return Debriefed(path, title, kind, date.fromisoformat(day), people_named(connection, path, "with"))


def is_cancelled(connection: sqlite3.Connection, path: str) -> bool:
    query = "SELECT json_extract(c.record, '$.status') FROM note n JOIN content c ON c.note = n.id WHERE n.path = ?"
    (status,) = connection.execute(query, (path,)).fetchone()
    return status in CANCELLED


def newest_meeting(connection: sqlite3.Connection, contact: str, today: date) -> str | None:
    """The last meeting or event with a contact up to a day; of two on one day the later one, else the first by path."""
    rows = connection.execute(_NEWEST, {"path": contact, "today": today.isoformat()}).fetchall()
    records = ((path, day, json.loads(record)) for path, day, record in rows)
    known = [(day, data["time"], path) for path, day, data in records if data["status"] not in CANCELLED]
    if not known:
        return None
    newest = max((day, time) for day, time, _ in known)
    return str(min(path for day, time, path in known if (day, time) == newest))


def names_brought(connection: sqlite3.Connection, path: str) -> list[tuple[str, str]]:
    """(path, name) of every contact who was met, or heard of, at a meeting or event: `met-at` leads there."""
    return connection.execute(_BROUGHT, (path,)).fetchall()
