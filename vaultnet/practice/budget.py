"""The budget (P2): what a day can hold, what the network needs, and how tiers share what there is.

    people 2, minutes 10, 4.5 minutes a touch  ->  2 a day            capacity
    312 contacts, every 6 months each          ->  2.4 a day          need: the sum of 1 / ideal
    need 3 : 3 : 9, weights 4 : 2 : 1, 10 a day  ->  3 : 3 : 4        nobody takes more than they need

Capacity and load are those of 4-practice.md, "Budget".
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import usual_days
from vaultnet.practice.outreach_kind import usual_minutes

_WEEK = 7


class Need(NamedTuple):
    """What some contacts ask for: how many they are, touches a day, and minutes a day, weekends included."""

    contacts: int = 0
    touches: float = 0.0
    minutes: float = 0.0

    @property
    def minutes_a_touch(self) -> float:
        return self.minutes / self.touches if self.touches else 0.0


class Purse(NamedTuple):
    """What is left of a day. The first item always fits: a letter must not wait for a longer day for ever."""

    people: int
    minutes: int
    is_untouched: bool = True

    def holds(self, minutes: int) -> bool:
        """True when one more item of so many minutes passes neither limit."""
        return self.people > 0 and (self.is_untouched or minutes <= self.minutes)

    def less(self, minutes: int) -> "Purse":
        """What is left after one more item."""
        return Purse(self.people - 1, self.minutes - minutes, is_untouched=False)


def need_by_tier(standings: Collection[Standing], settings: Settings) -> dict[str, Need]:
    """The sum of 1 / ideal for every tier. Contacts in none are together in a tier named ""."""
    counts = _count_alike(standings)
    minutes_by_channel = {channel: usual_minutes(channel, settings.kinds) for _, _, channel in counts}
    needs: dict[str, Need] = {}
    for (tier_name, days_between, channel), contacts in counts.items():
        tier = tier_name if tier_name in settings.tiers else ""
        touches, before = contacts / days_between, needs.get(tier, Need())
        minutes = touches * minutes_by_channel[channel]
        needs[tier] = Need(before.contacts + contacts, before.touches + touches, before.minutes + minutes)
    return needs


def total_need(needs: Iterable[Need]) -> Need:
    """The need of the whole network."""
    contacts, touches, minutes = 0, 0.0, 0.0
    for need in needs:
        contacts, touches, minutes = contacts + need.contacts, touches + need.touches, minutes + need.minutes
    return Need(contacts, touches, minutes)


def people_a_day(settings: Settings, minutes_a_touch: float) -> float:
    """How many people an agenda day holds: min(people, minutes / mean minutes)."""
    people, minutes = settings.agenda.people, settings.agenda.minutes
    by_time = max(minutes / minutes_a_touch, min(people, 1)) if minutes_a_touch else people
    return min(people, by_time)


def capacity(settings: Settings, minutes_a_touch: float) -> float:
    """Touches a day, weekends included, as the need is counted."""
    return people_a_day(settings, minutes_a_touch) * len(settings.agenda.days) / _WEEK


def share_slots(need: Mapping[str, float], weight: Mapping[str, int], slots: float) -> dict[str, float]:
    """Share slots by weight; a tier never takes more than it needs, and its spare goes to the others."""
    shares: dict[str, float] = {}
    open_tiers = sorted(need)
    while open_tiers:
        unit = slots / (sum(weight[tier] for tier in open_tiers) or 1)
        content = [tier for tier in open_tiers if need[tier] <= weight[tier] * unit]
        if not content:
            return shares | {tier: weight[tier] * unit for tier in open_tiers}
        shares |= {tier: need[tier] for tier in content}
        slots -= sum(need[tier] for tier in content)
        open_tiers = [tier for tier in open_tiers if tier not in shares]
    return shares


def weight_of(tier: str, settings: Settings) -> int:
    """A tier's weight; contacts in no tier count like the lightest one."""
    known = settings.tiers.get(tier)
    return known.weight if known else min((each.weight for each in settings.tiers.values()), default=1)


def _count_alike(standings: Collection[Standing]) -> dict[tuple[str, float, str], int]:
    """How many contacts share tier, ideal and channel: a network has thousands of people and few of these."""
    cadences = {id(standing.cadence): standing.cadence for standing in standings}  # hashing each would take longer
    by_object = Counter([(standing.tier, id(standing.cadence), standing.channel) for standing in standings])
    counts: Counter[tuple[str, float, str]] = Counter()
    for (tier, identity, channel), contacts in by_object.items():
        counts[tier, usual_days(cadences[identity]), channel] += contacts
    return dict(sorted(counts.items()))  # sums of floats depend on the order: it must not be the input's
