import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.country import find_country
from vaultnet.model.country_names import COUNTRY_NAMES


@pytest.mark.parametrize(
    ("written", "code"),
    [
        # ISO codes, two letters or three.
        ("DE", "DE"), ("nl", "NL"), ("DEU", "DE"), ("ind", "IN"),
        # English, German, the country's own languages.
        ("Germany", "DE"), ("Deutschland", "DE"), ("Indien", "IN"), ("भारत", "IN"), ("日本", "JP"), ("Éire", "IE"),
        ("Suisse", "CH"), ("Svizzera", "CH"), ("Schweiz", "CH"), ("Österreich", "AT"), ("Türkei", "TR"),
        # As people write: accents, case, dots, the article.
        ("osterreich", "AT"), ("ESPANA", "ES"), ("U.S.A.", "US"), ("the Netherlands", "NL"), ("Holland", "NL"),
        ("St. Lucia", "LC"), ("Cote d’Ivoire", "CI"), ("England", "GB"), ("UK", "GB"), (" Czech  Republic ", "CZ"),
        # No countries.
        ("", None), ("Middle-earth", None), ("Europe", None), ("D", None), ("x" * 500, None),
    ],
)  # fmt: skip
def test_which_country_a_word_means(written: str, code: str | None) -> None:
    assert find_country(written) == code


def test_no_name_means_two_countries() -> None:
    names = [(line.split(" ", 2)[0], line.split(" ", 2)[2].split(", ")) for line in COUNTRY_NAMES.strip().split("\n")]
    wrong = [(name, code, find_country(name)) for code, own in names for name in own if find_country(name) != code]
    assert wrong == []
    assert len({code for code, _ in names}) >= 240


@given(st.text())
def test_any_text_is_a_country_or_none(text: str) -> None:
    assert find_country(text) is None or len(str(find_country(text))) == 2
