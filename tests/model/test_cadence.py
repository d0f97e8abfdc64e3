"""How often: every way to say it, and the dates that follow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.cadence import (
    NO_CONTACT,
    Cadence,
    Period,
    days,
    due_on,
    early_on,
    late_on,
    parse_cadence,
)
from vaultnet.model.dates import Unit

TABLE: dict[tuple[int, Unit], str] = {
    (1, "day"): "daily | every day | täglich | 1",
    (1, "week"): "weekly | every week | once a week | wöchentlich | jede Woche | P1W",
    (2, "week"): "every 2 weeks | every two weeks | every other week | biweekly | fortnightly | 2w | a fortnight"
    " | alle zwei Wochen | jede zweite Woche | 14-tägig | P2W",
    (1, "month"): "monthly | every month | once a month | 1 month | a month | monatlich | jeden Monat | P1M",
    (2, "month"): "bimonthly | every other month | every second month | alle 2 Monate",
    (
        3,
        "month",
    ): "quarterly | every quarter | 3m | 3 months | four times a year | vierteljährlich | P3M | once a quarter",
    (4, "month"): "three times a year | 3x a year | 3 x im Jahr | dreimal im Jahr | alle vier Monate",
    (6, "month"): "6 months | six months | Every 6 Months | twice a year | biannually | half-yearly | every half-year"
    " | alle 6 Monate | halbjährlich | zweimal im Jahr | zweimal pro Jahr | 2 mal im Jahr",
    (1, "year"): "yearly | annually | every year | once a year | 1y | jährlich | einmal im Jahr | jedes Jahr | P1Y",
    (18, "month"): "18 months | P1Y6M | P18M",
    (90, "day"): "90 | 90d | 90 days | every 90 days | P90D",
    (10, "day"): "P1W3D | three times a month",
    (15, "day"): "twice a month",
    (3, "day"): "twice a week | zweimal in der Woche",
    (73, "day"): "five times a year",
}


@pytest.mark.parametrize(
    ("text", "length"), [(text.strip(), length) for length, texts in TABLE.items() for text in texts.split(" | ")]
)
def test_cadences_that_are_read(text: str, length: tuple[int, Unit]) -> None:
    assert parse_cadence(text) == Cadence(Period(*length))
    assert parse_cadence(f"  {text.upper()} ") == Cadence(Period(*length))


@pytest.mark.parametrize(
    "text",
    ["4w..6w", "4w-6w", "4w–6w", "4w - 6w", "4-6 weeks", "4..6w", "4 to 6 weeks", "4 bis 6 Wochen", "four weeks to 6w"],
)
def test_ranges_are_ideal_and_latest(text: str) -> None:
    assert parse_cadence(text) == Cadence(Period(4, "week"), Period(6, "week"))


def test_a_month_may_be_shorter_than_thirty_days() -> None:
    assert parse_cadence("1 month..30 days") == Cadence(Period(1, "month"), Period(30, "day"))


@pytest.mark.parametrize("text", ["never", "Never", "nie", "niemals"])
def test_never(text: str) -> None:
    assert parse_cadence(text) == NO_CONTACT


@pytest.mark.parametrize(("number", "count"), [(90, 90), (90.0, 90), (1, 1)])
def test_a_number_counts_days(number: float, count: int) -> None:
    assert parse_cadence(number) == Cadence(Period(count, "day"))


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "soon",
            "0",
            "-3",
            "0 weeks",
            "-6 months",
            "6w..4w",
            "4w..",
            "..6w",
            "never..6w",
            "1w..2w..3w",
            "4w..6 moons",
        ),
        *(
            "6 moons",
            "every",
            "every moon",
            "twice",
            "twice a moon",
            "month",
            "10 times a day",
            "zero times a year",
            "two of us a year",
        ),
        *("P", "P0M", "P1M2D", "99999 years", "9" * 5000, "1e9", "６ months"),
        *(0, -1, 7.5, 0.5, float("nan"), float("inf"), True, 10**9),
    ],
)
def test_what_is_no_cadence(value: str | float) -> None:
    assert parse_cadence(value) is None


LAST = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "early", "due", "late", "wait"),
    [
        ("1 month", date(2026, 2, 23), date(2026, 2, 28), date(2026, 3, 7), 28),
        ("6 months", date(2026, 6, 25), date(2026, 7, 31), date(2026, 9, 15), 181),
        ("4w..6w", date(2026, 2, 23), date(2026, 2, 28), date(2026, 3, 14), 28),
        ("1 month..28 days", date(2026, 2, 23), date(2026, 2, 28), date(2026, 2, 28), 28),
        ("1", date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 2), 1),
        ("4", date(2026, 2, 4), date(2026, 2, 4), date(2026, 2, 5), 4),
        ("5", date(2026, 2, 4), date(2026, 2, 5), date(2026, 2, 7), 5),
    ],
)
def test_the_dates_that_follow(text: str, early: date, due: date, late: date, wait: int) -> None:
    cadence = parse_cadence(text)
    assert cadence is not None
    assert early_on(LAST, cadence) == early
    assert due_on(LAST, cadence) == due
    assert late_on(LAST, cadence) == late
    assert days(cadence, LAST) == wait


def test_never_is_the_end_of_the_calendar() -> None:
    assert early_on(LAST, NO_CONTACT) == due_on(LAST, NO_CONTACT) == late_on(LAST, NO_CONTACT) == date.max


LENGTHS = st.builds(Period, st.integers(1, 2000), st.sampled_from(["day", "week", "month", "year"]))


@given(st.dates(), st.builds(Cadence, LENGTHS, st.none() | LENGTHS))
def test_early_due_and_late_keep_their_order(last: date, cadence: Cadence) -> None:
    assert last <= early_on(last, cadence) <= due_on(last, cadence) <= late_on(last, cadence)
    assert days(cadence, last) >= 0


WORDS = st.sampled_from(
    ["every", "2", "twice", "a", "year", "..", "-", "months", "w", "P", "3", "x", "never", "im", "jahr", "0"]
)


@given(st.text() | st.lists(WORDS).map(" ".join))
def test_no_text_raises(text: str) -> None:
    cadence = parse_cadence(text)
    assert cadence is None or cadence.never or cadence.ideal.count > 0


@given(st.integers() | st.floats())
def test_no_number_raises(number: float) -> None:
    cadence = parse_cadence(number)
    assert cadence is None or cadence.ideal == Period(int(number), "day")
