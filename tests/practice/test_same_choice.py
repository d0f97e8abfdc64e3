"""A choice that is said to be the same is the one that would be made anew."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.people import day, someone
from tests.practice.simulator import START, budget_for, network
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.model.standing import Offered, Standing
from vaultnet.practice.choice import Choice, parse_choice
from vaultnet.practice.reach_out import Outreach, select_reach_out
from vaultnet.practice.same_choice import is_same_choice

MONDAY = day("2026-06-29")
ONE_A_DAY = Settings(agenda=AgendaSettings(people=1))


def chosen(rows: list[Standing], setting: Settings, today: date) -> tuple[tuple[Outreach, ...], Choice]:
    choice = Choice()
    return select_reach_out(rows, setting, today, choice=choice), choice


def kept(choice: Choice) -> Choice:
    """As it comes out of the index."""
    return parse_choice(json.loads(json.dumps(choice.as_plain())))


@pytest.mark.parametrize(
    ("who", "touched", "is_same"),
    [
        ({"last": "2025-12-20"}, "2026-06-26", True),  # their turn would have come after the others'
        ({"last": "2025-12-20"}, "2025-12-24", False),  # and still would, but where?
        ({"last": "2025-11-01"}, "2026-06-26", False),  # the one who was chosen
        ({}, "2026-06-26", False),  # was new, so everybody together needs more from now on
        ({"last": "2025-12-20", "paused": True}, "2026-06-26", True),  # in no plan
    ],
)
def test_where_it_is_known(who: dict[str, Any], touched: str, *, is_same: bool) -> None:
    rows = [someone("Ada", **who), someone("Ben", last="2025-11-10"), someone("Cy", last="2025-11-20")]
    _, choice = chosen(rows, ONE_A_DAY, MONDAY)
    assert is_same_choice(choice, rows[0], rows[0]._replace(last=day(touched)), MONDAY) is is_same


def test_whoever_comes_back_into_the_plan_is_looked_at() -> None:
    """A touch ends a snooze that a moved item began."""
    rows = [someone("Ada", last="2026-01-20"), someone("Ben", last="2025-11-10"), someone("Cy", last="2025-11-20")]
    snoozed = rows[0]._replace(snooze=day("2026-08-01"))
    _, choice = chosen([snoozed, *rows[1:]], ONE_A_DAY, MONDAY)
    assert not is_same_choice(choice, snoozed, rows[0]._replace(last=day("2026-06-26")), MONDAY)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Standing], Settings, list[tuple[int, int]]]:
    """A network with a budget, most often too small for it, and some touches: whose, and how many days ago."""
    size = draw(st.sampled_from((20, 60, 120)))
    rows = network(size, draw(st.integers(0, 10_000)), history="random")
    odd: dict[int, dict[str, Any]] = {
        0: {"last": None}, 3: {"paused": True}, 5: {"next_contact": START}, 7: {"offers": (Offered(date(2025, 12, 29), "open"),)},
        8: {"snooze": date(2026, 1, 9)}, 9: {"last": None, "met": date(2025, 12, 1)},
    }  # fmt: skip
    rows = [row._replace(**odd.get(number % 23, {})) for number, row in enumerate(rows)]
    load = draw(st.sampled_from((0.7, 1.5, 3.0)))
    touches = draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, 60)), min_size=1, max_size=12))
    return rows, budget_for(rows, load=load), touches


@given(histories())
@settings(max_examples=60, deadline=None)
def test_what_is_kept_is_what_would_be_chosen_anew(
    history: tuple[list[Standing], Settings, list[tuple[int, int]]],
) -> None:
    rows, setting, touches = history
    names, choice = chosen(rows, setting, START)
    for number, ago in touches:
        before = rows[number]
        last = max(filter(None, (before.last, START - timedelta(ago))))
        rows[number] = before._replace(last=last, offers=tuple(offer for offer in before.offers if offer.day > last))
        anew, other = chosen(rows, setting, START)
        if is_same_choice(held := kept(choice), before, rows[number], START):
            assert anew == names
            assert held.as_plain() == {**other.as_plain(), "pressing": held.as_plain()["pressing"]}
            choice = held
        else:
            names, choice = anew, other
