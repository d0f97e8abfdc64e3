"""Ticked items of agenda blocks, out of the index, and whom their links lead to.

ticked_items(connection, date(2026, 6, 15))
->  [TickedItem("Daily/2026-06-15.md", date(2026, 6, 15), "3f2a9c41", "People/Ada Lovelace.md", is_absorbed=False, ...)]
"""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vaultnet.storage.link_targets import LinkTargets
from vaultnet.text.fold import fold
from vaultnet.text.resolve import key_of

LOOK_BACK = timedelta(days=400)  # how far back agenda blocks count: who thins out old logs must not get it all back
_TICKED = """
SELECT s.path, t.day, t.item, t.tells, t.as_made, coalesce(p.path, ''),
    EXISTS (SELECT 1 FROM absorbed a WHERE a.item = t.item AND (a.note = c.note OR c.note IS NULL AND NOT EXISTS (
        SELECT 1 FROM problem b WHERE b.note = t.target AND b.blocks_writing)))
FROM tick t JOIN note s ON s.id = t.note
LEFT JOIN contact c ON c.note = coalesce(t.target, (  -- else whoever was renamed and kept the old name as an alias
    SELECT CASE count(*) WHEN 1 THEN min(m.note) END FROM name m JOIN contact k ON k.note = m.note WHERE m.key = t.key))
LEFT JOIN note p ON p.id = c.note
WHERE t.day >= ? ORDER BY t.day, s.path, t.number
"""

# A note that cannot be read may well be a contact's: then the tick is pending, not lost.
_CONTACT = """
SELECT path FROM note n WHERE id = ?
AND (type = 'contact' OR EXISTS (SELECT 1 FROM problem p WHERE p.note = n.id AND p.blocks_writing))
"""
_BY_NAME = "SELECT n.path FROM name m JOIN note n ON n.id = m.note AND n.type = 'contact' WHERE m.key = ? LIMIT 2"


class TickedItem(NamedTuple):
    """A ticked item: the note it stands in, and the contact it is about, "" where there is none.

    `tells`: it is a touch whatever it was proposed as; `as_made`: it begins with the generated words. `is_absorbed`:
    all contacts whom it links have it in their logs.
    """

    path: str
    day: date
    key: str
    contact: str
    tells: bool
    as_made: bool
    is_absorbed: bool


def ticked_items(connection: sqlite3.Connection, today: date) -> list[TickedItem]:
    """The ticked items of all agenda blocks that count as of a day, each once in a note."""
    since = (today - LOOK_BACK).isoformat()
    found: dict[tuple[str, str], TickedItem] = {}
    for path, day, key, tells, as_made, contact, absorbed in connection.execute(_TICKED, (since,)):
        known = found.get((path, key))
        if known is None:
            known = TickedItem(path, date.fromisoformat(day), key, contact, bool(tells), bool(as_made), bool(absorbed))
        elif not known.contact:
            known = known._replace(contact=contact)
        found[path, key] = known._replace(
            tells=known.tells or bool(tells), is_absorbed=known.is_absorbed and bool(absorbed)
        )
    return list(found.values())


def contact_finder(connection: sqlite3.Connection) -> Callable[[str, str], str | None]:
    """(link, source) -> the contact that a link written in the note `source` leads to, None where it is none.

    A link that leads to no note at all may name a contact who was renamed and kept the old name as an alias.
    """
    targets = LinkTargets(connection, {})

    def find(link: str, source: str) -> str | None:
        note = targets.find(link, key_of(link), source)
        if note is not None:
            row = connection.execute(_CONTACT, (note,)).fetchone()
            return row[0] if row else None
        named = connection.execute(_BY_NAME, (fold(link.rpartition("/")[2].removesuffix(".md")),)).fetchall()
        return named[0][0] if len(named) == 1 else None

    return find
