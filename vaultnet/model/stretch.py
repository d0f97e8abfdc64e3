"""A stretch of days that a review looks back on: a week, a quarter or a year.

stretch_of("week", date(2026, 6, 15), "monday")   ->  Stretch("week", 2026-06-15, 2026-06-21), which is "2026-W25"
parse_stretch("last quarter", date(2026, 6, 15), "monday")  ->  Stretch("quarter", 2026-01-01, 2026-03-31)
parse_stretch("2026-W24", date(2026, 6, 15), "monday")      ->  Stretch("week", 2026-06-08, 2026-06-14)
"""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from vaultnet.model.moment_locale import MomentLocale, WeekStart, words_of
from vaultnet.model.moment_tokens import Token, pieces
from vaultnet.model.moment_week import day_of_week, week_of, week_start_of, weeks_in

Length = Literal["week", "quarter", "year"]

_WEEK, _QUARTER, _QUARTERS = 7, 3, 4
_LAST_DAY = {3: 31, 6: 30, 9: 30, 12: 31}
_ISO_TOKENS = frozenset({"W", "Wo", "WW", "GG", "GGGG", "E"})
_NUMBERED = re.compile(r"(?P<year>\d{4})(?:-?(?P<what>[WQ])(?P<number>\d{1,2}))?", re.IGNORECASE)
_STEPS = {
    **dict.fromkeys(("last", "letzte", "letztes", "vorige", "voriges"), -1),
    **dict.fromkeys(("this", "diese", "dieses"), 0),
    **dict.fromkeys(("next", "nächste", "nächstes"), 1),
}
_LENGTHS: dict[str, Length] = {
    "week": "week", "woche": "week", "quarter": "quarter", "quartal": "quarter", "year": "year", "jahr": "year",
}  # fmt: skip
_MONTHS = frozenset({
    "month", "monat",
    *(name.lower() for language in ("en", "de") for name in words_of(language).months),
})  # fmt: skip
_MONTH_NUMBERED = re.compile(r"\d{4}[-/.]?(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.]\d{4}")
_BESIDE_A_MONTH = re.compile(r"in|of|im|\d{4}|last|this|next|letzte[nrs]?|vorige[nrs]?|diese[nmrs]?|nächste[nrs]?")


class Stretch(NamedTuple):
    """`first` and `last` belong to it."""

    length: Length
    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def stretch_of(length: Length, day: date, week_start: WeekStart) -> Stretch:
    """The week, quarter or year that a day lies in."""
    if length == "week":
        first = date.fromordinal(max(day.toordinal() - day_of_week(day, week_start), 1))
        return Stretch(length, first, date.fromordinal(min(first.toordinal() + _WEEK - 1, date.max.toordinal())))
    if length == "year":
        return Stretch(length, date(day.year, 1, 1), date(day.year, 12, 31))
    month = (day.month - 1) // _QUARTER * _QUARTER + 1
    return Stretch(length, date(day.year, month, 1), date(day.year, month + 2, _LAST_DAY[month + 2]))


def moved(stretch: Stretch, step: int, week_start: WeekStart) -> Stretch:
    """The one before (-1), the one after (1). Raises OverflowError beyond the calendar, as dates do."""
    if step == 0:
        return stretch
    edge = stretch.last + timedelta(days=1) if step > 0 else stretch.first - timedelta(days=1)
    return moved(stretch_of(stretch.length, edge, week_start), step - (1 if step > 0 else -1), week_start)


def parse_stretch(text: str, today: date, week_start: WeekStart) -> Stretch | None:
    """`2026-W24`, `2026-Q2`, `2026`, `last week`, `this quarter`, `nächstes Jahr`; None for anything else."""
    words = text.strip().lower().split()
    if len(words) == len(("last", "week")) and words[0] in _STEPS and words[1] in _LENGTHS:
        return moved(stretch_of(_LENGTHS[words[1]], today, week_start), _STEPS[words[0]], week_start)
    match = _NUMBERED.fullmatch(text.strip())
    if match is None or int(match["year"]) == 0:
        return None
    year, number = int(match["year"]), int(match["number"] or 0)
    match (match["what"] or "").upper():
        case "":
            return stretch_of("year", date(year, 1, 1), week_start)
        case "Q" if 1 <= number <= _QUARTERS:
            return stretch_of("quarter", date(year, number * _QUARTER, 1), week_start)
        case "W" if 1 <= number <= weeks_in(year, week_start):
            first = max(week_start_of(year, number, week_start), 1)
            return stretch_of("week", date.fromordinal(first), week_start)
    return None


def names_month(text: str) -> bool:
    """True for `2026-06`, `June`, `Juni 2026`, `last month`: no day lies in the words but by guessing."""
    words = text.lower().split()
    if _MONTH_NUMBERED.fullmatch(" ".join(words)):
        return True
    months = [word for word in words if word in _MONTHS]
    return len(months) == 1 and all(word in months or _BESIDE_A_MONTH.fullmatch(word) for word in words)


def stretch_name(stretch: Stretch, week_start: WeekStart) -> str:
    """`2026-W25`, `2026-Q2`, `2026`."""
    if stretch.length == "week":
        return "{:04}-W{:02}".format(*week_of(stretch.first, week_start))
    if stretch.length == "quarter":
        return f"{stretch.first.year:04}-Q{(stretch.first.month - 1) // _QUARTER + 1}"
    return f"{stretch.first.year:04}"


def week_start_in(weekly_format: str, locale: MomentLocale) -> WeekStart:
    """The day on which the weeks begin that a format names: Monday where it counts by ISO 8601 (`GGGG-[W]WW`), else
    the locale's own (`gggg-[W]ww`).
    """
    names = {piece.name for piece in pieces(weekly_format, locale) if isinstance(piece, Token)}
    return "monday" if names & _ISO_TOKENS else locale.week_start
