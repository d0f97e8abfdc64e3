"""The group or event that comes nearest to somebody, where there is no way yet."""

import pytest

from tests.practice.people import day
from vaultnet.model.gathering_card import GatheringCard
from vaultnet.practice.nearest_gathering import find_nearest

TODAY = day("2026-06-15")


def card(name: str, people: str, when: str = "", organizers: str = "") -> GatheringCard:
    kind = "event" if when else "group"
    return GatheringCard(
        f"{name}.md", name, kind, day(when) if when else None, tuple(people.split()), tuple(organizers.split())
    )


GROUP, FORUM = card("Runners", "zoe ben"), card("Forum", "cy ben", "2026-09-17")


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        ([], None),
        ([card("Choir", "abe")], None),
        ([GROUP], ("Runners", "there", "zoe")),
        ([GROUP, FORUM], ("Forum", "knows", "ben")),
        ([GROUP, card("Last year", "zoe", "2025-06-15")], ("Runners", "there", "zoe")),
        ([card("Open day", "abe", "2026-07-01", "acme"), FORUM], ("Open day", "organizer", "")),
        ([card("B", "zoe", "2026-07-02"), card("A", "zoe", "2026-07-03")], ("B", "there", "zoe")),
        ([card("B", "zoe"), card("A", "zoe")], ("A", "there", "zoe")),
    ],
)
def test_the_nearest(cards: list[GatheringCard], expected: tuple[str, str, str] | None) -> None:
    found = find_nearest({"zoe"}, {"ben"}, {"acme"}, cards, TODAY)
    assert (found and (found.gathering.name, found.why, found.person)) == expected
