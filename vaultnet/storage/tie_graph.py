"""Everybody's ties out of the index, one person's at a time: the network is walked from whom I want to meet.

load_tie_graph(connection, date(2026, 6, 15))["People/Naledi Mokoena.md"]
-> (Tie("People/Emeka Obi.md", "introduced", None), Tie("People/Ravi.md", "event", date(2025, 4, 3), "Zurich day"), ...)
load_tie_graph(connection, today)["rasmus thielen"]       whoever has no note yet, by the folded name
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from vaultnet.model.gathering import CANCELLED
from vaultnet.model.tie import Tie
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type
from vaultnet.storage.stays import Stays
from vaultnet.text.fold import fold

_CROWD = 40  # people: to stand on one list with more says nothing
_LARGE_HOUSE = 200  # people
_FEW = 6  # so many at one table have met
# `{me}` is one person: a note, or a name that has none. CROSS JOIN keeps SQLite to the order: from that person on.
_MINE = """
SELECT p.path, r.role FROM ref r CROSS JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = :note AND r.role IN ('introduced-by', 'knows', 'link')
"""
_OF_OTHERS = """
SELECT p.path, r.role FROM ref r CROSS JOIN note p ON p.id = r.note AND p.type = 'contact'
WHERE {me} AND r.role IN ('introduced-by', 'knows', 'link')
"""
_TOGETHER = """
SELECT p.path, g.type, g.day, g.title, (SELECT count(*) FROM ref WHERE note = g.id AND role = 'with') AS crowd,
    json_extract(c.record, '$.status')
FROM ref r CROSS JOIN note g ON g.id = r.note AND g.type IN ('meeting', 'event', 'group') AND g.day <= :today
CROSS JOIN content c ON c.note = g.id
CROSS JOIN ref o ON o.note = g.id AND o.role = 'with' CROSS JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE {me} AND r.role = 'with' AND (g.day != '' OR g.type = 'group') AND crowd <= :largest
"""
# A line of a daily note that says I was with both; of two calls on one line each is a call of its own.
_ONE_LINE = """
SELECT p.path, max(t.date) FROM touch t CROSS JOIN note s ON s.id = t.note AND s.type = ''
CROSS JOIN touch o ON o.note = t.note AND o.line = t.line AND o.target != t.target
JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE t.target = :note AND t.known <= :today AND (t.richness >= 3 OR t.kind = 'video') GROUP BY p.path
"""
_INTRODUCTIONS = """
SELECT p.path, r.role, o.role, json_extract(c.record, '$.status'),
    (SELECT coalesce(max(json_extract(value, '$.day')), '') FROM json_each(c.record, '$.log'))
FROM ref r CROSS JOIN note n ON n.id = r.note AND n.type = 'introduction' CROSS JOIN content c ON c.note = n.id
CROSS JOIN ref o ON o.note = n.id AND o.role IN ('from', 'to', 'via')
CROSS JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE {me} AND r.role IN ('from', 'to', 'via') AND o.role != r.role
"""
# A note of that name which is no contact's says nothing of them, but is what the links lead to.
_NO_CONTACT = "r.key = :key AND coalesce((SELECT type FROM note WHERE id = r.target), '') != 'contact'"
_MADE = frozenset({"made", "thanked"})
_NOTE = "SELECT id FROM note WHERE path = ? AND type = 'contact'"
Rows = Callable[[str], list[tuple[str, ...]]]


def load_tie_graph(connection: sqlite3.Connection, today: date) -> Mapping[str, tuple[Tie, ...]]:
    """Path of a contact, or folded name of whoever has no note -> their ties with contacts, one a thing known."""
    stays = Stays(connection)

    def ties(person: str) -> tuple[Tie, ...]:
        found = connection.execute(_NOTE, (person,)).fetchone()
        note = found[0] if found else None
        me = _NO_CONTACT if note is None else "r.target = :note"
        known = {"note": note, "key": fold(person), "today": today.isoformat(), "largest": _CROWD}

        def rows(query: str) -> list[tuple[str, ...]]:
            return connection.execute(query.format(me=me), known).fetchall()

        every = (*_said(rows), *_together(rows), *_introduced(rows), *_colleagues(person, stays))
        return tuple(tie for tie in every if tie.other != person)

    return Lazy(ties, lambda: paths_of_type(connection, "contact"))


def _said(rows: Rows) -> Iterator[Tie]:
    """What the notes say outright."""
    how_by_role = {"introduced-by": "introduced", "knows": "knows", "link": "linked"}
    for other, role in (*rows(_MINE), *rows(_OF_OTHERS)):
        yield Tie(other, how_by_role[role], None)


def _together(rows: Rows) -> Iterator[Tie]:
    """Meetings, events and groups of both, and lines of daily notes."""
    for other, kind, day, title, size, status in rows(_TOGETHER):
        if status in CANCELLED:
            continue
        how = kind if kind == "group" else "met" if kind == "meeting" and int(size) <= _FEW else "event"
        yield Tie(other, how, date.fromisoformat(day) if day else None, title)
    for other, day in rows(_ONE_LINE):
        yield Tie(other, "met", date.fromisoformat(day))


def _introduced(rows: Rows) -> Iterator[Tie]:
    """An introduction that was made ties the two sides; whoever is asked for one knows both. One that was declined ties
    nobody.
    """
    for other, mine, theirs, status, day in rows(_INTRODUCTIONS):
        if status == "declined":
            continue
        if "via" in (mine, theirs):
            yield Tie(other, "knows", None)
        elif status in _MADE:
            yield Tie(other, "introduced", date.fromisoformat(day) if day else None)


def _colleagues(person: str, stays: Stays) -> Iterator[Tie]:
    for mine in stays.of(person):
        people = stays.at(mine.organization)
        if len(people) > _LARGE_HOUSE:
            continue
        for other in people:
            shared = [stay for stay in stays.of(other) if stay.overlaps(mine)]
            if shared:
                yield Tie(other, "colleague", min(filter(None, (mine.end, shared[0].end)), default=None), mine.name)
