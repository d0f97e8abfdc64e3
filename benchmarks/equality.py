"""Two indexes say the same when their tables hold the same rows, whatever ids, stamps and rowids they gave them."""

import sqlite3
from pathlib import Path
from typing import Any

_IDS = frozenset({"note", "target"})
_OWN = frozenset({"id", "mtime", "ctime", "inode", "digest"})  # of this copy of the files, or of this index alone
_LEFT_OUT = ("meta", "sqlite_sequence")
_SEARCHED = "SELECT n.path, s.title, s.text FROM search s LEFT JOIN note n ON n.id = s.rowid"

Table = list[tuple[Any, ...]]


def dump(database: Path) -> dict[str, Table]:
    """Every table's rows, sorted, with paths in place of ids."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        paths: dict[int, str] = dict(connection.execute("SELECT id, path FROM note"))
        named = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        tables = [name for (name,) in named if name not in _LEFT_OUT and not name.startswith("search_")]
        found = {table: _rows(connection, table, paths) for table in tables}
        if "searched" in found:  # its own tables are FTS5's business; what a search looks through is ours
            found["search"] = sorted(connection.execute(_SEARCHED).fetchall())
        return found


def _rows(connection: sqlite3.Connection, table: str, paths: dict[int, str]) -> Table:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    columns = [(at, one[0]) for at, one in enumerate(cursor.description) if one[0] not in _OWN]
    rows = [tuple(paths.get(row[at], row[at]) if name in _IDS else row[at] for at, name in columns) for row in cursor]
    return sorted(rows, key=repr)


def differences(one: Path, other: Path) -> list[str]:
    """The tables that differ, each with how many rows only one of both has; empty when both say the same."""
    first, second = dump(one), dump(other)
    found = [f"{name}: only in one of both" for name in sorted(first.keys() ^ second.keys())]
    for name in sorted(first.keys() & second.keys()):
        apart = set(map(repr, first[name])) ^ set(map(repr, second[name]))
        if apart or len(first[name]) != len(second[name]):
            found.append(f"{name}: {len(apart)} rows, such as {min(apart)[:160] if apart else 'a double'}")
    return found
