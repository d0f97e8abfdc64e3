"""Coverage (P2): whether the budget can hold the network, who will be missed, and what budget would do.

    312 contacts, every 6 months, 2 a day  ->  needed 2.4 a day, load 1.2, 52 missed in the next half-year,
    3 people and 14 minutes would hold; heard from in the last half-year: 0.61, half a year ago 0.55: rising

Sums as in 4-practice.md, "Budget". The values are for a template to word; no number stands beside a person (P5).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.budget import Need, need_by_tier, people_a_day, total_need
from vaultnet.practice.forecast import build_forecast
from vaultnet.practice.heard_from import HeardFrom, ShareThen, heard_from, heard_over_the_year, trend_of
from vaultnet.practice.keep_in_touch import Plan, in_plan
from vaultnet.practice.rhythm import rhythm_of
from vaultnet.practice.turns import shares_by_tier

_LOAD_THAT_HOLDS = 0.9  # up to here nobody passes their latest day: 4-practice.md, "Budget", a
_WEEK = 7
_DRIFTS = "drifting"
_NO_TOUCHES: Mapping[str, Sequence[date]] = {}


class WouldHold(NamedTuple):
    """The smallest `[agenda]` that holds the network."""

    people: int
    minutes: int


@dataclass(frozen=True, slots=True)
class TierCoverage:
    """One tier, "" for contacts in none. `needed_per_day` is per agenda day."""

    name: str
    contacts: int
    needed_per_day: float
    missed: int
    heard_from: HeardFrom


@dataclass(frozen=True, slots=True)
class Coverage:
    """`load` is needed over budget, None without any budget; `unplaced` were never in touch; `missed` and `drifting`
    are paths; `trend` is rising, steady, falling or ""; `colleagues` are those at my own company, whatever their tier,
    None where nobody is.
    """

    contacts: int
    unplaced: int
    needed_per_day: float
    budget_per_day: float
    minutes_a_touch: float
    load: float | None
    missed: tuple[str, ...]
    would_hold: WouldHold
    heard_from: HeardFrom
    by_tier: tuple[TierCoverage, ...]
    trend: str
    history: tuple[ShareThen, ...]
    drifting: tuple[str, ...]
    colleagues: TierCoverage | None = None


def build_coverage(
    standings: Sequence[Standing],
    settings: Settings,
    today: date,
    touches: Mapping[str, Sequence[date]] = _NO_TOUCHES,
    colleagues: Collection[str] = (),
) -> Coverage:
    """State the sum; `touches` are the days of all touches by path (of a contact not in it, the last one counts);
    `colleagues` are paths.
    """
    plan = in_plan(standings, today)
    everyone = plan.everyone()
    needs = need_by_tier(everyone, settings)
    total = total_need(needs.values())
    needed = _per_agenda_day(total, settings)
    budget = people_a_day(settings, total.minutes_a_touch) if settings.agenda.days else 0.0
    missed = _missed(plan, settings, today)
    heard = heard_from(everyone, touches, today)
    return Coverage(
        contacts=total.contacts,
        unplaced=len(plan.new),
        needed_per_day=needed,
        budget_per_day=budget,
        minutes_a_touch=total.minutes_a_touch,
        load=needed / budget if budget else None,
        missed=missed,
        would_hold=_would_hold(needed, total.minutes_a_touch),
        heard_from=heard,
        by_tier=_by_tier(everyone, needs, settings, frozenset(missed), touches, today),
        trend=trend_of(heard),
        history=heard_over_the_year(everyone, touches, today),
        drifting=_drifting(plan, touches, today),
        colleagues=_of_colleagues([s for s in everyone if s.path in colleagues], settings, missed, touches, today),
    )


def _per_agenda_day(need: Need, settings: Settings) -> float:
    """The sum of 1 / ideal over agenda days; a week without any has to do it all on one."""
    return need.touches * _WEEK / max(len(settings.agenda.days), 1)


def _would_hold(needed: float, minutes_a_touch: float) -> WouldHold:
    people = ceil(needed / _LOAD_THAT_HOLDS)
    return WouldHold(people, ceil(people * minutes_a_touch))


def _missed(plan: Plan, settings: Settings, today: date) -> tuple[str, ...]:
    """Who will go past their latest day in the next half-year, the first to do so first.

    Where the network needs more than the budget holds, also who falls due and is not reached at all: 312 contacts
    need 2.4 touches a day, so of 2 a day some hear nothing for half a year, however the waits are stretched.
    """
    forecast = build_forecast(plan.everyone(), settings, today)
    is_too_much = bool(shares_by_tier([standing for standing, _ in plan.placed], settings)) or not settings.agenda.days
    end = forecast.end.toordinal()
    missed = [
        (window.late, standing.uid, standing.path)
        for standing, window in plan.placed
        if standing.path in forecast.late
        or (is_too_much and window.due <= end and standing.path not in forecast.reached)
    ]
    return tuple(path for *_, path in sorted(missed))


def _by_tier(
    standings: Iterable[Standing],
    needs: Mapping[str, Need],
    settings: Settings,
    missed: frozenset[str],
    touches: Mapping[str, Sequence[date]],
    today: date,
) -> tuple[TierCoverage, ...]:
    """One row a tier, in the order of the settings, contacts in no tier last."""
    members: dict[str, list[Standing]] = {}
    for standing in standings:
        members.setdefault(standing.tier if standing.tier in settings.tiers else "", []).append(standing)
    return tuple(
        TierCoverage(
            name=tier,
            contacts=needs[tier].contacts,
            needed_per_day=_per_agenda_day(needs[tier], settings),
            missed=sum(standing.path in missed for standing in members[tier]),
            heard_from=heard_from(members[tier], touches, today),
        )
        for tier in (*settings.tiers, "")
        if tier in needs
    )


def _of_colleagues(
    standings: Sequence[Standing],
    settings: Settings,
    missed: Collection[str],
    touches: Mapping[str, Sequence[date]],
    today: date,
) -> TierCoverage | None:
    if not standings:
        return None
    total = total_need(need_by_tier(standings, settings).values())
    return TierCoverage(
        name="colleagues",
        contacts=total.contacts,
        needed_per_day=_per_agenda_day(total, settings),
        missed=sum(standing.path in missed for standing in standings),
        heard_from=heard_from(standings, touches, today),
    )


def _drifting(plan: Plan, touches: Mapping[str, Sequence[date]], today: date) -> tuple[str, ...]:
    """Who has gone quiet, measured by the two of us, though the cadence does not say so yet; the longest silent first.

    Whoever is due stands on the list anyway.
    """
    quiet = []
    for standing, window in plan.placed:
        rhythm = rhythm_of(touches.get(standing.path, ()), today) if window.due > today.toordinal() else None
        if rhythm and rhythm.state == _DRIFTS:
            quiet.append((-rhythm.silence, standing.uid, standing.path))
    return tuple(path for *_, path in sorted(quiet))
