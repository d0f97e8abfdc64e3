"""Help first: a quiet word before the next ask, where nothing was given within a year."""

import pytest

from tests.practice.people import day
from vaultnet.model.network import Touch
from vaultnet.practice.help_first import HelpFirst, help_first, was_given

TODAY = day("2026-06-15")
NEEDS = ("a speaker",)


def touch(line: str) -> Touch:
    """`touch("2026-03-02 email to asked")`: a day, a kind, a direction (`-` for none), tags."""
    when, kind, direction, *tags = line.split()
    return Touch(day(when), "", kind, 1, direction.strip("-"), "", tuple(tags), "log", "People/Ada.md", 1)


@pytest.mark.parametrize(
    ("touches", "asked"),
    [
        (["2026-03-02 email to asked"], "2026-03-02"),
        (["2026-03-02 email to asked", "2026-05-02 call - asked"], "2026-05-02"),
        (["2026-03-02 email to asked", "2026-04-01 email to gave"], None),
        (["2025-12-01 email to gave", "2026-03-02 email to asked"], None),
        (["2026-03-02 email to asked", "2026-04-01 help -"], None),
        (["2026-03-02 email to asked", "2026-04-01 introduction -"], None),
        (["2026-03-02 email to asked", "2026-04-01 introduction - received"], "2026-03-02"),
        (["2026-03-02 email to asked", "2026-04-01 gift from"], "2026-03-02"),
        (["2026-03-02 email to asked", "2026-04-01 coffee -"], "2026-03-02"),
        (["2025-06-15 email to asked"], None),  # more than a year ago
        (["2025-06-16 email to asked"], "2025-06-16"),
        (["2024-06-16 email to gave", "2026-03-02 email to asked"], "2026-03-02"),
        (["2026-03-02 email from asked"], None),  # they asked me
        (["2026-07-02 email to asked"], None),  # a day to come
        ([], None),
    ],
)
def test_help_first(touches: list[str], asked: str | None) -> None:
    hint = HelpFirst(day(asked), NEEDS) if asked else None
    assert help_first(map(touch, touches), TODAY, NEEDS) == hint
    assert help_first(map(touch, reversed(touches)), TODAY, NEEDS) == hint


@pytest.mark.parametrize(
    ("touches", "given"),
    [
        (["2026-04-01 email to gave"], True),
        (["2026-04-01 help -", "2026-03-02 email to asked"], True),
        (["2025-06-15 email to gave"], False),  # more than a year ago
        (["2026-04-01 gift from"], False),
        (["2026-04-01 coffee -"], False),
        ([], False),
    ],
)
def test_whether_something_was_given_within_a_year(touches: list[str], *, given: bool) -> None:
    assert was_given(map(touch, touches), TODAY) is given
