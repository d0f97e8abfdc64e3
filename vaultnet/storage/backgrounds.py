"""Backgrounds out of the index: what everybody does, where and for whom; read by what looks at the whole network.

load_backgrounds(connection, date(2026, 6, 15))  ->  (Background("People/Ada.md", ..., jobs=(Job(...),)), ...)
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vaultnet.model.background import Background, Job, has_ended
from vaultnet.model.country import find_country
from vaultnet.storage.lookup import contact_records

_EMPLOYERS = """
SELECT n.path, r.text, r.link, o.path FROM ref r
JOIN note n ON n.id = r.note AND n.type = 'contact' JOIN note o ON o.id = r.target AND o.type != 'contact'
WHERE r.role IN ('company', 'position')
"""
_NAMED_BY_EMPLOYER = """
SELECT p.path, o.title, o.path FROM ref r
JOIN note o ON o.id = r.note AND o.type = 'organization' JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.role = 'people' ORDER BY o.path, r.number
"""

_Employers = Mapping[tuple[str, str, str], str]  # path of a contact, text and link of a reference -> path of the note


def load_backgrounds(connection: sqlite3.Connection, today: date) -> tuple[Background, ...]:
    """Every contact, by path; a job that an organization's own note tells of is among the contact's."""
    employers = {(path, text, link): note for path, text, link, note in connection.execute(_EMPLOYERS)}
    named: dict[str, list[Job]] = {}
    for contact, title, note in connection.execute(_NAMED_BY_EMPLOYER):
        named.setdefault(contact, []).append(Job(title, note, ""))
    return tuple(
        Background(
            path,
            record["uid"],
            record["name"],
            record["role"],
            record["location"],
            find_country(record["country"]) or "",
            tuple(record["relationship"]),
            tuple(dict.fromkeys((*_jobs(path, record, employers, today), *named.get(path, ())))),
        )
        for path, record in contact_records(connection)
    )


def _jobs(contact: str, record: Mapping[str, Any], employers: _Employers, today: date) -> Iterator[Job]:
    """Where they work, as `company` says, then the positions."""
    for company in record["company"]:
        yield Job(company["text"], employers.get((contact, company["text"], company["link"]), ""), record["role"])
    for position in record["positions"]:
        company, end = position["company"], position["end"]
        if company["text"]:
            note = employers.get((contact, company["text"], company["link"]), "")
            yield Job(company["text"], note, position["role"], position["start"], end, has_ended(end, today))
