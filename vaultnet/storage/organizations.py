"""Organizations out of the index: what their notes say of them.

load_organizations(connection)  ->  (OrganizationCard("Organizations/Tidemark Risk.md", "Tidemark Risk", ...), ...)
"""

import json
import sqlite3
from datetime import date
from typing import Any

from vaultnet.model.country import find_country
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.organization_card import OrganizationCard

_RECORDS = "SELECT path, record FROM note JOIN content ON note = id WHERE type = 'organization' ORDER BY path"
_PARENTS = """
SELECT n.path, coalesce(p.path, r.text) FROM ref r
JOIN note n ON n.id = r.note AND n.type = 'organization' LEFT JOIN note p ON p.id = r.target
WHERE r.role = 'parent' ORDER BY n.path, r.number
"""


def load_organizations(connection: sqlite3.Connection) -> tuple[OrganizationCard, ...]:
    """Every organization that has a note, by path."""
    parents: dict[str, list[str]] = {}
    for path, parent in connection.execute(_PARENTS):
        parents.setdefault(path, []).append(parent)
    rows = connection.execute(_RECORDS).fetchall()
    return tuple(_card(path, json.loads(record), tuple(parents.get(path, ()))) for path, record in rows)


def _card(path: str, record: dict[str, Any], parents: tuple[str, ...]) -> OrganizationCard:
    return OrganizationCard(
        path,
        record["name"],
        tuple(record["aliases"]),
        tuple(record["industry"]),
        record["location"],
        find_country(record["country"]) or "",
        record["situation"],
        record["target"],
        parents,
        tuple(
            DatedLine(fact["line"], date.fromisoformat(fact["day"]), fact["topic"], fact["text"])
            for fact in record["facts"]
        ),
    )
