"""What a review asks the index for, besides the network: promises kept, and who introduced whom.

load_kept(connection, first, last)   ->   [KeptPromise("Send her the map", date(2026, 6, 17), ("People/Ada.md",))]
load_introducers(connection)         ->   {"People/Ben.md": ("People/Anna.md", "Aunt Carla")}
"""

import sqlite3
from datetime import date

from vaultnet.model.exchanges import Act
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
_HEARD_OF = """
SELECT p.path, min(n.day) FROM ref r JOIN note n ON n.id = r.target AND n.type IN ('meeting', 'event') AND n.day != ''
JOIN note p ON p.id = r.note AND p.type = 'contact'
WHERE r.role = 'met-at' GROUP BY p.path ORDER BY p.path
"""
# A touch stands in a log and in a daily note: one of a kind counts once for somebody and a day.
_ACTS = """
SELECT DISTINCT target, date, kind, direction, tags FROM touch
WHERE target IS NOT NULL AND date BETWEEN :first AND :last AND (tags != '' OR kind IN ('gift', 'help', 'introduction'))
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


def load_heard_of(connection: sqlite3.Connection) -> dict[str, date]:
    """Path of a contact -> the day of the first meeting or event under `met-at`: where they were heard of, or met."""
    return {path: date.fromisoformat(day) for path, day in connection.execute(_HEARD_OF)}


def load_introducers(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Path of a contact -> who introduced them: paths of contacts, names where there is no note."""
    introducers: dict[str, list[str]] = {}
    for path, introducer in connection.execute(_INTRODUCERS):
        introducers.setdefault(path, []).append(introducer)
    return {path: tuple(dict.fromkeys(found)) for path, found in introducers.items()}


def load_acts(connection: sqlite3.Connection, first: date, last: date) -> list[Act]:
    """What was asked and given from `first` to `last`, in no order."""
    rows = connection.execute(_ACTS, {"first": first.isoformat(), "last": last.isoformat()})
    return [Act(kind, direction, tuple(tags.split())) for _, _, kind, direction, tags in rows]
