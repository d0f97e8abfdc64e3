"""The paths of the notes beneath a folder, as the index knows them.

paths_beneath(connection, "Daily")  ->  ("Daily/2026/2026-06-12 Fri.md", "Daily/2026/2026-06-15 Mon.md")
"""

import sqlite3

_BENEATH = "SELECT path FROM note WHERE substr(path, 1, :length) = :start ORDER BY path"


def paths_beneath(connection: sqlite3.Connection, folder: str) -> tuple[str, ...]:
    """In order; of the whole vault where the folder is ""."""
    start = f"{folder}/" if folder else ""
    return tuple(path for (path,) in connection.execute(_BENEATH, {"length": len(start), "start": start}))
