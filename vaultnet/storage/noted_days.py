"""The days of touches that somebody noted by hand: signs that the vault was in use. Read when asked for.

list(LazyNotedDays(connection, date(2026, 6, 15)))  ->  [date(2026, 6, 2), date(2026, 6, 11)]

The note of a meeting or an event stands there before its day, and is no such sign.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date

from vaultnet.storage.ticks import LOOK_BACK

_NOTED = """
SELECT DISTINCT date FROM touch
WHERE target IS NOT NULL AND known BETWEEN :first AND :today
    AND note NOT IN (SELECT id FROM note WHERE type IN ('meeting', 'event'))
ORDER BY date
"""


class LazyNotedDays:
    """Up to the day, oldest first, each once."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def __iter__(self) -> Iterator[date]:
        stretch = {"first": (self._today - LOOK_BACK).isoformat(), "today": self._today.isoformat()}
        return (date.fromisoformat(day) for (day,) in self._connection.execute(_NOTED, stretch))
