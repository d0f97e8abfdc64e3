"""Holiday cards: who gets one, when it must go, and how an evening nobody has becomes a few cards a day."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.networks import CARD_DAYS, network
from tests.practice.people import day, someone
from vaultnet.model.settings import AgendaSettings, DatesSettings, Me, Settings
from vaultnet.practice.anniversaries import DatedOccasion
from vaultnet.practice.holiday_cards import cards_today, holiday_cards

AT_HOME = Settings(me=Me(country="DE"))


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ({"tier": "close", "country": "DE"}, [("Christmas", "2026-12-25", "2026-12-20")]),
        ({"tier": "inner"}, [("Christmas", "2026-12-25", "2026-12-20")]),  # no country: mine
        ({"tier": "close", "country": "NL"}, [("Christmas", "2026-12-25", "2026-12-13")]),  # abroad
        ({"tier": "close", "country": "IN"}, [("Diwali", "2026-11-08", "2026-10-27")]),
        ({"tier": "close", "country": "US"}, [("Thanksgiving", "2026-11-26", "2026-11-14")]),
        ({"tier": "close", "country": "JP"}, [("New Year", "2027-01-01", "2026-12-20")]),
        ({"tier": "close", "country": "XK"}, []),
        ({"tier": "wide", "channel": "card"}, [("Christmas", "2026-12-25", "2026-12-20")]),
        ({"tier": "wide"}, []),
        ({"tier": "inner", "status": "deceased"}, []),
        ({"tier": "inner", "paused": True}, []),
        ({"tier": "inner", "every": "never"}, []),
    ],
)
def test_who_gets_a_card_and_when_it_goes(who: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    cards = holiday_cards((someone("Ada", **who),), CARD_DAYS, AT_HOME, day("2026-06-01"), day("2026-12-31"))
    assert [(card.words, card.on.isoformat(), card.by.isoformat()) for card in cards] == expected


def test_nobody_knows_my_country_either() -> None:
    ada = (someone("Ada", tier="inner"),)
    assert holiday_cards(ada, CARD_DAYS, Settings(), day("2026-06-01"), day("2026-12-31")) == ()


def done_by(paths: set[str]) -> Callable[[DatedOccasion], bool]:
    return lambda card: card.contact in paths


def written(count: int, setting: Settings, *, skip: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Day -> the cards that stand on it, where everything is written on its day but on the days in `skip`."""
    people = [someone(f"P{number:03}", tier="close", country=("DE", "NL", "IN")[number % 3]) for number in range(count)]
    done: set[str] = set()
    days: dict[str, list[str]] = {}
    for passed in range(120):
        on = day("2026-09-15") + timedelta(days=passed)
        cards = cards_today(network(*people, card_days=CARD_DAYS), setting, on, done_by(done))
        if cards:
            days[on.isoformat()] = [card.contact for card in cards]
        if on.isoformat() not in skip:
            done |= {card.contact for card in cards}
    return days


def test_a_few_a_day_in_time_and_everybody_once() -> None:
    days = written(60, AT_HOME)
    assert max(map(len, days.values())) <= 3
    assert Counter(path for cards in days.values() for path in cards) == {
        f"People/P{number:03}.md": 1 for number in range(60)
    }
    assert max(days) <= "2026-12-20"
    assert all(day(on).weekday() < 5 for on in days)


def test_the_writing_is_spread_over_the_two_weeks() -> None:
    days = [on for on in written(30, AT_HOME) if on > "2026-12-13"]
    assert len(days) >= 3  # ten cards for the 20th, of which the first were written before the 13th
    assert "2026-12-18" in days


def test_what_is_not_written_stands_there_on_the_next_day() -> None:
    first = next(iter(written(30, AT_HOME)))
    skipped = written(30, AT_HOME, skip=frozenset({first}))
    assert set(skipped[first]) <= {path for on, cards in skipped.items() if on > first for path in cards}


def test_many_begin_earlier_and_too_many_are_not_all_written() -> None:
    setting = Settings(me=Me(country="DE"), dates=DatesSettings(cards_a_day=2))
    days = written(400, setting)
    assert max(map(len, days.values())) <= 2
    christmas = [on for on in days if on > "2026-11-10"]
    assert christmas[0] <= "2026-11-15"
    assert days == written(400, setting)


def test_a_card_of_last_week_is_enough() -> None:
    ada = someone("Ada", tier="close", last="2026-12-10", last_kinds=("card",))
    shown = cards_today(network(ada, card_days=CARD_DAYS), AT_HOME, day("2026-12-18"), lambda _card: False)
    assert shown == ()


@given(
    st.integers(0, 200),
    st.integers(1, 6),
    st.sampled_from([frozenset({0, 1, 2, 3, 4}), frozenset({6}), frozenset({1, 3})]),
)
@settings(max_examples=15, deadline=None)
def test_never_more_than_so_many_a_day(count: int, a_day: int, days: frozenset[int]) -> None:
    setting = Settings(me=Me(country="DE"), agenda=AgendaSettings(days=days), dates=DatesSettings(cards_a_day=a_day))
    found = written(count, setting)
    assert all(len(cards) <= a_day for cards in found.values())
    assert max(Counter(path for cards in found.values() for path in cards).values(), default=1) == 1
