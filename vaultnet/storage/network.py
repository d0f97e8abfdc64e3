"""The network out of the index: the rows a page needs, and lazy mappings for the rest.

load_network(connection, date(2026, 6, 15), settings)  ->  Network(standings=(...), touches=<lazy>, ...)
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote

from vaultnet.model.cadence import Cadence, parse_cadence
from vaultnet.model.dates import PartialDate, parse_date
from vaultnet.model.gathering import CANCELLED
from vaultnet.model.network import Anniversary, Meeting, Network, Offer, Promise, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.touches import merge_touches
from vaultnet.text.fold import fold

_NOT_IN_WIKILINKS = re.compile(r"[\[\]|#^]|%%")
_BARE = str.maketrans("[]", "()")
_STATES = {"x": "done", "X": "done", "-": "let_go", ">": "moved"}
_DAYS_AHEAD = 8  # of anniversaries: more than any of them is announced
_LAST_WEEK = date.max - timedelta(days=_DAYS_AHEAD)
_OFFERS_BACK = timedelta(days=400)

_STANDINGS = """
SELECT n.path, c.uid, c.name, c.tier, c.cadence, c.cadence_from, c.organizations, c.met, c.next_contact, c.snooze,
    c.paused, c.status, c.channel,
    (SELECT group_concat(date || richness || kind, char(10)) FROM (
        SELECT date, richness, kind FROM touch
        WHERE target = c.note AND known <= :today AND (:mentions OR kind != 'mention')
        ORDER BY known DESC, date DESC, richness DESC, kind DESC LIMIT 8)),
    (SELECT count(*) FROM touch WHERE target = c.note AND known <= :today)
