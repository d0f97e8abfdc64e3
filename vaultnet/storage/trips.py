"""Trips out of the index.

load_trips(connection, date(2026, 6, 15))   ->   (Trip("Porto", date(2026, 6, 20), date(2026, 6, 27), ("Porto",)),)
"""

import json
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from vaultnet.model.dates import add_days

if TYPE_CHECKING:
    from vaultnet.model.trip import Trip

_BACK = 366  # days
_TRIPS = """
SELECT record FROM content JOIN note ON id = note
WHERE type = 'trip' AND coalesce(json_extract(record, '$.end'), '') >= :since
ORDER BY json_extract(record, '$.start'), path
"""


def load_trips(connection: sqlite3.Connection, today: date) -> tuple["Trip", ...]:
    """Trips that are not over, and those of the year behind, by their first day; one without days is none yet."""
    records = connection.execute(_TRIPS, {"since": add_days(today, -_BACK).isoformat()}).fetchall()
    if not records:
        return ()
    from vaultnet.model.trip import Trip

    data = [json.loads(record) for (record,) in records]
    return tuple(
        Trip(row["name"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), tuple(row["places"]))
        for row in data
        if row["start"]
    )
