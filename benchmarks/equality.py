"""Two indexes say the same when their tables hold the same rows, whatever ids, stamps and rowids they gave them."""

import sqlite3
from pathlib import Path
from typing import Any

_IDS = frozenset({"note", "target"})
_OWN = frozenset({"id", "mtime", "ctime", "inode", "digest"})  # of this copy of the files, or of this index alone
_LEFT_OUT = ("meta", "sqlite_sequence")
_WORKED_OUT = frozenset({"newest"})  # a row a note once it was needed: what both have must be the same
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
        one_side, other_side = (
            _in_both(first[name], second[name]) if name in _WORKED_OUT else (first[name], second[name])
        )
        apart = set(map(repr, one_side)) ^ set(map(repr, other_side))
        if apart or len(one_side) != len(other_side):
            found.append(f"{name}: {len(apart)} rows, such as {min(apart)[:160] if apart else 'a double'}")
    return found


def _in_both(first: Table, second: Table) -> tuple[Table, Table]:
    """The rows of notes, by their first column, that both tables have a row of."""
    notes = {row[0] for row in first} & {row[0] for row in second}
    return [row for row in first if row[0] in notes], [row for row in second if row[0] in notes]
