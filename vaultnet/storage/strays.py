"""Items of agenda blocks about whoever has no note yet: a letter to somebody on the wish list.

load_strays(connection, date(2026, 6, 16))  ->  (Offer("", date(2026, 6, 15), "3f2a9c41", "done", ...),)
"""

import sqlite3
from datetime import date

from vaultnet.model.dates import parse_date
from vaultnet.model.network import Offer
from vaultnet.storage.ticks import LOOK_BACK

_STRAYS = """
SELECT o.day, o.item, o.state, o.untouched, o.kind, o.due, o.line FROM offer o
LEFT JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE o.day BETWEEN :first AND :today AND p.id IS NULL ORDER BY o.day, o.line
"""


def load_strays(connection: sqlite3.Connection, today: date) -> tuple[Offer, ...]:
    """The items up to a day whose link leads to no contact, oldest first; `contact` is ""."""
    parameters = {"first": (today - LOOK_BACK).isoformat(), "today": today.isoformat()}
    return tuple(
        Offer(
            "", date.fromisoformat(day), key, state, state != "open" or not untouched, kind,
            parse_date(due) if due and state == "moved" else None, line, is_outreach=False,
        )
        for day, key, state, untouched, kind, due, line in connection.execute(_STRAYS, parameters)
    )  # fmt: skip
