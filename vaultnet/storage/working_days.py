"""The working days of my country, kept in the index: the library behind them takes a while to load.

load_working_days(connection, "NL", 2026)   ->  WorkingDays(holidays=frozenset({date(2026, 1, 1), ...}), ...)
"""

import sqlite3
from datetime import date

from vaultnet.model.working_days import WorkingDays, build_working_days, holiday_region
from vaultnet.storage.memo import once


def load_working_days(connection: sqlite3.Connection, country: str, year: int) -> WorkingDays:
    """Those around a year; Monday to Friday for a country that nobody knows, and for none."""
    region = holiday_region(country) if country else ""
    if not region:
        return WorkingDays()

    def work_out() -> tuple[list[str], list[int]]:
        week = build_working_days(region, year) or WorkingDays()
        return sorted(day.isoformat() for day in week.holidays), sorted(week.weekend)

    holidays, weekend = once(connection, f"working days {region} {year}", work_out)
    return WorkingDays(frozenset(map(date.fromisoformat, holidays)), frozenset(weekend))
