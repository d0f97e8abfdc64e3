"""What a day's choice of whom to reach out to rests on: it need not be made again when somebody else was in touch.

    within what a day holds: whoever was looked at, the first of the queue
    beyond it: besides, the tiers as their turns came round, which follows from how many of each had a turn of late

    inner had 9 days of its share of late, wide had 2   ->   wide; then inner's 9 stand against 2 + 1 / share

`turns.py` fills it in; `same_choice.py` asks it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

_LOOK_BACK = 28  # days in which a tier's turns are counted against its share,
_SLOTS_SEEN = 40  # or longer, until so many slots have come by

RecentTurn = tuple[str, float]  # a tier, and for how many days a turn is seen


class Choice:
    """`people`: who was looked at. `shares`: slots a day by tier, none where there are enough for all. `recent`: how
    many of a tier had a turn of late; `pressing`: the tiers in which somebody's turn presses; `rounds`: the tiers as
    they came, each with whether anybody was left in it.
    """

    def __init__(self, people: set[str] | None = None) -> None:
        self.people = set[str]() if people is None else people
        self.shares: Mapping[str, float] = {}
        self.recent = Counter[RecentTurn]()
        self.pressing: Collection[str] = ()
        self.rounds: list[tuple[str, bool]] = []

    def look_back(self) -> float:
        """In days."""
        return max(_LOOK_BACK, _SLOTS_SEEN / (sum(self.shares.values()) or 1))

    def days_had(self) -> dict[str, float]:
        """How many days' worth of its share each tier had of late.

        A contact shows only its newest turn, so short cadences are scaled up.
        """
        look_back = self.look_back()
        turns = dict.fromkeys(self.shares, 0.0)
        for (tier, seen), count in sorted(self.recent.items()):  # sums of floats depend on the order
            turns[tier] += count * look_back / seen
        return {tier: _days_of(turns[tier], share, look_back) for tier, share in self.shares.items()}

    def holds(self) -> bool:
        """True if with the turns that are `recent` now the tiers would come as they did."""
        had, left = self.days_had(), set(self.pressing)
        for tier, was_anybody_left in self.rounds:
            if next_tier(left, had) != tier:
                return False
            if was_anybody_left:
                had[tier] += days_of_a_turn(self.shares[tier])
            else:
                left.remove(tier)
        return True

    def as_plain(self) -> dict[str, Any]:
        """For JSON."""
        recent = [[tier, seen, count] for (tier, seen), count in sorted(self.recent.items())]
        return {
            "people": sorted(self.people),
            "shares": dict(self.shares),
            "recent": recent,
            "pressing": sorted(self.pressing),
            "rounds": self.rounds,
        }


def parse_choice(plain: Mapping[str, Any]) -> Choice:
    """What `as_plain` said."""
    choice = Choice(set(plain["people"]))
    choice.shares, choice.pressing = plain["shares"], plain["pressing"]
    choice.recent = Counter({(tier, seen): count for tier, seen, count in plain["recent"]})
    choice.rounds = [(tier, was_anybody_left) for tier, was_anybody_left in plain["rounds"]]
    return choice


def next_tier(tiers: Iterable[str], had: Mapping[str, float]) -> str:
    """The tier that had least of its share of late."""
    return min(tiers, key=lambda tier: (had[tier], tier))


def days_of_a_turn(share: float) -> float:
    return 1 / share if share else float("inf")


def _days_of(turns: float, share: float, look_back: float) -> float:
    """So many turns as days of the tier's share.

    Half a turn is added, or rounding would favour the small tiers; but not more than half the time, or a tier of one
    would never come.
    """
    one = days_of_a_turn(share)
    return turns * one + min(one, look_back) / 2 if share else one
