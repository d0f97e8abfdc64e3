"""The known word that was probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.nearest import nearest

KNOWN = ("people", "minutes", "days", "heading")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("people", "people"),
        ("PEOPLE", "people"),
        ("peple", "people"),
        ("poeple", "people"),
        ("minute", "minutes"),
        ("dais", "days"),
        ("headnig", "heading"),
        ("zzz", ""),
        ("d", ""),
        ("", ""),
    ],
)
def test_nearest(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


def test_nothing_known() -> None:
    assert nearest("people", ()) == ""


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_known_word_is_its_own_nearest_and_an_answer_is_always_known(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, ""}
    assert nearest(word, [*known, word]).lower() == word.lower()
