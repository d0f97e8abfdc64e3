"""The notes in which people get their place: where they are, and which of them have ticked boxes.

find_placing_notes(connection)     ->  ["Triage.md"]
waiting_placings(connection)       ->  ["Triage.md"]     once a box in it is ticked
"""

import sqlite3

_NOTES = "SELECT DISTINCT n.path FROM placing p JOIN note n ON n.id = p.note ORDER BY n.path"
_WAITING = "SELECT DISTINCT n.path FROM placing p JOIN note n ON n.id = p.note WHERE p.ticked > 0 ORDER BY n.path"


def find_placing_notes(connection: sqlite3.Connection) -> list[str]:
    """Every note with the block, by path."""
    return [path for (path,) in connection.execute(_NOTES)]


def waiting_placings(connection: sqlite3.Connection) -> list[str]:
    """Those of them in which a box is ticked, by path."""
    return [path for (path,) in connection.execute(_WAITING)]