FROM contact c JOIN note n ON n.id = c.note
"""
_ORGANIZATIONS = """
SELECT m.key, n.path FROM note n JOIN name m ON m.note = n.id WHERE n.type = 'organization' ORDER BY n.path
"""
_TOUCHES = """
SELECT t.date, t.time, t.kind, t.richness, t.direction, t.text, t.tags, t.origin, s.path, t.line
FROM touch t JOIN note s ON s.id = t.note
WHERE t.target = (SELECT id FROM note WHERE path = :path) AND t.known <= :today
"""
_MEETINGS = """
SELECT id, path, title, type, day, record FROM note JOIN content ON content.note = id
WHERE type IN ('meeting', 'event') AND day BETWEEN :first AND :last ORDER BY day, path
"""
_PEOPLE = """
SELECT r.text, p.path FROM ref r LEFT JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = ? AND r.role = 'with' ORDER BY r.number
"""
_PROMISES = """
SELECT s.path, t.line, t.text, t.due, t.scheduled, t.start, t.made, t.waiting, p.path
FROM task t JOIN note s ON s.id = t.note JOIN note p ON p.id = t.target AND p.type = 'contact'
ORDER BY s.path, t.line, p.path
"""
_ANNIVERSARIES = """
SELECT n.path, a.what, a.month_day, a.year FROM anniversary a JOIN note n ON n.id = a.note
WHERE a.month_day IN (SELECT value FROM json_each(:days)) ORDER BY n.path, a.what
"""
_OFFERS = """
SELECT p.path, o.day, o.item, o.mark, o.untouched, o.kind, o.due, o.line
FROM offer o JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE o.day BETWEEN :first AND :today ORDER BY o.day, o.line
"""


def load_network(connection: sqlite3.Connection, today: date, settings: Settings) -> Network:
    """Everything as of `today`; touches and link texts are read when somebody asks for them."""
    offers = tuple(_offers(connection, today))
    return Network(
        standings=tuple(_standings(connection, today, settings, offers)),
        touches=LazyTouches(connection, today, mention_counts=settings.log.mention_counts),
        link_by_path=LazyLinks(connection),
        meetings=tuple(_meetings(connection, today, today)),
        promises=load_promises(connection),
        anniversaries=tuple(_anniversaries(connection, today)),
        offers=offers,
    )


def load_standings(connection: sqlite3.Connection, today: date, settings: Settings) -> tuple[Standing, ...]:
    return tuple(_standings(connection, today, settings, tuple(_offers(connection, today))))


def touch_days(connection: sqlite3.Connection, today: date) -> dict[str, list[date]]:
    """Path of a contact -> the days of all its touches up to the day, oldest first, a day once."""
    rows = connection.execute(
        "SELECT DISTINCT n.path, t.date FROM touch t JOIN note n ON n.id = t.target AND n.type = 'contact'"
        " WHERE t.known <= ? ORDER BY n.path, t.date",
        (today.isoformat(),),
    )
    days: dict[str, list[date]] = {}
    for path, day in rows:
        days.setdefault(path, []).append(_day(day))
    return days


def _standings(
    connection: sqlite3.Connection, today: date, settings: Settings, offers: tuple[Offer, ...]
) -> Iterator[Standing]:
    earlier: dict[str, list[tuple[date, str]]] = {}
    for offer in offers:
        if offer.day < today:
            earlier.setdefault(offer.contact, []).append((offer.day, offer.state))
    moved_until = {offer.contact: (offer.day, offer.until) for offer in offers if offer.until}
    organization_by_name = _organization_by_name(connection)
    parameters = {"today": today.isoformat(), "mentions": settings.log.mention_counts}
    for row in connection.execute(_STANDINGS, parameters):
        last, kinds = _newest(row[13])
        cadence, origin = _cadence(row[4]), row[5]
        if cadence is None:
            cadence, origin = _cadence(settings.cadence.default), "default"
        assert cadence is not None
        met, next_contact, snooze = (date.fromisoformat(text) if text else None for text in row[7:10])
        moved = moved_until.get(row[0])
        if moved and (last is None or last <= moved[0]):  # `[>] 📅` snoozes, until a touch after it
            snooze = max(filter(None, (snooze, moved[1])))
        names = row[6].split("\n") if row[6] else ()
        organizations = tuple(dict.fromkeys(organization_by_name.get(name, name) for name in names))
        since = earlier.get(row[0], ())
        yield Standing(
            row[0], row[1], row[2], row[3], cadence, origin, organizations, last, kinds, met, next_contact, snooze,
            bool(row[10]), row[11], row[12],
            tuple(offer for offer in since if last is None or offer[0] > last),
            row[14] + sum(state == "open" for _, state in since),
        )  # fmt: skip


@lru_cache(maxsize=16384)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1024)
def _cadence(text: str) -> Cadence | None:
    return parse_cadence(text)


def _organization_by_name(connection: sqlite3.Connection) -> dict[str, str]:
    """Every name of an organization that has a note -> the folded name of the note: whether contacts name it by link,
    by alias or by its full name, it is one organization.
    """
    names: dict[str, str] = {}
    for key, path in connection.execute(_ORGANIZATIONS):
        names.setdefault(key, fold(path.rpartition("/")[2].removesuffix(".md")))
    return names


def _newest(packed: str | None) -> tuple[date | None, tuple[str, ...]]:
    """The last day, and the kinds of the newest days, each with its richest touch."""
    if packed is None:
        return None, ()
    richest: dict[str, str] = {}
    for line in packed.split("\n"):
        richest[line[:10]] = max(richest.get(line[:10], ""), line[10:])
    return date.fromisoformat(packed[:10]), tuple(touch[1:] for touch in richest.values())[:3]


def _offers(connection: sqlite3.Connection, today: date) -> Iterator[Offer]:
    parameters = {"first": (today - _OFFERS_BACK).isoformat(), "today": today.isoformat()}
    for path, day, key, mark, untouched, kind, due, line in connection.execute(_OFFERS, parameters):
        state = _STATES.get(mark, "open")
        until = parse_date(due) if due and state == "moved" else None
        yield Offer(path, date.fromisoformat(day), key, state, state != "open" or not untouched, kind, until, line)


def _meetings(connection: sqlite3.Connection, first: date, last: date) -> Iterator[Meeting]:
    rows = connection.execute(_MEETINGS, {"first": first.isoformat(), "last": last.isoformat()}).fetchall()
    for note, path, title, kind, day, record in rows:
        data = json.loads(record)
        if data["status"] in CANCELLED:
            continue
        people = tuple(dict.fromkeys(person or text for text, person in connection.execute(_PEOPLE, (note,))))
        yield Meeting(path, title, kind, date.fromisoformat(day), data["time"], data["place"], data["outcome"], people)


def load_promises(connection: sqlite3.Connection) -> tuple[Promise, ...]:
    """Every open task about somebody."""
    by_place: dict[tuple[str, int], Promise] = {}
    for path, line, text, *days, waiting, contact in connection.execute(_PROMISES):
        known = by_place.get((path, line))
        if known is not None:
            by_place[path, line] = known._replace(contacts=tuple(dict.fromkeys((*known.contacts, contact))))
            continue
        due, scheduled, start, made = (date.fromisoformat(day) if day else None for day in days)
        by_place[path, line] = Promise(path, line, text, due, scheduled, start, made, bool(waiting), (contact,))
    return tuple(by_place.values())


def _anniversaries(connection: sqlite3.Connection, today: date) -> Iterator[Anniversary]:
    """Those of the next days only: whoever has thousands of contacts has a birthday to mark on every day."""
    coming = [(today + timedelta(days=ahead)).isoformat()[5:] for ahead in range(_DAYS_AHEAD) if today < _LAST_WEEK]
    days = json.dumps([*coming, "02-29"])  # which is marked on the 28th where there is none
    for path, what, month_day, year in connection.execute(_ANNIVERSARIES, {"days": days}):
        yield Anniversary(path, what, PartialDate(year, int(month_day[:2]), int(month_day[3:])))


class LazyTouches(Mapping[str, tuple[Touch, ...]]):
    """Path of a contact -> its touches up to the day, newest first; () for anyone else."""

    def __init__(self, connection: sqlite3.Connection, today: date, *, mention_counts: bool) -> None:
        self._connection = connection
        self._today = today.isoformat()
        self._mention_counts = mention_counts
        self._read: dict[str, tuple[Touch, ...]] = {}

    def __getitem__(self, path: str) -> tuple[Touch, ...]:
        if path not in self._read:
            rows = self._connection.execute(_TOUCHES, {"path": path, "today": self._today})
            touches = (Touch._make(row)._replace(day=_day(row[0]), tags=tuple(row[6].split())) for row in rows)
            self._read[path] = merge_touches(touches, mention_counts=self._mention_counts)
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        for (path,) in self._connection.execute("SELECT path FROM note WHERE type = 'contact' ORDER BY path"):
            yield path

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM note WHERE type = 'contact'").fetchone()[0]
        return count


class LazyLinks(Mapping[str, str]):
    """Path of a note -> how to link it: `[[Ada Lovelace]]`, or with its folder where the name is not unique.

    A name that a wikilink cannot hold (`C# Dev`) is linked as Markdown does: `[C# Dev](People/C%23%20Dev.md)`.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, path: str) -> str:
        stem = path.rsplit("/", 1)[-1].removesuffix(".md")
        twins = self._connection.execute(
            "SELECT count(*) FROM note WHERE key = (SELECT key FROM note WHERE path = ?)", (path,)
        ).fetchone()[0]
        if _NOT_IN_WIKILINKS.search(stem) or stem != stem.strip():
            return f"[{stem.translate(_BARE)}]({quote(path)})"
        return f"[[{stem}]]" if twins <= 1 or "/" not in path else f"[[{path.removesuffix('.md')}|{stem}]]"

    def __iter__(self) -> Iterator[str]:
        for (path,) in self._connection.execute("SELECT path FROM note ORDER BY path"):
            yield path

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM note").fetchone()[0]
        return count
