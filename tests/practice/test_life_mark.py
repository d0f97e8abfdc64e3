"""Events in somebody's life that call for a word or a hand."""

import pytest

from tests.practice.networks import network, yearly
from tests.practice.people import day, someone
from vaultnet.model.giving import Giving
from vaultnet.model.standing import Standing
from vaultnet.practice.life_mark import build_life_marks, call_of

TODAY = day("2026-06-15")


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("her father died", "condole"),
        ("moving to Graz in August", "help_move"),
        ("moved house", "help_move"),
        ("a new flat in Porto", "help_move"),
        ("Umzug nach Wien", "help_move"),
        ("zieht nach Linz", "help_move"),
        ("broke his leg", "ask"),
        ("moved out after the divorce", "ask"),
        ("birth: Mary is here", "congratulate"),
        ("a moving speech at the wedding", "congratulate"),
    ],
)
def test_what_it_calls_for(words: str, call: str) -> None:
    assert call_of(words) == call


@pytest.mark.parametrize(
    ("ada", "is_marked"),
    [
        (someone("Ada"), True),
        (someone("Ada", last="2026-06-01"), True),
        (someone("Ada", last="2026-06-02"), False),
        (someone("Ada", snooze="2026-09-01"), True),
        (someone("Ada", paused=True), False),
        (someone("Ada", every="never"), False),
        (someone("Ada", status="deceased"), False),
        (someone("Ben"), False),
    ],
)
def test_who_is_marked(ada: Standing, is_marked: bool) -> None:
    giving = Giving(events=(yearly("Ada", "life event", "2026-06-02", "birth: Mary is here"),))
    marks = build_life_marks(giving, network(ada), TODAY)
    assert [(mark.on, mark.call) for mark in marks] == ([(day("2026-06-02"), "congratulate")] if is_marked else [])


def test_the_latest_first_and_nothing_to_come() -> None:
    events = [yearly(name, "life event", when, "a prize") for name, when in
              (("Ada", "2026-06-02"), ("Ben", "2026-06-10"), ("Cy", "2026-06-10"), ("Cy", "2026-06-20"))]  # fmt: skip
    marks = build_life_marks(Giving(events=tuple(events)), network(*map(someone, ("Cy", "Ben", "Ada"))), TODAY)
    assert [mark.contact for mark in marks] == ["People/Ben.md", "People/Cy.md", "People/Ada.md"]
