"""What links resolve to, kept right as notes come and go.

A note that appears or vanishes can only change links that end in its name (`key_of`), so only those are resolved
anew: with the notes of that name as the whole world, Obsidian's rules give the same answer.

    targets = LinkTargets(connection, coming={"ada lovelace": {"People/Ada Lovelace.md": 7}})
    targets.find("Ada Lovelace", "ada lovelace", "Daily/2026-05-02.md")  ->  7
    targets.resolve_again({"ada lovelace"})                                  for all links that are there already
"""

import sqlite3
from collections.abc import Collection, Mapping

from vaultnet.storage.schema import LINKED_TABLES
from vaultnet.text.resolve import NameIndex, resolve


class LinkTargets:
    """The notes of each name, looked up once: those in the index, and those of `coming` that are on their way in.

    `is_first`: the index is empty yet, so there is nothing to look up in it.
    """

    def __init__(
        self, connection: sqlite3.Connection, coming: Mapping[str, Mapping[str, int]], *, is_first: bool = False
    ) -> None:
        self._connection = connection
        self._coming = coming
        self._is_first = is_first
        self._notes_by_key: dict[str, Mapping[str, int]] = {}
        self._names_by_key: dict[str, NameIndex] = {}

    def find(self, link: str, key: str, source: str) -> int | None:
        """The note that a link, written in the note `source`, leads to."""
        notes = self._notes_by_key.get(key)
        if notes is None:
            notes = self._notes_by_key[key] = self._notes(key)
        if not notes:
            return None
        if len(notes) == 1 and "/" not in link and link[-3:].lower() != ".md":
            return next(iter(notes.values()))  # a bare name, and one note of that name: nearly all links are so
        names = self._names_by_key.get(key)
        if names is None:
            names = self._names_by_key[key] = NameIndex(notes)
        path = resolve(names, link, source)
        return notes[path] if path is not None else None

    def _notes(self, key: str) -> dict[str, int]:
        known: dict[str, int] = {}
        if not self._is_first:
            try:
                known = dict(self._connection.execute("SELECT path, id FROM note WHERE key = ?", (key,)).fetchall())
            except UnicodeEncodeError:  # half a surrogate pair, from YAML's "\ud800": no file is named so
                return {}
        return known | dict(self._coming.get(key, ()))

    def resolve_again(self, keys: Collection[str]) -> None:
        """Set `target` of every link that ends in one of `keys`."""
        if not keys:
            return
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS moved (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute("DELETE FROM moved")
        self._connection.executemany("INSERT INTO moved VALUES (?)", ((key,) for key in keys))
        for table in LINKED_TABLES:
            self._resolve_table(table)

    def _resolve_table(self, table: str) -> None:
        link = "t.link" if table != "ref" else "CASE t.link WHEN '' THEN t.text ELSE t.link END"
        rows = self._connection.execute(
            f"SELECT t.note, t.number, {link}, t.key, n.path, t.target FROM {table} t JOIN note n ON n.id = t.note"  # noqa: S608
            " WHERE t.key != '' AND t.key IN (SELECT key FROM moved)"
        ).fetchall()
        changed = [
            (target, note, number)
            for note, number, link, key, source, old in rows
            if (target := self.find(link, key, source)) != old
        ]
        self._connection.executemany(f"UPDATE {table} SET target = ? WHERE note = ? AND number = ?", changed)  # noqa: S608
