r"""Tables as one SQLite file, in memory until somebody writes it: for an export.

build_table_file({"contacts": (("path", "name"), [("People/Ada.md", "Ada")])})  ->  b"SQLite format 3\0..."
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Table = tuple[Sequence[str], Iterable[Sequence[Any]]]  # columns, rows


def build_table_file(tables: Mapping[str, Table]) -> bytes:
    """The names of tables and columns are ours, not a user's."""
    connection = sqlite3.connect(":memory:")
    try:
        for name, (columns, rows) in tables.items():
            connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            holes = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {name} VALUES ({holes})", rows)  # noqa: S608  (our own names)
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()
