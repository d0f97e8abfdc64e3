"""What a note was known by before it was renamed, or before another went into it: keys of open items still say so.

former = FormerNames(connection)
former.paths("People/Ada Lovelace.md")   ->  ("People/Ada Lovelace.md", "People/Ada Byron.md")     by its aliases
former.whos("People/Ada Lovelace.md")    ->  ("f3a1", "0b77", "People/Ada Lovelace.md", ...)        uid, merged uids
"""

import sqlite3
from functools import cache

from vaultnet.storage.lookup import load_record


class FormerNames:
    """Each note is asked for once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._record = cache(lambda path: load_record(connection, path))

    def paths(self, path: str) -> tuple[str, ...]:
        """The note's path, and what it was under each of its other names."""
        folder = path[: path.rfind("/") + 1]
        aliases = self._record(path).get("aliases", ())
        return tuple(dict.fromkeys((path, *(f"{folder}{alias}.md" for alias in aliases))))

    def whos(self, path: str) -> tuple[str, ...]:
        """Whatever an item's key may have been made of to say who it is about."""
        record = self._record(path)
        uids = (record.get("uid", ""), *record.get("merged_uids", ()))
        return (*filter(None, uids), *self.paths(path))
