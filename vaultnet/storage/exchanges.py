"""To whom I may owe an answer or thanks: one look at the tags in the index, so that no history is read in vain.

load_exchanges(connection, date(2026, 6, 15), settings)
-> Exchanges(replies=("People/Amira Haddad.md",), favours=(Favour("People/Emeka Obi.md", ..., "meeting", ...),))

Whom I asked for something is found beside it (`histories.py`).
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

_A_MONTH_MORE = 3  # days that a month may be longer than another
_A_FEW = 4  # people at a meeting: after a larger one nobody writes to everybody

# First sieves, wider than what is open: a reply that no word of mine follows, a gift that no thanks follow.
# CROSS JOIN: from the few touches that have tags to their people, not from everybody to all their touches.
# BETWEEN: `known` is never before `date`, and by it the index leads past all that came earlier.
_REPLIES = """
SELECT DISTINCT n.path FROM touch t CROSS JOIN note n ON n.id = t.target AND n.type = 'contact'
WHERE t.tags != '' AND t.known <= :today AND instr(t.tags, 'reply') AND instr(' ' || t.tags || ' ', ' reply ')
AND NOT EXISTS (
    SELECT 1 FROM touch a
    WHERE a.target = t.target AND a.known BETWEEN t.date AND :today AND a.date > t.date
    AND (a.richness = 3 OR (a.direction = 'to' AND a.richness > 0)))
ORDER BY n.path
"""
_RECEIVED = """
SELECT DISTINCT n.path FROM touch t CROSS JOIN note n ON n.id = t.target AND n.type = 'contact'
WHERE t.tags != '' AND t.date >= :received AND t.known <= :today AND instr(' ' || t.tags || ' ', ' received ')
AND NOT EXISTS (
    SELECT 1 FROM touch a
    WHERE a.target = t.target AND a.known BETWEEN t.date AND :today AND a.date >= t.date
    AND instr(' ' || a.tags || ' ', ' thanked '))
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
FROM contact c CROSS JOIN note n ON n.id = c.note CROSS JOIN ref r ON r.note = c.note AND r.role = 'introduced-by'
CROSS JOIN note p ON p.id = r.target AND p.type = 'contact'
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
    since = add_days(today, -(due_on(today, lasts) - today).days - _A_MONTH_MORE)
    parameters = {"today": today.isoformat(), "received": since.isoformat(), "few": _A_FEW}
    replies, received = (
        tuple([path for (path,) in connection.execute(query, parameters)]) for query in (_REPLIES, _RECEIVED)
    )
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
    return Exchanges(replies, received, tuple(sorted({*favours, *_introductions(connection, today)})))


def _introductions(connection: sqlite3.Connection, today: date) -> Iterator[Favour]:
    """Introductions that were made for me and not thanked for, on the day that the note's log ends with."""
    for contact, noted, record, title, path, to in connection.execute(_MADE_FOR_ME):
        data = json.loads(record)
        logged = [line["day"] for line in data["log"] if line["day"] <= today.isoformat()]
        day = max(logged, default=noted)
        if data["status"] == "made" and day and day <= today.isoformat():
            yield Favour(contact, date.fromisoformat(day), "introduction", to or title, path)
