"""Who may have something open with me: one look at the tags in the index, so that no history is read in vain.

load_exchanges(connection, date(2026, 6, 15), settings)
-> Exchanges(contacts=("People/Amira Haddad.md", ...), favours=(Favour("People/Emeka Obi.md", ..., "meeting", ...),))
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date

from vaultnet.model.cadence import due_on, parse_cadence
from vaultnet.model.dates import add_days
from vaultnet.model.exchanges import Exchanges, Favour
from vaultnet.model.host import host_names, names_of_me
from vaultnet.model.settings import Settings

_ASKED_BACK = 400  # days: longer than the usual ladder with its rest and the way round
_A_FEW = 4  # people at a meeting: after a larger one nobody writes to everybody

# A first sieve, wider than what is open: an ask that no word from them nor a meeting follows, a reply that
# no word of mine follows.
# CROSS JOIN: from the few touches that have tags to their people, not from everybody to all their touches.
# BETWEEN: `known` is never before `date`, and by it the index leads past all that came earlier.
_CONTACTS = """
SELECT DISTINCT n.path FROM touch t CROSS JOIN note n ON n.id = t.target AND n.type = 'contact'
WHERE t.tags != '' AND t.known <= :today AND (
    (t.date >= :asked AND ' ' || t.tags || ' ' LIKE '% asked %' AND NOT EXISTS (
        SELECT 1 FROM touch a
        WHERE a.target = t.target AND a.known BETWEEN t.date AND :today AND a.date > t.date
        AND (a.direction = 'from' OR a.richness = 3)))
    OR (' ' || t.tags || ' ' LIKE '% reply %' AND NOT EXISTS (
        SELECT 1 FROM touch a
        WHERE a.target = t.target AND a.known BETWEEN t.date AND :today AND a.date > t.date
        AND (a.richness = 3 OR (a.direction = 'to' AND a.richness > 0))))
    OR (t.date >= :received AND ' ' || t.tags || ' ' LIKE '% received %' AND NOT EXISTS (
        SELECT 1 FROM touch a
        WHERE a.target = t.target AND a.known BETWEEN t.date AND :today AND a.date >= t.date
        AND ' ' || a.tags || ' ' LIKE '% thanked %')))
ORDER BY n.path
"""
_MEETINGS = """
SELECT DISTINCT p.path, n.day, 'meeting', n.title, n.path
FROM note n JOIN touch t ON t.note = n.id AND t.origin IN ('gathering', 'debrief') AND t.known <= :today
JOIN note p ON p.id = t.target AND p.type = 'contact'
WHERE n.type = 'meeting' AND n.day BETWEEN :received AND :today
AND (SELECT count(*) FROM touch WHERE note = n.id AND origin IN ('gathering', 'debrief')) <= :few
"""
_EVENTS = """
SELECT DISTINCT p.path, n.day, 'meeting', n.title, n.path, c.properties
FROM note n JOIN content c ON c.note = n.id JOIN touch t ON t.note = n.id AND t.origin = 'gathering'
    AND t.known <= :today
JOIN note p ON p.id = t.target AND p.type = 'contact'
WHERE n.type = 'event' AND n.day BETWEEN :received AND :today
AND (SELECT count(*) FROM touch WHERE note = n.id AND origin = 'gathering') <= :few
"""
_MET_THROUGH = """
SELECT p.path, c.met, 'introduction', n.title, n.path
FROM contact c CROSS JOIN note n ON n.id = c.note JOIN ref r ON r.note = c.note AND r.role = 'introduced-by'
JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE c.met BETWEEN :received AND :today
"""
_MADE_FOR_ME = """
SELECT p.path, n.day, o.record, n.title, n.path, (
    SELECT group_concat(text, ', ') FROM (SELECT text FROM ref WHERE note = n.id AND role = 'to' ORDER BY number))
FROM note n JOIN content o ON o.note = n.id JOIN ref r ON r.note = n.id AND r.role = 'via'
JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE n.type = 'introduction' AND NOT EXISTS (SELECT 1 FROM ref WHERE note = n.id AND role = 'from')
"""


def load_exchanges(connection: sqlite3.Connection, today: date, settings: Settings) -> Exchanges:
    """Whose touches to read, and what to thank for, as of a day."""
    lasts = parse_cadence(settings.thanks.lasts)
    assert lasts is not None
    parameters = {
        "today": today.isoformat(),
        "asked": add_days(today, -_ASKED_BACK).isoformat(),
        "received": add_days(today, -(due_on(today, lasts) - today).days).isoformat(),
        "few": _A_FEW,
    }
    contacts = tuple(path for (path,) in connection.execute(_CONTACTS, parameters))
    favours = [
        Favour(contact, date.fromisoformat(day), what, about, path)
        for query in (_MEETINGS, _MET_THROUGH)
        for contact, day, what, about, path in connection.execute(query, parameters)
    ]
    mine = names_of_me(settings.me)
    favours += [  # who came to a small party of mine
        Favour(contact, date.fromisoformat(day), what, about, path)
        for contact, day, what, about, path, properties in connection.execute(_EVENTS, parameters)
        if not mine.isdisjoint(host_names(json.loads(properties)))
    ]
    return Exchanges(contacts, tuple(sorted({*favours, *_introductions(connection, today)})))


def _introductions(connection: sqlite3.Connection, today: date) -> Iterator[Favour]:
    """Introductions that were made for me and not thanked for, on the day that the note's log ends with."""
    for contact, noted, record, title, path, to in connection.execute(_MADE_FOR_ME):
        data = json.loads(record)
        logged = [line["day"] for line in data["log"] if line["day"] <= today.isoformat()]
        day = max(logged, default=noted)
        if data["status"] == "made" and day and day <= today.isoformat():
            yield Favour(contact, date.fromisoformat(day), "introduction", to or title, path)
