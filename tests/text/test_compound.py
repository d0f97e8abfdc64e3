"""German compounds, parted where another text of the vault knows a part."""

import pytest

from vaultnet.text.compound import split_compound


@pytest.mark.parametrize(
    ("word", "language", "known", "parts"),
    [
        ("Hochwassermodellen", "de", {"hochwas", "model"}, ("hochwas", "model")),
        ("Schulkonzert", "de", {"konzert"}, ("schul", "konzert")),
        ("Klavierunterricht", "de", {"klav"}, ("klav", "unterricht")),
        ("Mietvertrag", "de", {"garten"}, ()),
        ("Konzert", "de", {"konzert"}, ()),
        ("Garten", "de", {"garten"}, ()),
        ("Rennrad", "de", {"rad"}, ()),
        ("floodplain", "en", {"flood", "plain"}, ()),
    ],
)
def test_compounds(word: str, language: str, known: set[str], parts: tuple[str, ...]) -> None:
    assert split_compound(word, language, known) == parts
