"""The Markdown files in and beneath a folder, as the index knows them.

paths_beneath(connection, "Daily")  ->  ("Daily/2026/2026-06-12 Fri.md", "Daily/2026/2026-06-15 Mon.md")
names_in(connection, "People")      ->  {"Ada.md", "Ada (conflicted copy).md"}
"""

import sqlite3

_BENEATH = "SELECT path FROM note WHERE substr(path, 1, :length) = :start ORDER BY path"
_IN = "SELECT path FROM note WHERE folder = ?"


def paths_beneath(connection: sqlite3.Connection, folder: str) -> tuple[str, ...]:
    """In order; of the whole vault where the folder is ""."""
    start = f"{folder}/" if folder else ""
    return tuple(path for (path,) in connection.execute(_BENEATH, {"length": len(start), "start": start}))


def names_in(connection: sqlite3.Connection, folder: str) -> set[str]:
    """Of all files in just this folder, notes or not."""
    return {path.rpartition("/")[2] for (path,) in connection.execute(_IN, (folder,))}
