"""Patterns that look for their words first: they say what they would say if they were compiled and asked at once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import sentences, sentences_de
from vaultnet.edits import sentence_doubt
from vaultnet.edits.sentence_grammar import grammar_of
from vaultnet.text.lazy_pattern import WordedPattern, worded_pattern

TABLES = [value for table in (sentences, sentences_de) for value in vars(table).values() if isinstance(value, str)]
LINES = [line.partition("->")[0].strip() for table in TABLES for line in table.splitlines()]
WORDS = sorted({word for line in LINES for word in re.findall(r"[\w'’-]+|[^\w\s]", line)})
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=8).flatmap(
    lambda words: st.sampled_from([" ", "", "  "]).map(lambda gap: gap.join(words))
)


# They are only asked to match at the beginning of a clause, and do not look at what stands before it.
MATCHED_ONLY = {"intent", "question", "left"}


def worded_patterns(language: str) -> dict[str, WordedPattern]:
    both = {**grammar_of(language)._asdict(), **sentence_doubt._patterns(language)._asdict()}
    return {name: pattern for name, pattern in both.items() if isinstance(pattern, WordedPattern)}


def assert_same(name: str, pattern: WordedPattern, text: str) -> None:
    compiled = pattern.compiled()
    for begin in (0, len(text) // 2):
        assert repr(pattern.match(text, begin)) == repr(compiled.match(text, begin))
        if name not in MATCHED_ONLY:
            assert repr(pattern.search(text, begin)) == repr(compiled.search(text, begin))
    assert repr(pattern.fullmatch(text)) == repr(compiled.fullmatch(text))


@pytest.mark.parametrize("language", ["en", "de"])
def test_sentences_are_read_as_by_the_patterns_themselves(language: str) -> None:
    patterns = worded_patterns(language)
    assert patterns.keys() >= {"accompanied", "acted_on", "plan", "denied"}
    for line in LINES:
        cut = line[: len(line) * 2 // 3].rpartition(" ")[0] + " "  # what stands before a name
        for name, pattern in patterns.items():
            assert_same(name, pattern, line)
            assert_same(name, pattern, cut)


@given(TEXTS, st.sampled_from(["en", "de"]))
def test_any_words_are_read_as_by_the_patterns_themselves(text: str, language: str) -> None:
    for name, pattern in worded_patterns(language).items():
        assert_same(name, pattern, text)


@pytest.mark.parametrize("text", ["wıth ada", "WİTH ada", "ſaid", "with", "w/ ada", "herewith", "with_it", "& ada"])
def test_letters_that_are_the_same_without_case_are_found(text: str) -> None:
    for phrases in (("with", "w/"), ("said",), ("&", "with")):
        source = "|".join(map(re.escape, phrases))
        pattern = worded_pattern(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE, phrases)
        assert repr(pattern.search(text)) == repr(re.compile(pattern.pattern, re.IGNORECASE).search(text))
