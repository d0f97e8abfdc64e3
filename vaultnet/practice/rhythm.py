"""A person's own rhythm (P1): the usual time between touches, and whether this silence is out of the ordinary.

With four touches or more, over three weeks at least, the rhythm is the median gap. Drifting is a silence of more than
twice the rhythm (but 14 days at least) and less than twelve times (but three months at least): before that it is the
rhythm itself, after it the tie is dormant, and saying "drifting" would be no help (4-practice.md, "Keep in touch";
reference/ecosystem.md 12.3).

    every 30 days or so, silent for 40 days    ->  Rhythm(gap=30, silence=40, state="steady")
    every 30 days or so, silent for 100 days   ->  Rhythm(gap=30, silence=100, state="drifting")
    every 30 days or so, silent for two years  ->  Rhythm(gap=30, silence=730, state="dormant")
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

_TOUCHES_NEEDED = 4
_TOUCHES_SEEN = 13  # the newest ones: a rhythm of ten years ago is not today's
_SHORTEST_SPAN = 21  # days
_DRIFTS_AFTER, _DRIFT_FLOOR = 2, 14  # times the gap, and days at least
_DORMANT_AFTER, _DORMANT_FLOOR = 12, 90


class Rhythm(NamedTuple):
    """`gap` and `silence` in days; `state`: steady, drifting, dormant."""

    gap: int
    silence: int
    state: str


def rhythm_of(touches: Iterable[date], today: date) -> Rhythm | None:
    """The rhythm that the touches show; None when there are too few to tell, or all within a few weeks."""
    days = sorted({day for day in touches if day <= today})[-_TOUCHES_SEEN:]
    if len(days) < _TOUCHES_NEEDED or (days[-1] - days[0]).days < _SHORTEST_SPAN:
        return None
    gap = _median([(later - earlier).days for earlier, later in pairwise(days)])
    silence = (today - days[-1]).days
    return Rhythm(round(gap), silence, _state(gap, silence))


def _median(numbers: list[int]) -> float:
    """Of an even count the mean of the two in the middle. The one of `statistics` loads fractions and decimals too."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(numbers) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _state(gap: float, silence: int) -> str:
    if silence <= max(_DRIFTS_AFTER * gap, _DRIFT_FLOOR):
        return "steady"
    return "drifting" if silence < max(_DORMANT_AFTER * gap, _DORMANT_FLOOR) else "dormant"
