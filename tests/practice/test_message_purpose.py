"""What a message is for, where nobody says so."""

import pytest

from vaultnet.practice.message_purpose import Occasion, choose_purpose

NOTHING = Occasion("", False, False, False, False)


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [
        (NOTHING, "checkin"),
        (Occasion("condole", True, True, True, True), "condolence"),
        (Occasion("congratulate", True, True, True, True), "birthday"),
        (Occasion("congratulate", False, True, True, True), "thanks"),
        (Occasion("congratulate", False, False, True, True), "follow-up"),
        (NOTHING._replace(life_call="congratulate"), "congratulate"),
        (NOTHING._replace(has_new_position=True), "congratulate"),
        (NOTHING._replace(life_call="ask"), "checkin"),
    ],
)
def test_what_comes_first(occasion: Occasion, expected: str) -> None:
    assert choose_purpose(occasion) == expected
