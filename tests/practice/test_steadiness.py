"""Bursts and silences: what a row of weeks shows, and what it does not."""

from datetime import date, timedelta

import pytest

from vaultnet.practice.steadiness import QuietStretch, read_steadiness, touches_by_week

FIRST = date(2026, 1, 5)


def weeks(counts: str) -> list[tuple[date, int]]:
    """One live touch for each count of a week: "3 0 2"."""
    return [
        (FIRST + timedelta(weeks=number), 2) for number, count in enumerate(counts.split()) for _ in range(int(count))
    ]


def read(counts: str) -> str:
    last = FIRST + timedelta(weeks=len(counts.split())) - timedelta(days=1)
    return read_steadiness(touches_by_week(weeks(counts), FIRST, last)).state


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ("3 4 2 3 3 4 2 3", "steady"),
        ("1 0 0 0 1 0 0 0 1", "steady"),  # three weeks are no silence
        ("9 8 0 0 0 0 0 7", "bursts and silences"),
        ("2 0 0 0 0 2", "quiet"),
        ("1 1 9 1 1 1 1 1", "steady"),  # one full week is no fault
        ("6 0 0 0 0 0 0 0", "bursts and silences"),
        ("0 0 0 0 0 0 0 2 2", "steady"),  # before the first touch there was no practice
        ("0 0 0 0 0", "none"),
        ("5 1 1 1 1", "steady"),  # five touches are no burst
    ],
)
def test_patterns(counts: str, state: str) -> None:
    assert read(counts) == state


def test_a_quiet_stretch_names_its_days() -> None:
    rows = touches_by_week(weeks("9 0 0 0 0 0 3"), FIRST, FIRST + timedelta(days=48))
    found = read_steadiness(rows)
    assert found.quiet == (QuietStretch(date(2026, 1, 12), date(2026, 2, 15), 5),)
    assert found.bursts == (FIRST,)


def test_touches_are_counted_by_richness_and_only_in_the_days_asked_for() -> None:
    days = [(FIRST, 3), (FIRST, 1), (FIRST, 0), (FIRST + timedelta(days=6), 2), (FIRST + timedelta(days=14), 2)]
    rows = touches_by_week([*days, (FIRST - timedelta(days=1), 3)], FIRST, FIRST + timedelta(days=13))
    assert [(row.in_person, row.live, row.written, row.touches) for row in rows] == [(1, 1, 1, 3), (0, 0, 0, 0)]
