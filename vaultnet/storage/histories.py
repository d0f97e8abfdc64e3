"""Histories out of the index, one person's at a time: all of it, or only what came since they last answered.

touches = load_touches(connection, date(2026, 6, 15), mention_counts=True)
touches["People/Ada.md"]   ->  (Touch(date(2026, 6, 2), ...), Touch(date(2026, 5, 20), ...), ...)
load_asked(connection, date(2026, 6, 15), touches, mention_counts=True)  ->  {"People/Ada.md": (Touch(...),), ...}
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter

from vaultnet.model.dates import add_days
from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Moment, Touch
from vaultnet.model.touches import merge_touches
from vaultnet.storage.days import day_of
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type

Histories = Mapping[str, tuple[Touch, ...]]

_ASKED_BACK = 400  # days: longer than the usual ladder with its rest and the way round
# `known` is never before `date`, and by it the index leads past all that came earlier.
_TOUCHES = """
SELECT t.date, t.time, t.kind, t.richness, t.direction, t.text, t.tags, t.origin, s.path, t.line
FROM touch t JOIN note s ON s.id = t.note
WHERE t.target = (SELECT id FROM note WHERE path = :path) AND t.known BETWEEN :since AND :today AND t.date >= :since
"""
_MOMENTS = """
SELECT date, kind FROM touch WHERE target = (SELECT id FROM note WHERE path = :path) AND known <= :today
AND (:mentions OR kind != 'mention')
"""
# A first sieve, wider than what is open: whom I asked, and who has neither written since nor met me. With each the day
# of the first ask since an answer that no ladder goes on behind (`follow_up.py`): a letter of theirs, a meeting, or any
# touch tagged as an answer; alone on its day, since of several one may say nothing beside the others (`touches.py`).
# What came before it is of no account.
_ASKED = """
SELECT n.path, (
    SELECT min(b.date) FROM touch b WHERE b.target = ask.target AND b.known BETWEEN ask.answered AND :today
    AND b.date >= ask.answered AND b.tags != '' AND instr(' ' || b.tags || ' ', ' asked '))
FROM (
    SELECT newest.target, coalesce((
        SELECT a.date FROM touch a WHERE a.target = newest.target AND a.known < newest.day AND a.kind != 'mention'
        AND (a.richness = 3 OR (a.richness = 1 AND a.direction = 'from') OR (a.tags != '' AND (
            instr(' ' || a.tags || ' ', ' answered ') OR instr(' ' || a.tags || ' ', ' received '))))
        AND NOT EXISTS (
            SELECT 1 FROM touch b WHERE b.target = a.target AND b.known BETWEEN a.date AND :today AND b.date = a.date
            AND (b.note, b.number) != (a.note, a.number))
        ORDER BY a.known DESC LIMIT 1), '') AS answered
    FROM (
        SELECT target, max(date) AS day FROM touch
        WHERE tags != '' AND date >= :asked AND known <= :today AND instr(' ' || tags || ' ', ' asked ') GROUP BY target
    ) AS newest
    WHERE NOT EXISTS (
        SELECT 1 FROM touch a
        WHERE a.target = newest.target AND a.known BETWEEN newest.day AND :today AND a.date > newest.day
        AND (a.direction = 'from' OR a.richness = 3))
    LIMIT -1
) AS ask CROSS JOIN note n ON n.id = ask.target AND n.type = 'contact'
ORDER BY n.path
"""


def load_touches(connection: sqlite3.Connection, today: date, *, mention_counts: bool) -> Histories:
    """Path of a contact -> its touches up to the day, newest first; () for anyone else."""

    def touches(path: str) -> tuple[Touch, ...]:
        return merge_touches(_read(connection, path, "", today), mention_counts=mention_counts)

    return Lazy(touches, lambda: paths_of_type(connection, "contact"))


def load_asked(connection: sqlite3.Connection, today: date, touches: Histories, *, mention_counts: bool) -> Histories:
    """Path of everybody who may owe me an answer -> what came since they last gave one, newest first.

    Where several touches are of one day it is the whole history: their order may depend on all of it.
    """

    @cache
    def since_by_path() -> dict[str, str]:
        days = {"today": today.isoformat(), "asked": add_days(today, -_ASKED_BACK).isoformat()}
        return dict(connection.execute(_ASKED, days).fetchall())

    def asked(path: str) -> tuple[Touch, ...]:
        since = since_by_path().get(path, "")
        found = [
            touch
            for touch in (_read(connection, path, since, today) if since else ())
            if mention_counts or touch.kind != MENTION
        ]
        if len({touch.day for touch in found}) == len(found) > 0:  # nothing to merge
            return tuple(sorted(found, key=attrgetter("day"), reverse=True))
        return touches[path]

    return Lazy(asked, lambda: tuple(since_by_path()))


def load_moments(
    connection: sqlite3.Connection, today: date, touches: Histories, *, mention_counts: bool
) -> Mapping[str, tuple[Moment, ...]]:
    """Path of a contact -> day and kind of its touches; by one index alone, but where there are several of one day."""

    def moments(path: str) -> tuple[Moment, ...]:
        rows = connection.execute(_MOMENTS, {"path": path, "today": today.isoformat(), "mentions": mention_counts})
        kind_by_day: dict[str, str] = {}
        for day, kind in rows:
            if day in kind_by_day:
                return tuple([Moment(touch.day, touch.kind) for touch in touches[path]])
            kind_by_day[day] = kind
        return tuple([Moment(day_of(day), kind) for day, kind in kind_by_day.items()])

    return Lazy(moments, lambda: paths_of_type(connection, "contact"), is_kept=False)


def _read(connection: sqlite3.Connection, path: str, since: str, today: date) -> Iterable[Touch]:
    rows = connection.execute(_TOUCHES, {"path": path, "since": since, "today": today.isoformat()})
    for day, time, kind, richness, direction, text, tags, origin, source, line in rows:
        told = tuple(tags.split()) if tags else ()
        yield Touch(day_of(day), time, kind, richness, direction, text, told, origin, source, line)
