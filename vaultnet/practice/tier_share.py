"""How much of each tier heard from me in the last half-year (P1): coverage by tier, in one share each.

inner: 8 people, all of them in touch since December; no tier: 4, one of them   ->   inner 1.0, "" 0.25

Only of people who are in the plan: `cadence: never`, paused, snoozed, archived and deceased are in no share.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.standing import Standing
from vaultnet.practice.heard_from import heard_from
from vaultnet.practice.keep_in_touch import in_plan


class TierShare(NamedTuple):
    """One tier, "" for contacts in none; `share` from 0 to 1."""

    name: str
    contacts: int
    share: float


def share_by_tier(
    standings: Iterable[Standing], tiers: Iterable[str], touches: Mapping[str, Sequence[date]], today: date
) -> tuple[TierShare, ...]:
    """The tiers that have somebody, in their order, those in no tier last; `touches` as `heard_from` wants them."""
    members: dict[str, list[Standing]] = {tier: [] for tier in (*tiers, "")}
    for standing in in_plan(standings, today).everyone():
        members[standing.tier if standing.tier in members else ""].append(standing)
    return tuple(
        TierShare(tier, len(people), heard_from(people, touches, today).now or 0.0)
        for tier, people in members.items()
        if people
    )
