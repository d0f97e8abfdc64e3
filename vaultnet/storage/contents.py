"""What the notes say, note by note, and which spelling of a key the vault uses most.

read_contents(connection, contacts_only=True)   ->  NoteContent("People/Ada.md", "Ada", "contact", {...}, {...}), ...
count_keys(connection, "contact")               ->  {"tier": 58, "Company": 12, ...}
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_CONTENTS = """
SELECT n.path, n.title, n.type, c.properties, c.record FROM note n JOIN content c ON c.note = n.id
WHERE n.type = 'contact' OR NOT :contacts ORDER BY n.path
"""
_CONTENT_OF = """
SELECT n.path, n.title, n.type, c.properties, c.record FROM note n JOIN content c ON c.note = n.id WHERE n.path = ?
"""
_KEYS = """
SELECT j.key, count(*) FROM note n JOIN content c ON c.note = n.id, json_each(c.properties) j
WHERE n.type = ? OR ? = '' GROUP BY j.key ORDER BY count(*) DESC, j.key
"""


class NoteContent(NamedTuple):
    """A note's title and type, its properties as written, and its record as plain data ({} for a plain note)."""

    path: str
    title: str
    type: str
    properties: dict[str, Any]
    record: dict[str, Any]


def read_contents(connection: sqlite3.Connection, *, contacts_only: bool) -> Iterator[NoteContent]:
    """Every note that was read (only contacts unless told otherwise), by path."""
    return map(_content, connection.execute(_CONTENTS, {"contacts": contacts_only}))


def read_contents_of(connection: sqlite3.Connection, paths: Iterable[str]) -> Iterator[NoteContent]:
    """Those of these notes that were read, by path: a search for a rare word looks at few of ten thousand."""
    for path in sorted(paths):
        yield from map(_content, connection.execute(_CONTENT_OF, (path,)))


def _content(row: tuple[str, str, str, str, str]) -> NoteContent:
    path, title, kind, properties, record = row
    return NoteContent(path, title, kind, json.loads(properties), json.loads(record) or {})


def count_keys(connection: sqlite3.Connection, kind: str = "") -> dict[str, int]:
    """Key as written -> in how many notes of a type it stands (of any type with ""), the most used first."""
    return dict(connection.execute(_KEYS, (kind, kind)).fetchall())
