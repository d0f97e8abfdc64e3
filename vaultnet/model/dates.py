"""Civil dates: how they are read from notes, birthdays with and without a year, and calendar arithmetic.

Nothing here raises: what is no date is None, and what would lie before year 1 or after year 9999 is the first or the
last day Python knows. Time zones do not move a date: the day that was written is the day.

    parse_date("[[2026-05-02|Saturday]]")              ->  date(2026, 5, 2)
    parse_birthday("--04-17")                          ->  PartialDate(year=None, month=4, day=17)
    describe_gap(date(2025, 10, 2), date(2026, 5, 2))  ->  Gap(count=7, unit="month")
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.moment_locale import ENGLISH, MomentLocale
from vaultnet.text.lazy_pattern import lazy_pattern

Unit = Literal["day", "week", "month", "year"]

SATURDAY_AND_SUNDAY = frozenset({5, 6})

_WEEK = frozenset(range(7))
_FIRST = date.min.toordinal()
_LAST = date.max.toordinal()
_MONTHS_IN_ALL = date.max.year * 12
_FEBRUARY = 2
_LONGEST_DATE = 200  # characters; more is prose, and is not searched
_YEARS_THAT_MEAN_NONE = frozenset({0, 1604})  # 1604 is Apple's way to leave the year out

_WITHOUT_YEAR = lazy_pattern("(?:--|[Xx]{4}-?)?([0-9]{2})-([0-9]{2})|(?:--|[Xx]{4})([0-9]{2})([0-9]{2})")
_DATE = r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
_TIME = r"(?:[01][0-9]|2[0-4]):?[0-5][0-9](?::?[0-6][0-9](?:[.,][0-9]{1,9})?)?[ ]?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"


class PartialDate(NamedTuple):
    """A day of the year, with its year where that is known: what a birthday is."""

    year: int | None
    month: int
    day: int

    def iso(self) -> str:
        """`1985-04-17`, or `--04-17` without a year."""
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A length of time as a person would say it; wording it is left to the language of the page.

    `Gap(0, "day")` is today, `Gap(1, "day")` yesterday; a negative count lies ahead.
    """

    count: int
    unit: Unit


def parse_date(text: str) -> date | None:
    """A date in ISO 8601 (its time is passed over), with `/` or `.` or nothing between, bare or as a wikilink."""
    if len(text) == 10:  # noqa: PLR2004  (the common shape, read without a pattern: log lines come by the 100,000)
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    numbers = (_numbers(name) for name in _names_in(text.strip()[:_LONGEST_DATE]))
    return next((date(*found) for found in numbers if found and _exists(*found)), None)


def parse_date_in(text: str, formats: Iterable[str], *, locale: MomentLocale = ENGLISH) -> date | None:
    """A date as `parse_date` reads it, else in one of these moment.js formats (a daily note's name, or link to one)."""
    day = parse_date(text)
    if day or len(text) > _LONGEST_DATE:
        return day
    from vaultnet.model.moment import parse_moment  # noqa: PLC0415  (six modules: most vaults write days as ISO does)

    names = _names_in(text.strip())
    for fmt in formats:
        for shape in (fmt, fmt.rsplit("/", 1)[-1]):
            for name in names:
                if found := parse_moment(name, shape, locale=locale):
                    return found
    return None


def parse_birthday(text: str) -> PartialDate | None:
    """A birthday in any form in use: with a year, or `MM-DD`, `--MM-DD`, `--MMDD`, `XXXX-`, `0000-`, `1604-`."""
    text = text.strip()
    if match := _WITHOUT_YEAR.fullmatch(text):
        month, day = (int(number) for number in match.groups() if number)
        return _partial(None, month, day)
    numbers = next(filter(None, map(_numbers, _names_in(text[:_LONGEST_DATE]))), None)
    return _partial(*numbers) if numbers else None


def next_occurrence(partial: PartialDate, today: date) -> date:
    """The next such day of the year, today included; 29 February falls on the 28th where there is none.

    A date of birth that lies ahead is its own first occurrence.
    """
    this_year = _in_year(partial, max(today.year, partial.year or 0))
    return this_year if this_year >= today else _in_year(partial, today.year + 1)


