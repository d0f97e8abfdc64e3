"""How each token of a moment.js format is written: one table, token -> writer.

A moment without a zone is taken as UTC, which only `X`, `x`, `Z` and `ZZ` can show. Milliseconds are the finest
part, as in JavaScript.

    WRITERS["Do"](datetime(2026, 5, 2), ENGLISH)  ->  "2nd"
    WRITERS["ww"](datetime(2026, 5, 2), ENGLISH)  ->  "18"
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from vaultnet.model.moment_locale import MomentLocale, words_of
from vaultnet.model.moment_week import YearWeek, day_of_week, week_of

Writer = Callable[[datetime, MomentLocale], str]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def _padded(number: Callable[[datetime, MomentLocale], int], width: int) -> Writer:
    return lambda at, locale: f"{number(at, locale):0{width}}"


def _ordinal(number: Callable[[datetime, MomentLocale], int]) -> Writer:
    return lambda at, locale: words_of(locale.language).ordinal(number(at, locale))


def _year(at: datetime, _: MomentLocale) -> int:
    return at.year


def _quarter(at: datetime, _: MomentLocale) -> int:
    return (at.month + 2) // 3


def _month(at: datetime, _: MomentLocale) -> int:
    return at.month


def _day(at: datetime, _: MomentLocale) -> int:
    return at.day


def _day_of_year(at: datetime, _: MomentLocale) -> int:
    return at.timetuple().tm_yday


def _weekday_from_sunday(at: datetime, _: MomentLocale) -> int:
    return at.isoweekday() % 7


def _weekday_of_locale(at: datetime, locale: MomentLocale) -> int:
    return day_of_week(at, locale.week_start)


def _locale_week(at: datetime, locale: MomentLocale) -> YearWeek:
    return week_of(at, locale.week_start)


def _iso_week(at: datetime, _: MomentLocale) -> YearWeek:
    return week_of(at, "monday")


def _hour12(at: datetime, _: MomentLocale) -> int:
    return at.hour % 12 or 12


def _hour24(at: datetime, _: MomentLocale) -> int:
    return at.hour or 24


def _offset(separator: str) -> Writer:
    def write(at: datetime, _: MomentLocale) -> str:
        minutes = int((at.utcoffset() or timedelta()) / timedelta(minutes=1))
        hours, rest = divmod(abs(minutes), 60)
        return f"{'-' if minutes < 0 else '+'}{hours:02}{separator}{rest:02}"

    return write


def _milliseconds_since_epoch(at: datetime, _: MomentLocale) -> int:
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return (aware - _EPOCH) // _MILLISECOND


def _fraction(digits: int) -> Writer:
    return lambda at, _: f"{at.microsecond // 1000:03}000000"[:digits]


def _era(name: str) -> Writer:
    """Python knows no year before 1, so there is one era."""
    return lambda _, __: name


_TABLE: dict[str, Writer] = {
    "Y": _padded(_year, 4),
    "YY": lambda at, _: f"{at.year % 100:02}",
    "YYYY": _padded(_year, 4),
    "YYYYY": _padded(_year, 5),
    "YYYYYY": lambda at, _: f"+{at.year:06}",
    "y": _padded(_year, 1),
    "yy": _padded(_year, 2),
    "yyy": _padded(_year, 3),
    "yyyy": _padded(_year, 4),
    "yo": _ordinal(_year),
    "N": _era("AD"),
    "NN": _era("AD"),
    "NNN": _era("AD"),
    "NNNN": _era("Anno Domini"),
    "NNNNN": _era("AD"),
    "Q": _padded(_quarter, 1),
    "Qo": _ordinal(_quarter),
    "M": _padded(_month, 1),
    "MM": _padded(_month, 2),
    "Mo": _ordinal(_month),
    "MMM": lambda at, locale: words_of(locale.language).months_short[at.month - 1],
    "MMMM": lambda at, locale: words_of(locale.language).months[at.month - 1],
    "D": _padded(_day, 1),
    "DD": _padded(_day, 2),
    "Do": _ordinal(_day),
    "DDD": _padded(_day_of_year, 1),
    "DDDD": _padded(_day_of_year, 3),
    "DDDo": _ordinal(_day_of_year),
    "d": _padded(_weekday_from_sunday, 1),
    "do": _ordinal(_weekday_from_sunday),
    "dd": lambda at, locale: words_of(locale.language).weekdays_min[at.isoweekday() % 7],
    "ddd": lambda at, locale: words_of(locale.language).weekdays_short[at.isoweekday() % 7],
    "dddd": lambda at, locale: words_of(locale.language).weekdays[at.isoweekday() % 7],
    "e": _padded(_weekday_of_locale, 1),
    "E": lambda at, _: str(at.isoweekday()),
    "eHHmm": lambda at, locale: f"{_weekday_of_locale(at, locale)}{at.hour:02}{at.minute:02}",
    "w": lambda at, locale: str(_locale_week(at, locale).week),
    "ww": lambda at, locale: f"{_locale_week(at, locale).week:02}",
    "wo": _ordinal(lambda at, locale: _locale_week(at, locale).week),
    "gg": lambda at, locale: f"{_locale_week(at, locale).year % 100:02}",
    "gggg": lambda at, locale: f"{_locale_week(at, locale).year:04}",
    "ggggg": lambda at, locale: f"{_locale_week(at, locale).year:05}",
    "W": lambda at, locale: str(_iso_week(at, locale).week),
    "WW": lambda at, locale: f"{_iso_week(at, locale).week:02}",
    "Wo": _ordinal(lambda at, locale: _iso_week(at, locale).week),
    "GG": lambda at, locale: f"{_iso_week(at, locale).year % 100:02}",
    "GGGG": lambda at, locale: f"{_iso_week(at, locale).year:04}",
    "GGGGG": lambda at, locale: f"{_iso_week(at, locale).year:05}",
    "H": lambda at, _: str(at.hour),
    "HH": lambda at, _: f"{at.hour:02}",
    "h": _padded(_hour12, 1),
    "hh": _padded(_hour12, 2),
    "k": _padded(_hour24, 1),
    "kk": _padded(_hour24, 2),
    "hmm": lambda at, locale: f"{_hour12(at, locale)}{at.minute:02}",
    "hmmss": lambda at, locale: f"{_hour12(at, locale)}{at.minute:02}{at.second:02}",
    "Hmm": lambda at, _: f"{at.hour}{at.minute:02}",
    "Hmmss": lambda at, _: f"{at.hour}{at.minute:02}{at.second:02}",
    "a": lambda at, _: "pm" if at.hour > 11 else "am",  # noqa: PLR2004  (noon)
    "A": lambda at, _: "PM" if at.hour > 11 else "AM",  # noqa: PLR2004
    "m": lambda at, _: str(at.minute),
    "mm": lambda at, _: f"{at.minute:02}",
    "s": lambda at, _: str(at.second),
    "ss": lambda at, _: f"{at.second:02}",
    **{"S" * digits: _fraction(digits) for digits in range(1, 10)},
    "X": lambda at, locale: str(_milliseconds_since_epoch(at, locale) // 1000),
    "x": _padded(_milliseconds_since_epoch, 1),
    "Z": _offset(":"),
    "ZZ": _offset(""),
    "z": lambda _, __: "",  # a local moment has no zone name
    "zz": lambda _, __: "",
}

WRITERS: Mapping[str, Writer] = MappingProxyType(_TABLE)
