"""My own sentences to others, in logs and in drafts, for `check`, which looks at how they are put.

load_said(connection)     ->  (SaidLine("People/Ada.md", 12, "asked for her slides"), ...)     touches by me
load_drafts(connection)   ->  (SaidLine("Drafts/Ada.md", 3, "Dear Ada,"), ...)
load_asks(connection)     ->  (Ask("People/Ada.md", 12, "asked for her slides", "People/Ada.md", ...), ...)
"""

import sqlite3
from datetime import date
from typing import NamedTuple

_BY_ME = """
SELECT DISTINCT n.path, t.line, t.text FROM touch t JOIN note n ON n.id = t.note
WHERE t.direction != 'from' AND t.text != '' AND t.origin NOT IN ('gathering', 'property')
ORDER BY n.path, t.line, t.text
"""
_DRAFTS = "SELECT n.path, m.line, m.text FROM message m JOIN note n ON n.id = m.note ORDER BY n.path, m.number"
_OUTCOMES = """
SELECT n.path, json_extract(c.record, '$.outcome') AS outcome FROM note n JOIN content c ON c.note = n.id
WHERE n.type IN ('meeting', 'event') AND outcome != '' ORDER BY n.path
"""
_ASKS = """
SELECT s.path, t.line, t.text, p.path, t.date FROM touch t
JOIN note s ON s.id = t.note JOIN note p ON p.id = t.target AND p.type = 'contact'
WHERE t.tags != '' AND ' ' || t.tags || ' ' LIKE '% asked %' AND t.direction != 'from'
ORDER BY s.path, t.line, p.path
"""
# Whoever has been named: people and organizations by any of their names, and the roles that people have.
_NAMES = """
SELECT m.key FROM name m JOIN note n ON n.id = m.note WHERE n.type IN ('contact', 'organization', 'group')
UNION SELECT lower(json_extract(record, '$.role')) FROM content JOIN note ON id = note WHERE type = 'contact'
UNION SELECT lower(text) FROM ref WHERE role IN ('company', 'position', 'target', 'wish') AND text != ''
"""


class SaidLine(NamedTuple):
    path: str
    line: int
    text: str


class Ask(NamedTuple):
    """A touch tagged `#asked`; `contact` is the path of whom I asked."""

    path: str
    line: int
    text: str
    contact: str
    day: date


def load_said(connection: sqlite3.Connection) -> tuple[SaidLine, ...]:
    """Every touch that was not from them, once for its line, in the order of the notes."""
    return tuple(SaidLine(*row) for row in connection.execute(_BY_ME))


def load_drafts(connection: sqlite3.Connection) -> tuple[SaidLine, ...]:
    """The lines of drafts and of what briefs want, in the order of the notes."""
    return tuple(SaidLine(*row) for row in connection.execute(_DRAFTS))


def load_outcomes(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """(path, outcome) of every meeting and event whose note says what I want of it."""
    return tuple(connection.execute(_OUTCOMES).fetchall())


def load_asks(connection: sqlite3.Connection) -> tuple[Ask, ...]:
    """Every ask of a contact, in the order of the notes."""
    return tuple(
        Ask(path, line, text, contact, date.fromisoformat(day))
        for path, line, text, contact, day in connection.execute(_ASKS)
    )


def load_known_names(connection: sqlite3.Connection) -> frozenset[str]:
    """What people, organizations and roles are called in the vault, folded or in lower case."""
    return frozenset(name for (name,) in connection.execute(_NAMES) if name)
