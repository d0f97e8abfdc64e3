"""What each token of a moment.js format means when it is read: one table, token -> the fields it sets.

A field is a word and a number ("month", 5). A reading is None where the text has the right shape and no meaning
(an offset of 15 hours).

    read_fields((("YY", "26"), ("MMM", "May")), ENGLISH)  ->  {"year": 2026, "month": 5}
    read_fields((("Q", "3"),), ENGLISH)                   ->  {"month": 7}
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from vaultnet.model.moment_locale import MomentLanguage, MomentLocale, words_of

Fields = dict[str, int]
Meaning = Callable[[str, MomentLanguage], Mapping[str, int] | None]

_LAST_YEAR_OF_2000S = 68  # "68" is 2068 and "69" is 1969
_LONGEST_OFFSET = {"+": 14 * 60, "-": 12 * 60}
_MINUTES_IN_HOUR = 60


def read_fields(parts: Iterable[tuple[str, str]], locale: MomentLocale) -> Fields | None:
    """All fields of a text; where two tokens set the same field, the last one counts."""
    words = words_of(locale.language)
    fields: Fields = {}
    for token, text in parts:
        meaning = MEANINGS[token](text, words)
        if meaning is None:
            return None
        fields.update(meaning)
    return fields


def _number(field: str) -> Meaning:
    return lambda text, _: {field: int(text)}


def _two_digit_year(field: str) -> Meaning:
    return lambda text, _: {field: int(text) + (1900 if int(text) > _LAST_YEAR_OF_2000S else 2000)}


def _name(field: str, names: Callable[[MomentLanguage], Iterable[str]], first: int) -> Meaning:
    """Which of the names in a row it is; None for a letter that only looks alike when case is ignored (`ſun`)."""

    def meaning(text: str, words: MomentLanguage) -> Mapping[str, int] | None:
        lowered = [name.lower() for name in names(words)]
        return {field: lowered.index(text.lower()) + first} if text.lower() in lowered else None

    return meaning


def _short_month(text: str, words: MomentLanguage) -> Mapping[str, int] | None:
    month = words.months_short_read.get(text.lower())
    return {"month": month} if month else None


def _clock(*fields: str, hour12: bool = False) -> Meaning:
    """Digits without separators, two for each field but the first, which takes what is left."""

    def meaning(text: str, _: MomentLanguage) -> Mapping[str, int]:
        cut = len(text) - 2 * (len(fields) - 1)
        numbers = [text[:cut], *(text[at : at + 2] for at in range(cut, len(text), 2))]
        read = {field: int(number) for field, number in zip(fields, numbers, strict=True)}
        return read | {"hour12": 1} if hour12 else read

    return meaning


def _ordinal_day(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"day": int(text.rstrip(".thsndr"))}


def _quarter(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"month": int(text) * 3 - 2}


def _hour_of_24(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"hour": 0 if int(text) == 24 else int(text)}  # noqa: PLR2004


def _fraction(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"millisecond": int(f"{text}00"[:3])}


def _half_of_day(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"afternoon": int(text[0] in "pP")}


def _offset(text: str, _: MomentLanguage) -> Mapping[str, int] | None:
    """Checked, and then without effect: an offset does not move a civil date."""
    if text in ("Z", "z"):
        return {}
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if minutes >= _MINUTES_IN_HOUR or hours * _MINUTES_IN_HOUR + minutes > _LONGEST_OFFSET[text[0]]:
        return None
    return {}


def _era(_: str, __: MomentLanguage) -> Mapping[str, int]:
    return {}


def _seconds_since_epoch(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"epoch_seconds": int(float(text) // 1)}


def _milliseconds_since_epoch(text: str, _: MomentLanguage) -> Mapping[str, int]:
    return {"epoch_seconds": int(text) // 1000}


_TABLE: dict[str, Meaning] = {
    **dict.fromkeys(("Y", "YYYY", "YYYYY", "YYYYYY", "y", "yy", "yyy", "yyyy"), _number("year")),
    "YY": _two_digit_year("year"),
    **dict.fromkeys(("N", "NN", "NNN", "NNNN", "NNNNN"), _era),
    "Q": _quarter,
    **dict.fromkeys(("M", "MM"), _number("month")),
    "MMM": _short_month,
    "MMMM": _name("month", lambda words: words.months, first=1),
    **dict.fromkeys(("D", "DD"), _number("day")),
    "Do": _ordinal_day,
    **dict.fromkeys(("DDD", "DDDD"), _number("day_of_year")),
    "d": _number("weekday"),
    "dd": _name("weekday", lambda words: words.weekdays_min, first=0),
    "ddd": _name("weekday", lambda words: words.weekdays_short, first=0),
    "dddd": _name("weekday", lambda words: words.weekdays, first=0),
    "e": _number("locale_weekday"),
    "E": _number("iso_weekday"),
    "eHHmm": _clock("locale_weekday", "hour", "minute"),
    **dict.fromkeys(("w", "ww"), _number("week")),
    **dict.fromkeys(("W", "WW"), _number("iso_week")),
    "gg": _two_digit_year("week_year"),
    "GG": _two_digit_year("iso_week_year"),
    **dict.fromkeys(("gggg", "ggggg"), _number("week_year")),
    **dict.fromkeys(("GGGG", "GGGGG"), _number("iso_week_year")),
    **dict.fromkeys(("H", "HH"), _number("hour")),
    **dict.fromkeys(("h", "hh"), _clock("hour", hour12=True)),
    **dict.fromkeys(("k", "kk"), _hour_of_24),
    "hmm": _clock("hour", "minute", hour12=True),
    "hmmss": _clock("hour", "minute", "second", hour12=True),
    "Hmm": _clock("hour", "minute"),
    "Hmmss": _clock("hour", "minute", "second"),
    **dict.fromkeys(("m", "mm"), _number("minute")),
    **dict.fromkeys(("s", "ss"), _number("second")),
    **dict.fromkeys(("S" * digits for digits in range(1, 10)), _fraction),
    **dict.fromkeys(("a", "A"), _half_of_day),
    **dict.fromkeys(("Z", "ZZ"), _offset),
    "X": _seconds_since_epoch,
    "x": _milliseconds_since_epoch,
}

MEANINGS: Mapping[str, Meaning] = MappingProxyType(_TABLE)
