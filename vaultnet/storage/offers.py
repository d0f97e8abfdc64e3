"""The items of agenda blocks about contacts, out of the index: what was offered, and what became of it.

load_offers(connection, date(2026, 6, 16))  ->  (Offer("People/Ada.md", date(2026, 6, 15), "3f2a9c41", "done", ...),)
"""

import sqlite3
from collections.abc import Iterator
from datetime import date

from vaultnet.model.dates import parse_date
from vaultnet.model.network import Offer
from vaultnet.storage.ticks import LOOK_BACK
from vaultnet.text.block import item_key

_REACH_OUT = "reach_out"  # the section whose items are offers of people
_OFFERS = """
SELECT p.path, c.uid, o.day, o.item, o.state, o.untouched, o.kind, o.due, o.line
FROM offer o JOIN note p ON p.id = o.target AND p.type = 'contact' JOIN contact c ON c.note = p.id
WHERE o.day BETWEEN :first AND :today AND (:path = '' OR p.path = :path) ORDER BY o.day, o.line
"""


def load_offers(connection: sqlite3.Connection, today: date, path: str = "") -> tuple[Offer, ...]:
    """As of a day, as far back as ticks count, the oldest first; with a `path` only those of that contact."""
    parameters = {"first": (today - LOOK_BACK).isoformat(), "today": today.isoformat(), "path": path}
    return tuple(_offers(connection, parameters))


def _offers(connection: sqlite3.Connection, parameters: dict[str, str]) -> Iterator[Offer]:
    for path, uid, day, key, state, untouched, kind, due, line in connection.execute(_OFFERS, parameters):
        until = parse_date(due) if due and state == "moved" else None
        is_rewritten = state == "open" and not untouched and bool(kind)  # somebody else in the place of the one offered
        is_outreach = is_rewritten or key in {item_key(day, _REACH_OUT, who) for who in (uid, path) if who}
        is_kept = state != "open" or not untouched
        yield Offer(path, date.fromisoformat(day), key, state, is_kept, kind, until, line, is_outreach)
