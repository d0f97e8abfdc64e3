"""With the touch plan at work the promises of the budget hold as without it: (a) and (d) of 4-practice.md, "Budget".

Property (d) is checked on every day (`simulator.check_day`); the minutes are those of the planned kinds.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from tests.practice.simulator import budget_for, network, passed_late, simulate
from vaultnet.model.network import Network
from vaultnet.model.profile import Profile
from vaultnet.model.settings import AgendaSettings, Me, Settings
from vaultnet.model.standing import Standing
from vaultnet.model.trip import Trip
from vaultnet.practice.touch_plan import PlannedKinds

TRIPS = (Trip("Porto", date(2026, 7, 6), date(2026, 7, 19), ("Porto",)),)
PLACES = ("Utrecht", "Porto", "")


def profiles(rows: Sequence[Standing]) -> dict[str, Profile]:
    return {
        row.path: Profile(
            location=PLACES[number % 3],
            interests=("tea",) if number % 2 else (),
            needs=("a job",) if number % 5 == 0 else (),
            address="Kersenlaan 12, Utrecht" if number % 2 else "",
        )
        for number, row in enumerate(rows)
    }


def touch_plan(rows: Sequence[Standing], settings: Settings, day: date) -> Mapping[str, str]:
    return PlannedKinds(Network(tuple(rows), {}, {}, profiles=profiles(rows), trips=TRIPS), settings, day)


@pytest.mark.parametrize("seed", range(3))
def test_nobody_is_late_when_the_plan_says_how(seed: int) -> None:
    rows = network(40, seed)
    budget = budget_for(rows)
    settings = Settings(agenda=budget.agenda, me=Me(location="Utrecht"))
    history = simulate(rows, settings, days=500, planned=touch_plan)
    assert passed_late(history) == 0
    kinds = {item.kind for _, items in history.lists for item in items}
    assert kinds >= {"coffee", "help", "call", "postcard"}
    assert "plan" in {item.why.kind_from for _, items in history.lists for item in items}


def test_what_does_not_fit_into_the_day_goes_another_way() -> None:
    """Two postcards take twenty minutes; the second name of a day of ten minutes gets a word by another way."""
    rows = network(40, 1)
    settings = Settings(agenda=AgendaSettings(people=2, minutes=14), me=Me(location="Utrecht"))
    history = simulate(rows, settings, days=200, planned=lambda rows, *_: {row.path: "postcard" for row in rows})
    full = [items for _, items in history.lists if len(items) > 1]
    assert full
    assert all(sum(item.minutes for item in items) <= 14 for items in full)
