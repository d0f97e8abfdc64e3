"""What moment.js calls a locale: names of months and days, long forms, and the day on which a week begins.

Obsidian formats dates by moment's locale, so a vault has a language and a week start, and both change what a format
means. A language that is not in the table is written with English names, as moment does.

    moment_locale("de")            ->  German names, weeks as ISO 8601 counts them
    moment_locale("en", "monday")  ->  English names, weeks as ISO 8601 counts them
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

WeekStart = Literal["monday", "sunday"]


class MomentLocale(NamedTuple):
    """Two words, so that it is cheap to compare and to hash: compiled formats are remembered by it."""

    language: str = "en"
    week_start: WeekStart = "sunday"


class MomentLanguage(NamedTuple):
    """How one language words a date. Weekdays begin with Sunday, as `d` counts them."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    months_short_read: Mapping[str, int]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    weekdays_min: tuple[str, ...]
    long_forms: Mapping[str, str]
    ordinal: Callable[[int], str]
    ordinal_pattern: str
    week_start: WeekStart


def _english_ordinal(number: int) -> str:
    if number // 10 % 10 == 1:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _german_ordinal(number: int) -> str:
    return f"{number}."


def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _numbered(*groups: str) -> Mapping[str, int]:
    """Each group holds the twelve months once, in order; `-` where that group has no word of its own."""
    return MappingProxyType(
        {word: number for group in groups for number, word in enumerate(group.split(), start=1) if word != "-"}
    )


_ENGLISH = MomentLanguage(
    months=_row("January February March April May June July August September October November December"),
    months_short=_row("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    months_short_read=_numbered("jan feb mar apr may jun jul aug sep oct nov dec"),
    weekdays=_row("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
    weekdays_short=_row("Sun Mon Tue Wed Thu Fri Sat"),
    weekdays_min=_row("Su Mo Tu We Th Fr Sa"),
    long_forms=MappingProxyType(
        {
            "LT": "h:mm A",
            "LTS": "h:mm:ss A",
            "L": "MM/DD/YYYY",
            "LL": "MMMM D, YYYY",
            "LLL": "MMMM D, YYYY h:mm A",
            "LLLL": "dddd, MMMM D, YYYY h:mm A",
            "l": "M/D/YYYY",
            "ll": "MMM D, YYYY",
            "lll": "MMM D, YYYY h:mm A",
            "llll": "ddd, MMM D, YYYY h:mm A",
        }
    ),
    ordinal=_english_ordinal,
    ordinal_pattern="[0-9]{1,2}+(?:th|st|nd|rd)",
    week_start="sunday",
)

_GERMAN = MomentLanguage(
    months=_row("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    months_short=_row("Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez."),
    months_short_read=_numbered(
        "jan feb mär apr mai jun jul aug sep okt nov dez",
        "jan. feb. mär. apr. - jun. jul. aug. sep. okt. nov. dez.",
        "- - märz - - juni juli - - - - -",
    ),
    weekdays=_row("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
    weekdays_short=_row("So. Mo. Di. Mi. Do. Fr. Sa."),
    weekdays_min=_row("So Mo Di Mi Do Fr Sa"),
    long_forms=MappingProxyType(
        {
            "LT": "HH:mm",
            "LTS": "HH:mm:ss",
            "L": "DD.MM.YYYY",
            "LL": "D. MMMM YYYY",
            "LLL": "D. MMMM YYYY HH:mm",
            "LLLL": "dddd, D. MMMM YYYY HH:mm",
            "l": "D.M.YYYY",
            "ll": "D. MMM YYYY",
            "lll": "D. MMM YYYY HH:mm",
            "llll": "ddd, D. MMM YYYY HH:mm",
        }
    ),
    ordinal=_german_ordinal,
    ordinal_pattern=r"[0-9]{1,2}+\.",
    week_start="monday",
)

_LANGUAGES: Mapping[str, MomentLanguage] = MappingProxyType({"en": _ENGLISH, "de": _GERMAN})

ENGLISH = MomentLocale()
GERMAN = MomentLocale("de", "monday")


def moment_locale(language: str, week_start: WeekStart | None = None) -> MomentLocale:
    """The locale of a vault; without a week start, the one usual for the language."""
    return MomentLocale(language, week_start or words_of(language).week_start)


def words_of(language: str) -> MomentLanguage:
    """The words of a language; those of English where it is not in the table."""
    return _LANGUAGES.get(language, _ENGLISH)
