"""Trips that are near, with everybody they are an occasion for; of no other trip is anything read.

load_journeys(connection, date(2026, 6, 29))  ->  (Journey(Trip("Porto and Lisbon", ...), locals=(...), ...),)
"""

import json
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from vaultnet.model.dates import add_days
from vaultnet.text.fold import fold

if TYPE_CHECKING:
    from vaultnet.model.journey import Journey

_AHEAD = 14  # days, as `Journey` has it: nothing of it is loaded on a day without a trip
_NEAR = """
SELECT n.id, c.record FROM content c JOIN note n ON n.id = c.note
WHERE n.type = 'trip' AND coalesce(json_extract(c.record, '$.end'), '') >= :today
AND json_extract(c.record, '$.start') <= :soon ORDER BY json_extract(c.record, '$.start'), n.path
"""
_NAMED = """
SELECT DISTINCT p.path FROM ref r JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = ? AND r.role = 'named' ORDER BY p.path
"""
_PLACES = """
SELECT n.path, json_extract(c.record, '$.location'), json_array_length(c.record, '$.address') FROM note n
JOIN content c ON c.note = n.id WHERE n.type = 'contact' ORDER BY n.path
"""


def load_journeys(connection: sqlite3.Connection, today: date) -> tuple["Journey", ...]:
    """Those that have begun, or begin within two weeks, by their first day."""
    days = {"today": today.isoformat(), "soon": add_days(today, _AHEAD).isoformat()}
    near = connection.execute(_NEAR, days).fetchall()
    if not near:
        return ()
    from vaultnet.model.journey import Journey
    from vaultnet.model.trip import Trip

    people = connection.execute(_PLACES).fetchall()
    found = []
    for note, record in near:
        row = json.loads(record)
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        trip = Trip(row["name"], start, end, tuple(row["places"]))
        towns = {_town(place) for place in trip.places} - {""}
        found.append(
            Journey(
                trip,
                tuple(path for path, location, _ in people if _town(location) in towns),
                tuple(path for (path,) in connection.execute(_NAMED, (note,))),
                tuple(path for path, _, addresses in people if addresses),
            )
        )
    return tuple(found)


def _town(place: str) -> str:
    """`Lisbon, Portugal` is `lisbon`."""
    return fold(place.partition(",")[0])
