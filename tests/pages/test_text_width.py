"""Widths of texts: never narrower than a font draws them."""

import pytest

from vaultnet.pages.text_width import shorten_to_width, text_width

# As a browser measured them in DejaVu Sans, the widest of the usual sans-serifs: (text, at 12, bold at 14).
MEASURED = [
    ("Ada Ling", 52.03, 68.89),
    ("WMWMWMW", 78.52, 103.56),
    ("Zoë Wójcik", 65.48, 85.91),
    ("Featherstonehaugh", 116.68, 154.47),
    ("Дмитрий Достоевский", 141.79, 180.24),
    ("ЖЩЮШФЫ", 72.76, 97.82),
    ("Παπαδόπουλος", 89.75, 118.19),
    ("山本太郎", 48.0, 56.0),
    ("illiili", 23.34, 33.59),
    ("ÀÁÂÇÑÕÖ", 61.33, 78.3),
    ("żółw ŁĄŻ", 53.85, 70.75),
    ("QGOQCDH", 64.28, 80.81),
    ("@%&—", 44.76, 54.24),
    ("mmmww", 54.7, 69.63),
    ("Łukasz 1234567890", 121.15, 156.48),
]


@pytest.mark.parametrize(("text", "plain", "bold"), MEASURED)
def test_it_is_never_too_narrow(text: str, plain: float, bold: float) -> None:
    assert plain <= text_width(text, 12) <= plain * 1.6
    assert text_width(text, 14, is_bold=True) >= bold


def test_what_takes_no_room() -> None:
    assert text_width("e\u0301\u200d", 10) == text_width("e", 10)
    assert text_width("", 12) == 0


@pytest.mark.parametrize(
    ("text", "shown"), [("Ada", "Ada"), ("Ada Lovelace of Ockham", "Ada Love…"), ("山本太郎山本太郎", "山本太郎山…")]
)
def test_what_is_too_wide_is_cut(text: str, shown: str) -> None:
    assert shorten_to_width(text, 12, 80) == shown
    assert text_width(shown, 12) <= 80
