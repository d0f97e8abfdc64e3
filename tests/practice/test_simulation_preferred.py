"""Goals steer preference and starve nobody (P9): (a), (b), (c) and (e) of 4-practice.md hold whoever is preferred."""

from collections.abc import Sequence

import pytest

from tests.practice.simulator import budget_for, network, never_by, passed_late, simulate, tiered, worst_lateness
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.model.standing import Standing

_YEARS = 900  # days


def every(rows: Sequence[Standing], number: int) -> frozenset[str]:
    return frozenset(row.path for row in rows[::number])


@pytest.mark.parametrize("share", [2, 4])
@pytest.mark.parametrize(
    "cadences", [("4 weeks", "1 month", "4w..6w", "3 months", "6 months", "1 year"), ("6 months",)]
)
def test_a_nobody_is_late(cadences: Sequence[str], share: int) -> None:
    rows = network(40, 7, cadences=cadences)
    assert passed_late(simulate(rows, budget_for(rows), days=_YEARS, preferred=every(rows, share))) == 0


def test_b_everybody_of_one_day_is_in_time_in_the_end() -> None:
    rows = network(60, 3, cadences=("3 months", "6 months"), history="one day", at_organizations=0)
    history = simulate(rows, budget_for(rows), preferred=every(rows, 3))
    assert worst_lateness(history, after=600) <= 0


def test_c_beyond_capacity_offers_inside_a_tier_differ_by_at_most_one() -> None:
    rows = tiered({"inner": 30, "close": 60, "wide": 120}, 5)
    history = simulate(rows, Settings(agenda=AgendaSettings(people=1)), days=_YEARS, preferred=every(rows, 4))
    offers = history.offers()
    for tier in ("inner", "close", "wide"):
        counts = [offers[row.path] for row in rows if row.tier == tier]
        assert max(counts) - min(counts) <= 1


def test_e_a_preferred_person_who_is_never_ticked_makes_nobody_late() -> None:
    rows = network(40, 11, at_organizations=0)
    preferred = every(rows, 5)
    history = simulate(rows, budget_for(rows), days=_YEARS, ticks=never_by(preferred), preferred=preferred)
    assert passed_late(history, ignore=preferred) == 0
