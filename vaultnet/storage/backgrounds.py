"""Backgrounds out of the index: what everybody does, where and for whom; read by what looks at the whole network.

load_backgrounds(connection, date(2026, 6, 15))  ->  (Background("People/Ada.md", ..., jobs=(Job(...),)), ...)
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vaultnet.model.background import Background, Job, has_ended
from vaultnet.model.country import find_country
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import contact_records, load_record, paths_of_type

_EMPLOYERS = """
SELECT n.path, r.text, r.link, o.path FROM ref r
JOIN note n ON n.id = r.note AND n.type = 'contact' JOIN note o ON o.id = r.target AND o.type != 'contact'
WHERE r.role IN ('company', 'position'){of_one}
"""
_NAMED_BY_EMPLOYER = """
SELECT p.path, o.title, o.path FROM ref r
JOIN note o ON o.id = r.note AND o.type = 'organization' JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.role = 'people'{of_one} ORDER BY o.path, r.number
"""
_NOTE = "SELECT id FROM note WHERE path = ? AND type = 'contact'"

_Employers = Mapping[tuple[str, str, str], str]  # path of a contact, text and link of a reference -> path of the note


def load_backgrounds(connection: sqlite3.Connection, today: date) -> tuple[Background, ...]:
    """Every contact, by path; a job that an organization's own note tells of is among the contact's."""
    employers, named = _employers(connection), _named(connection)
    return tuple(
        _background(path, record, employers, named.get(path, ()), today) for path, record in contact_records(connection)
    )


def load_lazy_backgrounds(connection: sqlite3.Connection, today: date) -> Mapping[str, Background]:
    """Path of a contact -> their background, read when it is asked for; a bare one for anyone else."""

    def background(path: str) -> Background:
        found = connection.execute(_NOTE, (path,)).fetchone()
        record = load_record(connection, path) if found else {}
        if not record:
            return Background(path, "", "")
        employers = _employers(connection, " AND r.note = :note", found[0])
        named = _named(connection, " AND r.target = :note", found[0])
        return _background(path, record, employers, named.get(path, ()), today)

    return Lazy(background, lambda: paths_of_type(connection, "contact"))


def _employers(connection: sqlite3.Connection, of_one: str = "", note: int = 0) -> _Employers:
    rows = connection.execute(_EMPLOYERS.format(of_one=of_one), {"note": note})
    return {(path, text, link): employer for path, text, link, employer in rows}


def _named(connection: sqlite3.Connection, of_one: str = "", note: int = 0) -> Mapping[str, Sequence[Job]]:
    found: dict[str, list[Job]] = {}
    for contact, title, employer in connection.execute(_NAMED_BY_EMPLOYER.format(of_one=of_one), {"note": note}):
        found.setdefault(contact, []).append(Job(title, employer, ""))
    return found


def _background(
    path: str, record: Mapping[str, Any], employers: _Employers, named: Sequence[Job], today: date
) -> Background:
    return Background(
        path,
        record["uid"],
        record["name"],
        record["role"],
        record["location"],
        find_country(record["country"]) or "",
        tuple(record["relationship"]),
        tuple(dict.fromkeys((*_jobs(path, record, employers, today), *named))),
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
