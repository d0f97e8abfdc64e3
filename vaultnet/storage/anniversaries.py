"""Yearly days out of the index: of a stretch of the calendar, and of one contact.

load_anniversaries(connection, date(2026, 6, 1), date(2026, 6, 30))
-> (Anniversary("People/Ada.md", "birthday", PartialDate(1985, 6, 20)), ...)
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from vaultnet.model.dates import PartialDate, add_days
from vaultnet.model.profile import NEWS_LASTS, SOON, Anniversary
from vaultnet.model.settings import DatesSettings
from vaultnet.storage.lookup import people_named

_YEAR = 366  # days
_YEARLY = """
SELECT n.path, n.type, a.what, a.month_day, a.year, a.words FROM anniversary a JOIN note n ON n.id = a.note
WHERE a.month_day IN (SELECT value FROM json_each(:days)) ORDER BY n.path, a.number
"""
_LIFE_EVENTS = """
SELECT n.path, a.what, a.month_day, a.year, a.words FROM anniversary a JOIN note n ON n.id = a.note
WHERE a.month_day IN (SELECT value FROM json_each(:days)) AND a.what = 'life event' AND n.type = 'contact'
ORDER BY n.path, a.number
"""
_OF_CONTACT = """
SELECT n.path, n.type, a.what, a.month_day, a.year, a.words FROM anniversary a JOIN note n ON n.id = a.note
WHERE n.path = :path ORDER BY a.number
"""
_INTRODUCTIONS_OF_CONTACT = """
SELECT DISTINCT n.path, n.type, a.what, a.month_day, a.year, a.words FROM note c JOIN ref r ON r.target = c.id
JOIN note n ON n.id = r.note AND n.type = 'introduction' JOIN anniversary a ON a.note = n.id
WHERE c.path = :path ORDER BY n.path
"""
# Whom somebody introduced me to, by the other's own note, where no note of the introduction tells of it.
_INTRODUCED_ME = """
SELECT i.path, 'introduced me', a.month_day, a.year, n.path FROM anniversary a
JOIN note n ON n.id = a.note JOIN ref r ON r.note = n.id AND r.role = 'introduced-by' JOIN note i ON i.id = r.target
WHERE a.what = 'met' AND {where} AND NOT EXISTS (
    SELECT 1 FROM ref t JOIN note m ON m.id = t.note AND m.type = 'introduction'
    JOIN ref v ON v.note = m.id AND v.role = 'via' AND v.target = i.id WHERE t.target = n.id AND t.role = 'to')
ORDER BY i.path, n.path
"""


def days_to_mark(today: date, settings: DatesSettings) -> tuple[date, date]:
    """The stretch that a day's pages need: what is still to be answered, and what is posted soon."""
    lead = max(settings.lead.values(), default=0) + settings.abroad
    return add_days(today, -NEWS_LASTS), add_days(today, max(lead, SOON) + 1)


def load_anniversaries(connection: sqlite3.Connection, first: date, last: date) -> tuple[Anniversary, ...]:
    """Everybody's yearly days between two days; those of a year at most, whatever lies between."""
    days = _days_between(first, last)
    rows = connection.execute(_YEARLY, {"days": days}).fetchall()
    where = "a.month_day IN (SELECT value FROM json_each(:days)) AND a.year BETWEEN :from AND :to"
    years = {"days": days, "from": first.year - 1, "to": last.year - 1}
    told = connection.execute(_INTRODUCED_ME.format(where=where), years).fetchall()
    return (*_anniversaries(connection, rows), *(_anniversary(*row) for row in told))


def load_life_events(connection: sqlite3.Connection, first: date, last: date) -> tuple[Anniversary, ...]:
    """Events in anybody's life that have their yearly day between two days, by path."""
    rows = connection.execute(_LIFE_EVENTS, {"days": _days_between(first, last)})
    return tuple(_anniversary(*row) for row in rows)


def _days_between(first: date, last: date) -> str:
    """As JSON, for a query."""
    span = min((last - first).days, _YEAR)
    coming = {add_days(first, passed).isoformat()[5:] for passed in range(span + 1)}
    return json.dumps(sorted(coming | {"02-29"}))  # which is marked on the 28th where there is none


def anniversaries_of(connection: sqlite3.Connection, path: str) -> tuple[Anniversary, ...]:
    """The yearly days of one contact, those of introductions among them."""
    key = {"path": path}
    rows = connection.execute(_OF_CONTACT, key).fetchall()
    rows += connection.execute(_INTRODUCTIONS_OF_CONTACT, key).fetchall()
    told = connection.execute(_INTRODUCED_ME.format(where="i.path = :path"), key).fetchall()
    return tuple(
        anniversary
        for anniversary in (*_anniversaries(connection, rows), *(_anniversary(*row) for row in told))
        if anniversary.contact == path
    )


def _anniversaries(connection: sqlite3.Connection, rows: list[Any]) -> Iterator[Anniversary]:
    for path, kind, what, month_day, year, words in rows:
        if kind == "contact":
            yield _anniversary(path, what, month_day, year, words)
        else:
            yield from _of_introduction(connection, path, month_day, year)


def _of_introduction(connection: sqlite3.Connection, path: str, month_day: str, year: int) -> Iterator[Anniversary]:
    """Of an introduction that I made, for both; of one that was made for me, for whoever made it."""
    one, other, via = (people_named(connection, path, role) for role in ("from", "to", "via"))
    if other and one and not via:
        yield _anniversary(one[0], "introduced by me", month_day, year, other[0])
        yield _anniversary(other[0], "introduced by me", month_day, year, one[0])
    elif other and via and not one:
        yield _anniversary(via[0], "introduced me", month_day, year, other[0])


def _anniversary(path: str, what: str, month_day: str, year: int | None, words: str) -> Anniversary:
    return Anniversary(path, what, PartialDate(year, int(month_day[:2]), int(month_day[3:])), words)
