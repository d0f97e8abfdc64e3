"""Dates as the tables of other programs write them, where `10/9` may be two days.

order_of(["3/4/1985", "17/4/1990"])         ->  "dmy"     17 can be no month
read_day("17/04/1985", "dmy", today=today)  ->  PartialDate(1985, 4, 17)
read_day("--02-29", today=today)            ->  PartialDate(None, 2, 29)
read_day("3/4/1985", "", today=today)       ->  None: two days, and nothing tells which is meant
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from vaultnet.model.dates import PartialDate, days_in_month, parse_birthday
from vaultnet.model.natural_words import VOCABULARY_BY_LANGUAGE
from vaultnet.text.fold import fold

_NO_DATE = re.compile(r"0{1,4}([-/.])0{1,2}\1(?:0{1,4})|00000000")
_TIME = re.compile(
    r"(?<![\sT,])[\sT,]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\.[0-9]+)?\s*(?:[AaPp]\.?[Mm]\.?|Z|UTC)?$"
)
_SLASHED = re.compile(r"([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})(?:\s?\2\s?([0-9]{4}|[0-9]{2})|\.)?")
_DAY_FIRST = re.compile(r"(?:[^\W\d]{2,12}\.?,?\s+)?([0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?"
                        r"([^\W\d]{3,12})\.?(?:(?:,|\sde|-|\s)\s*([0-9]{4}|[0-9]{2}))?")  # fmt: skip
_MONTH_FIRST = re.compile(r"([^\W\d]{3,12})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?(?:,?\s+([0-9]{4}))?")
_MORE_MONTHS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "janvier janv enero ene gennaio januari", "fevrier fevr febrero febbraio februari",
            "mars marzo maart mrt maerz",
            "avril avr abril abr aprile", "mai mayo maggio mei", "juin junio giugno juni",
            "juillet juil julio luglio juli",
            "aout agosto ago augustus", "septembre septiembre settembre sept", "octobre octubre ottobre oktober okt",
            "novembre noviembre", "decembre diciembre dicembre dez",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_EXCEL_DAY_0 = date(1899, 12, 30)
_LAST_SERIAL = 2_958_465  # 9999-12-31
_HIGHEST_MONTH = 12
_CENTURY = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Slashed(NamedTuple):
    """Two numbers with a sign between them, and the year behind them where there is one."""

    first: int
    sign: str
    second: int
    year: str


def is_no_date(text: str) -> bool:
    """`0/0/00`, which Outlook writes for a date that nobody gave."""
    return bool(_NO_DATE.fullmatch(text.strip()))


def order_of(values: Iterable[str]) -> str:
    """`dmy` or `mdy` where the values of a column show it by a number above 12; "" where none does, or both do."""
    found = [slashed for slashed in map(_slashed, values) if slashed]
    orders = {"dmy" if one.first > _HIGHEST_MONTH else "mdy"
              for one in found if (one.first > _HIGHEST_MONTH) != (one.second > _HIGHEST_MONTH)}  # fmt: skip
    return orders.pop() if len(orders) == 1 else ""


def read_day(text: str, order: str = "", *, today: date, with_serials: bool = False) -> PartialDate | None:
    """A day in any form of the tables; None for what is none, and for one that may be two days while `order` is "".

    Years of two digits lie in the hundred years up to `today`. `with_serials`: a bare number counts the days of Excel.
    """
    text = _TIME.sub("", text.strip())
    if with_serials and text.isdigit() and len(text) <= len(str(_LAST_SERIAL)):
        return _serial(int(text))
    if found := parse_birthday(text):
        return found
    if slashed := _slashed(text):
        return _by_order(slashed, order, today)
    if found_words := _DAY_FIRST.fullmatch(text):
        day, month, year = found_words.groups()
    elif found_words := _MONTH_FIRST.fullmatch(text):
        month, day, year = found_words.groups()
    else:
        return None
    number = _months().get(fold(month), 0)
    return _day(_year(year or "", today), number, int(day))


def is_two_days(text: str) -> bool:
    """Whether only its order could tell which day is meant: `3/4/1985`, not `13/4/1985`, `4/4/1985` or `3.4.1985`."""
    slashed = _slashed(_TIME.sub("", text.strip()))
    return bool(
        slashed
        and slashed.sign != "."
        and slashed.first != slashed.second
        and max(slashed.first, slashed.second) <= _HIGHEST_MONTH
        and min(slashed.first, slashed.second) > 0
    )


def _slashed(text: str) -> Slashed | None:
    found = _SLASHED.fullmatch(_TIME.sub("", text.strip()))
    if not found or (not found[4] and found[2] == "-"):  # `04-17` has a meaning of its own
        return None
    return Slashed(int(found[1]), found[2], int(found[3]), found[4] or "")


def _by_order(slashed: Slashed, order: str, today: date) -> PartialDate | None:
    first, sign, second, year = slashed
    if (
        first > _HIGHEST_MONTH or sign == "." or first == second
    ):  # with dots the day stands first wherever they are used
        order = "dmy"
    elif second > _HIGHEST_MONTH:
        order = "mdy"
    day, month = (second, first) if order == "mdy" else (first, second)
    return _day(_year(year, today), month, day) if order else None


def _year(text: str, today: date) -> int | None:
    if not text:
        return None
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004
        return year or None
    year += today.year // _CENTURY * _CENTURY
    return year if year <= today.year else year - _CENTURY


def _day(year: int | None, month: int, day: int) -> PartialDate | None:
    if not 1 <= month <= _HIGHEST_MONTH or not 1 <= day <= days_in_month(year or 2000, month):
        return None
    return parse_birthday(PartialDate(year, month, day).iso())


def _serial(number: int) -> PartialDate | None:
    if not 1 <= number <= _LAST_SERIAL or _FIRST_YEAR <= number <= _LAST_YEAR:  # a year alone is no day
        return None
    day = _EXCEL_DAY_0 + timedelta(days=number)
    return PartialDate(day.year, day.month, day.day)


@cache
def _months() -> Mapping[str, int]:
    own = {fold(word): number for one in VOCABULARY_BY_LANGUAGE.values() for word, number in one.months.items()}
    return {**_MORE_MONTHS, **own}
