"""The practice in figures (P15): touches by week and by month, their kinds, the list, what was given and answered.

build_stats(network, touch_days, settings, date(2025, 6, 16), date(2026, 6, 15))
->  Stats(weeks=(Week(...), ...), months=(Month(...), ...), kinds=(("email", 45), ...), tiers=(...), replies=(...), ...)

Everything is of the whole network; nothing is told of one person (P5).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import days_in_month
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import Settings
from vaultnet.practice.growth import Growth, build_growth
from vaultnet.practice.reply_rate import ReplyRate, reply_rates
from vaultnet.practice.steadiness import Steadiness, Week, read_steadiness, touches_by_week
from vaultnet.practice.tier_share import TierShare, share_by_tier

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or the part of it that was looked at: touches by richness, tags of the exchange, who became known in it,
    and how many were known at its end.
    """

    first: date
    in_person: int
    live: int
    written: int
    gave: int
    received: int
    asked: int
    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Stats:
    """From `first` to `until`. `kinds` are the most frequent first; `undated` of the list became known on no day that a
    note tells; `pattern` is that of the weeks.
    """

    first: date
    until: date
    weeks: tuple[Week, ...]
    months: tuple[Month, ...]
    kinds: tuple[tuple[str, int], ...]
    tiers: tuple[TierShare, ...]
    undated: int
    replies: tuple[ReplyRate, ...]
    pattern: Steadiness

    @property
    def touches(self) -> int:
        """All but broadcasts and bare mentions."""
        return sum(week.touches for week in self.weeks)


def build_stats(
    network: Network, touch_days: Mapping[str, Sequence[date]], settings: Settings, first: date, until: date
) -> Stats:
    """The figures of a stretch; `network` is that of its last day, and so are the days of all touches by path."""
    histories = [
        network.touches[standing.path] for standing in network.standings if standing.last and standing.last >= first
    ]
    touches = [touch for history in histories for touch in history if first <= touch.day <= until]
    weeks = touches_by_week(((touch.day, touch.richness) for touch in touches), first, until)
    growth = build_growth(network.standings, touch_days)
    return Stats(
        first=first,
        until=until,
        weeks=weeks,
        months=tuple(_months(touches, growth, first, until)),
        kinds=touches_by_kind(touches),
        tiers=share_by_tier(network.standings, settings.tiers, touch_days, until),
        undated=growth.undated,
        replies=reply_rates(histories, settings.ladder, network.working_days, first, until),
        pattern=read_steadiness(weeks),
    )


def touches_by_kind(touches: Sequence[Touch]) -> tuple[tuple[str, int], ...]:
    """(kind, touches), the most frequent first; a broadcast or a bare mention is none."""
    kinds = Counter(touch.kind for touch in touches if touch.kind and touch.richness)
    return tuple(sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0])))


def months_between(first: date, until: date) -> Iterator[tuple[date, date]]:
    """The first and last day of each month, and of the parts of one at both ends."""
    start = first
    while start <= until:
        end = min(start.replace(day=days_in_month(start.year, start.month)), until)
        yield start, end
        if end == until:
            return
        start = end + _A_DAY


def _months(touches: Sequence[Touch], growth: Growth, first: date, until: date) -> Iterator[Month]:
    by_month: dict[tuple[int, int], list[Touch]] = {}
    for touch in touches:
        by_month.setdefault((touch.day.year, touch.day.month), []).append(touch)
    for start, end in months_between(first, until):
        told = by_month.get((start.year, start.month), [])
        (sums,) = touches_by_week(((start, touch.richness) for touch in told), start, start)
        tags = Counter(tag for touch in told for tag in touch.tags)
        yield Month(
            first=start,
            in_person=sums.in_person,
            live=sums.live,
            written=sums.written,
            gave=tags["gave"],
            received=tags["received"],
            asked=tags["asked"],
            new=growth.between(start, end),
            known=growth.until(end),
        )
