"""The command line's own words for the practice's values: lengths of time, states, kinds.

gap_words(Gap(7, "month"))   ->   "7 months"        when_words(date(2026, 6, 18), date(2026, 6, 15))  ->  "in 3 days"
"""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaultnet.model.dates import Gap


def gap_words(gap: "Gap") -> str:
    count = abs(gap.count)
    return f"{count} {gap.unit}{'' if count == 1 else 's'}"


def when_words(day: date, today: date) -> str:
    """A day as seen from today: "today", "tomorrow", "in 3 weeks", "2 months ago"."""
    from vaultnet.model.dates import Gap, describe_gap

    gap = describe_gap(day, today)
    if gap.count == 0:
        return "today"
    if gap == Gap(1, "day"):
        return "yesterday"
    if gap == Gap(-1, "day"):
        return "tomorrow"
    return f"in {gap_words(gap)}" if gap.count < 0 else f"{gap_words(gap)} ago"


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 contact`, `2 contacts`, `3 people` (with many="people")."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
