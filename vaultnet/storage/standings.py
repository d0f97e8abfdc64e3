"""How things stand with everybody, out of the index: one look at each contact's row and at what is kept of its touches.

load_standings(connection, date(2026, 6, 15), settings, offers)  ->  (Standing("People/Ada.md", last=..., ...), ...)

Which touches are the newest is looked up in everybody's once, and kept (`newest`) until one of them changes: triggers
of the index drop the row (`schema.py`), so that nobody who writes touches has to think of it.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from vaultnet.model.cadence import Cadence, parse_cadence
from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Offer
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Offered, Standing
from vaultnet.storage.days import day_of
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type
from vaultnet.storage.since_told import AddedTouch
from vaultnet.text.fold import fold

_KINDS_SEEN = 3  # newest days whose kinds a standing tells
_WORTH_KEEPING = 8  # contacts: fewer are looked up each time
# Days of the newest touches that count, each with how rich it was and its kind; and how many touches there are.
_NEWEST = """(SELECT group_concat(date || richness || kind, char(10)) FROM (
    SELECT date, richness, kind FROM touch
    WHERE target = c.note AND known <= :today AND (:mentions OR kind != 'mention')
    ORDER BY known DESC, date DESC, richness DESC, kind DESC LIMIT 8))"""
_COUNT = "(SELECT count(*) FROM touch WHERE target = c.note AND known <= :today)"
# What is kept holds from the day on which the last touch became known, and where mentions count. CROSS JOIN: by path,
# as the values are gone through later on (made in another order they lie apart in memory).
_STANDING = f"""
SELECT n.path, c.uid, c.name, c.tier, c.cadence, c.cadence_from, c.organizations, c.met, c.next_contact, c.snooze,
    c.paused, c.status, c.channel, c.country, k.last, k.kinds,
    CASE WHEN k.note IS NULL THEN {_NEWEST} END, CASE WHEN k.note IS NULL THEN {_COUNT} ELSE k.touches END
FROM note n CROSS JOIN contact c ON c.note = n.id
LEFT JOIN newest k ON k.note = c.note AND k.known <= :today AND :mentions
"""  # noqa: S608  (our own words)
_STANDINGS = f"{_STANDING} ORDER BY n.path"
_STANDING_OF_ONE = f"{_STANDING} WHERE n.path = :path"
_DAYS = """
SELECT date FROM touch
WHERE target = (SELECT id FROM note WHERE path = :path) AND known <= :today AND (:mentions OR kind != 'mention')
"""
_HOW_MANY_NOT_KEPT = "SELECT count(*) FROM contact WHERE note NOT IN (SELECT note FROM newest)"
_NOT_KEPT = f"""
SELECT c.note, (SELECT coalesce(max(known), '') FROM touch WHERE target = c.note), {_NEWEST}, {_COUNT}
FROM contact c WHERE c.note NOT IN (SELECT note FROM newest)
"""  # noqa: S608
_ALL = {"today": "9999-12-31", "mentions": True}
_ORGANIZATIONS = """
SELECT m.key, n.path FROM note n JOIN name m ON m.note = n.id WHERE n.type = 'organization' ORDER BY n.path
"""


def load_standings(
    connection: sqlite3.Connection, today: date, settings: Settings, offers: Sequence[Offer]
) -> tuple[Standing, ...]:
    """Everybody's, by path, as of a day; `offers` are the items of agendas that offered somebody."""
    if settings.log.mention_counts:
        _keep_newest(connection)
    rows = connection.execute(_STANDINGS, _parameters(today, settings))
    return tuple(_standings(connection, rows, today, settings, offers))


def load_mornings(
    connection: sqlite3.Connection, today: date, settings: Settings, offers: Sequence[Offer]
) -> Mapping[str, Standing]:
    """Path of a contact -> how things stood before the touches of that day and before anything was put off on it, but
    for the kinds of the last touches and how many there are.
    """
    earlier = [offer for offer in offers if offer.day < today]
    return Lazy(
        lambda path: _with_last(
            connection, path, today, settings, earlier, lambda days: (day for day in days if day < today.isoformat())
        )[-1],
        lambda: paths_of_type(connection, "contact"),
    )


def load_with_and_without(
    connection: sqlite3.Connection,
    path: str,
    added: Iterable[AddedTouch],
    today: date,
    settings: Settings,
    offers: Sequence[Offer],
) -> tuple[Standing, ...]:
    """How things stand with one contact, and then how they would without those touches, but for the kinds of the last
    touches and how many there are. Nothing where there is no such contact.
    """
    counted = [touch for touch in added if settings.log.mention_counts or touch.kind != MENTION]
    gone = Counter([touch.day for touch in counted if touch.known <= today.isoformat()])
    return _with_last(connection, path, today, settings, offers, lambda days: Counter(days) - gone)


