from dataclasses import replace
from datetime import timedelta

import pytest

from tests.practice.people import day, someone
from tests.practice.simulator import START, budget_for, network, simulate, tiered
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.practice.coverage import WouldHold, build_coverage
from vaultnet.practice.forecast import build_forecast
from vaultnet.practice.heard_from import HeardFrom, trend_of
from vaultnet.practice.keep_in_touch import window_of


def test_312_contacts_need_more_than_two_a_day() -> None:
    coverage = build_coverage(tiered({"wide": 312}, seed=1), Settings(), START)
    assert coverage.contacts == 312
    assert coverage.needed_per_day == pytest.approx(2.39, abs=0.01)
    assert coverage.budget_per_day == 2
    assert coverage.load == pytest.approx(1.196, abs=0.001)
    assert coverage.minutes_a_touch == 4.5
    assert coverage.would_hold == WouldHold(people=3, minutes=14)
    # Half a year has 130 agenda days, so 260 of the 312 hear something.
    assert len(coverage.missed) == 312 - 260


def test_the_budget_that_would_hold_misses_nobody() -> None:
    rows = tiered({"inner": 20, "close": 60, "wide": 240}, seed=2)
    hold = build_coverage(rows, Settings(), START).would_hold
    held = build_coverage(rows, Settings(agenda=AgendaSettings(hold.people, hold.minutes)), START)
    assert held.missed == ()
    assert held.load is not None
    assert held.load <= 0.9


def test_tiers_stand_in_the_order_of_the_settings() -> None:
    rows = [
        someone("Ada", tier="wide", last="2026-01-01"),
        someone("Ben", tier="inner", every="1 month", last="2026-01-01"),
        someone("Cy", tier="nonsense", last="2026-01-01"),
        someone("Di", tier="wide", paused=True),
        someone("Ed"),
    ]
    coverage = build_coverage(rows, Settings(), START)
    assert [(tier.name, tier.contacts) for tier in coverage.by_tier] == [("inner", 1), ("wide", 1), ("", 2)]
    assert sum(tier.needed_per_day for tier in coverage.by_tier) == pytest.approx(coverage.needed_per_day)
    assert (coverage.contacts, coverage.unplaced, coverage.missed) == (4, 1, ())


def test_the_missed_are_counted_by_tier_and_stand_in_the_order_of_their_latest_day() -> None:
    rows = tiered({"inner": 20, "wide": 300}, seed=3)
    coverage = build_coverage(rows, Settings(), START)
    late = {row.path: window.late for row in rows if (window := window_of(row))}
    assert [late[path] for path in coverage.missed] == sorted(late[path] for path in coverage.missed)
    assert sum(tier.missed for tier in coverage.by_tier) == len(coverage.missed) > 0
    assert coverage.by_tier[0].missed < coverage.by_tier[1].missed


def test_without_a_day_there_is_no_budget_and_everyone_due_is_missed() -> None:
    settings = Settings(agenda=AgendaSettings(days=frozenset()))
    coverage = build_coverage([someone("Ada", last="2025-11-01"), someone("Ben", last="2025-01-01")], settings, START)
    assert (coverage.budget_per_day, coverage.load) == (0, None)
    assert coverage.missed == ("People/Ben.md", "People/Ada.md")


def test_an_empty_network_needs_nothing() -> None:
    coverage = build_coverage([], Settings(), START)
    assert (coverage.contacts, coverage.needed_per_day, coverage.load) == (0, 0, 0)
    assert coverage.would_hold == WouldHold(0, 0)
    assert coverage.heard_from == HeardFrom(None, None, None)


def test_the_share_heard_from_and_where_it_goes() -> None:
    rows = [
        someone("Ada", last="2026-06-01"),
        someone("Ben", last="2025-12-01", met="2024-01-01"),
        someone("Cy", last="2026-03-01"),
        someone("Di", met="2026-02-01"),
    ]
    touches = {
        "People/Ada.md": [day("2025-02-01"), day("2026-06-01")],
        "People/Cy.md": [day("2025-11-01"), day("2026-03-01")],
    }
    heard = build_coverage(rows, Settings(), day("2026-07-01"), touches).heard_from
    # Now Ada and Cy of four; on 1 April Ben and Cy of four; on New Year Ben and Cy of three, Di was not met yet.
    assert heard == HeardFrom(2 / 4, 2 / 4, 2 / 3)


