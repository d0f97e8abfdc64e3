from datetime import date

import pytest

from tests.practice.people import day, someone
from vaultnet.model.cadence import parse_cadence
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import due_of, in_plan, usual_days, window_of

TODAY = day("2026-07-01")


@pytest.mark.parametrize(
    ("who", "early", "due", "late", "state", "reason"),
    [
        # Calendar months, not 30 days; early a fifth before, late a quarter after.
        (someone(last="2026-01-10"), "2026-06-04", "2026-07-10", "2026-08-25", "soon", "last"),
        (someone(last="2026-06-20"), "2026-11-14", "2026-12-20", "2027-02-04", "ok", "last"),
        (someone(last="2025-12-31"), "2026-05-25", "2026-06-30", "2026-08-15", "due", "last"),
        (someone(last="2025-08-31"), "2026-01-23", "2026-02-28", "2026-04-15", "late", "last"),
        # A range says itself what is late; that day itself is in time.
        (someone(last="2026-06-03", every="4w..4w"), "2026-06-26", "2026-07-01", "2026-07-01", "due", "last"),
        (someone(last="2026-06-02", every="4w..4w"), "2026-06-25", "2026-06-30", "2026-06-30", "late", "last"),
        (someone(last="2026-05-20", every="4w..6w"), "2026-06-12", "2026-06-17", "2026-07-01", "due", "last"),
        # Never in touch: counted from the day they met.
        (someone(met="2026-01-10"), "2026-06-04", "2026-07-10", "2026-08-25", "soon", "met"),
        (someone(met="2020-01-01", last="2026-01-10"), "2026-06-04", "2026-07-10", "2026-08-25", "soon", "last"),
        (someone(met="2025-11-16"), "2026-04-10", "2026-05-16", "2026-07-01", "due", "met"),
        (someone(met="2015-03-05", next_contact="2026-09-01"), "2026-09-01", "2026-09-01", "2026-10-17", "ok", "next_contact"),
        # A day set by hand goes before the derived one, and nothing is early about it ...
        (someone(last="2026-06-20", next_contact="2026-07-01"), "2026-07-01", "2026-07-01", "2026-08-16", "due", "next_contact"),
        (someone(last="2025-01-01", next_contact="2026-09-01"), "2026-09-01", "2026-09-01", "2026-10-17", "ok", "next_contact"),
        (someone(next_contact="2026-06-30", every="4w..6w"), "2026-06-30", "2026-06-30", "2026-07-14", "due", "next_contact"),
        # ... until a touch on or after it.
        (someone(last="2026-01-10", next_contact="2026-01-10"), "2026-06-04", "2026-07-10", "2026-08-25", "soon", "last"),
        (someone(last="2026-01-09", next_contact="2026-01-10"), "2026-01-10", "2026-01-10", "2026-02-25", "late", "next_contact"),
        # A snooze that is over is over.
        (someone(last="2026-01-10", snooze="2026-07-01"), "2026-06-04", "2026-07-10", "2026-08-25", "soon", "last"),
    ],
)  # fmt: skip
def test_when_the_next_touch_is_due(who: Standing, early: str, due: str, late: str, state: str, reason: str) -> None:
    assert due_of(who, TODAY) == (day(early), day(due), day(late), state, reason)


@pytest.mark.parametrize(
    ("who", "state", "reason"),
    [
        (someone(), "new", "new"),
        (someone(met="2015-03-05"), "new", "new"),  # an address book is no debt: see decision 18
        (someone(last="2025-01-01", every="never"), "out", "never"),
        (someone(last="2025-01-01", paused=True), "out", "paused"),
        (someone(last="2025-01-01", snooze="2026-07-02"), "out", "snoozed"),
        (someone(last="2025-01-01", status="Deceased"), "out", "deceased"),
        (someone(last="2025-01-01", status="archived", paused=True), "out", "archived"),
    ],
)
def test_who_has_no_dates(who: Standing, state: str, reason: str) -> None:
    assert due_of(who, TODAY) == (None, None, None, state, reason)


def test_a_status_of_ones_own_changes_nothing() -> None:
    assert due_of(someone(last="2026-06-20", status="mentor"), TODAY).state == "ok"


def test_the_plan_is_everyone_who_is_not_out_with_their_window() -> None:
    everyone = [
        someone("Ada", last="2026-06-01"),
        someone("Ben", paused=True),
        someone("Cy"),
        someone("Di", next_contact="2026-08-01"),
        someone("Ed", last="2026-06-01"),
    ]
    plan = in_plan(everyone, TODAY)
    assert [(who.name, window) for who, window in plan.placed] == [
        (who.name, window_of(who)) for who in everyone if who.name in {"Ada", "Di", "Ed"}
    ]
    assert [who.name for who in plan.new] == ["Cy"]


def test_a_day_by_hand_before_anybody_met_is_counted_from_an_ideal_earlier() -> None:
    window = window_of(someone(met="2026-06-01", next_contact="2026-05-01", every="4 weeks"))
    assert window
    assert date.fromordinal(window.since) == day("2026-04-03")


@pytest.mark.parametrize(
    ("cadence", "days"),
    [("4 weeks", 28), ("30 days", 30), ("1 month", 365 / 12), ("6 months", 182.58), ("1 year", 365.25)],
)
def test_a_month_is_as_long_in_the_sums_whenever_it_begins(cadence: str, days: float) -> None:
    parsed = parse_cadence(cadence)
    assert parsed
    assert usual_days(parsed) == pytest.approx(days, abs=0.1)
