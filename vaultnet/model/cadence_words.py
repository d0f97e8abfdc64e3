"""The words in which people say how often: English and German, as data.

Every table is keyed in lower case. The two languages stand side by side, because a vault may hold both.

    PERIOD_BY_WORD["quarterly"]  ->  (3, "month")
    UNIT_BY_WORD["wochen"]       ->  (1, "week")
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from vaultnet.model.dates import Unit

Length = tuple[int, Unit]
Meaning = TypeVar("Meaning")


def _table(rows: Mapping[str, Meaning]) -> Mapping[str, Meaning]:
    """Each key holds one or more words for the same thing."""
    return MappingProxyType({word: meaning for words, meaning in rows.items() for word in words.split()})


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


PERIOD_BY_WORD: Mapping[str, Length] = _table(
    {
        "daily täglich": (1, "day"),
        "weekly wöchentlich": (1, "week"),
        "biweekly bi-weekly fortnightly vierzehntägig 14-tägig zweiwöchentlich": (2, "week"),
        "monthly monatlich": (1, "month"),
        "bimonthly bi-monthly zweimonatlich": (2, "month"),
        "quarterly vierteljährlich quartalsweise": (3, "month"),
        "biannually bi-annually biannual semiannually semi-annually half-yearly halbjährlich": (6, "month"),
        "yearly annually annual jährlich": (1, "year"),
        "biennially zweijährlich": (2, "year"),
    }
)

UNIT_BY_WORD: Mapping[str, Length] = _table(
    {
        "d day days tag tage tagen": (1, "day"),
        "w wk wks week weeks woche wochen": (1, "week"),
        "fortnight fortnights": (2, "week"),
        "m mo mos mth mths month months monat monate monaten": (1, "month"),
        "q quarter quarters quartal quartale quartalen": (3, "month"),
        "half-year half-years halbjahr halbjahre halbjahren": (6, "month"),
        "y yr yrs year years j jahr jahre jahren": (1, "year"),
    }
)

NUMBER_BY_WORD: Mapping[str, int] = _table(
    {
        "a an one ein eine einen einem einer": 1,
        "two zwei other second zweite zweiten zweites": 2,
        "three third drei dritte dritten drittes": 3,
        "four fourth vier vierte vierten viertes": 4,
        "five fünf": 5,
        "six sixth sechs": 6,
        "seven sieben": 7,
        "eight acht": 8,
        "nine neun": 9,
        "ten zehn": 10,
        "eleven elf": 11,
        "twelve zwölf": 12,
    }
)

TIMES_BY_WORD: Mapping[str, int] = _table(
    {"once einmal": 1, "twice zweimal": 2, "thrice dreimal": 3, "viermal": 4, "fünfmal": 5, "sechsmal": 6}
)

EVERY = _words("every each alle jede jeden jedes jeder")
PER = _words("a an per each every im pro in jede jeden jedes")
ARTICLES = _words("the der dem")
TIMES = _words("times time x mal")
NEVER = _words("never nie niemals")
