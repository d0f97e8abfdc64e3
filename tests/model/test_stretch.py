"""Weeks, quarters and years: which days they hold, how they are named, and how a person names them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.moment_locale import MomentLocale, WeekStart
from vaultnet.model.stretch import Length, Stretch, moved, parse_stretch, stretch_name, stretch_of, week_start_in

MONDAY = date(2026, 6, 15)
LENGTHS: tuple[Length, ...] = ("week", "quarter", "year")
STARTS: tuple[WeekStart, ...] = ("monday", "sunday")


@pytest.mark.parametrize(
    ("length", "day", "start", "first", "last", "name"),
    [
        ("week", "2026-06-15", "monday", "2026-06-15", "2026-06-21", "2026-W25"),
        ("week", "2026-06-21", "monday", "2026-06-15", "2026-06-21", "2026-W25"),
        ("week", "2026-06-21", "sunday", "2026-06-21", "2026-06-27", "2026-W26"),
        ("week", "2025-12-31", "monday", "2025-12-29", "2026-01-04", "2026-W01"),
        ("week", "2025-12-31", "sunday", "2025-12-28", "2026-01-03", "2026-W01"),
        ("week", "2021-01-01", "monday", "2020-12-28", "2021-01-03", "2020-W53"),
        ("quarter", "2026-06-30", "monday", "2026-04-01", "2026-06-30", "2026-Q2"),
        ("quarter", "2026-12-31", "monday", "2026-10-01", "2026-12-31", "2026-Q4"),
        ("quarter", "2024-02-29", "monday", "2024-01-01", "2024-03-31", "2024-Q1"),
        ("year", "2026-06-15", "monday", "2026-01-01", "2026-12-31", "2026"),
    ],
)
def test_days_and_names(length: Length, day: str, start: WeekStart, first: str, last: str, name: str) -> None:
    stretch = stretch_of(length, date.fromisoformat(day), start)
    assert stretch == Stretch(length, date.fromisoformat(first), date.fromisoformat(last))
    assert stretch_name(stretch, start) == name


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-W24", "2026-06-08", "2026-06-14"),
        ("2026w24", "2026-06-08", "2026-06-14"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("last week", "2026-06-08", "2026-06-14"),
        ("This Week", "2026-06-15", "2026-06-21"),
        ("next week", "2026-06-22", "2026-06-28"),
        ("last quarter", "2026-01-01", "2026-03-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("letzte Woche", "2026-06-08", "2026-06-14"),
        ("nächstes Jahr", "2027-01-01", "2027-12-31"),
    ],
)
def test_how_a_person_names_them(text: str, first: str, last: str) -> None:
    stretch = parse_stretch(text, MONDAY, "monday")
    assert stretch is not None
    assert (stretch.first.isoformat(), stretch.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["2026-W54", "2026-W00", "2026-Q5", "2026-Q0", "0000", "0000-W01", "yesterday", "", "last"]
)
def test_what_is_none(text: str) -> None:
    assert parse_stretch(text, MONDAY, "monday") is None


@pytest.mark.parametrize(
    ("form", "locale", "start"),
    [
        ("GGGG-[W]WW", MomentLocale("en", "sunday"), "monday"),
        ("gggg-[W]ww", MomentLocale("en", "sunday"), "sunday"),
        ("gggg-[W]ww", MomentLocale("en", "monday"), "monday"),
        ("[Week of] YYYY-MM-DD", MomentLocale("en", "sunday"), "sunday"),
        ("YYYY/[W]ww", MomentLocale("en", "sunday"), "sunday"),
    ],
)
def test_weeks_begin_as_the_format_counts_them(form: str, locale: MomentLocale, start: str) -> None:
    assert week_start_in(form, locale) == start


@given(st.dates(date(7, 1, 1), date(9993, 1, 1)), st.sampled_from(LENGTHS), st.sampled_from(STARTS), st.integers(-5, 5))
def test_every_day_lies_in_its_stretch_and_stretches_have_no_gaps(
    day: date, length: Length, start: WeekStart, step: int
) -> None:
    stretch = stretch_of(length, day, start)
    assert stretch.holds(day)
    assert stretch_of(length, stretch.first, start) == stretch_of(length, stretch.last, start) == stretch
    assert moved(moved(stretch, step, start), -step, start) == stretch
    assert moved(stretch, 1, start).first.toordinal() == stretch.last.toordinal() + 1
    assert parse_stretch(stretch_name(stretch, start), day, start) == stretch


def test_the_edges_of_the_calendar() -> None:
    assert stretch_of("week", date.min, "sunday").first == date.min
    assert stretch_of("week", date.max, "monday").last == date.max
