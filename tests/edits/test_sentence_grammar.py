"""Patterns made of the words of a sentence: they say of its parts what those of all words say."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import sentences, sentences_de
from vaultnet.edits import sentence_doubt
from vaultnet.edits.sentence_grammar import Grammar, grammar_of
from vaultnet.model.natural_date import LOOK_ALIKE
from vaultnet.model.natural_grammar import grammar_of as dates_of
from vaultnet.model.natural_grammar import rules_for
from vaultnet.model.rules import Rules, build_rules
from vaultnet.model.settings import Settings
from vaultnet.model.settings_language import default_settings
from vaultnet.text.phrases import as_said

TABLES = [value for table in (sentences, sentences_de) for value in vars(table).values() if isinstance(value, str)]
LINES = [line.partition("->")[0].strip() for table in TABLES for line in table.splitlines()]
WORDS = sorted({word for line in LINES for word in re.findall(r"[\w'’-]+|[^\w\s]", line)})
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=8).flatmap(
    lambda words: st.sampled_from([" ", "", "  "]).map(lambda gap: gap.join(words))
)
PATTERNS = [name for name in vars(Grammar) if not name.startswith("_")]
DOUBTS = [name for name in vars(sentence_doubt.Patterns) if not name.startswith("_")]
WHOLE = {language: (grammar_of(language), sentence_doubt.Patterns(language)) for language in ("en", "de")}
RULES: dict[str, Rules] = {"en": build_rules(Settings()), "de": build_rules(default_settings("de"))}


def assert_same(own: re.Pattern[str], whole: re.Pattern[str], part: str) -> None:
    assert [repr(match) for match in own.finditer(part)] == [repr(match) for match in whole.finditer(part)]
    for begin in (0, len(part) // 2):
        assert said_by(own.match(part, begin)) == said_by(whole.match(part, begin))
    assert said_by(own.fullmatch(part)) == said_by(whole.fullmatch(part))


def said_by(match: re.Match[str] | None) -> tuple[object, ...] | None:
    return (match.span(), match.groupdict()) if match else None


def assert_read_alike(text: str, begin: int, end: int, language: str) -> None:
    part, (grammar, doubts) = text[begin:end], WHOLE[language]
    own, own_doubts = grammar_of(language, text), sentence_doubt.Patterns(language, text)
    for name in PATTERNS:
        assert_same(getattr(own, name), getattr(grammar, name), part)
    for name in DOUBTS:
        assert_same(getattr(own_doubts, name), getattr(doubts, name), part)
    assert_same(RULES[language].for_text(text).kind_pattern, RULES[language].kind_pattern, part)
    assert RULES[language].for_text(text).find_kind(part) == RULES[language].find_kind(part)


def dates(text: str, language: str, *, of_all: bool) -> list[tuple[object, ...]]:
    rules = dates_of(language) if of_all else rules_for(text, language)
    return [(rule.kind, match.span(), match.groupdict()) for rule in rules for match in rule.pattern.finditer(text)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_sentences_are_read_as_by_the_patterns_of_all_words(language: str) -> None:
    assert {"accompanied", "break_", "time"} <= set(PATTERNS)
    assert {"plan", "denied"} <= set(DOUBTS)
    for line in LINES[::5]:
        assert_read_alike(line, 0, len(line), language)
        assert_read_alike(line, 0, line.rfind(" ") + 1, language)
        plain = line.translate(LOOK_ALIKE)
        assert dates(plain, language, of_all=False) == dates(plain, language, of_all=True)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20), st.sampled_from(["en", "de"]))
def test_any_words_are_read_as_by_the_patterns_of_all(text: str, begin: int, less: int, language: str) -> None:
    assert_read_alike(text, begin, len(text) - less, language)


@given(TEXTS, st.sampled_from(["en", "de"]))
def test_any_dates_are_read_as_by_the_patterns_of_all_words(text: str, language: str) -> None:
    plain = text.translate(LOOK_ALIKE)
    assert dates(plain, language, of_all=False) == dates(plain, language, of_all=True)


def test_letters_that_are_the_same_without_case_are_found() -> None:
    for number in range(0x250):  # all that may stand in a word of a language with a table, and what looks like them
        letter = chr(number)
        for other in {*map(chr, range(0x250)), "\u017f", "\u1e9e", "\u212a", "\u212b"}:
            same = unicodedata.category(other)[0] == "L" and re.fullmatch(re.escape(letter), other, re.IGNORECASE)
            assert not same or as_said(letter) == as_said(other), (letter, other)


@pytest.mark.parametrize(
    "text", ["coffee wıth ada", "coffee WİTH ada", "ada ſaid", "coffee w/ ada", "herewith", "& ada"]
)
def test_odd_letters_are_read_as_by_the_patterns_of_all_words(text: str) -> None:
    assert_read_alike(text, 0, len(text), "en")
