"""Birthdays of days without a page: a table of (pages, who, today) -> whether a late word is proposed."""

from typing import Any

import pytest

from tests.practice.networks import network, yearly
from tests.practice.people import day, someone
from vaultnet.model.network import Offer
from vaultnet.model.settings import Settings
from vaultnet.practice.belated import belated_birthdays

FRIDAY, SATURDAY, SUNDAY, MONDAY = "2026-06-19", "2026-06-20", "2026-06-21", "2026-06-22"


def pages(*days: str) -> tuple[Offer, ...]:
    return tuple(Offer("People/Ben.md", day(text), "00000000", "open", False, "call", None, 1) for text in days)


@pytest.mark.parametrize(
    ("made", "who", "today", "is_told"),
    [
        ([FRIDAY], {}, MONDAY, True),
        ([FRIDAY, MONDAY], {}, MONDAY, True),
        # For a week, whatever pages there are.
        ([FRIDAY, MONDAY], {}, "2026-06-23", True),
        (["2026-05-20"], {}, "2026-06-27", True),
        (["2026-05-20"], {}, "2026-06-28", False),
        # The day itself is told otherwise, as is a day that had a page.
        ([FRIDAY], {}, SATURDAY, False),
        ([FRIDAY, SATURDAY], {}, MONDAY, False),
        # Where there was no page yet nothing was missed.
        ([], {}, MONDAY, False),
        ([SUNDAY], {}, MONDAY, False),
        # In touch on the day or since; before it is another matter.
        ([FRIDAY], {"last": SATURDAY}, MONDAY, False),
        ([FRIDAY], {"last": SUNDAY}, MONDAY, False),
        ([FRIDAY], {"last": FRIDAY}, MONDAY, True),
        ([FRIDAY], {"status": "deceased"}, MONDAY, False),
        ([FRIDAY], {"every": "never"}, MONDAY, True),
    ],
)
def test_who_gets_a_late_word(made: list[str], who: dict[str, Any], today: str, *, is_told: bool) -> None:
    net = network(someone("Ada", **who), anniversaries=(yearly("Ada", "birthday", "06-20"),), offers=pages(*made))
    found = [(one.what, one.kind, one.on) for one in belated_birthdays(net, Settings(), day(today))]
    assert found == ([("birthday", "call", day(SATURDAY))] if is_told else [])


@pytest.mark.parametrize(
    ("when", "today", "on"),
    [("12-30", "2027-01-02", "2026-12-30"), ("02-29", "2027-03-02", "2027-02-28"), ("1960-06-20", MONDAY, SATURDAY)],
)
def test_around_the_turn_of_the_year_and_on_29_february(when: str, today: str, on: str) -> None:
    net = network(someone("Ada"), anniversaries=(yearly("Ada", "birthday", when),), offers=pages("2026-06-01"))
    assert [one.on for one in belated_birthdays(net, Settings(), day(today))] == [day(on)]


def test_only_birthdays() -> None:
    net = network(someone("Ada"), anniversaries=(yearly("Ada", "met", "2025-06-20"),), offers=pages(FRIDAY))
    assert list(belated_birthdays(net, Settings(), day(MONDAY))) == []
