"""When a job is over."""

import pytest

from tests.practice.people import day
from vaultnet.model.background import has_ended


@pytest.mark.parametrize(
    ("end", "is_over"),
    [
        ("", False),
        ("2025-01-31", True),
        ("2026-06-14", True),
        ("2026-06-15", False),  # the last day is a day at work
        ("2027-01-01", False),
        ("2025", True),
        ("2026", True),  # "until 2026", written in 2026, is said of what was
        ("2027", False),
        ("2026-05", True),
        ("2026-06", True),
        ("2026-07", False),
        ("present", False),
        ("heute", False),
        ("…", False),
        ("31.01.2025", True),
        ("spring", True),
    ],
)
def test_a_job_until(end: str, is_over: bool) -> None:
    assert has_ended(end, day("2026-06-15")) is is_over
