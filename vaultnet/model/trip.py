"""A trip: where one will be and when, an occasion to reach out to those who live there.

trip: Porto and Lisbon
from: 2026-07-06           ->  Trip(name="Porto and Lisbon", start=date(2026, 7, 6), end=date(2026, 7, 12),
to: 2026-07-12                      places=("Porto", "Lisbon"))
place: [Porto, Lisbon]
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader
from vaultnet.model.ref import Ref

TRIP_KEYS = KeyTable(
    {
        "tags": "tag",
        "name": "trip",
        "start": "from, date, dates, begin, arrive",
        "end": "to, until, leave",
        "place": "places, location, city, where, destination",
        "named": "postcards, cards, with, people",
    }
)


@dataclass(frozen=True, slots=True)
class Trip:
    """`end` is the last day; a trip of one day ends where it starts. `named` are people: to write to from there,
    or to be there with.
    """

    name: str
    start: date | None = None
    end: date | None = None
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    named: tuple[Ref, ...] = ()


def read_trip(stem: str, tags: tuple[str, ...], reader: Reader) -> Trip:
    """A trip from the properties of its note; `trip: true` names nothing."""
    start = reader.date("start")
    end = reader.date("end") or start
    name = "" if reader.truth("name") else reader.text("name")
    return Trip(name or stem, start, end, reader.texts("place", split=True), tags, reader.people("named"))
