"""What a terminal would obey, and what would look like another line of an answer, is not shown (promise S8)."""

import pytest

from vaultnet.frontends.cli.output import harmless, harmless_line


@pytest.mark.parametrize(("text", "shown"), [
    ("Ada Lovelace", "Ada Lovelace"),
    ("Zsuzsanna Farkas, Zürich, 東京, 🌊", "Zsuzsanna Farkas, Zürich, 東京, 🌊"),
    ("\x1b[31mred\x1b[0m", "[31mred[0m"),
    ("\x9b31mred", "31mred"),  # the same in one byte
    ("a\rb\x08\x07\x7f", "ab"),
    ("\u202egnp.exe\u2069\u061c", "gnp.exe"),
    ("a\udce9", "a\ufffd"),  # a byte of a file's name that is no UTF-8
    ("two\nlines\tand a tab", "two\nlines\tand a tab"),
])  # fmt: skip
def test_what_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert harmless_line(text) == shown.replace("\n", " ")
