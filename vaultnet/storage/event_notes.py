"""One event or group out of the index, with what its brief is made of.

find_event(connection, "Events/2026-06-25 Delta Evening Utrecht.md", me)  ->  EventNote(..., kind="event", ...)
find_event(connection, "People/Ada.md", me)                               ->  None
"""

import json
import sqlite3
from datetime import date

from vaultnet.model.event_note import EventNote
from vaultnet.model.gathering import CANCELLED, GATHERING_KEYS
from vaultnet.model.guest_property import guests_in
from vaultnet.model.host import host_names, names_of_me
from vaultnet.model.properties import Properties
from vaultnet.model.settings import Me

_NOTE = """
SELECT n.id, n.title, n.type, n.day, c.record, c.properties FROM note n JOIN content c ON c.note = n.id
WHERE n.path = ? AND n.type IN ('event', 'group')
"""
_GROUPS = """
SELECT g.path FROM ref r JOIN note g ON g.id = r.target AND g.type = 'group'
WHERE r.note = ? AND r.role = 'group' ORDER BY r.number
"""
_MEETS = """
SELECT n.day, n.path, json_extract(c.record, '$.status') FROM ref r
JOIN note n ON n.id = r.note AND n.type IN ('event', 'meeting') AND n.day != '' JOIN content c ON c.note = n.id
WHERE r.target = ? AND r.role = 'group' ORDER BY n.day, n.path
"""
_MET_AT = """
SELECT p.path, g.path FROM ref r JOIN note p ON p.id = r.note AND p.type = 'contact'
JOIN note g ON g.id = r.target AND g.type IN ('event', 'group', 'meeting') WHERE r.role = 'met-at' ORDER BY p.path
"""
_GROUPS_OF = """
SELECT n.path, g.path FROM ref r JOIN note n ON n.id = r.note AND n.type IN ('event', 'meeting')
JOIN note g ON g.id = r.target AND g.type = 'group' WHERE r.role = 'group' ORDER BY n.path, r.number
"""


def find_event(connection: sqlite3.Connection, path: str, me: Me) -> EventNote | None:
    """The event or group of a path; None for any other note."""
    row = connection.execute(_NOTE, (path,)).fetchone()
    if row is None:
        return None
    note, title, kind, day, record, properties = row
    data, values = json.loads(record), json.loads(properties)
    people = Properties(values, GATHERING_KEYS)
    named = people.all("with") or people.all("members")
    meets = connection.execute(_MEETS, (note,)).fetchall()
    return EventNote(
        path, title, kind, date.fromisoformat(day) if day else None, data["time"], data["place"], data["outcome"],
        is_mine=not host_names(values).isdisjoint(names_of_me(me)),
        is_cancelled=data["status"] in CANCELLED,
        listed=tuple(guest for _, value in named for guest in guests_in(value)),
        groups=tuple(group for (group,) in connection.execute(_GROUPS, (note,))),
        meets=tuple((date.fromisoformat(on), where) for on, where, status in meets if status not in CANCELLED),
    )  # fmt: skip


def load_met_at(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Path of a contact -> the gatherings at which we met, as their note links them."""
    found: dict[str, list[str]] = {}
    for contact, gathering in connection.execute(_MET_AT):
        found.setdefault(contact, []).append(gathering)
    return {contact: tuple(dict.fromkeys(gatherings)) for contact, gatherings in found.items()}


def load_groups_of(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Path of an event or meeting -> the groups it belongs to."""
    found: dict[str, list[str]] = {}
    for event, group in connection.execute(_GROUPS_OF):
        found.setdefault(event, []).append(group)
    return {event: tuple(dict.fromkeys(groups)) for event, groups in found.items()}
