"""Profiles out of the index, one at a time: what a contact's note says that gives occasions to be in touch.

load_profiles(connection)["People/Ada.md"]  ->  Profile(location="Lisbon", interests=("flood marks",), ...)
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vaultnet.model.country import find_country
from vaultnet.model.dates import parse_date
from vaultnet.model.profile import NO_PROFILE, NewPosition, Profile
from vaultnet.storage.anniversaries import anniversaries_of
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type, people_named
from vaultnet.text.lazy_pattern import lazy_pattern

_RECORD = "SELECT record FROM content WHERE note = (SELECT id FROM note WHERE path = ? AND type = 'contact')"
_MONTH = lazy_pattern(r"[0-9]{4}-[0-9]{2}")


def load_profiles(connection: sqlite3.Connection) -> Mapping[str, Profile]:
    """Path of a contact -> its profile, an empty one for anyone else."""

    def profile(path: str) -> Profile:
        row = connection.execute(_RECORD, (path,)).fetchone()
        return _profile(connection, path, json.loads(row[0])) if row else NO_PROFILE

    return Lazy(profile, lambda: paths_of_type(connection, "contact"))


def _profile(connection: sqlite3.Connection, path: str, record: dict[str, Any]) -> Profile:
    return Profile(
        location=record["location"],
        country=find_country(record["country"]) or "",
        interests=tuple(record["interests"]),
        needs=tuple(record["needs"]),
        introduced_by=people_named(connection, path, "introduced-by") if record["introduced_by"] else (),
        positions=tuple(_new_positions(record["positions"])),
        yearly=anniversaries_of(connection, path),
        address=next(iter(record["address"]), ""),
    )


def _new_positions(positions: list[dict[str, Any]]) -> Iterator[NewPosition]:
    """Jobs that have not ended, with the day they began; of a month, its first."""
    for position in positions:
        written = position["start"]
        start: date | None = parse_date(f"{written}-01" if _MONTH.fullmatch(written) else written)
        if start and not position["end"]:
            yield NewPosition(position["role"], position["company"]["text"], start)
