"""Names of organizations: what is one, what is another, and what is only a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.organization_name import has_legal_form, match_names, normalise_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Tidemark Risk", "tidemark risk"),
        ("Tidemark Risk B.V.", "tidemark risk"),
        ("TIDEMARK RISK BV", "tidemark risk"),
        ("The Café Noir N.V.", "cafe noir"),
        ("Graufels Versicherung AG", "graufels versicherung"),
        ("Foo GmbH & Co. KG", "foo"),
        ("Foo mbH", "foo"),
        ("Foo UG (haftungsbeschränkt)", "foo"),
        ("Verein der Freunde e.V.", "verein der freunde"),
        ("Verein der Freunde e. V.", "verein der freunde"),
        ("ACME, Inc.", "acme"),
        ("Acme Pty Ltd", "acme"),
        ("Smith & Company", "smith"),
        ("Smith and Sons Ltd.", "smith and sons"),
        ("Smith + Sons", "smith and sons"),
        ("L'Oréal S.A.", "loreal"),
        ("L’Oréal", "loreal"),
        ("Generali S.p.A.", "generali"),
        ("Maersk A/S", "maersk"),
        ("Bar Sp. z o.o.", "bar"),
        ("Baz s.r.o.", "baz"),
        ("Booking.com", "booking com"),
        ("Groene-Kade", "groene kade"),
        ("Łódź Woda", "lodz woda"),
        ("The Company", "company"),
        ("AG", "ag"),
        ("B.V.", "bv"),
        ("山本商事", "山本商事"),
        ("", ""),
        ("!!", ""),
    ],
)
def test_what_is_left_of_a_name(name: str, plain: str) -> None:
    assert normalise_name(name) == plain


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Tidemark Risk", "Tidemark Risk", "exact"),
        ("tidemark  RISK", "Tidemark Risk", "exact"),
        ("Fjordlýs Kapital", "Fjordlys Kapital", "exact"),
        ("Tidemark Risk B.V.", "Tidemark Risk", "normalised"),
        ("The Tidemark Risk Ltd", "Tidemark Risk GmbH", "normalised"),
        ("Tidemark", "Tidemark Risk", "similar"),
        ("Keizersveld", "Keizersveld Bank N.V.", "similar"),
        ("Keizersfeld Bank", "Keizersveld Bank", "similar"),
        ("Keizersvled Bank", "Keizersveld Bank", "similar"),
        ("Keizersveld Bnak", "Keizersveld Bank", ""),  # too short a word to tell a slip from another one
        ("Brihgtquay Softwrae", "Brightquay Software", "similar"),
        ("Groenekade", "Groene Kade", "similar"),
        ("Corvane Analytics", "Corvane Re", ""),
        ("Corvane Re", "Corvane Rx", ""),
        ("Chifenger Risk", "Chiderger Risk", ""),
        ("Bank", "Bank of the West", ""),
        ("University", "University of Graz", ""),
        ("Acme", "Acne", ""),
        ("Risk", "Tidemark Risk", ""),
        ("", "", ""),
        ("!!", "??", ""),
        ("Oakmere", "", ""),
    ],
)
def test_two_names(one: str, other: str, match: str) -> None:
    assert match_names(one, other) == match
    assert match_names(other, one) == match


@given(st.text(max_size=60))
def test_what_is_plain_stays_plain(name: str) -> None:
    plain = normalise_name(name)
    assert normalise_name(plain) == plain


@given(st.text(min_size=1, max_size=60), st.sampled_from(["B.V.", "GmbH", "Ltd.", "AG", ", Inc.", "S.A."]))
def test_a_legal_form_makes_no_other_organization(name: str, form: str) -> None:
    if normalise_name(name):
        assert match_names(f"{name} {form}", name) in {"exact", "normalised"}


def test_a_name_that_is_prose_is_only_folded() -> None:
    prose = "The " + "long " * 60
    assert normalise_name(prose).startswith("the long")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Acme B.V.", True), ("Foo GmbH & Co. KG", True), ("Acme", False), ("Ada Example", False), ("GmbH", False)],
)
def test_a_legal_form_stands_at_the_end_of_a_company(name: str, *, is_one: bool) -> None:
    assert has_legal_form(name) is is_one
