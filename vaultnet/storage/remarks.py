"""Remarks out of the index: who was said to stay, and of whom no property tells anything.

load_remarks(connection)  ->  {"People/Ada.md": Remark(kept_on=date(2026, 6, 15), is_bare=False), ...}
"""

import sqlite3
from datetime import date

from vaultnet.model.remark import Remark
from vaultnet.storage.lookup import contact_records

_TELLING = (
    "company", "positions", "role", "email", "phone", "address", "website", "linkedin", "location", "country", "knows",
    "birthday", "anniversaries", "met", "met_at", "introduced_by", "relationship", "needs", "offers", "interests",
    "skills", "life_events",
)  # fmt: skip


def load_remarks(connection: sqlite3.Connection) -> dict[str, Remark]:
    """Every contact's, by path."""
    return {
        path: Remark(
            date.fromisoformat(record["kept_on"]) if record["kept_on"] else None,
            not any(record[key] for key in _TELLING),
        )
        for path, record in contact_records(connection)
    }
