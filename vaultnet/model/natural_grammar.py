"""The shapes of date phrases, as patterns built from a vocabulary: one rule a shape.

Every repetition is bounded, so that a hostile text takes no more than linear time. A phrase stands alone: no letter,
digit or joining mark may touch it.

    grammar_of("en")             ->  Rule("iso", <2026-05-02>), Rule("day", <yesterday>), Rule("counted_past", ...), ...
    rules_for("lunch today", "en")   ->  Rule("day", <today>): the text has words for no other shape, and no other day
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from vaultnet.model.natural_words import ENGLISH_WORDS, VOCABULARY_BY_LANGUAGE, Vocabulary
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.phrases import can_stand

Kind = Literal["iso", "day", "counted_past", "counted_future", "last", "this", "next", "calendar", "slashed", "weekday"]

_BLANKS = "[ \t\u00a0]{1,3}"
_NO_BLANKS = "[ \t\u00a0]{0,3}"
_NONE = "(?:(?!))"  # matches nowhere
# Letters beyond Latin-1 stand apart: a class with one of them takes as long to compile as thirty words.
_ALONE_BEFORE = r"(?<![\w/.:@#$£'-])(?<!€)(?<!’)(?<!–)"
_ALONE_AFTER = r"(?![\w@#%]|[./:'-]\w|–\w|’\w)"
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
    """A shape of phrase, and what it is."""

    kind: Kind
    pattern: re.Pattern[str]


def vocabulary_of(language: str) -> Vocabulary:
    """The words of a language; those of English where it is not in the table."""
    return VOCABULARY_BY_LANGUAGE.get(language, ENGLISH_WORDS)


def grammar_of(language: str) -> tuple[Rule, ...]:
    """All rules of a language."""
    return tuple(_Shapes(vocabulary_of(language), None).rules(frozenset(_needs_of(language))))


def rules_for(text: str, language: str) -> Iterator[Rule]:
    """Of the rules of a language those that a text has words for, in their order, made of no more phrases than can
    stand in it: to compile all of them takes as long as to read ten sentences.
    """
    there = words_in(text)
    if "[[" in text or _DIGIT.search(text):
        there.update(sign for sign, pattern in _SIGNED.items() if pattern.search(text))
    kinds = frozenset(kind for kind, needs in _needs_of(language).items() if not there.isdisjoint(needs))
    return _Shapes(vocabulary_of(language), text.lower()).rules(kinds) if kinds else iter(())


def words_in(text: str) -> set[str]:
    """In lower case, each once."""
    return set(_WORD.findall(text.lower()))


@lru_cache(maxsize=8)
def _needs_of(language: str) -> dict[Kind, frozenset[str]]:
    """By kind, the first words of the phrases, or the signs, of which one stands in every text that such a rule
    matches: most sentences have words for one shape or none.
    """
    words = vocabulary_of(language)
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


class _Shapes:
    """The rules of a vocabulary, of those of its phrases that can stand in `said`, a text of lower case; of all of them
    where that is None.
    """

    def __init__(self, words: Vocabulary, said: str | None) -> None:
        self._words = words
        self._said = said

    def rules(self, kinds: Collection[Kind]) -> Iterator[Rule]:
        for kind, source in chain(self._relative(), self._named(), self._calendar()):
            if kind in kinds:
                yield Rule(kind, lazy_pattern(f"{_ALONE_BEFORE}(?:{source}){_ALONE_AFTER}", re.IGNORECASE))

    def _relative(self) -> Iterator[tuple[Kind, str]]:
        """`yesterday evening`, `3 weeks ago`, `in 3w`."""
        words = self._words
        count = f"(?P<count>[0-9]{{1,4}}{_NO_BLANKS}|{self._any(words.numbers)}{_BLANKS})"
        length = f"{count}(?P<unit>{self._any(words.units)})"
        yield "day", f"(?P<phrase>{self._any(words.days)}){self._day_part()}"
        if words.ago_before:
            yield "counted_past", f"{self._any(words.ago_before)}{_BLANKS}{length}"
        if words.ago_after:
            yield "counted_past", f"{length}{_BLANKS}{self._any(words.ago_after)}"
        yield "counted_future", f"{self._any(words.ahead)}{_BLANKS}{length}"

    def _named(self) -> Iterator[tuple[Kind, str]]:
        """`last friday`, `next week`, `on friday`."""
        words, weekday, on, day_part = self._words, self._weekday(), self._on(), self._day_part()
        article = f"(?:{self._any(words.articles)}{_BLANKS})?"
        one_of: dict[Kind, frozenset[str]] = {"last": words.last, "this": words.this, "next": words.next}
        for kind, which in one_of.items():
            unit = _NONE if kind == "this" else self._any(words.named_units)  # "this week" is no day
            named = f"{weekday}|(?P<unit>{unit})"
            yield kind, f"{on}{article}{self._any(which)}{_BLANKS}(?:{named}){day_part}"
        yield "weekday", f"{on}{weekday}{day_part}"

    def _calendar(self) -> Iterator[tuple[Kind, str]]:
        """`2 May 2026`, `May 2`, `2.5.`, `5/2`, `2026-05-02`, each also after its weekday."""
        words = self._words
        lead = f"{self._on()}(?:{self._weekday()},?{_BLANKS})?(?:{self._any(words.articles)}{_BLANKS})?"
        day = f"(?P<day>[0-9]{{1,2}}){self._any(words.ordinal_endings)}?"
        month = f"(?P<month>{self._any(words.months, dotted=True)})"
        year = f"(?:,?{_BLANKS}(?P<year>[0-9]{{4}}))?"
        yield "iso", lead + _ISO
        yield "calendar", f"{lead}{day}{_NO_BLANKS}(?:{self._any(words.of)}{_BLANKS})?{month}{year}"
        if words.month_first:
            yield "calendar", f"{lead}{month}{_BLANKS}{day}{year}"
        dotted = rf"(?P<day>[0-9]{{1,2}})\.{_NO_BLANKS}(?P<month>[0-9]{{1,2}})\."
        yield "calendar", f"{lead}{dotted}(?:{_NO_BLANKS}(?P<year>[0-9]{{4}})|(?P<short_year>[0-9]{{2}}))?"
        yield "slashed", lead + _SLASHED

    def _on(self) -> str:
        return f"(?:(?P<on>{self._any(self._words.on)}){_BLANKS})?"

    def _weekday(self) -> str:
        names = {**self._words.weekdays, **self._words.weekdays_short}
        return f"(?P<weekday>{self._any(names, dotted=True)})"

    def _day_part(self) -> str:
        return f"(?:{_BLANKS}{self._any(self._words.day_parts)})?"

    def _any(self, phrases: Collection[str], *, dotted: bool = False) -> str:
        """Any of the phrases that can be there, the longest first; without one, what never matches."""
        said = self._said
        if said is not None:
            phrases = [phrase for phrase in phrases if can_stand(phrase, said)]
        if not phrases:
            return _NONE
        longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        return f"(?:{'|'.join(_phrase(phrase, dotted=dotted) for phrase in longest_first)})"


def _phrase(phrase: str, *, dotted: bool) -> str:
    pattern = _BLANKS.join(map(re.escape, phrase.split(" ")))
    return rf"{pattern}\.?" if dotted and len(phrase) <= _ABBREVIATED else pattern
