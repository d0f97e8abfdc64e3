"""Working days with public holidays: two countries, the turn of a year, and what is no country."""

import pytest

from tests.practice.people import day
from vaultnet.model.working_days import WorkingDays, build_working_days, country_problem, holiday_region


@pytest.mark.parametrize(
    ("country", "start", "count", "expected"),
    [
        ("NL", "2026-04-24", 1, "2026-04-28"),  # a weekend, then King's Day
        ("Germany", "2026-12-23", 2, "2026-12-28"),
        ("Deutschland", "2026-12-30", 2, "2027-01-04"),
        ("DE-BY", "2026-06-03", 1, "2026-06-05"),  # Corpus Christi is kept in Bavaria,
        ("DE-BE", "2026-06-03", 1, "2026-06-04"),  # not in Berlin
        ("us", "2026-11-25", 1, "2026-11-27"),
        ("USA", "2026-12-31", 1, "2027-01-04"),
        ("IL", "2026-06-11", 1, "2026-06-14"),  # the week begins on Sunday
    ],
)
def test_a_country_has_its_own_week(country: str, start: str, count: int, expected: str) -> None:
    week = build_working_days(country, int(start[:4]))
    assert week is not None
    assert week.after(day(start), count) == day(expected)
    assert week.is_working(day(expected))


def test_monday_to_friday_where_nothing_is_known() -> None:
    week = WorkingDays()
    assert week.after(day("2026-12-24"), 1) == day("2026-12-25")
    assert week.on_or_after(day("2026-06-13")) == day("2026-06-15")
    assert week.on_or_after(day("2026-06-15")) == day("2026-06-15")


@pytest.mark.parametrize("country", ["Atlantis", "", "DE-XX", "Atlantis-BY"])
def test_what_is_no_country(country: str) -> None:
    assert build_working_days(country, 2026) is None


def test_years_beyond_the_library_are_left_out() -> None:
    week = build_working_days("NL", 9998)
    assert week is not None
    assert not week.holidays


@pytest.mark.parametrize(
    ("country", "region"), [("nl", "NL"), ("España", "ES"), ("de-by", "DE-BY"), ("Middle-earth", ""), ("", "")]
)
def test_the_region(country: str, region: str) -> None:
    assert holiday_region(country) == region
    assert bool(country_problem(country)) is bool(country and not region)
