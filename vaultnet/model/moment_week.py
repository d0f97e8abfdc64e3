"""Weeks of the year, in both ways moment.js counts them.

"monday": weeks begin on Monday, and week 1 holds 4 January (ISO 8601). "sunday": weeks begin on Sunday, and week 1
holds 1 January. Days are counted as `date.toordinal` counts them and may lie outside the years Python knows, so that
the last week of the year 9999 needs no special case.

    week_of(date(2025, 12, 29), "monday")  ->  YearWeek(year=2026, week=1)
    week_start_of(2026, 1, "monday")       ->  the ordinal of 2025-12-29
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.moment_locale import WeekStart


class YearWeek(NamedTuple):
    """A week, and the year it is counted to (not always the calendar year of its days)."""

    year: int
    week: int


def week_of(day: date, week_start: WeekStart) -> YearWeek:
    """The week a day lies in."""
    ordinal = day.toordinal()
    year = day.year + 1
    while ordinal < (start := week_start_of(year, 1, week_start)):
        year -= 1
    return YearWeek(year, (ordinal - start) // 7 + 1)


def weeks_in(year: int, week_start: WeekStart) -> int:
    """52 or 53."""
    return (week_start_of(year + 1, 1, week_start) - week_start_of(year, 1, week_start)) // 7


def week_start_of(year: int, week: int, week_start: WeekStart) -> int:
    """The ordinal of a week's first day; the week is not checked against the length of the year."""
    first_weekday, always_in_week_one = (1, 4) if week_start == "monday" else (0, 1)
    anchor = _ordinal_of_new_year(year) + always_in_week_one - 1
    return anchor - (anchor - first_weekday) % 7 + 7 * (week - 1)


def day_of_week(day: date, week_start: WeekStart) -> int:
    """0 for the day on which weeks begin, 6 for the one before it."""
    return (day.toordinal() - (1 if week_start == "monday" else 0)) % 7


def _ordinal_of_new_year(year: int) -> int:
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1