def _with_last(
    connection: sqlite3.Connection,
    path: str,
    today: date,
    settings: Settings,
    offers: Sequence[Offer],
    without: Callable[[list[str]], Iterable[str]],
) -> tuple[Standing, ...]:
    """How things stand, and how they would if the days of the touches were what `without` leaves of them."""
    parameters = {**_parameters(today, settings), "path": path}
    days = without([day for (day,) in connection.execute(_DAYS, parameters)])
    rows = connection.execute(_STANDING_OF_ONE, parameters).fetchall()
    then = [(*row[:14], max(days, default=""), "", *row[16:]) for row in rows]
    return tuple(_standings(connection, [*rows, *then], today, settings, offers))


def _keep_newest(connection: sqlite3.Connection) -> None:
    """Keep what the newest touches of those are whose row went, if the index lets us: else it is looked up each time.

    In one transaction, so that no other process changes a touch between the look and the row.
    """
    if connection.execute(_HOW_MANY_NOT_KEPT).fetchone()[0] < _WORTH_KEEPING:
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return  # another process is at work on the index, or this one is
    try:
        found = connection.execute(_NOT_KEPT, _ALL)
        rows = [(note, known, *_last(packed), touches) for note, known, packed, touches in found]
        connection.executemany("INSERT OR REPLACE INTO newest VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
    except sqlite3.OperationalError:  # a full disk
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _parameters(today: date, settings: Settings) -> dict[str, Any]:
    return {"today": today.isoformat(), "mentions": settings.log.mention_counts}


def _standings(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[Any, ...]],
    today: date,
    settings: Settings,
    offers: Sequence[Offer],
) -> Iterator[Standing]:
    earlier: dict[str, list[Offered]] = {}
    for offer in offers:
        if offer.day < today:
            earlier.setdefault(offer.contact, []).append(Offered(offer.day, offer.state, offer.until))
    moved_until = {offer.contact: (offer.day, offer.until) for offer in offers if offer.until}
    organization_by_name = _organization_by_name(connection)
    organizations_by_names: dict[str, tuple[str, ...]] = {"": ()}
    for row in rows:
        newest, kinds = _last(row[16]) if row[14] is None else row[14:16]
        last = day_of(newest) if newest else None
        cadence, origin = _cadence(row[4]), row[5]
        if cadence is None:
            cadence, origin = _cadence(settings.cadence.default), "default"
        assert cadence is not None
        snooze = day_of(row[9]) if row[9] else None
        moved = moved_until.get(row[0])
        if moved and (last is None or last <= moved[0]):  # `[>] 📅` snoozes, until a touch after it
            snooze = max(filter(None, (snooze, moved[1])))
        organizations = organizations_by_names.get(row[6])
        if organizations is None:  # thousands of people are at hundreds of them
            names = [organization_by_name.get(name, name) for name in row[6].split("\n")]
            organizations = organizations_by_names[row[6]] = tuple(dict.fromkeys(names))
        since = earlier.get(row[0], ())
        yield Standing(
            row[0], row[1], row[2], row[3], cadence, origin, organizations, last, _kinds(kinds),
            day_of(row[7]) if row[7] else None, day_of(row[8]) if row[8] else None, snooze,
            bool(row[10]), row[11], row[12],
            tuple([offer for offer in since if last is None or offer.day > last]) if since else (),
            row[17] + (sum(offer.state == "open" for offer in since) if since else 0),
            row[13],
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _cadence(text: str) -> Cadence | None:
    return parse_cadence(text)


@lru_cache(maxsize=4096)
def _kinds(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _last(packed: str | None) -> tuple[str, str]:
    """The last day, and the kinds of the newest days, each with its richest touch, a line each; "" for none."""
    if packed is None:
        return "", ""
    richest: dict[str, str] = {}
    for line in packed.split("\n"):
        day, touch = line[:10], line[10:]
        if day not in richest or touch > richest[day]:
            richest[day] = touch
    return packed[:10], "\n".join([touch[1:] for touch in islice(richest.values(), _KINDS_SEEN)])


def _organization_by_name(connection: sqlite3.Connection) -> dict[str, str]:
    """Every name of an organization that has a note -> the folded name of the note: whether contacts name it by link,
    by alias or by its full name, it is one organization.
    """
    names: dict[str, str] = {}
    for key, path in connection.execute(_ORGANIZATIONS):
        names.setdefault(key, fold(path.rpartition("/")[2].removesuffix(".md")))
    return names
