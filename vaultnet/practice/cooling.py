"""Who is cooling (P1, P15): the few ties that a review names before they are cold, the closest first.

close, last coffee five months ago, warmth cooling       ->  named
usually every three weeks, silent for three months       ->  named: a longer silence than the two are used to
never, paused, snoozed, archived                         ->  not named
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from vaultnet.model.network import Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.rhythm import rhythm_of
from vaultnet.practice.warmth import warmth_of

_TOO_SOON = timedelta(days=60)  # whoever was in touch since then is not cooling, whatever the sums say


def cooling_ties(
    standings: Sequence[Standing],
    touches: Mapping[str, Sequence[Touch]],
    settings: Settings,
    today: date,
    *,
    at_most: int,
) -> tuple[Standing, ...]:
    """Ties that are cooling, or drifting from their own rhythm: the closest tier first, then the longest silence."""
    tiers = {tier: number for number, tier in enumerate(settings.tiers)}
    waiting = [
        standing
        for standing in standings
        if standing.last and today - standing.last > _TOO_SOON and not out_reason(standing, today)
    ]
    waiting.sort(key=lambda one: (tiers.get(one.tier, len(tiers)), one.last, one.uid, one.path))
    found: list[Standing] = []
    for standing in waiting:
        if len(found) == at_most:
            break
        if _is_cooling(touches[standing.path], settings, today):
            found.append(standing)
    return tuple(found)


def _is_cooling(touches: Sequence[Touch], settings: Settings, today: date) -> bool:
    if warmth_of(touches, settings.kinds, today) == "cooling":
        return True
    rhythm = rhythm_of((touch.day for touch in touches), today)
    return rhythm is not None and rhythm.state == "drifting"
