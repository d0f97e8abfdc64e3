"""Which languages a date may be worded in, and what of the other one is no date in the vault's own.

A vault has one language, and the people who write in it often two: "Kaffee mit Ada yesterday" is a date. The own
language goes first; of the other one only what names a day by words of its own, and could not well be something else:

    English vault   "am Freitag", "letzten Dienstag", "gestern"   dates      "I am so glad", "2 mai tais"       none
    German vault    "on fri", "last tuesday", "on Aug 2"          dates      "mit Jan 2 Stunden telefoniert"    none
"""

from collections.abc import Iterator

from vaultnet.model.natural_grammar import Rule, rules_for, vocabulary_of, words_in
from vaultnet.model.natural_meaning import key_of
from vaultnet.model.natural_sense import Phrase
from vaultnet.model.natural_words import VOCABULARY_BY_LANGUAGE
from vaultnet.text.lazy_pattern import lazy_pattern

_AFTER_NUMBER = lazy_pattern(r"[0-9][ \t]{0,3}\Z")  # "10 am 2 August"


def date_languages(language: str) -> tuple[str, ...]:
    """The own language, then the others; English stands for one that has no table."""
    own = language if language in VOCABULARY_BY_LANGUAGE else "en"
    return tuple(dict.fromkeys((own, *VOCABULARY_BY_LANGUAGE)))


def rules_abroad(text: str, language: str) -> Iterator[Rule]:
    """The rules for a language that is not the vault's own: a day in figures is one in it only with a word of it."""
    words = vocabulary_of(language)
    is_worded = not words_in(text).isdisjoint({*words.on, *words.weekdays, *words.weekdays_short})
    return (rule for rule in rules_for(text, language) if is_worded or rule.kind not in {"iso", "slashed"})


def is_plain_abroad(phrase: Phrase, own: str) -> bool:
    """Whether a phrase of another language is a date in a sentence of a vault whose language is `own`."""
    words, start = phrase.words(), phrase.match.start()
    if phrase.word_before() in vocabulary_of(own).not_before_past and phrase.ask.prefer == "past":
        return False
    if _AFTER_NUMBER.search(phrase.sentence[max(start - 4, 0) : start]):
        return False
    match phrase.rule.kind:
        case "iso" | "slashed":
            return bool(phrase.part("weekday") or (phrase.part("on") and not words.capitalised_nouns))
        case "day":
            return start == 0 or phrase.match[0][0].islower()
        case "calendar":
            return _is_plain_calendar(phrase)
    name = key_of(phrase.part("weekday") or "")
    return not name or name in words.weekdays or not words.capitalised_nouns


def _is_plain_calendar(phrase: Phrase) -> bool:
    """`on 2 May`, `2. Mai`; "Jan 2" may be somebody called Jan."""
    month = phrase.match["month"]
    if month.isdecimal() or not month[0].isupper():
        return False
    is_month_first = phrase.match.start("month") < phrase.match.start("day")
    return bool(phrase.part("on") or phrase.part("weekday") or phrase.ends_clause() or not is_month_first)
