"""The words of a phrase that say what it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.keywords import keywords
from vaultnet.text.plain_words import PLAIN_WORDS


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("someone who can help with grant applications", "en", ["grant", "applications"]),
        ("an expert in cloud-cost control, B2 or better", "en", ["cloud", "cost", "control", "B2", "better"]),
        ("a mentor, mentoring", "en", ["mentor"]),
        ("the 7 of us, on 3 May 2026", "en", []),
        ("jemanden mit Erfahrung im Übersetzen", "de", ["Übersetzen"]),
        ("Hilfe bei der Steuer", "de", ["Steuer"]),
        ("someone who writes German", "de", ["writes", "German"]),
        ("eine Hand in der Not", "de", ["Hand", "Not"]),
        ("une amie", "fr", ["une", "amie"]),
        ("", "en", []),
    ],
)
def test_keywords(text: str, language: str, words: list[str]) -> None:
    assert list(keywords(text, language).values()) == words


@given(st.text())
def test_every_word_is_as_it_was_written(text: str) -> None:
    assert all(word in text for word in keywords(text, "en").values())


def test_the_plain_words_are_folded_and_each_stands_once() -> None:
    assert all(word.isascii() and word == word.lower() for words in PLAIN_WORDS.values() for word in words)
