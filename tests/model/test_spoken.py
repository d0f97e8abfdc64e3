"""The names that share a word with a sentence: a sentence means the same among them as among all."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits.people import GERMAN_ROWS, GERMAN_RULES, ROWS, RULES, rows_of
from tests.edits.sentences import AS_TYPED, OBJECT, SUBJECT, TEXT_AND_TAGS, TO_AND_FROM, WITH
from tests.edits.test_sentence import TODAY, rows_in
from vaultnet.edits.sentence import parse_sentence
from vaultnet.errors import VaultnetError
from vaultnet.model.rules import Rules
from vaultnet.model.spoken import find_spoken, spoken_words
from vaultnet.model.who import NameRow

FOUND = """
    coffee with Ada                        -> ada lovelace, ada@example.org
    Ada's talk                             -> ada lovelace, ada@example.org
    LOVELACE called                        -> ada lovelace
    mail to ada@example.org                -> ada lovelace, ada@example.org
    lunch with o'brien                     -> zoe o'brien
    lunch with Zoe\u0308                   -> zoe o'brien
    call j                                 -> j. k.
    Kaffee mit Jürgen Mueller              -> jurgen muller
    Kaffee mit Juergen                     -> jurgen muller
    tea with Jean Baptiste                 -> jean-baptiste lacour
    adamant, and in lovelaces              ->
"""
KEYS = "ada lovelace\nada@example.org\nzoe o'brien\nj. k.\njurgen muller\njean-baptiste lacour\njk"
WIDE = (*GERMAN_ROWS, *rows_of("J. K. Ash", "J. K.", "K"), *rows_of("Ärzte Süd", "Æsop"), *rows_of("Björn Å"))


def among_spoken(sentence: str, rows: Sequence[NameRow]) -> list[NameRow]:
    words = spoken_words(sentence)
    assert words is not None
    found = find_spoken("\n".join(row.key for row in rows), words)
    return [row for row in rows if row.key in found]


def answer(sentence: str, rows: Sequence[NameRow], rules: Rules) -> object:
    """What `log` makes of it; of a sentence that cannot be meant only that (it then asks for every name)."""
    try:
        return parse_sentence(sentence, rows, rules, TODAY)
    except VaultnetError as error:
        return type(error)


@pytest.mark.parametrize(("sentence", "expected"), rows_in(FOUND))
def test_names_that_share_a_word_are_found(sentence: str, expected: str) -> None:
    found = find_spoken(KEYS, spoken_words(sentence) or ())
    assert ", ".join(sorted(found)) == expected


@pytest.mark.parametrize("sentence", ["[[Ada]] called", 'met "Bob"', "Adahttps://x.example", "`code`", "aeaeoeue came"])
def test_where_any_name_may_be_meant_no_words_are_told(sentence: str) -> None:
    assert spoken_words(sentence) is None


SENTENCES = [sentence for sentence, _ in rows_in(WITH, SUBJECT, OBJECT, TO_AND_FROM, TEXT_AND_TAGS, AS_TYPED)]
PLAIN = [sentence for sentence in SENTENCES if spoken_words(sentence) is not None]
WORDS = st.sampled_from([
    "coffee", "with", "Kaffee", "mit", "Ada", "ada", "Lovelace", "Bob", "Bobby", "and", "und", "Grace", "hopper", "**Zoe",
    "Zed**", "**Ada Lovelace**", "K", "J.", "j", "k", "JK", "a", "l", "Mueller", "Müller", "Mu\u0308ller", "Juergen",
    "AERZTE", "Süd", "sued", "Æsop", "aesop", "O'Brien's", "O’Brien", "Jean-Baptiste", "ada@example.org", "Anna", "Oma",
    "yesterday", "gestern", "called", "Björn", "bjoern", "Å", "2026-06-14", "Weiss", "WEISS", ",", ":", "-", "#gave", "_ada_",
])  # fmt: skip
GLUE = st.sampled_from([" ", " ", " ", " ", "-", "", ", ", "\u00a0", "\t", "/"])


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_sentence_means_the_same_among_them(sentence: str) -> None:
    assert answer(sentence, among_spoken(sentence, ROWS), RULES) == answer(sentence, ROWS, RULES)


@given(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=8), st.sampled_from([RULES, GERMAN_RULES]))
def test_any_sentence_means_the_same_among_them(pieces: list[tuple[str, str]], rules: Rules) -> None:
    sentence = "".join(word + glue for word, glue in pieces)
    assert answer(sentence, among_spoken(sentence, WIDE), rules) == answer(sentence, WIDE, rules)


@given(st.text(max_size=30), st.text(min_size=1, max_size=12), st.sampled_from(["", " "]))
def test_a_name_of_any_letters_is_found(before: str, name: str, gap: str) -> None:
    rows = rows_of(f"{name} Zed")
    sentence = f"coffee with {name}{gap}{before}"
    if spoken_words(sentence) is not None and "\n" not in rows[0].key:
        assert answer(sentence, among_spoken(sentence, rows), RULES) == answer(sentence, rows, RULES)
