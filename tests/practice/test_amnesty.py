"""Coming back after an absence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.people import day
from vaultnet.model.network import Offer
from vaultnet.practice.amnesty import A_DAY, Return, Spread, find_return, spread_backlog

FRIDAY = "2026-05-22"
MONDAY = "2026-06-15"  # fifteen working days later


def pages(*days: str) -> list[Offer]:
    return [
        Offer("People/Ada.md", day(text), f"{number:08x}", "open", False, "call", None, 1)
        for number, text in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("made", "touched", "today", "found"),
    [
        # Away from Friday 22 May; the first page is that of Monday 15 June, whether it is made yet or not.
        ([FRIDAY], "", MONDAY, Return(day(FRIDAY), day(MONDAY))),
        ([FRIDAY, MONDAY], "", MONDAY, Return(day(FRIDAY), day(MONDAY))),
        (["2026-05-20", FRIDAY], "", MONDAY, Return(day(FRIDAY), day(MONDAY))),
        # The days after.
        ([FRIDAY, MONDAY], "", "2026-06-16", Return(day(FRIDAY), day(MONDAY))),
        ([FRIDAY, MONDAY, "2026-06-29"], "", "2026-07-10", Return(day("2026-06-15"), day("2026-06-29"))),
        # Twenty working days after the return the page is whole again.
        ([FRIDAY, MONDAY, "2026-06-22", "2026-06-29", "2026-07-06"], "", "2026-07-12", Return(day(FRIDAY), day(MONDAY))),
        ([FRIDAY, MONDAY, "2026-06-22", "2026-06-29", "2026-07-06"], "", "2026-07-13", None),
        # Ten working days are an absence, nine are a holiday.
        ([FRIDAY], "", "2026-06-05", Return(day(FRIDAY), day("2026-06-05"))),
        ([FRIDAY], "", "2026-06-04", None),
        # Touches were noted meanwhile: not away.
        ([FRIDAY], "2026-06-03", MONDAY, None),
        # In touch before the absence, after the last page: the page is still the one that is named.
        ([FRIDAY], "2026-05-25", MONDAY, Return(day(FRIDAY), day(MONDAY))),
        # A touch of today is no sign of the days before.
        ([FRIDAY], MONDAY, MONDAY, Return(day(FRIDAY), day(MONDAY))),
        # Never a page: nobody was away from anything.
        ([], "", MONDAY, None),
        ([MONDAY], "2026-01-10", MONDAY, None),
        # The touches of years ago, before the first page, are no absence.
        (["2026-06-12"], "2020-01-10", MONDAY, None),
    ],
)  # fmt: skip
def test_when_somebody_came_back(made: list[str], touched: str, today: str, found: Return | None) -> None:
    noted = [day(touched)] if touched else []
    assert find_return(pages(*made), noted, day(today)) == found


BACK = Return(day(FRIDAY), day(MONDAY))


@pytest.mark.parametrize(
    ("due", "seen_to", "shown"),
    [
        ([], 0, Spread((), 0)),
        (["2026-06-01"], 0, Spread((0,), 0)),
        # The oldest first, at most three, in the order of the page.
        (["2026-06-05", "2026-06-01", "2026-06-09", "2026-06-02", "2026-06-12"], 0, Spread((0, 1, 3), 2)),
        # What falls due from the return on is never held back; what nobody can date waited too, and comes first.
        (["2026-06-01", "2026-06-15", "2026-06-02", "2026-06-03", "2026-06-04"], 0, Spread((0, 1, 2, 3), 1)),
        (["2026-06-01", "2026-06-02", "2026-06-03", None], 0, Spread((0, 1, 3), 1)),
        # What was ticked today counts against the day.
        (["2026-06-01", "2026-06-02"], 2, Spread((0,), 1)),
        (["2026-06-01", "2026-06-15"], 5, Spread((1,), 1)),
    ],
)
def test_a_small_day(due: list[str | None], seen_to: int, shown: Spread) -> None:
    assert spread_backlog([day(text) if text else None for text in due], BACK, seen_to=seen_to) == shown


def test_without_an_absence_everything_stands_on_the_page() -> None:
    assert spread_backlog([date(2020, 1, 1)] * 9, None) == Spread(tuple(range(9)), 0)


@given(st.lists(st.none() | st.dates(date(2026, 5, 1), date(2026, 7, 31)), max_size=20), st.integers(0, 5))
def test_nothing_is_lost_and_nothing_new_is_held(due: list[date | None], seen_to: int) -> None:
    spread = spread_backlog(due, BACK, seen_to=seen_to)
    held = set(range(len(due))) - set(spread.shown)
    assert len(held) == spread.held
    assert list(spread.shown) == sorted(set(spread.shown))
    assert all(day is None or day < BACK.day for day in (due[place] for place in held))
    waited = [place for place in spread.shown if (day := due[place]) is None or day < BACK.day]
    assert len(waited) <= max(A_DAY - seen_to, 0)
    assert all((due[place] or date.min) <= (due[other] or date.min) for place in waited for other in held)


def test_a_backlog_is_worked_off_oldest_first() -> None:
    left = [date(2026, 6, number) for number in range(1, 11)]
    kept = []
    while left:
        shown = spread_backlog(left, BACK).shown
        kept += [left[place] for place in shown]
        left = [entry for place, entry in enumerate(left) if place not in shown]
        assert len(shown) <= A_DAY
    assert kept == sorted(kept)
