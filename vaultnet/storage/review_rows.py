"""What a review asks the index for, besides the network: promises kept, and who introduced whom.

load_kept(connection, first, last)   ->   [KeptPromise("Send her the map", date(2026, 6, 17), ("People/Ada.md",))]
load_introducers(connection)         ->   {"People/Ben.md": ("People/Anna.md", "Aunt Carla")}
"""

import sqlite3
from datetime import date

from vaultnet.model.network import KeptPromise

_KEPT = """
SELECT s.path, k.line, k.text, k.done, p.path
FROM kept k JOIN note s ON s.id = k.note JOIN note p ON p.id = k.target AND p.type = 'contact'
WHERE k.done BETWEEN :first AND :last ORDER BY k.done, s.path, k.line, k.number
"""
_INTRODUCERS = """
SELECT n.path, coalesce(p.path, r.text) FROM ref r JOIN note n ON n.id = r.note AND n.type = 'contact'
LEFT JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.role = 'introduced-by' ORDER BY n.path, r.number
"""


def load_kept(connection: sqlite3.Connection, first: date, last: date) -> list[KeptPromise]:
    """The promises kept from `first` to `last`, in that order."""
    rows: dict[tuple[str, int], KeptPromise] = {}
    for path, line, text, done, contact in connection.execute(
        _KEPT, {"first": first.isoformat(), "last": last.isoformat()}
    ):
        known = rows.get((path, line), KeptPromise(text, date.fromisoformat(done), ()))
        rows[path, line] = known._replace(contacts=tuple(dict.fromkeys((*known.contacts, contact))))
    return list(rows.values())


def load_introducers(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Path of a contact -> who introduced them: paths of contacts, names where there is no note."""
    introducers: dict[str, list[str]] = {}
    for path, introducer in connection.execute(_INTRODUCERS):
        introducers.setdefault(path, []).append(introducer)
    return {path: tuple(dict.fromkeys(found)) for path, found in introducers.items()}
