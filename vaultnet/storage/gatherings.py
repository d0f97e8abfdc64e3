"""Groups and events out of the index, with whoever is named in them.

load_gatherings(connection)  ->  (GatheringCard("Groups/Canal Runners.md", "Canal Runners", "group", None, (...)), ...)
"""

import sqlite3
from datetime import date

from vaultnet.model.gathering import CANCELLED
from vaultnet.model.gathering_card import GatheringCard

_GATHERINGS = """
SELECT n.id, n.path, n.title, n.type, n.day, json_extract(c.record, '$.status') FROM note n
JOIN content c ON c.note = n.id WHERE n.type IN ('group', 'event') ORDER BY n.path
"""
_NAMED = """
SELECT r.role, coalesce(p.path, r.key), r.key FROM ref r LEFT JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = ? AND r.role IN ('with', 'company') ORDER BY r.number
"""


def load_gatherings(connection: sqlite3.Connection) -> tuple[GatheringCard, ...]:
    """All of them, past and to come, but for those that were cancelled; by path."""
    rows = connection.execute(_GATHERINGS).fetchall()
    return tuple(
        _card(connection, note, path, name, kind, day)
        for note, path, name, kind, day, status in rows
        if status not in CANCELLED
    )


def _card(connection: sqlite3.Connection, note: int, path: str, name: str, kind: str, day: str) -> GatheringCard:
    named = connection.execute(_NAMED, (note,)).fetchall()
    people = tuple(person for role, person, _ in named if role == "with")
    organizers = tuple(key for role, _, key in named if role == "company")
    return GatheringCard(path, name, kind, date.fromisoformat(day) if day else None, people, organizers)
