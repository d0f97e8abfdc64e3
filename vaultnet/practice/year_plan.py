"""The year of the whole network: how many touches each month brings, of which kinds, and what there is to post.

build_year_plan(plans, 2027).months[11]   ->   Month(month=12, touches=31, kinds={"card": 14, "call": 9, ...})
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from vaultnet.practice.anniversaries import POSTED
from vaultnet.practice.planned_day import PlannedTouch
from vaultnet.practice.touch_plan import TouchPlan


class Month(NamedTuple):
    """`kinds`: how many of each kind, the most frequent first."""

    month: int
    touches: int
    kinds: dict[str, int]


class YearPlan(NamedTuple):
    """The twelve months of the planned touches; `posted` are those that go by post for a day, by the day they must go:
    (path, touch).
    """

    year: int
    months: tuple[Month, ...]
    posted: tuple[tuple[str, PlannedTouch], ...]


def build_year_plan(plans: Iterable[TouchPlan], year: int) -> YearPlan:
    """Count the plans of one year; no number stands beside a person (P5)."""
    counts: dict[int, Counter[str]] = {month: Counter() for month in range(1, 13)}
    posted: list[tuple[str, PlannedTouch]] = []
    for plan in plans:
        for touch in plan.planned:
            counts[touch.day.month][touch.kind] += 1
            if touch.kind in POSTED and touch.on is not None:
                posted.append((plan.contact, touch))
    months = tuple(Month(month, kinds.total(), _ranked(kinds)) for month, kinds in counts.items())
    return YearPlan(year, months, tuple(sorted(posted, key=lambda entry: (entry[1].day, entry[0], entry[1].reason))))


def _ranked(kinds: Counter[str]) -> dict[str, int]:
    return dict(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0])))
