"""What comes from another program is cleaned of markup, and of nothing else."""

import pytest

from vaultnet.exchange.cleaning import clean, clean_lines


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  <b>Ada</b>&nbsp;Lovelace\u202c ", "Ada Lovelace"),
        ('<a href="https://x.example">Ada</a><br/>Lovelace', "Ada Lovelace"),
        ("see <https://ada.example/a>", "see <https://ada.example/a>"),
        ("Ada <ada@example.com>", "Ada <ada@example.com>"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ],
)
def test_markup_goes_and_addresses_stay(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_prose_keeps_its_lines() -> None:
    assert clean_lines("<p>One</p><p>Two</p>\r\nthree") == "One\nTwo\n\nthree"
