"""The notes of meetings out of the index, one at a time: which one a brief goes into, and what it says.

find_meeting_with(connection, "People/Ada.md", date(2026, 6, 15))  ->  "Meetings/2026-07-08 Lunch in Porto.md"
load_gathering(connection, "Meetings/2026-07-08 Lunch in Porto.md")  ->  Gathering(name="Lunch in Porto", ...)
"""

import json
import sqlite3
from datetime import date

from vaultnet.model.gathering import CANCELLED, Gathering
from vaultnet.model.goals_note import Named
from vaultnet.storage.lookup import load_record
from vaultnet.text.resolve import key_of

# Those to come, then those without a day that a brief stands in: proposals.
_WITH = """
SELECT n.path FROM note n JOIN content c ON c.note = n.id
WHERE n.type = 'meeting' AND (n.day >= :today OR (n.day = '' AND json_extract(c.record, '$.has_brief')))
AND json_extract(c.record, '$.status') NOT IN (SELECT value FROM json_each(:cancelled))
AND EXISTS (SELECT 1 FROM ref r LEFT JOIN note p ON p.id = r.target AND p.type = 'contact'
    WHERE r.note = n.id AND r.role = 'with' AND (p.path = :person OR (p.path IS NULL AND r.key = :key)))
AND (:day = '' OR n.day IN (:day, ''))
ORDER BY n.day = '', n.day, json_extract(c.record, '$.time'), n.path
"""
_HOSTS = """
SELECT coalesce(o.title, r.text), coalesce(o.path, '') FROM ref r
LEFT JOIN note o ON o.id = r.target AND o.type = 'organization'
WHERE r.note = (SELECT id FROM note WHERE path = ?) AND r.role = 'company' ORDER BY r.number
"""


def find_meeting_with(connection: sqlite3.Connection, person: str, today: date, day: date | None = None) -> str | None:
    """The next meeting with somebody (a path, or the name of whoever has no note), today or later, that is not
    cancelled; else one that is proposed and has no day yet. `day` leaves those of one day.
    """
    parameters = {
        "today": today.isoformat(),
        "cancelled": json.dumps(sorted(CANCELLED)),
        "person": person,
        "key": key_of(person),
        "day": day.isoformat() if day else "",
    }
    row = connection.execute(_WITH, parameters).fetchone()
    return row[0] if row else None


def load_gathering(connection: sqlite3.Connection, path: str) -> Gathering:
    """What the note of a meeting, event or group says, but for its people, `company` and `group`, which are links."""
    record = load_record(connection, path)
    texts = {key: record[key] for key in ("name", "time", "place", "outcome", "url", "cadence", "status", "kind")}
    day = date.fromisoformat(record["day"]) if record["day"] else None
    return Gathering(
        day=day, tags=tuple(record["tags"]), has_brief=record["has_brief"], minutes=record["minutes"], **texts
    )


def load_hosts(connection: sqlite3.Connection, path: str) -> tuple[Named, ...]:
    """The organizations that the note of a meeting names, with the paths of their notes."""
    return tuple(Named(*row) for row in connection.execute(_HOSTS, (path,)))
