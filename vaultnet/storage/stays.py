"""Who is or was at which organization, out of the index.

stays = Stays(connection)
stays.at("waterlijn instituut")        ->  ("People/Ravi.md", ...)        past and present
stays.employers()                      ->  {("Waterlijn Instituut", "Organizations/Waterlijn Instituut.md"): (...), ...}
stays.of("People/Ravi.md")             ->  (Stay("waterlijn instituut", "Waterlijn Instituut", None, None),)
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from vaultnet.model.background import has_ended
from vaultnet.model.dates import days_in_month, parse_date
from vaultnet.model.stay import Stay
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.resolve import key_of

_RECORD = "SELECT record FROM content WHERE note = (SELECT id FROM note WHERE path = ? AND type = 'contact')"
_ORGANIZATIONS = """
SELECT m.key, n.path, n.title FROM note n JOIN name m ON m.note = n.id WHERE n.type = 'organization' ORDER BY n.path
"""
# By the names of one organization: nobody reads where everybody works to find the colleagues of one.
_PEOPLE = """
SELECT p.path FROM ref r CROSS JOIN note p ON p.id = r.note AND p.type = 'contact'
WHERE r.key IN (SELECT value FROM json_each(:names)) AND r.role IN ('company', 'position')
UNION
SELECT p.path FROM note n CROSS JOIN ref r ON r.note = n.id AND r.role = 'people'
CROSS JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE n.key IN (SELECT value FROM json_each(:names)) AND n.type = 'organization'
ORDER BY 1
"""
_EMPLOYERS = """
SELECT r.text, coalesce(o.path, ''), p.path FROM ref r JOIN note p ON p.id = r.note AND p.type = 'contact'
LEFT JOIN note o ON o.id = r.target AND o.type = 'organization' WHERE r.role IN ('company', 'position')
UNION
SELECT o.title, o.path, p.path FROM ref r JOIN note o ON o.id = r.note AND o.type = 'organization'
JOIN note p ON p.id = r.target AND p.type = 'contact' WHERE r.role = 'people'
ORDER BY 1, 2, 3
"""
_YEAR_OR_MONTH = lazy_pattern(r"(\d{4})(?:-(\d{2}))?")
_DECEMBER = 12


class Stays:
    """Read when somebody asks, once; an organization is known by the folded name of its note, else by its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stays = Lazy(lambda path: tuple(self._read(path)), lambda: paths_of_type(connection, "contact"))
        self._people = Lazy(self._people_at, tuple)

    def of(self, person: str) -> tuple[Stay, ...]:
        """Where somebody is or was, () for whoever has no note."""
        return self._stays[person]

    def at(self, organization: str) -> tuple[str, ...]:
        """The contacts who are or were there, by path."""
        return self._people[organization]

    def employers(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Every organization as a note writes it, with the path of its note or "" -> the contacts it is written for."""
        found: dict[tuple[str, str], list[str]] = {}
        for name, path, contact in self._connection.execute(_EMPLOYERS):
            found.setdefault((name, path), []).append(contact)
        return {employer: tuple(contacts) for employer, contacts in found.items()}

    @cached_property
    def _names(self) -> dict[str, tuple[str, str]]:
        names: dict[str, tuple[str, str]] = {}
        for key, path, title in self._connection.execute(_ORGANIZATIONS):
            names.setdefault(key, (key_of(path), title))
        return names

    @cached_property
    def _names_by_organization(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, (organization, _) in self._names.items():
            found.setdefault(organization, []).append(key)
        return found

    def _people_at(self, organization: str) -> tuple[str, ...]:
        own = [] if organization in self._names else [organization]
        names = json.dumps([*own, *self._names_by_organization.get(organization, ())])
        return tuple(path for (path,) in self._connection.execute(_PEOPLE, {"names": names}))

    def _read(self, path: str) -> Iterator[Stay]:
        row = self._connection.execute(_RECORD, (path,)).fetchone()
        if not row:
            return
        record = json.loads(row[0])
        for ref in record["company"]:
            yield self._stay(ref, None, None)
        for position in record["positions"]:
            end = _day(position["end"], is_end=True)
            if position["company"]["text"] and (end or not has_ended(position["end"], date.max)):
                yield self._stay(position["company"], _day(position["start"]), end)

    def _stay(self, ref: dict[str, Any], start: date | None, end: date | None) -> Stay:
        key = key_of(ref["link"] or ref["text"])
        organization, name = self._names.get(key, (key, ref["text"]))
        return Stay(organization, name, start, end)


def _day(text: str, *, is_end: bool = False) -> date | None:
    """The day that a year, a month or a day begins on, or ends on; None for what is none, such as `today`."""
    match = _YEAR_OR_MONTH.fullmatch(text.strip())
    if match is None:
        return parse_date(text)
    year, month = int(match[1]), int(match[2] or (_DECEMBER if is_end else 1))
    if not (year and 1 <= month <= _DECEMBER):
        return None
    return date(year, month, days_in_month(year, month) if is_end else 1)
