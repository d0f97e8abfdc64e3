"""One date from the fields that were read by a moment.js format.

A timestamp goes before all, a day of the year replaces month and day, a week counts only where neither month nor day
stands, a weekday must fit a date that is complete, and 24:00 is the day after.

    build_date({"iso_week_year": 2026, "iso_week": 1}, ENGLISH)              ->  date(2025, 12, 29)
    build_date({"year": 2026, "month": 5, "day": 2, "weekday": 1}, ENGLISH)  ->  None: it is a Saturday
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.moment_fields import Fields
from vaultnet.model.moment_locale import MomentLocale, WeekStart
from vaultnet.model.moment_week import week_start_of, weeks_in

_NOON = 12
_MIDNIGHT_AFTER = 24
_LAST_OF_SIXTY = 59
_LAST_WEEKDAY = 6
_SECONDS_IN_DAY = 86_400
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


class _Week(NamedTuple):
    """A week year, a week and a weekday counted from the week's first day, each None where nothing tells it."""

    year: int | None
    week: int | None
    weekday: int
    week_start: WeekStart


def build_date(fields: Fields, locale: MomentLocale) -> date | None:
    """The date, or None where the fields contradict one another, lie out of range or do not tell the year."""
    days_later = _days_carried_by_time(fields)
    if days_later is None:
        return None
    if "epoch_seconds" in fields:
        return _from_ordinal(_EPOCH_ORDINAL + fields["epoch_seconds"] // _SECONDS_IN_DAY)
    day = _calendar_day(fields, locale)
    return _from_ordinal(day.toordinal() + days_later) if day else None


def _days_carried_by_time(fields: Fields) -> int | None:
    """0; 1 for 24:00; None for a time that is none."""
    hour = fields.get("hour", 0)
    if "hour12" in fields and not 1 <= hour <= _NOON:
        return None
    hour = _hour_of_half(hour, fields.get("afternoon"))
    minute, second = fields.get("minute", 0), fields.get("second", 0)
    if hour > _MIDNIGHT_AFTER or max(minute, second) > _LAST_OF_SIXTY:
        return None
    if hour < _MIDNIGHT_AFTER:
        return 0
    return None if minute or second or fields.get("millisecond") else 1


def _hour_of_half(hour: int, afternoon: int | None) -> int:
    if afternoon and hour < _NOON:
        return hour + _NOON
    return 0 if afternoon == 0 and hour == _NOON else hour


def _calendar_day(fields: Fields, locale: MomentLocale) -> date | None:
    complete = True
    if "day_of_year" in fields and "year" in fields:
        day = _day_in_year(fields["year"], fields["day_of_year"])
    elif "month" not in fields and "day" not in fields and (week := _week_of(fields, locale)):
        day = _day_in_week(week)
    else:
        day = _day_in_month(fields.get("year", 0), fields.get("month", 1), fields.get("day", 1))
        complete = "month" in fields and "day" in fields
    return day if day and (not complete or _fits_weekday(day, fields)) else None


def _week_of(fields: Fields, locale: MomentLocale) -> _Week | None:
    """The week the fields name, by ISO tokens where there is one, else by the locale's; None where there is neither."""
    if fields.keys() & {"iso_week_year", "iso_week", "iso_weekday"}:
        year = fields.get("iso_week_year", fields.get("year"))
        return _Week(year, fields.get("iso_week", 1), fields.get("iso_weekday", 1) - 1, "monday")
    if fields.keys() & {"week_year", "week", "weekday", "locale_weekday"}:
        year = fields.get("week_year", fields.get("year"))
        return _Week(year, fields.get("week"), _locale_weekday(fields, locale), locale.week_start)
    return None


def _locale_weekday(fields: Fields, locale: MomentLocale) -> int:
    """Days since the week's first; one out of range stays out of range."""
    if "weekday" not in fields:
        return fields.get("locale_weekday", 0)
    weekday = fields["weekday"]
    shift = 1 if locale.week_start == "monday" else 0
    return weekday if weekday > _LAST_WEEKDAY else (weekday - shift) % 7


def _day_in_week(week: _Week) -> date | None:
    if week.year is None or week.week is None or not 0 <= week.weekday <= _LAST_WEEKDAY:
        return None
    if not 1 <= week.week <= weeks_in(week.year, week.week_start):
        return None
    return _from_ordinal(week_start_of(week.year, week.week, week.week_start) + week.weekday)


def _day_in_year(year: int, day_of_year: int) -> date | None:
    first = _day_in_month(year, 1, 1)
    day = _from_ordinal(first.toordinal() + day_of_year - 1) if first else None
    return day if day and day.year == year else None


def _day_in_month(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _fits_weekday(day: date, fields: Fields) -> bool:
    return fields.get("weekday", day.isoweekday() % 7) == day.isoweekday() % 7


def _from_ordinal(ordinal: int) -> date | None:
    try:
        return date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        return None
