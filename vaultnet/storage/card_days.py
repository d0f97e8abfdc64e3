"""The days on which a country's people get a card, kept in the index: the library behind them takes a while to load.

load_card_days(connection, settings.dates)["DE", 2026]  ->  (CardDay(date(2026, 12, 25), "Christmas"),)
"""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date

from vaultnet.model.holiday import CardDay, card_days
from vaultnet.model.settings import DatesSettings
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.memo import once


def load_card_days(
    connection: sqlite3.Connection, settings: DatesSettings
) -> Mapping[tuple[str, int], tuple[CardDay, ...]]:
    """(ISO code, year) -> the days, by the settings; () for a country that nobody knows."""

    def days(key: tuple[str, int]) -> tuple[CardDay, ...]:
        country, year = key
        named = settings.countries.get(country)
        wanted, only_first = settings.holidays if named is None else named, named is None
        name = f"card days {country} {year} {json.dumps([*wanted, only_first])}"  # all that the answer depends on
        found = once(
            connection,
            name,
            lambda: [(day.on.isoformat(), day.name) for day in card_days(*key, wanted, only_first=only_first)],
        )
        return tuple(CardDay(date.fromisoformat(day), holiday) for day, holiday in found)

    return Lazy(days, tuple)
