"""The shapes of date phrases, as patterns built from a vocabulary: one rule a shape.

Every repetition is bounded, so that a hostile text takes no more than linear time. A phrase stands alone: no letter,
digit or joining mark may touch it.

    grammar_of("en")  ->  Rule("iso", <2026-05-02>), Rule("day", <yesterday>), Rule("counted_past", <3 weeks ago>), ...
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from vaultnet.model.natural_words import ENGLISH_WORDS, VOCABULARY_BY_LANGUAGE, Vocabulary
from vaultnet.text.lazy_pattern import lazy_pattern

Kind = Literal["iso", "day", "counted_past", "counted_future", "last", "this", "next", "calendar", "slashed", "weekday"]

_BLANKS = "[ \t\u00a0]{1,3}"
_NO_BLANKS = "[ \t\u00a0]{0,3}"
_ALONE_BEFORE = r"(?<![\w/.:@#$€£'’–-])"
_ALONE_AFTER = r"(?![\w@#%]|[./:–-]\w|['’]\w)"
_WORD = lazy_pattern(r"[^\W\d_]+")
# What stands among the words of a text for digits with the signs that dates have between them.
_SIGNED = {
    "[[": lazy_pattern(r"\[\["),
    "2026-": lazy_pattern("[0-9]{4}[-/.][0-9]"),
    "2.": lazy_pattern(r"[0-9]\."),
    "2/": lazy_pattern(r"(?<![\w/.:-])[0-9]{1,2}[-/][0-9]"),
}
_DIGIT = lazy_pattern("[0-9]")
_ABBREVIATED = 4  # letters: shorter words may end in a dot
_ISO = (
    r"(?P<iso>\[\[[^\[\]\n]{8,100}\]\]"
    r"|[0-9]{4}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{1,2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)"
)
_SLASHED = r"(?P<first>[0-9]{1,2})(?P<mark>[/-])(?P<second>[0-9]{1,2})(?:(?P=mark)(?P<year>[0-9]{4}|[0-9]{2}))?"


class Rule(NamedTuple):
    """A shape of phrase, and what it is. A text with none of the words of `needs` has no such phrase, so that most
    patterns need not even be compiled.
    """

    kind: Kind
    pattern: re.Pattern[str]
    needs: frozenset[str]


def vocabulary_of(language: str) -> Vocabulary:
    """The words of a language; those of English where it is not in the table."""
    return VOCABULARY_BY_LANGUAGE.get(language, ENGLISH_WORDS)


@lru_cache(maxsize=8)
def grammar_of(language: str) -> tuple[Rule, ...]:
    """All rules of a language."""
    words = vocabulary_of(language)
    sources = (*_relative(words), *_named(words), *_calendar(words))
    needs = _needs(words)
    return tuple(
        Rule(kind, lazy_pattern(f"{_ALONE_BEFORE}(?:{source}){_ALONE_AFTER}", re.IGNORECASE), needs[kind])
        for kind, source in sources
    )


def rules_for(text: str, language: str) -> Iterator[Rule]:
    """Of the rules of a language those that a text has words for, in their order."""
    there = words_in(text)
    if "[[" in text or _DIGIT.search(text):
        there.update(sign for sign, pattern in _SIGNED.items() if pattern.search(text))
    return (rule for rule in grammar_of(language) if not there.isdisjoint(rule.needs))


def words_in(text: str) -> set[str]:
    """In lower case, each once."""
    return set(_WORD.findall(text.lower()))


def _needs(words: Vocabulary) -> dict[Kind, frozenset[str]]:
    """By kind, the first words of the phrases of which one stands in every text that such a rule matches."""
    rows: dict[Kind, Collection[str]] = {
        "day": words.days,
        "counted_past": {*words.ago_before, *words.ago_after},
        "counted_future": words.ahead,
        "last": words.last,
        "this": words.this,
        "next": words.next,
        "weekday": {*words.weekdays, *words.weekdays_short},
        "calendar": words.months,
    }
    firsts = {kind: frozenset(_WORD.findall(phrase.lower())[0] for phrase in row) for kind, row in rows.items()}
    signs: dict[Kind, frozenset[str]] = {"iso": frozenset({"[[", "2026-"}), "slashed": frozenset({"2/"})}
    return {**firsts, **signs, "calendar": firsts["calendar"] | {"2."}}


def _relative(words: Vocabulary) -> Iterator[tuple[Kind, str]]:
    """`yesterday evening`, `3 weeks ago`, `in 3w`."""
    count = f"(?P<count>[0-9]{{1,4}}{_NO_BLANKS}|{_any(words.numbers)}{_BLANKS})"
    length = f"{count}(?P<unit>{_any(words.units)})"
    yield "day", f"(?P<phrase>{_any(words.days)}){_day_part(words)}"
    if words.ago_before:
        yield "counted_past", f"{_any(words.ago_before)}{_BLANKS}{length}"
    if words.ago_after:
        yield "counted_past", f"{length}{_BLANKS}{_any(words.ago_after)}"
    yield "counted_future", f"{_any(words.ahead)}{_BLANKS}{length}"


def _named(words: Vocabulary) -> Iterator[tuple[Kind, str]]:
    """`last friday`, `next week`, `on friday`."""
    article = f"(?:{_any(words.articles)}{_BLANKS})?"
    one_of: dict[Kind, frozenset[str]] = {"last": words.last, "this": words.this, "next": words.next}
    for kind, which in one_of.items():
        unit = "(?!)" if kind == "this" else _any(words.named_units)  # "this week" is no day
        named = f"{_weekday(words)}|(?P<unit>{unit})"
        yield kind, f"{_on(words)}{article}{_any(which)}{_BLANKS}(?:{named}){_day_part(words)}"
    yield "weekday", f"{_on(words)}{_weekday(words)}{_day_part(words)}"


def _calendar(words: Vocabulary) -> Iterator[tuple[Kind, str]]:
    """`2 May 2026`, `May 2`, `2.5.`, `5/2`, `2026-05-02`, each also after its weekday."""
    lead = f"{_on(words)}(?:{_weekday(words)},?{_BLANKS})?(?:{_any(words.articles)}{_BLANKS})?"
    day = f"(?P<day>[0-9]{{1,2}}){_any(words.ordinal_endings)}?"
    month = f"(?P<month>{_any(words.months, dotted=True)})"
    year = f"(?:,?{_BLANKS}(?P<year>[0-9]{{4}}))?"
    yield "iso", lead + _ISO
    yield "calendar", f"{lead}{day}{_NO_BLANKS}(?:{_any(words.of)}{_BLANKS})?{month}{year}"
    if words.month_first:
        yield "calendar", f"{lead}{month}{_BLANKS}{day}{year}"
    dotted = rf"(?P<day>[0-9]{{1,2}})\.{_NO_BLANKS}(?P<month>[0-9]{{1,2}})\."
    yield "calendar", f"{lead}{dotted}(?:{_NO_BLANKS}(?P<year>[0-9]{{4}})|(?P<short_year>[0-9]{{2}}))?"
    yield "slashed", lead + _SLASHED


def _on(words: Vocabulary) -> str:
    return f"(?:(?P<on>{_any(words.on)}){_BLANKS})?"


def _weekday(words: Vocabulary) -> str:
    return f"(?P<weekday>{_any({**words.weekdays, **words.weekdays_short}, dotted=True)})"


def _day_part(words: Vocabulary) -> str:
    return f"(?:{_BLANKS}{_any(words.day_parts)})?"


def _any(phrases: Collection[str], *, dotted: bool = False) -> str:
    """Any of the phrases, the longest first; without phrases, what never matches."""
    if not phrases:
        return "(?!)"
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_phrase(phrase, dotted=dotted) for phrase in longest_first)})"


def _phrase(phrase: str, *, dotted: bool) -> str:
    pattern = _BLANKS.join(map(re.escape, phrase.split(" ")))
    return rf"{pattern}\.?" if dotted and len(phrase) <= _ABBREVIATED else pattern
