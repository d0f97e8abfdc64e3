"""Ties (P6): how much it says that two people know each other, by what it is known from and how long ago that was.

Ravi: knows "[[Annelies Vroom]]"                 ->  0.8
Ravi and Annelies at one meeting, two years ago  ->  0.3   half of what it was
both at Waterlijn Instituut                      ->  0.2   colleagues often know no more than a name
"""

from collections.abc import Mapping
from datetime import date

from vaultnet.model.tie import Tie

# Below 1, so that no detour is worth more than the straight way. Only their order shows: in words, never as numbers.
WEIGHTS: Mapping[str, float] = {
    "knows": 0.8,  # somebody wrote it down
    "introduced": 0.7,
    "met": 0.6,  # a meeting of a few
    "linked": 0.3,  # the note of one of them names the other
    "event": 0.3,
    "group": 0.3,
    "colleague": 0.2,
}
_HALF_LIFE = 730  # days: acquaintance outlives warmth, which halves in 180


def tie_weight(tie: Tie, today: date) -> float:
    """Between 0 and 1: by what the tie is known from; half of it is gone in two years where a day is known."""
    age = max((today - tie.day).days, 0) if tie.day else 0
    return WEIGHTS[tie.how] * float(2 ** (-age / _HALF_LIFE))


def best_ties(ties: tuple[Tie, ...], today: date) -> tuple[Tie, ...]:
    """Each person once, by what says most; the strongest tie first, equal ones by path."""
    best: dict[str, Tie] = {}
    for tie in sorted(ties, key=lambda tie: (-tie_weight(tie, today), tie.other, tie.how, tie.at)):
        best.setdefault(tie.other, tie)
    return tuple(best.values())
