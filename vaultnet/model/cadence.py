"""How often to be in touch with a person: an ideal, perhaps a latest, and the dates that follow from them.

Calendar arithmetic throughout: half a year after 31 August is the last of February. What cannot be read, or is no
length of time (zero, negative, longer than a century), is None.

    parse_cadence("twice a year")  ->  Cadence(Period(6, "month"))
    parse_cadence("4w..6w")        ->  Cadence(Period(4, "week"), Period(6, "week"))
    due_on(date(2026, 8, 31), Cadence(Period(6, "month")))  ->  date(2027, 2, 28)
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vaultnet.model.cadence_words import (
    ARTICLES,
    EVERY,
    NEVER,
    NUMBER_BY_WORD,
    PER,
    PERIOD_BY_WORD,
    TIMES,
    TIMES_BY_WORD,
    UNIT_BY_WORD,
)
from vaultnet.model.dates import Unit, add_days, add_unit
from vaultnet.text.lazy_pattern import lazy_pattern

_LONGEST_TEXT = 60
_LONGEST_DAYS = 36_525  # a century
_DAYS_BY_UNIT = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_MONTHS_BY_UNIT = {"month": 1, "year": 12}
_SLACK = 1.1  # "1 month..30 days" is meant well, though some months are longer

_NUMBER_AND_UNIT = lazy_pattern(r"([0-9]{1,5})[ ]?([^\W\d_][\w-]*)?")
_ISO_PERIOD = lazy_pattern(r"p(?:([0-9]{1,4})y)?(?:([0-9]{1,4})m)?(?:([0-9]{1,4})w)?(?:([0-9]{1,5})d)?")
_RANGE = lazy_pattern(r"(?:\.\.\.?|[ ]?[-–—][ ]?|[ ]to[ ]|[ ]bis[ ])")
_COUNTED = lazy_pattern(r"([0-9]{1,3})[ ]?(?:x|mal)?")


class Period(NamedTuple):
    """A length of time in calendar units."""

    count: int  # type: ignore[assignment]  # tuples have a method of that name, which nobody needs here
    unit: Unit


class Cadence(NamedTuple):
    """A touch is due `ideal` after the last, and late after `latest`, or else a quarter more. `never`: not at all."""

    ideal: Period
    latest: Period | None = None
    never: bool = False


NO_CONTACT = Cadence(Period(0, "day"), never=True)


def parse_cadence(value: str | float) -> Cadence | None:
    """A cadence from a property's value: words, lengths, ranges, ISO 8601 periods; a bare number counts days."""
    if isinstance(value, str):
        return _parse_text(value) if len(value) <= _LONGEST_TEXT else None
    if isinstance(value, bool) or not 1 <= value <= _LONGEST_DAYS or value != int(value):
        return None
    return Cadence(Period(int(value), "day"))


def due_on(last: date, cadence: Cadence) -> date:
    """The ideal day of the next touch; the end of the calendar where there is to be none."""
    return date.max if cadence.never else add_unit(last, cadence.ideal.count, cadence.ideal.unit)


def late_on(last: date, cadence: Cadence) -> date:
    """The day from which a touch is late: the latest that was given, or a quarter of the wait after it was due."""
    due = due_on(last, cadence)
    if cadence.latest:
        return max(due, add_unit(last, cadence.latest.count, cadence.latest.unit))
    quarter_rounded_up = -(-(due - last).days // 4)
    return add_days(due, quarter_rounded_up)


def early_on(last: date, cadence: Cadence) -> date:
    """The first day on which a touch may be offered: a fifth of the wait before it is due."""
    due = due_on(last, cadence)
    return due if cadence.never else add_days(due, -((due - last).days // 5))


def days(cadence: Cadence, last: date) -> int:
    """The wait in days, counted from that touch."""
    return (due_on(last, cadence) - last).days


@lru_cache(maxsize=1024)
def _parse_text(text: str) -> Cadence | None:
    text = " ".join(text.lower().split())
    if text in NEVER:
        return NO_CONTACT
    if ideal := _parse_period(text):
        return Cadence(ideal)
    return _parse_range(text)


def _parse_range(text: str) -> Cadence | None:
    """`4w..6w`, `4-6 weeks`: where only the second length names its unit, the first has the same."""
    ends = _RANGE.split(text)
    if len(ends) != 2:  # noqa: PLR2004
        return None
    latest = _parse_period(ends[1])
    shared_unit = ends[1].lstrip("0123456789") if ends[0].isdecimal() else ""
    ideal = _parse_period(ends[0] + shared_unit)
    if not ideal or not latest or _about(ideal) > _about(latest) * _SLACK:
        return None
    return Cadence(ideal, latest)


def _parse_period(text: str) -> Period | None:
    words = tuple(word for word in text.split() if word not in ARTICLES)
    named = PERIOD_BY_WORD.get(text)
    period = Period(*named) if named else _parse_iso(text) or _parse_times(words) or _parse_length(words)
    return period if period and 1 <= _about(period) <= _LONGEST_DAYS else None


def _parse_length(words: tuple[str, ...]) -> Period | None:
    """`90`, `30d`, `6 months`, `a year`, `every 2 weeks`, `every quarter`."""
    every = bool(words) and words[0] in EVERY
    words = words[1:] if every else words
    if match := _NUMBER_AND_UNIT.fullmatch(" ".join(words)):
        return _period(int(match[1]), match[2] or "d")
    if len(words) == 2 and words[0] in NUMBER_BY_WORD:  # noqa: PLR2004
        return _period(NUMBER_BY_WORD[words[0]], words[1])
    return _period(1, words[0]) if every and len(words) == 1 else None


def _parse_times(words: tuple[str, ...]) -> Period | None:
    """`twice a year`, `3 times a month`, `2x im Jahr`."""
    if len(words) < 3 or words[-2] not in PER or words[-1] not in UNIT_BY_WORD:  # noqa: PLR2004
        return None
    times = _times(words[:-2])
    return _split(Period(*UNIT_BY_WORD[words[-1]]), times) if times else None


def _times(words: tuple[str, ...]) -> int:
    """How often the words say; 0 where they do not."""
    if len(words) > 1 and words[-1] in TIMES:
        words = words[:-1]
    if len(words) != 1:
        return 0
    counted = _COUNTED.fullmatch(words[0])
    return int(counted[1]) if counted else TIMES_BY_WORD.get(words[0], NUMBER_BY_WORD.get(words[0], 0))


def _split(period: Period, times: int) -> Period:
    """The period cut into so many parts: whole months where it goes, else days."""
    months = period.count * _MONTHS_BY_UNIT.get(period.unit, 0)
    if times == 1:
        return period
    if months and months % times == 0:
        return Period(months // times, "month")
    return Period(int(_about(period) / times), "day")


def _parse_iso(text: str) -> Period | None:
    """`P3M`, `P1Y6M`, `P2W`; months and days do not add up to one length."""
    match = _ISO_PERIOD.fullmatch(text)
    if match is None:
        return None
    years, months, weeks, days_ = (int(number or 0) for number in match.groups())
    if weeks or days_:
        return None if years or months else Period(7 * weeks + days_, "day") if days_ else Period(weeks, "week")
    return Period(12 * years + months, "month") if months else Period(years, "year")


def _period(count: int, unit_word: str) -> Period | None:
    if unit_word not in UNIT_BY_WORD:
        return None
    factor, unit = UNIT_BY_WORD[unit_word]
    return Period(count * factor, unit)


def _about(period: Period) -> float:
    return period.count * _DAYS_BY_UNIT[period.unit]
