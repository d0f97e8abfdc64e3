"""The network out of the index: the rows a page needs, and lazy mappings for the rest.

load_network(connection, date(2026, 6, 15), settings)  ->  Network(standings=(...), touches=<lazy>, ...)
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from vaultnet.model.cadence import Cadence, parse_cadence
from vaultnet.model.dates import parse_date
from vaultnet.model.network import Network, Offer, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Offered, Standing
from vaultnet.model.touches import merge_touches
from vaultnet.storage.anniversaries import days_to_mark, load_anniversaries
from vaultnet.storage.card_days import load_card_days
from vaultnet.storage.exchanges import load_exchanges
from vaultnet.storage.journeys import load_journeys
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import paths_of_type
from vaultnet.storage.meetings import load_ahead, load_hosted, load_meetings
from vaultnet.storage.noted_days import LazyNotedDays
from vaultnet.storage.profiles import load_profiles
from vaultnet.storage.promises import load_promises
from vaultnet.storage.raise_next import load_raise_next
from vaultnet.storage.ticks import LOOK_BACK
from vaultnet.storage.tie_graph import load_tie_graph
from vaultnet.storage.trips import load_trips
from vaultnet.storage.working_days import load_working_days
from vaultnet.text.block import item_key
from vaultnet.text.fold import fold

_REACH_OUT = "reach_out"  # the section whose items are offers of people
_KINDS_SEEN = 3  # newest days whose kinds a standing tells
_STANDINGS = """
SELECT n.path, c.uid, c.name, c.tier, c.cadence, c.cadence_from, c.organizations, c.met, c.next_contact, c.snooze,
    c.paused, c.status, c.channel, c.country,
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
# By the index alone and in its order: sorted by path, the rows would go through a table of their own first.
_TOUCH_DAYS = """
SELECT target, group_concat(date, ' ') FROM touch WHERE target IS NOT NULL AND known <= ? GROUP BY target
"""
_OFFERS = """
SELECT p.path, c.uid, o.day, o.item, o.state, o.untouched, o.kind, o.due, o.line
FROM offer o JOIN note p ON p.id = o.target AND p.type = 'contact' JOIN contact c ON c.note = p.id
WHERE o.day BETWEEN :first AND :today ORDER BY o.day, o.line
"""


def load_network(connection: sqlite3.Connection, today: date, settings: Settings) -> Network:
    """Everything as of `today`; touches and link texts are read when somebody asks for them."""
    offers = tuple(_offers(connection, today))
    return Network(
        standings=tuple(_standings(connection, today, settings, [each for each in offers if each.is_outreach])),
        touches=_load_touches(connection, today, mention_counts=settings.log.mention_counts),
        link_by_path=load_link_texts(connection),
        meetings=load_meetings(connection, today, today),
        promises=load_promises(connection),
        anniversaries=load_anniversaries(connection, *days_to_mark(today, settings.dates)),
        offers=offers,
        noted=LazyNotedDays(connection, today),
        raise_next=load_raise_next(connection),
        exchanges=load_exchanges(connection, today, settings),
        ties=load_tie_graph(connection, today),
        working_days=load_working_days(connection, settings.me.country, today.year),
        profiles=load_profiles(connection),
        card_days=load_card_days(connection, settings.dates),
        trips=load_trips(connection, today),
        journeys=load_journeys(connection, today),
        hosted=load_hosted(connection, today, settings.me),
        ahead=load_ahead(connection, today),
    )


def touch_days(connection: sqlite3.Connection, today: date) -> dict[str, list[date]]:
    """Path of a contact -> the days of all its touches up to the day, oldest first, a day once."""
    packed = dict(connection.execute(_TOUCH_DAYS, (today.isoformat(),)).fetchall())
    contacts = connection.execute("SELECT path, id FROM note WHERE type = 'contact' ORDER BY path")
    return {path: [_day(day) for day in sorted(set(packed[note].split()))] for path, note in contacts if note in packed}


def _standings(
    connection: sqlite3.Connection, today: date, settings: Settings, offers: Sequence[Offer]
) -> Iterator[Standing]:
    earlier: dict[str, list[Offered]] = {}
    for offer in offers:
        if offer.day < today:
            earlier.setdefault(offer.contact, []).append(Offered(offer.day, offer.state, offer.until))
    moved_until = {offer.contact: (offer.day, offer.until) for offer in offers if offer.until}
    organization_by_name = _organization_by_name(connection)
    parameters = {"today": today.isoformat(), "mentions": settings.log.mention_counts}
    for row in connection.execute(_STANDINGS, parameters):
        last, kinds = _newest(row[14])
        cadence, origin = _cadence(row[4]), row[5]
        if cadence is None:
            cadence, origin = _cadence(settings.cadence.default), "default"
        assert cadence is not None
        met, next_contact, snooze = [_day(text) if text else None for text in row[7:10]]
        moved = moved_until.get(row[0])
        if moved and (last is None or last <= moved[0]):  # `[>] 📅` snoozes, until a touch after it
            snooze = max(filter(None, (snooze, moved[1])))
        names = row[6].split("\n") if row[6] else ()
        organizations = tuple(dict.fromkeys([organization_by_name.get(name, name) for name in names]))
        since = earlier.get(row[0], ())
        yield Standing(
            row[0], row[1], row[2], row[3], cadence, origin, organizations, last, kinds, met, next_contact, snooze,
            bool(row[10]), row[11], row[12],
            tuple([offer for offer in since if last is None or offer.day > last]),
            row[15] + (sum(offer.state == "open" for offer in since) if since else 0),
            row[13],
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
        day, touch = line[:10], line[10:]
        if day not in richest or touch > richest[day]:
            richest[day] = touch
    return _day(packed[:10]), tuple([touch[1:] for touch in islice(richest.values(), _KINDS_SEEN)])


def _offers(connection: sqlite3.Connection, today: date) -> Iterator[Offer]:
    parameters = {"first": (today - LOOK_BACK).isoformat(), "today": today.isoformat()}
    for path, uid, day, key, state, untouched, kind, due, line in connection.execute(_OFFERS, parameters):
        until = parse_date(due) if due and state == "moved" else None
        is_rewritten = state == "open" and not untouched and bool(kind)  # somebody else in the place of the one offered
        is_outreach = is_rewritten or key in {item_key(day, _REACH_OUT, who) for who in (uid, path) if who}
        is_kept = state != "open" or not untouched
        yield Offer(path, date.fromisoformat(day), key, state, is_kept, kind, until, line, is_outreach)


def _load_touches(
    connection: sqlite3.Connection, today: date, *, mention_counts: bool
) -> Mapping[str, tuple[Touch, ...]]:
    """Path of a contact -> its touches up to the day, newest first; () for anyone else."""

    def touches(path: str) -> tuple[Touch, ...]:
        rows = connection.execute(_TOUCHES, {"path": path, "today": today.isoformat()})
        read = (
            Touch(
                _day(day),
                time,
                kind,
                richness,
                direction,
                text,
                tuple(tags.split()) if tags else (),
                origin,
                source,
                line,
            )
            for day, time, kind, richness, direction, text, tags, origin, source, line in rows
        )
        return merge_touches(read, mention_counts=mention_counts)

    return Lazy(touches, lambda: paths_of_type(connection, "contact"))
