"""What a date phrase means on a given day: a date, a reason why it names none, or nothing at all.

Where a phrase leaves the year or the week open, the answer lies in the direction that was asked for:

    "2 May" on 2026-04-20, past    ->  2025-05-02     future  ->  2026-05-02
    "friday" on Friday 2026-05-01  ->  2026-05-01     future  ->  2026-05-08 (today is called "today")
    "last friday", "next friday"   ->  the nearest before or after today
    "this friday"                  ->  the one of this week (Mon-Sun); where that is over, future  ->  the coming one
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from vaultnet.model.dates import Unit, add_unit, days_in_month, parse_date
from vaultnet.model.natural_grammar import Rule, vocabulary_of

Order = Literal["dmy", "mdy"]
Prefer = Literal["past", "future"]
Refusal = Literal["ambiguous", "impossible", "unknown"]
Meaning = date | Refusal | None

_LAST_YEAR_OF_2000S = 68
_MONTHS = 12
_YEARS_BETWEEN_LEAP_DAYS = 8  # over 1900 and 2100


class Ask(NamedTuple):
    """The day a phrase is read on, and what the reader prefers where it is open."""

    today: date
    order: Order | None
    prefer: Prefer
    language: str


def meaning_of(rule: Rule, match: re.Match[str], ask: Ask) -> Meaning:
    """The date of a phrase of that shape; None where it only looks like a date."""
    if rule.kind == "iso":
        return _with_weekday(_iso(match), match, ask)
    if rule.kind == "calendar":
        return _with_weekday(_calendar(match, ask), match, ask)
    if rule.kind == "slashed":
        return _with_weekday(_slashed(match, ask), match, ask)
    if rule.kind == "day":
        return _moved(ask.today, vocabulary_of(ask.language).days[key_of(match["phrase"])], "day")
    if rule.kind in ("counted_past", "counted_future"):
        return _counted(match, ask, -1 if rule.kind == "counted_past" else 1)
    return _named(rule, match, ask)


def nearest_on_other_side(day: date, ask: Ask) -> date:
    """For a day that was named without its year: its occurrence on the other side of today."""
    other = ask._replace(prefer="future" if ask.prefer == "past" else "past")
    return _without_year(day.month, day.day, other) or day


def key_of(text: str) -> str:
    """How the tables spell a phrase of the text."""
    return " ".join(text.lower().split()).rstrip(".")


def weekday_of(match: re.Match[str], ask: Ask) -> int | None:
    """The weekday a phrase names, from Monday = 0."""
    name = match.groupdict().get("weekday")
    words = vocabulary_of(ask.language)
    return {**words.weekdays_short, **words.weekdays}[key_of(name)] if name else None


def _with_weekday(meaning: Meaning, match: re.Match[str], ask: Ask) -> Meaning:
    """A weekday that stands before a date must be that date's."""
    weekday = weekday_of(match, ask)
    if weekday is None or not isinstance(meaning, date):
        return meaning
    return meaning if meaning.weekday() == weekday else "impossible"


def _iso(match: re.Match[str]) -> Meaning:
    return parse_date(match["iso"]) or (None if match["iso"].startswith("[[") else "impossible")


def _calendar(match: re.Match[str], ask: Ask) -> Meaning:
    parts = match.groupdict()
    name = key_of(match["month"])
    month = int(name) if name.isdecimal() else vocabulary_of(ask.language).months[name]
    return _dated(parts["year"] or parts.get("short_year"), month, int(match["day"]), ask)


def _slashed(match: re.Match[str], ask: Ask) -> Meaning:
    """`5/2`: whose turn it is, day or month, must be told, or tell itself as in `25/2` and `5/5`."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["mark"] == "-" and len(year or "") != len("2026"):
        return None
    order = ask.order
    if order is None and first != second and max(first, second) <= _MONTHS:
        return "ambiguous"
    if order is None:
        order = "mdy" if second > _MONTHS else "dmy"
    day, month = (first, second) if order == "dmy" else (second, first)
    return _dated(year, month, day, ask)


def _dated(year: str | None, month: int, day: int, ask: Ask) -> Meaning:
    if not 1 <= month <= _MONTHS:
        return "impossible"
    if year is None:
        return _without_year(month, day, ask) or "impossible"
    return _day(_full_year(year), month, day) or "impossible"


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) > len("26"):
        return number
    return number + (2000 if number <= _LAST_YEAR_OF_2000S else 1900)


def _without_year(month: int, day: int, ask: Ask) -> date | None:
    step = -1 if ask.prefer == "past" else 1
    for years in range(_YEARS_BETWEEN_LEAP_DAYS + 1):
        found = _day(ask.today.year + step * years, month, day)
        if found and (found - ask.today).days * step >= 0:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    exists = date.min.year <= year <= date.max.year and 1 <= day <= days_in_month(year, month)
    return date(year, month, day) if exists else None


def _counted(match: re.Match[str], ask: Ask, sign: int) -> Meaning:
    words, count = vocabulary_of(ask.language), key_of(match["count"])
    number = int(count) if count.isdecimal() else words.numbers[count]
    factor, unit = words.units[key_of(match["unit"])]
    return _moved(ask.today, sign * number * factor, unit)


def _named(rule: Rule, match: re.Match[str], ask: Ask) -> Meaning:
    """`last friday`, `next week`, `friday`."""
    weekday = weekday_of(match, ask)
    if weekday is None:
        unit = vocabulary_of(ask.language).named_units[key_of(match["unit"])]
        return _moved(ask.today, -1 if rule.kind == "last" else 1, unit)
    ahead = (weekday - ask.today.weekday()) % 7
    behind = weekday < ask.today.weekday()
    if rule.kind == "this" and not (behind and ask.prefer == "future"):
        return _moved(ask.today, weekday - ask.today.weekday(), "day")
    if rule.kind == "next" or (rule.kind != "last" and ask.prefer == "future"):
        return _moved(ask.today, ahead or 7, "day")
    return _moved(ask.today, ahead - 7 if ahead or rule.kind == "last" else 0, "day")


def _moved(today: date, count: int, unit: Unit) -> Meaning:
    """That much away from today; impossible where the calendar ends first."""
    moved = add_unit(today, count, unit)
    return "impossible" if count and moved in (date.min, date.max) else moved
