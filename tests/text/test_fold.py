"""How names, words and keys are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.fold import fold, fold_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Ada \t Lovelace ", "ada lovelace"),
        ("Tomás VIDAL", "tomas vidal"),
        ("Toma\u0301s", "tomas"),
        ("Søren Łęcki", "soren lecki"),
        ("Großmann", "grossmann"),
        ("Œuvre Æsir", "oeuvre aesir"),
        ("Leyla Aydın", "leyla aydin"),
        ("ＦＵＬＬ width", "full width"),
        ("Δ", "δ"),
        ("山田", "山田"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("key", ["introduced-by", "Introduced_By", "introduced by", "INTRODUCEDBY"])
def test_fold_key(key: str) -> None:
    assert fold_key(key) == "introducedby"
