"""What tells that two records mean one person."""

import pytest

from vaultnet.exchange.identity import email_key, linkedin_key, name_key, phone_key, shares_a_name


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Ada-Ex%C3%A4mple/?trk=x", "ada-exämple"),
        ("linkedin.com/in/ada", "ada"),
        ("http://nl.linkedin.com/in/ada/en", "ada"),
        ("https://www.linkedin.com/pub/ada/1/2/3", "ada"),
        ("ada-lovelace", "ada-lovelace"),
        ("https://ada.example", ""),
        ("", ""),
    ],
)
def test_linkedin(url: str, slug: str) -> None:
    assert linkedin_key(url) == slug


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ada <ADA@Example.com>", "ada@example.com"),
        ("mailto:ada@example.com", "ada@example.com"),
        ("/o=Exchange/cn=ada", ""),
        ("ada\u200b@example\x14.com", "ada@example.com"),  # copied from a page, with signs that nobody sees
        ("", ""),
    ],
)
def test_email(text: str, key: str) -> None:
    assert email_key(text) == key


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [
        ("(0)30 123 4567", "DE", "+49301234567"),
        ("+49 30 1234567", "", "+49301234567"),
        ("0049 30 1234567", "NL", "+49301234567"),
        ("tel:+1-202-555-0100;ext=5", "", "+12025550100"),
        ("\u202a+31 6 12345678\u202c", "", "+31612345678"),
        ("030/1234567", "", "0301234567"),
        ("+44 (0)20 7946 0958", "", "+442079460958"),
        ("12", "DE", ""),
        ("ask Ada", "DE", ""),
    ],
)
def test_phone(text: str, country: str, key: str) -> None:
    assert phone_key(text, country) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dr. Lovelace, Ada, PhD", "ada lovelace"),
        ("Lovelace, Ada", "ada lovelace"),
        ("Ada Lovelace, PhD", "ada lovelace"),
        ("Ada Lovelace, MA", "ada lovelace"),
        ("Jack Ma", "jack ma"),
        ("Ada Lovelace (she/her)", "ada lovelace"),
        ("Ada 🚀 LOVELACE", "ada lovelace"),
        ("Mag. (FH) Ada Lovelace MBA", "ada lovelace"),
        ("Zoë  Müller", "zoe muller"),
        ("Ma", "ma"),
        ("Lee, PhD", "lee"),
        ("山本 太郎", "山本 太郎"),
    ],
)
def test_name(name: str, key: str) -> None:
    assert name_key(name) == key


def test_an_address_of_two_is_told_by_the_names() -> None:
    assert shares_a_name("Ada Lovelace", "A. Byron")
    assert shares_a_name("Ada Lovelace", "Lovelace, William")
    assert not shares_a_name("Ada Lovelace", "Charles Babbage")
