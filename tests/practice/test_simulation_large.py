"""The same promises at 5,000 contacts: a few examples, no more, since each takes seconds (the long ones are left to the soak)."""

from random import Random
from time import process_time

import pytest

from tests.practice.simulator import (
    START,
    THREE_YEARS,
    budget_for,
    network,
    never_by,
    passed_late,
    simulate,
    tiered,
)
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.practice.coverage import build_coverage

MOST = 5_000
CADENCES = ("1 month", "3 months", *("6 months",) * 6, *("1 year",) * 6)


@pytest.mark.parametrize(
    ("size", "days"),
    [(600, THREE_YEARS), (MOST, 120), pytest.param(MOST, THREE_YEARS, marks=pytest.mark.soak)],
)
def test_a_nobody_is_late(size: int, days: int) -> None:
    rows = network(size, seed=1, cadences=CADENCES)
    assert passed_late(simulate(rows, budget_for(rows), days=days)) == 0


@pytest.mark.parametrize("many", [300, pytest.param(1_000, marks=pytest.mark.soak)])
def test_b_many_imported_on_one_day(many: int) -> None:
    """A thousand on one day among two thousand of long standing."""
    rows = network(2 * many, seed=2, cadences=CADENCES)
    imported = tiered({"wide": many}, seed=2)
    rows += [row._replace(path=f"Import/{row.name}.md", uid=f"i{row.uid}", last=None, met=START) for row in imported]
    assert passed_late(simulate(rows, budget_for(rows), days=820), after=600) == 0


def test_c_above_capacity() -> None:
    rows = tiered({"inner": 250, "close": 500, "wide": 1750}, seed=3)
    history = simulate(rows, Settings(agenda=AgendaSettings(people=15, minutes=150)), days=200)
    offers = history.offers()
    share = {tier: sum(offers[r.path] for r in rows if r.tier == tier) for tier in ("inner", "close", "wide")}
    total = sum(share.values())
    assert [share[tier] / total for tier in share] == pytest.approx([4 / 7, 2 / 7, 1 / 7], abs=0.015)
    for tier in share:
        counts = [offers[row.path] for row in rows if row.tier == tier]
        assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize(
    ("size", "share", "days"),
    [
        (1_500, 0.1, 400),
        pytest.param(MOST, 0.1, THREE_YEARS, marks=pytest.mark.soak),
        pytest.param(MOST, 0.5, THREE_YEARS, marks=pytest.mark.soak),
    ],
)
def test_e_who_never_ticks_makes_nobody_late(size: int, share: float, days: int) -> None:
    rows = network(size, seed=4, cadences=CADENCES)
    silent = {row.path for row in rows if Random(row.path).random() < share}
    assert passed_late(simulate(rows, budget_for(rows), days=days, ticks=never_by(silent)), ignore=silent) == 0


def test_coverage_of_5000_is_a_matter_of_seconds() -> None:
    """Two seconds on a quiet machine (`make bench` has the figures); this guards against another order of growth."""
    rows = tiered({"inner": 250, "close": 850, "wide": 3900}, seed=5)
    began = process_time()
    coverage = build_coverage(rows, Settings(agenda=AgendaSettings(people=40, minutes=400)), START)
    assert process_time() - began < 10
    assert coverage.contacts == MOST
    assert coverage.missed
