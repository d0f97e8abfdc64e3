"""Whether a phrase in a sentence is meant as the sentence's date, or is something else that looks like one.

A phrase that was typed into a date field is taken at its word; one inside a sentence has to stand these questions:

    "we march on"     no day            "lunch with Jan 2 hours"  a count       "24/7"            a saying
    "until friday"    not its date      "last year she left"      too vague     "on Sun Systems"  a name
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vaultnet.model.natural_grammar import Kind, Rule, vocabulary_of
from vaultnet.model.natural_meaning import Ask, Meaning, key_of, nearest_on_other_side
from vaultnet.model.natural_words import Vocabulary
from vaultnet.text.lazy_pattern import lazy_pattern

_SAYINGS = frozenset({"24/7", "50/50", "9/11", "1/1", "1/2", "1/3", "2/3", "1/4", "3/4"})
_WORDS_BEFORE = lazy_pattern(r"(?:(\w{1,30})[ \t]{1,3})?(?<!\w)(\w{1,30})\W{0,2}\Z")
_WORD_AFTER = lazy_pattern(r"[ \t\u00a0]{0,3}([^\W\d_]+)")
_BREAK = lazy_pattern(r"[ \t\u00a0]*(?:[.,;:!?)\]\n]|\Z)")
_NEAR = 30  # characters


class Phrase(NamedTuple):
    """A date phrase at its place in a sentence."""

    rule: Rule
    match: re.Match[str]
    meaning: Meaning
    sentence: str
    ask: Ask

    def part(self, name: str) -> str | None:
        found: str | None = self.match.groupdict().get(name)
        return found

    def word_before(self) -> str:
        """The word before; "" for the "by" of "dropped by yesterday", which belongs to the verb."""
        start = self.match.start()
        found = _WORDS_BEFORE.search(self.sentence[max(start - _NEAR, 0) : start])
        if found is None or (found[2].lower() == "by" and (found[1] or "").lower() in self.words().by_after):
            return ""
        return str(found[2]).lower()

    def word_after(self) -> str:
        found = _WORD_AFTER.match(self.sentence, self.match.end(), self.match.end() + _NEAR)
        return found[1] if found else ""

    def ends_clause(self) -> bool:
        return _BREAK.match(self.sentence, self.match.end()) is not None

    def words(self) -> Vocabulary:
        return vocabulary_of(self.ask.language)


def is_meant(phrase: Phrase) -> bool:
    """True where the phrase is a date, and may be the sentence's own."""
    words, past = phrase.words(), phrase.ask.prefer == "past"
    if phrase.word_before() in (words.not_before_past if past else words.not_before_future):
        return False
    question = _QUESTIONS.get(phrase.rule.kind)
    return question is None or question(phrase)


def lies_right(phrase: Phrase, day: date) -> bool:
    """True for a date on the side that was asked for, today included; without a year, only if it is the nearest one."""
    ask = phrase.ask
    if day != ask.today and (day > ask.today) == (ask.prefer == "past"):
        return False
    if phrase.rule.kind not in ("calendar", "slashed") or phrase.part("year") or phrase.part("short_year"):
        return True
    return abs(day - ask.today) <= abs(nearest_on_other_side(day, ask) - ask.today)


def _is_day(phrase: Phrase) -> bool:
    return phrase.word_before() not in phrase.words().not_before_day


def _is_weekday(phrase: Phrase) -> bool:
    """Full names nearly always are; short ones only after `on`, and not where they begin a name."""
    words, name = phrase.words(), phrase.match["weekday"]
    if phrase.word_before() in words.not_before_weekday:
        return False
    if key_of(name) in words.weekdays:
        return True
    if not phrase.part("on"):
        return False
    if words.capitalised_nouns:
        return name[0].isupper()
    return phrase.ends_clause() if key_of(name) in words.doubtful else not phrase.word_after()[:1].isupper()


def _is_calendar_day(phrase: Phrase) -> bool:
    if phrase.part("year") or phrase.part("short_year"):
        return True
    month, words = phrase.match["month"], phrase.words()
    if month.isdecimal():
        return _is_dotted_day(phrase)
    month_first = phrase.match.start("month") < phrase.match.start("day")
    if month_first and phrase.word_after().lower() in words.counted:
        return False
    return key_of(month) not in words.doubtful or month[0].isupper() or phrase.ends_clause()


def _is_dotted_day(phrase: Phrase) -> bool:
    """`2.5.` is a day in German; in English it may be a number that ends a sentence."""
    told = phrase.part("on") or phrase.part("weekday") or phrase.match.start() == 0
    return bool(told) or not phrase.words().month_first


def _is_slashed_day(phrase: Phrase) -> bool:
    """`1/2` may be a half, and `50/50` is no wrong date."""
    if phrase.part("year") or phrase.part("on"):
        return True
    return phrase.match[0] not in _SAYINGS and phrase.meaning != "impossible"


def _is_exact(phrase: Phrase) -> bool:
    """A log does not take "last month" or "2 years ago" for a day: it is what the sentence tells of."""
    unit = phrase.part("unit")
    if not unit or phrase.ask.prefer == "future":
        return True
    words = phrase.words()
    if phrase.rule.kind == "counted_past":
        return words.units[key_of(unit)][1] != "year"
    return words.named_units[key_of(unit)] == "week"


_QUESTIONS: Mapping[Kind, Callable[[Phrase], bool]] = MappingProxyType(
    {
        "day": _is_day,
        "weekday": _is_weekday,
        "calendar": _is_calendar_day,
        "slashed": _is_slashed_day,
        "last": _is_exact,
        "counted_past": _is_exact,
    }
)
