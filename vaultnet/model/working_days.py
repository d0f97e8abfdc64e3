"""Working days: which days of the calendar count when something is due "in five working days".

week = build_working_days("NL", 2026)   ->  WorkingDays(holidays=frozenset({date(2026, 1, 1), ...}), weekend={5, 6})
week.after(date(2026, 4, 24), 1)        ->  date(2026, 4, 28): a weekend and King's Day lie between
build_working_days("Atlantis", 2026)    ->  None: Monday to Friday have to do
"""

from datetime import date
from typing import Any, NamedTuple

from vaultnet.model.country import find_country
from vaultnet.model.dates import SATURDAY_AND_SUNDAY, add_working_days

_FIRST_YEAR, _LAST_YEAR = 1950, 2100  # beyond these the library guesses


class WorkingDays(NamedTuple):
    """The public holidays that are known, and the weekdays that are free (Monday = 0)."""

    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY

    def is_working(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays

    def after(self, day: date, count: int) -> date:
        """The day on which so many working days have passed after `day`."""
        return add_working_days(day, count, self.holidays, self.weekend)

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a working day, else the next one."""
        return day if self.is_working(day) else self.after(day, 1)


def build_working_days(country: str, year: int) -> WorkingDays | None:
    """The working days of a country, with the holidays from the year before to the year after; None where the
    `holidays` library does not know it.

    `country` is an ISO 3166 code, with a part of the country where there is one (`DE-BY`), or a name in English or its
    own language.
    """
    code, _, part = holiday_region(country).partition("-")
    if not code:
        return None
    import holidays  # noqa: PLC0415  (a fifth of a second, and the index keeps the answer)

    known: type[Any] | None = getattr(holidays, code, None)
    if known is None or (part and part not in known.subdivisions):
        return None
    years = range(max(year - 1, _FIRST_YEAR), min(year + 1, _LAST_YEAR) + 1)
    days = known(subdiv=part or None, years=years)
    return WorkingDays(frozenset(days), frozenset(days.weekend))


def holiday_region(country: str) -> str:
    """The code whose holidays are meant: `DE`, or with a part of the country `DE-BY`; "" for what is no country."""
    whole = find_country(country)
    if whole:
        return whole
    name, _, part = country.partition("-")
    code = find_country(name)
    return f"{code}-{part.strip().upper()}" if code and part.strip() else ""


def country_problem(country: str) -> str:
    """What to tell somebody whose `[me] country` means nothing; "" where it does, or is not set."""
    if not country or holiday_region(country):
        return ""
    return (
        f'me.country "{country}" is no country: write one such as "NL" or "Netherlands"; until then working days are '
        "Monday to Friday, whatever the holidays"
    )
