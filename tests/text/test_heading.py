import pytest

from vaultnet.text.heading import Heading, fold_heading, heading_text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("## Log", "Log"),
        ("## Log  ", "Log"),
        ("## Log ##", "Log"),
        ("## Log##", "Log##"),
        ("## ##", ""),
        ("#", ""),
        ("# C#", "C#"),
        ("#\tTab\r", "Tab"),
    ],
)
def test_what_a_heading_says(line: str, text: str) -> None:
    assert heading_text(line) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Log", "LOG"),
        ("Interaction **log**", "interaction  log"),
        ("Café", "Cafe\u0301"),
        ("What we said:", "what we said"),
        ("snake_case", "snake case"),
    ],
)
def test_case_punctuation_and_blanks_do_not_tell_headings_apart(one: str, other: str) -> None:
    assert fold_heading(one) == fold_heading(other)


def test_other_words_do() -> None:
    assert fold_heading("Log") != fold_heading("Blog")


def test_a_heading_is_a_plain_value() -> None:
    assert Heading(1, "Ada", 0, 5, 1) == (1, "Ada", 0, 5, 1)
