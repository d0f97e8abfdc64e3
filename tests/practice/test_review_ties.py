"""Who a review names: ties that are cooling, old ones worth reviving, and whom next week's lists will name."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from tests.practice.people import day, someone
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.cooling import cooling_ties
from vaultnet.practice.dormant import dormant_ties
from vaultnet.practice.outreach_ahead import outreach_ahead

TODAY = date(2026, 6, 15)
SETTINGS = Settings()


def tie(name: str, touches: str, **fields: Any) -> tuple[Standing, tuple[Touch, ...]]:
    """`touches`, newest first: "2026-01-10 coffee, 2025-11-02 email"."""
    told = tuple(
        Touch(day(on), "", kind, SETTINGS.kinds[kind].richness, "", "", (), "log", f"People/{name}.md", 1)
        for on, kind in (part.split() for part in touches.split(", ") if part)
    )
    last: dict[str, Any] = {"last": touches[:10]} if touches else {}
    return someone(name, **last, **fields), told


Ties = list[tuple[Standing, tuple[Touch, ...]]]


def touches_of(ties: Ties) -> Mapping[str, tuple[Touch, ...]]:
    return {standing.path: told for standing, told in ties}


def cooling(*ties: tuple[Standing, tuple[Touch, ...]], at_most: int = 5) -> list[str]:
    found = cooling_ties([one for one, _ in ties], touches_of([*ties]), SETTINGS, TODAY, at_most=at_most)
    return [standing.name for standing in found]


def dormant(*ties: tuple[Standing, tuple[Touch, ...]], at_most: int = 5) -> list[str]:
    found = dormant_ties([one for one, _ in ties], touches_of([*ties]), TODAY, at_most=at_most)
    return [standing.name for standing in found]


@pytest.mark.parametrize(
    ("touches", "is_named"),
    [
        ("2026-02-01 email", True),  # cooling by its warmth
        ("2026-05-01 email", False),  # too soon to speak of
        ("2026-04-10 coffee", False),  # still warm
        ("2024-01-10 email", False),  # cold: another matter
        ("2026-04-01 coffee, 2026-03-11 coffee, 2026-02-18 coffee, 2026-01-28 coffee", True),  # drifts from its rhythm
        ("", False),
    ],
)
def test_who_is_cooling(touches: str, is_named: bool) -> None:
    assert (cooling(tie("Ada", touches)) == ["Ada"]) is is_named


def test_the_closest_come_first_then_the_longest_silence_and_only_a_handful() -> None:
    ties = (
        tie("Ben", "2026-01-01 email"),
        tie("Cy", "2026-02-01 email", tier="close"),
        tie("Di", "2025-12-01 email", tier="close"),
        tie("Ed", "2026-02-10 email", tier="inner"),
    )
    assert cooling(*ties) == ["Ed", "Di", "Cy", "Ben"]
    assert cooling(*ties, at_most=2) == ["Ed", "Di"]


def test_nobody_is_named_who_is_in_no_plan() -> None:
    assert (
        cooling(tie("Ada", "2026-02-01 email", every="never"), tie("Ben", "2026-02-01 email", status="archived")) == []
    )
    old = "2024-01-10 coffee, 2023-12-01 coffee, 2023-11-01 call"
    assert dormant(tie("Ada", old, every="never"), tie("Ben", old)) == ["Ben"]


@pytest.mark.parametrize(
    ("touches", "is_named"),
    [
        ("2024-01-10 coffee, 2023-12-01 email, 2023-11-01 call", True),
        ("2024-01-10 email, 2023-12-01 email, 2023-11-01 letter", False),  # they never heard each other's voice
        ("2024-01-10 coffee, 2023-12-01 coffee", False),
        ("2025-09-10 coffee, 2023-12-01 email, 2023-11-01 call", False),  # not so long ago
        ("", False),
    ],
)
def test_which_old_ties_are_worth_reviving(touches: str, is_named: bool) -> None:
    assert (dormant(tie("Ada", touches)) == ["Ada"]) is is_named


def test_the_richest_first_and_ties_by_uid() -> None:
    rich = "2024-01-10 coffee, 2023-12-01 coffee, 2023-11-01 coffee"
    plain = "2024-01-10 coffee, 2023-12-01 email, 2023-11-01 email"
    ties = (tie("Ada", plain), tie("Cy", rich), tie("Ben", rich))
    assert dormant(*ties) == ["Ben", "Cy", "Ada"]
    assert dormant(*ties, at_most=1) == ["Ben"]


def test_the_lists_ahead_name_everybody_once_within_the_budget() -> None:
    people = tuple(someone(f"P{number}", last="2025-11-01") for number in range(9))
    network = Network(people, {}, {})
    found = outreach_ahead(network, SETTINGS, TODAY, TODAY + timedelta(days=6), exclude={"People/P8.md"})
    names = [item.name for items in found.values() for item in items]
    assert sorted(names) == [f"P{number}" for number in range(8)]
    assert [len(items) for items in found.values()] == [2, 2, 2, 2]
    assert list(found) == sorted(found)
