"""The words in which people say when: one vocabulary a language, as data.

A language is added by one more table; the grammar (`natural_grammar.py`) is built from it. Keys are in lower case,
with single blanks.

    ENGLISH_WORDS.days["day before yesterday"]  ->  -2
    GERMAN_WORDS.months["mai"]                  ->  5
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import Unit

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Weekdays count from Monday = 0, months from January = 1, days from today = 0.

    The last eight rows serve only sentences, where a word may be something else than a date: "may" is a verb, "Sun"
    a company, "Jan 2 hours" no day, and "dropped by yesterday" no term.
    """

    days: Mapping[str, int]
    day_parts: frozenset[str]
    weekdays: Mapping[str, int]
    weekdays_short: Mapping[str, int]
    months: Mapping[str, int]
    units: Mapping[str, tuple[int, Unit]]
    named_units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    on: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    ordinal_endings: frozenset[str]
    ago_before: frozenset[str]
    ago_after: frozenset[str]
    ahead: frozenset[str]
    month_first: bool
    capitalised_nouns: bool
    not_before_past: frozenset[str]
    not_before_future: frozenset[str]
    by_after: frozenset[str]
    not_before_day: frozenset[str]
    not_before_weekday: frozenset[str]
    doubtful: frozenset[str]
    counted: frozenset[str]


def _table(rows: Mapping[str, Meaning]) -> Mapping[str, Meaning]:
    """Each key holds one or more phrases for the same thing, separated by `|`."""
    return MappingProxyType({phrase: meaning for phrases, meaning in rows.items() for phrase in phrases.split("|")})


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(first: int, row: str) -> Mapping[str, int]:
    """Words in a row, numbered; several for the same number are joined by `|`."""
    return _table(dict(zip(row.split(), range(first, 20), strict=False)))


ENGLISH_WORDS = Vocabulary(
    days=_table(
        {
            "the day before yesterday|day before yesterday": -2,
            "yesterday|last night": -1,
            "today|tonight|this morning|this afternoon|this evening|this am|this pm": 0,
            "tomorrow|tmrw|tmr": 1,
            "the day after tomorrow|day after tomorrow": 2,
        }
    ),
    day_parts=_words("morning noon afternoon evening night"),
    weekdays=_numbered(0, "monday tuesday wednesday thursday friday saturday sunday"),
    weekdays_short=_numbered(0, "mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
    months=_numbered(
        1,
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct"
        " november|nov december|dec",
    ),
    units=_table(
        {
            "d|day|days": (1, "day"),
            "w|wk|wks|week|weeks": (1, "week"),
            "fortnight|fortnights": (2, "week"),
            "m|mo|month|months": (1, "month"),
            "y|yr|yrs|year|years": (1, "year"),
        }
    ),
    named_units=_table({"week": "week", "month": "month", "year": "year"}),
    numbers=_table(
        {"a|an": 1, "a couple of|couple of": 2}
        | dict(_numbered(1, "one two three four five six seven eight nine ten eleven twelve"))
    ),
    last=_words("last past"),
    this=_words("this"),
    next=_words("next coming"),
    on=_words("on"),
    articles=_words("the"),
    of=_words("of"),
    ordinal_endings=_words("st nd rd th"),
    ago_before=frozenset(),
    ago_after=_words("ago back"),
    ahead=_words("in"),
    month_first=True,
    capitalised_nouns=False,
    not_before_past=_words("until till by before since after every each for born due"),
    not_before_future=_words("since every each born"),
    by_after=_words("stopped dropped came popped passed swung"),
    not_before_day=frozenset(),
    not_before_weekday=_words("good black ash casual every ruby"),
    doubtful=_words("may march mar sun mon"),
    counted=_words(
        "h hour hours hr hrs min mins minute minutes day days week weeks month months year years time times x people"
        " persons men women kids children friends colleagues others am pm euro euros dollars pounds k km miles percent"
    ),
)

GERMAN_WORDS = Vocabulary(
    days=_table(
        {"vorgestern": -2, "gestern|letzte nacht": -1, "heute": 0, "morgen": 1, "übermorgen|uebermorgen": 2},
    ),
    day_parts=_words("früh morgen vormittag mittag nachmittag abend nacht"),
    weekdays=_numbered(0, "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    weekdays_short=_numbered(0, "mo di mi do fr sa so"),
    months=_numbered(
        1,
        "januar|jan|jänner februar|feb märz|mär|mrz|maerz april|apr mai juni|jun juli|jul august|aug september|sep|sept"
        " oktober|okt november|nov dezember|dez",
    ),
    units=_table(
        {
            "d|tag|tage|tagen": (1, "day"),
            "w|woche|wochen": (1, "week"),
            "m|monat|monate|monaten": (1, "month"),
            "j|jahr|jahre|jahren": (1, "year"),
        }
    ),
    named_units=_table({"woche": "week", "monat": "month", "jahr": "year"}),
    numbers=_table(
        {"ein|eine|einem|einen|einer": 1}
        | dict(_numbered(2, "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"))
    ),
    last=_words("letzte letzten letzter letztes letztem vergangene vergangenen vergangenes vorige vorigen voriges"),
    this=_words("diese diesen diesem dieser dieses"),
    next=_words("nächste nächsten nächster nächstes nächstem kommende kommenden kommendes naechste naechsten"),
    on=_words("am den vom"),
    articles=_words("dem den"),
    of=frozenset(),
    ordinal_endings=_words("."),
    ago_before=_words("vor"),
    ago_after=frozenset(),
    ahead=_words("in"),
    month_first=False,
    capitalised_nouns=True,
    not_before_past=_words("bis ab vor seit nach jeden jede für geboren fällig"),
    not_before_future=_words("seit jeden jede geboren"),
    by_after=frozenset(),
    not_before_day=_words("am guten schönen jeden nächsten der zum gegen"),
    not_before_weekday=_words("jeden rosen oster pfingst"),
    doubtful=frozenset(),
    counted=frozenset(),
)

VOCABULARY_BY_LANGUAGE: Mapping[str, Vocabulary] = MappingProxyType({"en": ENGLISH_WORDS, "de": GERMAN_WORDS})