def years_at(partial: PartialDate, day: date) -> int | None:
    """Whole years since then; None where the year is not known, or the day lies before."""
    if partial.year is None:
        return None
    years = day.year - partial.year - (_in_year(partial, day.year) > day)
    return years if years >= 0 else None


def iso(day: date | None) -> str | None:
    """`2026-05-02`, as JSON has it; None for no day."""
    return day.isoformat() if day else None


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def add_days(day: date, days: int) -> date:
    """The day so many days later (earlier where negative)."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST), _LAST))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day where it is shorter."""
    counted = (day.year - 1) * 12 + day.month - 1 + months
    if counted < 0:
        return date.min
    if counted >= _MONTHS_IN_ALL:
        return date.max
    year, month = counted // 12 + 1, counted % 12 + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_unit(day: date, count: int, unit: Unit) -> date:
    """So many days, weeks, months or years later (earlier where negative)."""
    if unit == "day":
        return add_days(day, count)
    if unit == "week":
        return add_days(day, 7 * count)
    return add_months(day, count if unit == "month" else 12 * count)


def add_working_days(
    day: date, days: int, holidays: AbstractSet[date] = frozenset(), weekend: AbstractSet[int] = SATURDAY_AND_SUNDAY
) -> date:
    """The day on which so many working days have passed after `day` (before it, where negative); 0 is `day` itself.

    Weekdays count from Monday = 0. Where no weekday is a working day, the end of the calendar.
    """
    step, end = (1, _LAST) if days > 0 else (-1, _FIRST)
    ordinal, left = day.toordinal(), abs(days)
    if left and weekend >= _WEEK:
        return date.fromordinal(end)
    while left and ordinal != end:
        ordinal += step
        left -= _is_working(date.fromordinal(ordinal), holidays, weekend)
    return date.fromordinal(ordinal)


def months_between(since: date, until: date) -> int:
    """Whole calendar months, as `add_months` counts them; `until` is not before `since`."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months if add_months(since, months) <= until else months - 1


def describe_gap(since: date, today: date) -> Gap:
    """The time since a date: in days below two weeks, in weeks below two months, in months below two years.

    Rounded down, so that nobody is told of a longer silence than there was.
    """
    if since > today:
        ahead = describe_gap(today, since)
        return Gap(-ahead.count, ahead.unit)
    days, months = (today - since).days, months_between(since, today)
    if days < 14:  # noqa: PLR2004
        return Gap(days, "day")
    if months < 2:  # noqa: PLR2004
        return Gap(days // 7, "week")
    return Gap(months, "month") if months < 24 else Gap(months // 12, "year")  # noqa: PLR2004


@cache
def _date_pattern() -> re.Pattern[str]:
    """Compiled when first needed: most dates are read without it, and every command starts faster."""
    return re.compile(f"{_DATE}(?:[Tt ]{_TIME})?")


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, whether or not there is such a day."""
    match = _date_pattern().fullmatch(text)
    return (int(match[1]), int(match[3] or match[5]), int(match[4] or match[6])) if match else None


def _names_in(text: str) -> tuple[str, ...]:
    """The text itself; of a wikilink its target, whole and without folders: `[[Daily/2026-05-02#Log|x]]`."""
    if not (text.startswith("[[") and text.endswith("]]")):
        return (text,)
    target = text[2:-2].partition("|")[0].partition("#")[0].strip().removesuffix(".md")
    return (target, target.rpartition("/")[2])


def _partial(year: int | None, month: int, day: int) -> PartialDate | None:
    known = None if year in _YEARS_THAT_MEAN_NONE else year
    leap_year_for_none = 2000
    exists = _exists(leap_year_for_none if known is None else known, month, day)
    return PartialDate(known, month, day) if exists else None


def _exists(year: int, month: int, day: int) -> bool:
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)  # noqa: PLR2004


def _in_year(partial: PartialDate, year: int) -> date:
    year = min(year, date.max.year)
    return date(year, partial.month, min(partial.day, days_in_month(year, partial.month)))


def _is_working(day: date, holidays: AbstractSet[date], weekend: AbstractSet[int]) -> bool:
    return day.weekday() not in weekend and day not in holidays
