"""Ticked items of agenda blocks, out of the index, and whom their links lead to.

ticked_items(connection, date(2026, 3, 1))  ->  [TickRow("Daily/2026-06-15.md", date(2026, 6, 15), "3f2a9c41", ...)]
"""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vaultnet.storage.link_targets import LinkTargets
from vaultnet.text.resolve import key_of

TICKS_BACK = timedelta(days=90)  # a phone may stay in a drawer for a holiday, hardly for longer
_TICKED = """
SELECT s.path, o.day, o.item, coalesce(p.path, ''), coalesce(c.uid, '')
FROM offer o JOIN note s ON s.id = o.note
LEFT JOIN note p ON p.id = o.target AND p.type = 'contact' LEFT JOIN contact c ON c.note = p.id
WHERE o.mark IN ('x', 'X') AND o.day >= ? ORDER BY o.day, s.path, o.number
"""

# A note that cannot be read may well be a contact's: then the tick is pending, not lost.
_CONTACT = """
SELECT path FROM note n WHERE id = ?
AND (type = 'contact' OR EXISTS (SELECT 1 FROM problem p WHERE p.note = n.id AND p.blocks_writing))
"""


class TickRow(NamedTuple):
    """A ticked item: the note it stands in, and the contact it is about with their uid, "" where there is none."""

    path: str
    day: date
    key: str
    contact: str
    uid: str


def ticked_items(connection: sqlite3.Connection, since: date) -> list[TickRow]:
    """The ticked items of all agenda blocks since a day."""
    rows = connection.execute(_TICKED, (since.isoformat(),))
    return [TickRow(path, date.fromisoformat(day), *rest) for path, day, *rest in rows]


def contact_finder(connection: sqlite3.Connection) -> Callable[[str, str], str | None]:
    """(link, source) -> the contact that a link written in the note `source` leads to, None where it is none."""
    targets = LinkTargets(connection, {})

    def find(link: str, source: str) -> str | None:
        note = targets.find(link, key_of(link), source)
        row = connection.execute(_CONTACT, (note,)).fetchone()
        return row[0] if row else None

    return find