def test_whoever_is_out_changes_nothing() -> None:
    rows = network(40, seed=4)
    out = [row._replace(path=f"Old/{row.name}.md", paused=True) for row in rows]
    assert build_coverage([*out, *rows], budget_for(rows), START) == build_coverage(rows[::-1], budget_for(rows), START)


def test_late_already_and_reached_soon_is_not_missed() -> None:
    rows = [someone("Ada", last="2024-01-01"), someone("Ben", last="2024-01-01")]
    assert build_forecast(rows, Settings(), START).late == frozenset()
    none = replace(Settings(), agenda=AgendaSettings(people=0))
    assert len(build_forecast(rows, none, START).late) == 2


def test_late_when_reached_is_missed() -> None:
    """Fifteen people of one organization, late after 12 January: one a day, so six are reached in time."""
    rows = [someone(f"P{number:02}", every="4 weeks", last="2025-12-08", at="acme") for number in range(15)]
    forecast = build_forecast(rows, Settings(agenda=AgendaSettings(people=9, minutes=90)), START)
    assert len(forecast.reached) == 15
    assert forecast.late == {f"People/P{number:02}.md" for number in range(6, 15)}


@pytest.mark.parametrize("seed", range(3))
def test_the_forecast_is_what_then_happens(seed: int) -> None:
    rows = network(40, seed)
    settings = budget_for(rows, load=1.5)
    forecast = build_forecast(rows, settings, START)
    history = simulate(rows, settings, days=(forecast.end - START).days)
    assert {path for path, count in history.offers().items() if count} == forecast.reached
    over = {path for path, late, days in history.waits if days > 0 and late < forecast.end - timedelta(days=1)}
    assert over == forecast.late


@pytest.mark.parametrize(
    ("heard", "trend"),
    [
        (HeardFrom(0.6, 0.5, 0.4), "rising"),
        (HeardFrom(0.4, 0.5, 0.6), "falling"),
        (HeardFrom(0.6, 0.1, 0.58), "steady"),
        (HeardFrom(0.6, 0.5, None), "rising"),
        (HeardFrom(0.6, None, None), ""),
        (HeardFrom(None, None, None), ""),
    ],
)
def test_where_it_is_going(heard: HeardFrom, trend: str) -> None:
    assert trend_of(heard) == trend


def test_the_year_month_by_month() -> None:
    rows = [someone("Ada", last="2026-06-01"), someone("Ben", met="2026-02-15")]
    touches = {"People/Ada.md": [day("2025-09-15"), day("2026-06-01")]}
    history = build_coverage(rows, Settings(), day("2026-07-01"), touches).history
    assert [then.day.isoformat()[:7] for then in history][::6] == ["2025-07", "2026-01", "2026-07"]
    # Nobody before September; Ada alone until Ben was met; her September counts for half a year.
    assert [then.share for then in history] == [None] * 3 + [1.0] * 5 + [0.5] + [0.0] * 2 + [0.5] * 2


def test_who_has_gone_quiet_though_the_cadence_does_not_say_so() -> None:
    rows = [
        someone("Ada", last="2026-03-01"),  # every ten days, and now four months' silence of six that are allowed
        someone("Ben", last="2026-06-25"),
        someone("Cy", every="1 month", last="2026-03-01"),  # due: stands on the list anyway
        someone("Di", last="2026-04-01"),
        someone("Ed"),
    ]
    touches = {
        row.path: [day("2026-02-01"), day("2026-02-11"), day("2026-02-20"), row.last] for row in rows if row.last
    }
    found = build_coverage(rows, Settings(), day("2026-05-20"), touches)
    assert found.drifting == ("People/Ada.md", "People/Di.md")


def test_colleagues_are_summed_up_besides_their_tiers() -> None:
    rows = (someone("Ada", last="2026-06-01", tier="close", every="3 months"), someone("Ben", last="2026-06-01"))
    out = someone("Cy", last="2026-06-01", every="never")
    paths = {"People/Ada.md", "People/Cy.md"}
    coverage = build_coverage((*rows, out), Settings(), day("2026-06-15"), {}, paths)
    assert coverage.colleagues is not None
    assert (coverage.colleagues.contacts, coverage.colleagues.missed) == (1, 0)
    assert coverage.colleagues.needed_per_day == coverage.by_tier[0].needed_per_day
    assert coverage.colleagues.heard_from.now == 1.0
    assert replace(coverage, colleagues=None) == build_coverage((*rows, out), Settings(), day("2026-06-15"))
