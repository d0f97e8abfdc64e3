from datetime import date, timedelta

import pytest

from tests.practice.people import day
from vaultnet.model.network import Touch
from vaultnet.model.settings import DEFAULT_KINDS
from vaultnet.practice.warmth import heat_of, warmth_of

TODAY = day("2026-07-01")


def touch(on: date, kind: str) -> Touch:
    return Touch(on, "", kind, 0, "", "", (), "log", "People/Ada.md", 1)


@pytest.mark.parametrize(
    ("touches", "word"),
    [
        ([], "new"),
        ([(-1, "coffee")], "new"),  # tomorrow's coffee has not warmed anybody
        ([(0, "email")], "warm"),
        ([(1, "email")], "cooling"),
        ([(270, "coffee")], "warm"),
        ([(300, "coffee")], "cooling"),
        ([(360, "email")], "cooling"),
        ([(361, "email")], "cold"),
        ([(10, "mention")], "cold"),
        ([(100, "")], "cooling"),  # `last-contact`: nobody knows what it was
        ([(180 * times, "email") for times in range(8)], "warm"),
        ([(285 + 15 * times, "coffee") for times in range(20)], "warm"),
        ([(300 + 15 * times, "coffee") for times in range(20)], "cooling"),
        ([(660 + 15 * times, "coffee") for times in range(20)], "cold"),
        ([(10, "mention"), *((300 + 15 * times, "coffee") for times in range(20))], "cooling"),
    ],
)
def test_warmth_in_words(touches: list[tuple[int, str]], word: str) -> None:
    dated = [touch(TODAY - timedelta(days=ago), kind) for ago, kind in touches]
    assert warmth_of(dated, DEFAULT_KINDS, TODAY) == word


def test_half_of_it_is_gone_in_half_a_year() -> None:
    touches = [touch(TODAY - timedelta(days=180), "coffee"), touch(TODAY, "call")]
    assert heat_of(touches, DEFAULT_KINDS, TODAY) == heat_of(touches[::-1], DEFAULT_KINDS, TODAY) == 3.5
