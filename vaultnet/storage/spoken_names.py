"""The contacts' names that share a word with a sentence, found in one text that the index keeps.

spoken_name_rows(connection, {"coffee", "with", "ada"})   ->  [NameRow("ada lovelace", "People/Ada Lovelace.md", ...)]

To put that text together takes half as long as all else that `log` asks of the index, and a name seldom changes.
"""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from vaultnet.model.spoken import find_spoken
from vaultnet.model.who import NameRow, build_name_row

# In one statement, so that no other process changes a name between the look and the row.
_TOGETHER = "SELECT coalesce(group_concat(key, char(10)), '') FROM name"
_KEEP = f"INSERT INTO spoken SELECT * FROM ({_TOGETHER}) WHERE NOT EXISTS (SELECT 1 FROM spoken)"  # noqa: S608
_KEPT = "SELECT keys FROM spoken"

# CROSS JOIN keeps to this order: left to itself SQLite goes through all notes, and asks each whether it is among them.
_NAMED = """
SELECT m.key, n.path, n.title, coalesce(c.uid, '')
FROM json_each(?) k CROSS JOIN name m ON m.key = k.value CROSS JOIN note n ON n.id = m.note
LEFT JOIN contact c ON c.note = n.id WHERE n.type = 'contact'
"""


def spoken_name_rows(connection: sqlite3.Connection, words: Iterable[str]) -> list[NameRow]:
    """Those of the contacts' names in which one of these words stands (`model/spoken.py`)."""
    found = json.dumps(sorted(find_spoken(_keys(connection), words)))
    return [build_name_row(*row) for row in connection.execute(_NAMED, (found,))]


def _keys(connection: sqlite3.Connection) -> str:
    kept = connection.execute(_KEPT).fetchone()
    if kept is None:
        with suppress(sqlite3.OperationalError):  # another process is at work on the index, or the disk is full
            connection.execute(_KEEP)
        kept = connection.execute(_KEPT).fetchone() or connection.execute(_TOGETHER).fetchone()
    keys: str = kept[0]
    return keys
