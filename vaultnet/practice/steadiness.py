"""How steady the practice was (P15): touches week by week, bursts, and the quiet stretches after them.

Being in touch only when in need is "defensive networking"; a rhythm shows it before anybody else feels it. Counts are
of the whole network: none stands beside a person (P5).

    3 4 2 3 3 4 2 3               ->  steady
    9 8 0 0 0 0 0 7               ->  bursts: weeks 1 and 2 and 8;  quiet: weeks 3 to 7

A quiet stretch is four weeks or more without a touch, a burst a week with six touches or more and at least twice what
the weeks hold on average (four and six: below that, chance alone makes such a pattern).
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.richness import IN_PERSON, LIVE, WRITTEN

_QUIET_WEEKS = 4
_BURST_TOUCHES, _BURST_TIMES = 6, 2
_WEEK = timedelta(days=7)


class Week(NamedTuple):
    """The touches of the seven days from `first` on, by richness; a broadcast or a bare mention is none of them."""

    first: date
    in_person: int
    live: int
    written: int

    @property
    def touches(self) -> int:
        return self.in_person + self.live + self.written


@dataclass(frozen=True, slots=True)
class QuietStretch:
    """A stretch without touches: its first and last day, and how many weeks it has."""

    first: date
    last: date
    weeks: int


class Steadiness(NamedTuple):
    """`state`: steady (a full week is no fault), quiet, bursts and silences, or none (no touch at all)."""

    state: str
    bursts: tuple[date, ...]
    quiet: tuple[QuietStretch, ...]


def touches_by_week(touches: Iterable[tuple[date, int]], first: date, last: date) -> tuple[Week, ...]:
    """One row for each seven days from `first` to `last`; touches are (day, richness)."""
    count = (last - first).days // _WEEK.days + 1
    cells = [[0, 0, 0, 0] for _ in range(count)]
    for day, richness in touches:
        if first <= day <= last:
            cells[(day - first).days // _WEEK.days][min(richness, IN_PERSON)] += 1
    return tuple(
        Week(first + number * _WEEK, row[IN_PERSON], row[LIVE], row[WRITTEN]) for number, row in enumerate(cells)
    )


def read_steadiness(weeks: Sequence[Week]) -> Steadiness:
    """What the weeks show, from the first touch on: before it there was no practice to be steady in."""
    begun = next((number for number, week in enumerate(weeks) if week.touches), None)
    if begun is None:
        return Steadiness("none", (), ())
    lived = weeks[begun:]
    usual = sum(week.touches for week in lived) / len(lived)
    bursts = tuple(week.first for week in lived if week.touches >= max(_BURST_TOUCHES, _BURST_TIMES * usual))
    runs = ([*run] for is_quiet, run in groupby(lived, key=lambda week: not week.touches) if is_quiet)
    quiet = tuple(
        QuietStretch(run[0].first, run[-1].first + _WEEK - timedelta(days=1), len(run))
        for run in runs
        if len(run) >= _QUIET_WEEKS
    )
    state = "steady" if not quiet else "bursts and silences" if bursts else "quiet"
    return Steadiness(state, bursts, quiet)
