"""Questions to the index that are about one note or a list of names, not about the network.

name_rows(connection)                      ->  [NameRow("ada lovelace", "People/Ada Lovelace.md", "Ada Lovelace")]
load_record(connection, "People/Ada.md")   ->  {"name": "Ada Lovelace", "company": [...], ...}
"""

import json
import sqlite3
from datetime import date
from typing import Any

from vaultnet.model.who import NameRow, build_name_row

_PROBLEMS = """
SELECT n.path, p.line, p."column", p.rule, p.severity, p.message, p.fixable
FROM problem p JOIN note n ON n.id = p.note ORDER BY n.path, p.line, p."column", p.rule
"""

_PEOPLE_NAMED = """
SELECT coalesce(p.path, r.text) FROM ref r LEFT JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = (SELECT id FROM note WHERE path = ?) AND r.role = ? ORDER BY r.number
"""
_ALIAS_LINKS = """
SELECT DISTINCT s.path, t.line, t.link, p.path FROM touch t
JOIN note s ON s.id = t.note JOIN name m ON m.key = t.key JOIN note p ON p.id = m.note AND p.type = 'contact'
WHERE t.link != '' AND t.target IS NULL ORDER BY s.path, t.line
"""
_GAPS = (
    ("no tier or cadence", "json_extract(c.record, '$.tier') = '' AND json_extract(c.record, '$.cadence') = ''"),
    ("never in touch", "NOT EXISTS (SELECT 1 FROM touch t WHERE t.target = n.id)"),
    ("no e-mail or phone", "json_array_length(c.record, '$.email') + json_array_length(c.record, '$.phone') = 0"),
    ("no birthday", "json_extract(c.record, '$.birthday') IS NULL"),
    ("no organization", "json_array_length(c.record, '$.company') = 0"),
    ("no place", "json_extract(c.record, '$.location') = ''"),
    ("no relationship", "json_array_length(c.record, '$.relationship') = 0"),
    ("no uid", "json_extract(c.record, '$.uid') = ''"),
)


def name_rows(connection: sqlite3.Connection, *types: str) -> list[NameRow]:
    """Every name a person may call a note of these types by (contacts unless told otherwise)."""
    wanted = types or ("contact",)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(
        "SELECT m.key, n.path, n.title, coalesce(c.uid, '') FROM name m JOIN note n ON n.id = m.note"  # noqa: S608
        f" LEFT JOIN contact c ON c.note = n.id WHERE n.type IN ({marks})",
        wanted,
    )
    return [build_name_row(*row) for row in rows]


def load_record(connection: sqlite3.Connection, path: str) -> dict[str, Any]:
    """The record of a note as plain data, as `storage/rows.py` wrote it; {} for a note without one."""
    query = "SELECT record FROM content WHERE note = (SELECT id FROM note WHERE path = ?)"
    row = connection.execute(query, (path,)).fetchone()
    return (json.loads(row[0]) if row else None) or {}


def load_properties(connection: sqlite3.Connection, path: str) -> dict[str, Any]:
    """The front matter of a note that was read, as it is written there."""
    query = "SELECT properties FROM content WHERE note = (SELECT id FROM note WHERE path = ?)"
    row = connection.execute(query, (path,)).fetchone()
    return (json.loads(row[0]) if row else None) or {}


def people_named(connection: sqlite3.Connection, path: str, role: str) -> tuple[str, ...]:
    """The people whom a note names in a role (`with`, `introduced-by` ...), each once, in its order: paths of contacts,
    names where there is no note.
    """
    return tuple(dict.fromkeys(person for (person,) in connection.execute(_PEOPLE_NAMED, (path, role))))


def load_problems(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """All problems of all notes, in the order in which a person would go through them."""
    names = ("path", "line", "column", "rule", "severity", "message", "fixable")
    return [dict(zip(names, (*row[:6], bool(row[6])), strict=True)) for row in connection.execute(_PROBLEMS)]


def load_errors(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """The problems that are errors."""
    return [problem for problem in load_problems(connection) if problem["severity"] == "error"]


def paths_of_type(connection: sqlite3.Connection, kind: str) -> list[str]:
    return [path for (path,) in connection.execute("SELECT path FROM note WHERE type = ? ORDER BY path", (kind,))]


def all_paths(connection: sqlite3.Connection) -> list[str]:
    """Every Markdown file of the vault, those that are not read among them."""
    return [path for (path,) in connection.execute("SELECT path FROM note ORDER BY path")]


def counts_by_type(connection: sqlite3.Connection) -> dict[str, int]:
    """How many notes of each type were read; "" are plain notes."""
    rows = connection.execute("SELECT type, count(*) FROM note WHERE read = 1 GROUP BY type ORDER BY type")
    return dict(rows.fetchall())


def count_touches_and_problems(connection: sqlite3.Connection) -> tuple[int, int]:
    query = "SELECT (SELECT count(*) FROM touch), (SELECT count(*) FROM problem)"
    touches, problems = connection.execute(query).fetchone()
    return touches, problems


def types_by_path(connection: sqlite3.Connection) -> dict[str, str]:
    """The type of every note that was read, "" for a plain one."""
    return dict(connection.execute("SELECT path, type FROM note WHERE read = 1 ORDER BY path").fetchall())


def contact_records(connection: sqlite3.Connection) -> list[tuple[str, dict[str, Any]]]:
    """(path, record) of every contact, by path."""
    query = "SELECT path, record FROM note JOIN content ON note = id WHERE type = 'contact' ORDER BY path"
    return [(path, json.loads(record)) for path, record in connection.execute(query)]


def alias_links(connection: sqlite3.Connection) -> list[tuple[str, int, str, str]]:
    """(path, line, link as written, contact's path): links that only an alias would answer."""
    return connection.execute(_ALIAS_LINKS).fetchall()


def hygiene(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """What is missing -> the contacts that miss it; what nobody misses is left out."""
    missing = {
        what: [
            path
            for (path,) in connection.execute(
                "SELECT n.path FROM note n JOIN content c ON c.note = n.id"  # noqa: S608
                f" WHERE n.type = 'contact' AND {condition} ORDER BY n.path"
            )
        ]
        for what, condition in _GAPS
    }
    return {what: paths for what, paths in missing.items() if paths}


def newest_touches(connection: sqlite3.Connection, until: date) -> dict[str, date]:
    """The newest day until then that each contact's own note tells of."""
    query = (
        "SELECT n.path, max(t.date) FROM touch t JOIN note n ON n.id = t.note"
        " WHERE n.type = 'contact' AND t.date <= ? GROUP BY n.path"
    )
    return {path: date.fromisoformat(day) for path, day in connection.execute(query, (until.isoformat(),))}


def uid_by_path(connection: sqlite3.Connection) -> dict[str, str]:
    """The uid of every contact, "" where the note has none."""
    return dict(connection.execute("SELECT n.path, c.uid FROM contact c JOIN note n ON n.id = c.note").fetchall())
