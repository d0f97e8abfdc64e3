"""An index of a vault on disk, and its whole content as plain values that two indexes can be compared by."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from vaultnet.storage.config import read_config
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.index import open_index
from vaultnet.storage.refresh import Refreshed, refresh
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan
from vaultnet.storage.schema import LINKED_TABLES, NOTE_TABLES

CONTACT = "---\ntype: contact\n---\n"


def put(root: Path, path: str, text: str | bytes) -> Path:
    """A file of the vault, with its folders."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def bring_up_to_date(connection: sqlite3.Connection, root: Path) -> Refreshed:
    config = read_config(root)
    is_ignored = compile_ignore(config.ignored)

    def look(known: Mapping[str, int]) -> Scan:
        return scan(root, is_ignored, known=known)

    return refresh(connection, root, look, config.fingerprint, lambda: config.rules)


@contextmanager
def indexed(root: Path, database: Path) -> Iterator[sqlite3.Connection]:
    with open_index(database) as connection:
        bring_up_to_date(connection, root)
        yield connection


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every table, with paths in place of ids, and without the times of files."""
    paths = dict(connection.execute("SELECT id, path FROM note"))
    found = {"note": connection.execute(
        "SELECT path, folder, key, read, size, hash, type, title, day, frame FROM note ORDER BY path"
    ).fetchall()}  # fmt: skip
    for table in NOTE_TABLES:
        with closing(connection.execute(f"SELECT * FROM {table}")) as rows:
            columns = [column[0] for column in rows.description]
            points = [columns.index("note")] + ([columns.index("target")] if table in LINKED_TABLES else [])
            found[table] = sorted((_named(row, points, paths) for row in rows), key=repr)
    return found


def _named(row: tuple[Any, ...], points: list[int], paths: dict[int, str]) -> tuple[Any, ...]:
    """A row with paths for ids; an id that no note has any more is a fault."""
    values = list(row)
    for at in points:
        values[at] = paths[row[at]] if row[at] is not None else None
    return tuple(values)


def targets(connection: sqlite3.Connection, table: str = "touch") -> dict[str, str | None]:
    """Every link of a table -> the path of the note it leads to."""
    rows = connection.execute(f"SELECT t.link, n.path FROM {table} t LEFT JOIN note n ON n.id = t.target ORDER BY link")
    return {link: path for link, path in rows if link}
