"""Introductions and the wish list out of the index, with everybody in them found.

load_introductions(connection)        ->  (KnownIntroduction("Introductions/Ada and Ben.md", ..., status="asked"), ...)
load_wish_list(connection, settings)   ->  (Party("annelies vroom", "Annelies Vroom", False), ...)
"""

import json
import sqlite3
from datetime import date
from typing import Any

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.settings import GoalsSettings
from vaultnet.storage.goals import goals_paths

_INTRODUCTIONS = """
SELECT n.id, n.path, n.title, c.record FROM note n JOIN content c ON c.note = n.id
WHERE n.type = 'introduction' ORDER BY n.path
"""
_PARTIES = """
SELECT r.role, p.path, r.key, coalesce(p.title, r.text) FROM ref r
LEFT JOIN note p ON p.id = r.target AND p.type = 'contact' WHERE r.note = ? ORDER BY r.number
"""
_NOTE = "SELECT id FROM note WHERE path = ?"


def load_introductions(connection: sqlite3.Connection) -> tuple[KnownIntroduction, ...]:
    """Every introduction that has a note, by path."""
    rows = connection.execute(_INTRODUCTIONS).fetchall()
    return tuple(_introduction(connection, *row) for row in rows)


def load_wish_list(connection: sqlite3.Connection, settings: GoalsSettings) -> tuple[Party, ...]:
    """Whom the goals note says I wish to meet, each once, in its order. Raises SettingsError."""
    paths = goals_paths(connection, settings)
    note = connection.execute(_NOTE, paths[:1]).fetchone() if paths else None
    by_person = {party.person: party for party in _parties(connection, note[0]).get("wish", ())} if note else {}
    return tuple(by_person.values())


def _introduction(connection: sqlite3.Connection, note: int, path: str, name: str, record: str) -> KnownIntroduction:
    data, parties = json.loads(record), _parties(connection, note)
    return KnownIntroduction(
        path,
        name,
        parties.get("from", ()),
        parties.get("to", ()),
        parties.get("via", ()),
        data["status"],
        _day(data["day"]),
        tuple(_line(line) for line in data["log"]),
    )


def _parties(connection: sqlite3.Connection, note: int) -> dict[str, tuple[Party, ...]]:
    found: dict[str, tuple[Party, ...]] = {}
    for role, path, key, name in connection.execute(_PARTIES, (note,)):
        found[role] = (*found.get(role, ()), Party(path or key, name, path is not None))
    return found


def _line(line: dict[str, Any]) -> DatedLine:
    return DatedLine(line["line"], date.fromisoformat(line["day"]), line["topic"], line["text"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
