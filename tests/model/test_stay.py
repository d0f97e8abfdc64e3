"""Whether two were at one organization at one time, as far as the notes tell."""

import pytest

from tests.practice.people import day
from vaultnet.model.stay import Stay


def stay(text: str, organization: str = "acme") -> Stay:
    """`2018-01-01..2020-12-31`, `..`, `2018-01-01..`."""
    start, _, end = text.partition("..")
    return Stay(organization, organization.title(), day(start) if start else None, day(end) if end else None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("..", "..", True),
        ("2020-01-01..", "2024-01-01..", True),
        ("2018-01-01..2020-12-31", "2020-06-01..", True),
        ("2018-01-01..2020-12-31", "2021-01-01..", False),
        ("2018-01-01..2020-12-31", "2019-01-01..2019-12-31", True),
        ("2018-01-01..2018-12-31", "2019-01-01..2019-12-31", False),
        ("..2020-12-31", "..", False),
        ("2018-01-01..2020-12-31", "..", False),
        ("..2020-12-31", "2019-01-01..2021-12-31", False),
    ],
)
def test_at_one_time(one: str, other: str, expected: bool) -> None:
    assert stay(one).overlaps(stay(other)) is expected
    assert stay(other).overlaps(stay(one)) is expected


def test_another_organization() -> None:
    assert not stay("..").overlaps(stay("..", "northwind"))
