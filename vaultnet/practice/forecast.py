"""Half a year ahead (P2): the same selection, day after day, as if every name on it were ticked.

today: 312 contacts, 2 a day  ->  whom the lists of the next half-year reach, whom they reach late, and whom not
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days, add_months
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import in_plan, window_of
from vaultnet.practice.reach_out import Outreach, select_reach_out

_HALF_A_YEAR = 6  # months


class Forecast(NamedTuple):
    """Paths: `reached` at least once; `late` past their latest day, or late already and not reached at all."""

    end: date
    reached: frozenset[str]
    late: frozenset[str]


def build_forecast(standings: Iterable[Standing], settings: Settings, today: date) -> Forecast:
    """Run the practice from today to the same day in half a year, with nothing left open."""
    end = add_months(today, _HALF_A_YEAR)
    rows = {standing.path: standing for standing in in_plan(standings, today).everyone()}
    deadlines = {path: _deadline(row, today, end) for path, row in rows.items()}
    reached, late = set[str](), set[str]()
    for day in _days(today, end):
        for item in select_reach_out(tuple(rows.values()), settings, day):
            if day > deadlines[item.path]:
                late.add(item.path)
            rows[item.path] = _touched(rows[item.path], item, day)
            deadlines[item.path] = _deadline(rows[item.path], day, end)
            reached.add(item.path)
    late.update(path for path, deadline in deadlines.items() if deadline < end)
    return Forecast(end, frozenset(reached), frozenset(late))


def _deadline(standing: Standing, today: date, end: date) -> date:
    """The latest day; whoever is past it already is not missed again if they are reached at all."""
    window = window_of(standing)
    if window is None:
        return date.max
    late = date.fromordinal(window.late)
    return late if late >= today else add_days(end, -1)


def _days(today: date, end: date) -> Iterator[date]:
    return map(date.fromordinal, range(today.toordinal(), end.toordinal()))


def _touched(standing: Standing, item: Outreach, day: date) -> Standing:
    kinds = (item.kind, *standing.last_kinds)[:3]
    return standing._replace(last=day, last_kinds=kinds, offers=(), turns=standing.turns + 1)
