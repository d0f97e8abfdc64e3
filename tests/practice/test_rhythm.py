from datetime import timedelta

import pytest

from tests.practice.people import day
from vaultnet.practice.rhythm import Rhythm, rhythm_of

TODAY = day("2026-07-01")


@pytest.mark.parametrize(
    ("ago", "rhythm"),
    [
        # Every 30 days or so: drifting after twice that, dormant after twelve times.
        ([60, 90, 120, 150], Rhythm(30, 60, "steady")),
        ([61, 91, 121, 151], Rhythm(30, 61, "drifting")),
        ([359, 389, 419, 449], Rhythm(30, 359, "drifting")),
        ([360, 390, 420, 450], Rhythm(30, 360, "dormant")),
        # Every few days: 14 days are no silence, and three months are not forgotten.
        ([14, 15, 17, 37], Rhythm(2, 14, "steady")),
        ([15, 16, 18, 38], Rhythm(2, 15, "drifting")),
        ([89, 90, 92, 112], Rhythm(2, 89, "drifting")),
        ([90, 91, 93, 113], Rhythm(2, 90, "dormant")),
        # The median, so that one long pause is no rhythm; two touches of one day are one; the future is none.
        ([10, 40, 70, 400], Rhythm(30, 10, "steady")),
        ([10, 10, 40, 70, 100], Rhythm(30, 10, "steady")),
        ([-5, 10, 40, 70, 100], Rhythm(30, 10, "steady")),
        # Only the newest thirteen: long ago it was every day.
        ([*range(10, 400, 30), *range(401, 500)], Rhythm(30, 10, "steady")),
        # Too few, or too close together, to tell.
        ([10, 40, 70], None),
        ([10, 10, 40, 70], None),
        ([10, 12, 20, 30], None),
        ([], None),
    ],
)
def test_the_rhythm_of_a_person(ago: list[int], rhythm: Rhythm | None) -> None:
    assert rhythm_of([TODAY - timedelta(days=days) for days in ago], TODAY) == rhythm
