"""How much a tie says, by what it is known from and how long ago that was."""

import pytest

from tests.practice.people import day
from vaultnet.model.tie import Tie
from vaultnet.practice.ties import WEIGHTS, best_ties, tie_weight

TODAY = day("2026-06-15")


def test_the_order_of_what_says_most() -> None:
    assert list(WEIGHTS) == ["knows", "introduced", "met", "linked", "event", "group", "colleague"]
    assert sorted(WEIGHTS.values(), reverse=True) == list(WEIGHTS.values())
    assert all(0 < weight < 1 for weight in WEIGHTS.values())


@pytest.mark.parametrize(
    ("since", "left"),
    [("2026-06-15", 1.0), ("2024-06-15", 0.5), ("2022-06-16", 0.25), ("2026-09-01", 1.0)],
    ids=["today", "two years ago", "four years ago", "to come"],
)
def test_what_is_left_after_a_while(since: str, left: float) -> None:
    assert tie_weight(Tie("Ben", "met", day(since)), TODAY) == pytest.approx(left * WEIGHTS["met"])


def test_what_has_no_day_stays() -> None:
    assert tie_weight(Tie("Ben", "knows", None), TODAY) == WEIGHTS["knows"]


def test_each_person_once_by_what_says_most() -> None:
    ties = (
        Tie("Cy", "group", None, "Runners"),
        Tie("Ben", "met", day("2010-01-01")),
        Tie("Ben", "colleague", None, "Acme"),
        Tie("Abe", "group", None, "Singers"),
    )
    assert [(tie.other, tie.how) for tie in best_ties(ties, TODAY)] == [
        ("Abe", "group"),
        ("Cy", "group"),
        ("Ben", "colleague"),
    ]
