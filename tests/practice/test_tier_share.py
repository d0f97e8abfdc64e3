"""How much of each tier heard from me in the last half-year."""

from tests.practice.people import day, someone
from vaultnet.practice.tier_share import TierShare, share_by_tier


def test_a_share_a_tier() -> None:
    people = [
        someone("Ada", tier="inner", last="2026-05-01"),
        someone("Ben", tier="inner", last="2025-05-01"),
        someone("Cy", tier="inner", every="never", last="2020-01-01"),
        someone("Dora", tier="wide", paused=True),
        someone("Eve", tier="unknown", last="2026-06-01"),
        someone("Fay"),
    ]
    touches = {"People/Ben.md": [day("2025-05-01")]}
    assert share_by_tier(people, ("inner", "close", "wide"), touches, day("2026-06-15")) == (
        TierShare("inner", 2, 0.5),
        TierShare("", 2, 0.5),
    )
