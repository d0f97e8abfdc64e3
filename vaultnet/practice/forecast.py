"""Half a year ahead (P2): the same selection, day after day, as if every name on it were ticked.

today: 312 contacts, 2 a day  ->  whom the lists of the next half-year reach, whom they reach late, and whom not
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days, add_months
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.earlier_offers import rest_of
from vaultnet.practice.keep_in_touch import Plan, Window, in_plan, window_of
from vaultnet.practice.reach_out import Outreach, select_from_plan

_HALF_A_YEAR = 6  # months


class Forecast(NamedTuple):
    """Paths: `reached` at least once; `late` past their latest day, or late already and not reached at all."""

    end: date
    reached: frozenset[str]
    late: frozenset[str]


def build_forecast(standings: Iterable[Standing], settings: Settings, today: date) -> Forecast:
    """Run the practice from today to the same day in half a year, with nothing left open."""
    end = add_months(today, _HALF_A_YEAR)
    plan = in_plan(standings, today)
    placed = {standing.path: (standing, window) for standing, window in plan.placed}
    new = {standing.path: standing for standing in plan.new}
    deadlines = {path: _first_deadline(*each, today, end) for path, each in placed.items()}
    reached, late = set[str](), set[str]()
    for day in _days(today, end):  # whoever is in the plan today stays in it: only those who are reached change
        for item in select_from_plan(Plan(list(placed.values()), list(new.values())), settings, day):
            path = item.path
            if day > deadlines.get(path, date.max):
                late.add(path)
            touched = as_if_touched(new.pop(path) if path in new else placed[path][0], item, day)
            window = window_of(touched)
            assert window is not None, "a touch is something to count from"
            placed[path], deadlines[path] = (touched, window), _deadline(window, day, end)
            reached.add(path)
    late.update(path for path, deadline in deadlines.items() if deadline < end)
    return Forecast(end, frozenset(reached), frozenset(late))


def _first_deadline(standing: Standing, window: Window, today: date, end: date) -> date:
    """Whoever rests past their latest day does so by the user's own choice: reached after it, they are not missed."""
    rest = rest_of(standing, today)
    if rest is None:
        return _deadline(window, today, end)
    return end if rest.rests_until >= end else _deadline(window, rest.rests_until, end)


def _deadline(window: Window, today: date, end: date) -> date:
    """The latest day; whoever is past it already is not missed again if they are reached at all."""
    late = date.fromordinal(window.late)
    return late if late >= today else add_days(end, -1)


def _days(today: date, end: date) -> Iterator[date]:
    return map(date.fromordinal, range(today.toordinal(), end.toordinal()))


def as_if_touched(standing: Standing, item: Outreach, day: date) -> Standing:
    """The standing on the evening of a day on which the name was ticked."""
    kinds = (item.kind, *standing.last_kinds)[:3]
    return standing._replace(last=day, last_kinds=kinds, offers=(), turns=standing.turns + 1)
