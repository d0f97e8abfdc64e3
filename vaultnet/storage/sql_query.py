"""SQL on the index, of which nothing can be changed: for `vaultnet query`, with views that say things plainly.

run_sql(database, "SELECT name, due FROM contacts WHERE state = 'late'", standings)
->  SqlResult(columns=("name", "due"), rows=(("Ada", "2026-05-02"),))

The connection is read-only, and SQLite's authorizer lets nothing through but reading: no other file, no extension.
"""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from vaultnet.errors import UsageError

_PATIENCE = 60.0  # seconds
_MOST_ROWS = 2_000_000  # which take half a gigabyte and more; a query that never ends takes all there is
_STEPS = 100_000  # of SQLite's machine, between two looks at the clock
_VIEWS = """
CREATE TEMP TABLE standing (path TEXT PRIMARY KEY, last TEXT, due TEXT, late TEXT, state TEXT, warmth TEXT);
CREATE TEMP VIEW contacts AS
SELECT n.path, c.name, c.uid, c.tier, json_extract(t.record, '$.role') role,
       (SELECT group_concat(json_extract(o.value, '$.text'), ', ') FROM json_each(t.record, '$.company') o) company,
       json_extract(t.record, '$.location') location, c.country, nullif(c.met, '') met, nullif(c.snooze, '') snooze,
       c.paused, c.status, c.channel, s.last, s.due, s.late, s.state, s.warmth
FROM contact c JOIN note n ON n.id = c.note JOIN content t ON t.note = n.id LEFT JOIN standing s ON s.path = n.path;
CREATE TEMP VIEW organizations AS
SELECT n.path, n.title name, json_extract(t.record, '$.situation') situation,
       json_extract(t.record, '$.industry') industry, json_extract(t.record, '$.location') location
FROM note n JOIN content t ON t.note = n.id WHERE n.type = 'organization';
CREATE TEMP VIEW facts AS
SELECT n.path organization, n.title name, json_extract(f.value, '$.day') date, json_extract(f.value, '$.topic') topic,
       json_extract(f.value, '$.text') text, json_extract(f.value, '$.line') line
FROM note n JOIN content t ON t.note = n.id, json_each(t.record, '$.facts') f WHERE n.type = 'organization';
CREATE TEMP VIEW touches AS
SELECT p.path contact, p.title name, t.date, nullif(t.time, '') time, t.kind, t.direction, t.text, t.tags,
       n.path source, t.line
FROM touch t JOIN note p ON p.id = t.target AND p.type = 'contact' JOIN note n ON n.id = t.note;
CREATE TEMP VIEW promises AS
SELECT p.path contact, p.title name, t.text, nullif(t.due, '') due, t.waiting, n.path source, t.line
FROM task t JOIN note p ON p.id = t.target JOIN note n ON n.id = t.note;
CREATE TEMP VIEW links AS
SELECT n.path source, r.role, r.text, t.path target FROM ref r JOIN note n ON n.id = r.note
LEFT JOIN note t ON t.id = r.target;
CREATE TEMP VIEW properties AS
SELECT n.path, n.title, n.type, j.key, j.value FROM note n JOIN content t ON t.note = n.id, json_each(t.properties) j;
"""
_READING = {
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
}  # fmt: skip
_UNSAFE = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})


class SqlResult(NamedTuple):
    """`rows` hold text, numbers and None; what is binary is written as hexadecimal digits."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run_sql(database: Path | sqlite3.Connection, sql: str, standings: Iterable[Sequence[str | None]]) -> SqlResult:
    """`standings` are (path, last, due, late, state, warmth) of each contact. Raises UsageError with SQLite's words."""
    connection = _copy_of(database)
    try:
        connection.executescript(_VIEWS)
        connection.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?)", standings)
        connection.commit()
        connection.set_authorizer(_authorize)
        began = time.monotonic()
        connection.set_progress_handler(lambda: time.monotonic() - began > _PATIENCE, _STEPS)
        return _run(connection, sql)
    finally:
        connection.close()


def _copy_of(database: Path | sqlite3.Connection) -> sqlite3.Connection:
    """A second connection, or a copy of an index that lives in memory: what is done to it is done to nothing else."""
    if isinstance(database, sqlite3.Connection):
        connection = sqlite3.connect(":memory:")
        database.backup(connection)
        return connection
    return sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)


def _run(connection: sqlite3.Connection, sql: str) -> SqlResult:
    try:
        cursor = connection.execute(sql)
        rows = tuple(tuple(map(_plain, row)) for row in cursor.fetchmany(_MOST_ROWS + 1))
    except (sqlite3.Error, sqlite3.Warning) as error:
        message = str(error)
        if message == "interrupted":
            message = f"it took more than {_PATIENCE:.0f} seconds"
        elif message in {"not authorized", "authorization denied"}:
            message = "it may only read: nothing in the index can be changed"
        raise UsageError(f"the query cannot be answered: {message}") from error
    if cursor.description is None:
        raise UsageError("the query asks nothing: see `vaultnet query --help` for one that does")
    if len(rows) > _MOST_ROWS:
        raise UsageError(f"the query cannot be answered: it has more than {_MOST_ROWS:,} rows: add a LIMIT")
    return SqlResult(tuple(column[0] for column in cursor.description), rows)


def _authorize(action: int, _first: str | None, name: str | None, _database: str | None, _trigger: str | None) -> int:
    """What SQLite asks of each step of a statement; of a function `name` is its name."""
    is_unsafe = action == sqlite3.SQLITE_FUNCTION and (name or "").lower() in _UNSAFE
    return sqlite3.SQLITE_OK if action in _READING and not is_unsafe else sqlite3.SQLITE_DENY


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
