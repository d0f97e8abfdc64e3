"""What briefs tell of people, out of the index, one person at a time.

load_person_card(connection, "People/Ada.md")  ->  PersonCard("People/Ada.md", met=date(2024, 9, 19), ...)
"""

import sqlite3
from datetime import date
from typing import Any

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import parse_birthday
from vaultnet.model.goals_note import Named
from vaultnet.model.person_card import PersonCard
from vaultnet.storage.lookup import load_record, people_named

_MET_AT = """
SELECT coalesce(p.title, r.text), coalesce(p.path, '') FROM ref r LEFT JOIN note p ON p.id = r.target
WHERE r.note = (SELECT id FROM note WHERE path = ?) AND r.role = 'met-at' ORDER BY r.number
"""


def load_person_card(connection: sqlite3.Connection, path: str) -> PersonCard:
    """The card of a contact; an empty one for a path that is no contact's."""
    record = load_record(connection, path)
    if "introduced_by" not in record:
        return PersonCard(path)
    return PersonCard(
        path,
        date.fromisoformat(record["met"]) if record["met"] else None,
        tuple(Named(*row) for row in connection.execute(_MET_AT, (path,))),
        people_named(connection, path, "introduced-by"),
        parse_birthday(record["birthday"]) if record["birthday"] else None,
        tuple(record["interests"]),
        tuple(record["skills"]),
        tuple(record["needs"]),
        tuple(map(_line, record["life_events"])),
    )


def _line(line: dict[str, Any]) -> DatedLine:
    return DatedLine(line["line"], date.fromisoformat(line["day"]), line["topic"], line["text"])
