"""Days to mark: a table of (who, day) -> what to do, and a year of birthdays of which none is forgotten or told twice."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.networks import network, yearly
from tests.practice.people import day, someone
from vaultnet.model.dates import PartialDate, days_in_month
from vaultnet.model.profile import Anniversary
from vaultnet.model.settings import DatesSettings, Me, Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.occasions import coming_occasions, marked_soon, occasions_today

AT_HOME = Settings(me=Me(country="NL", location="Utrecht"))


def never(_occasion: object) -> bool:
    return False


def today(
    anniversary: Anniversary, on: str, standing: Standing | None = None, setting: Settings = AT_HOME
) -> list[tuple[str, str]]:
    standing = standing or someone("Ada")
    found = occasions_today(network(standing, anniversaries=(anniversary,)), setting, day(on), never)
    return [(occasion.what, occasion.kind) for occasion in found]


@pytest.mark.parametrize(
    ("when", "on", "who", "expected"),
    [
        # A call on the day, by their channel where that is as good.
        ("06-20", "2026-06-20", {}, [("birthday", "call")]),
        ("06-20", "2026-06-20", {"channel": "video"}, [("birthday", "video")]),
        ("06-20", "2026-06-20", {"channel": "email"}, [("birthday", "call")]),
        ("06-20", "2026-06-19", {}, []),
        # A card to those who are close and those who like paper, while the post can bring it.
        ("06-20", "2026-06-14", {"tier": "close"}, []),
        ("06-20", "2026-06-15", {"tier": "close"}, [("birthday", "card")]),
        ("06-20", "2026-06-17", {"tier": "inner"}, [("birthday", "card")]),
        ("06-20", "2026-06-18", {"tier": "inner"}, []),
        ("06-20", "2026-06-20", {"tier": "inner"}, [("birthday", "call")]),
        ("06-20", "2026-06-15", {"tier": "wide", "channel": "letter"}, [("birthday", "card")]),
        ("06-20", "2026-06-15", {"tier": "wide"}, []),
        # Abroad it takes longer; at home is where I live, and where no note says otherwise.
        ("06-20", "2026-06-08", {"tier": "close", "country": "PT"}, [("birthday", "card")]),
        ("06-20", "2026-06-15", {"tier": "close", "country": "PT"}, []),
        ("06-20", "2026-06-15", {"tier": "close", "country": "NL"}, [("birthday", "card")]),
        # Whoever has had something on paper since then needs no second one.
        ("06-20", "2026-06-16", {"tier": "close", "last": "2026-06-15", "last_kinds": ("card",)}, []),
        ("06-20", "2026-06-16", {"tier": "close", "last": "2026-06-15", "last_kinds": ("call",)}, [("birthday", "card")]),
        # Around the turn of the year, and on 29 February.
        ("01-03", "2026-12-29", {"tier": "close"}, [("birthday", "card")]),
        ("02-29", "2026-02-28", {}, [("birthday", "call")]),
        ("02-29", "2028-02-28", {}, []),
        ("02-29", "2028-02-29", {}, [("birthday", "call")]),
        # Never does not mean not at all on a birthday; gone does.
        ("06-20", "2026-06-20", {"every": "never"}, [("birthday", "call")]),
        ("06-20", "2026-06-20", {"status": "deceased"}, []),
        ("06-20", "2026-06-20", {"status": "Archived"}, []),
    ],
)  # fmt: skip
def test_birthdays(when: str, on: str, who: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert today(yearly("Ada", "birthday", when), on, someone("Ada", **who)) == expected


@pytest.mark.parametrize(
    ("what", "when", "words", "on", "expected"),
    [
        # The day you met: in round years.
        ("met", "2025-06-20", "", "2026-06-20", [("met", "message")]),
        ("met", "2022-06-20", "", "2026-06-20", []),
        ("met", "2016-06-20", "", "2026-06-20", [("met", "message")]),
        ("met", "2026-06-20", "", "2026-06-20", []),
        # Other yearly days of the settings: every year.
        ("wedding", "2022-06-20", "", "2026-06-20", [("wedding", "message")]),
        # Introductions: after a year, once.
        ("introduced me", "2025-06-20", "People/Ben.md", "2026-06-20", [("introduced me", "message")]),
        ("introduced by me", "2024-06-20", "People/Ben.md", "2026-06-20", []),
        # Events in a life: on the day and for two weeks, and a year later, but for troubles.
        ("life event", "2026-06-10", "her father died", "2026-06-12", [("news", "letter")]),
        ("life event", "2026-06-10", "broke his leg", "2026-06-12", [("news", "call")]),
        ("life event", "2026-06-10", "birth: Mary is here", "2026-06-10", [("news", "message")]),
        ("life event", "2026-06-10", "birth: Mary is here", "2026-06-09", []),
        ("life event", "2026-06-10", "birth: Mary is here", "2026-06-25", []),
        ("life event", "2025-06-10", "her father died", "2026-06-10", [("life event", "message")]),
        ("life event", "2024-06-10", "her father died", "2026-06-10", []),
        ("life event", "2025-06-10", "broke his leg", "2026-06-10", []),
    ],
)
def test_other_days(what: str, when: str, words: str, on: str, expected: list[tuple[str, str]]) -> None:
    assert today(yearly("Ada", what, when, words), on) == expected


def test_an_event_is_answered_by_being_in_touch() -> None:
    event = yearly("Ada", "life event", "2026-06-10", "her father died")
    assert today(event, "2026-06-12", someone("Ada", last="2026-06-01")) == [("news", "letter")]
    assert today(event, "2026-06-12", someone("Ada", last="2026-06-11")) == []
    assert today(event, "2026-06-10", someone("Ada", last="2026-06-10")) == []


def test_leads_and_gifts_are_settings() -> None:
    setting = Settings(dates=DatesSettings(lead={"card": 10, "gift": 20}, gift_tiers=("inner",), card_tiers=("wide",)))
    birthday = yearly("Ada", "birthday", "06-20")
    assert today(birthday, "2026-06-10", someone("Ada", tier="wide"), setting) == [("birthday", "card")]
    assert today(birthday, "2026-06-10", someone("Ada", tier="close"), setting) == []
    assert today(birthday, "2026-05-31", someone("Ada", tier="inner"), setting) == [("birthday", "gift")]


def test_what_was_ticked_is_not_proposed_again() -> None:
    birthday = yearly("Ada", "birthday", "06-20")
    net = network(someone("Ada", tier="close"), anniversaries=(birthday,))
    assert occasions_today(net, AT_HOME, day("2026-06-16"), lambda _occasion: True) == ()


def test_coming_days_say_what_to_do_by_when() -> None:
    ada = yearly("Ada", "birthday", "06-20")
    net = network(someone("Ada", tier="close"))
    (card,) = coming_occasions(net, (ada,), AT_HOME, day("2026-06-10"), day("2026-06-30"), never)
    assert (card.kind, card.on, card.by) == ("card", day("2026-06-20"), day("2026-06-15"))
    (call,) = coming_occasions(net, (ada,), AT_HOME, day("2026-06-18"), day("2026-06-30"), never)
    assert (call.kind, call.on, call.by) == ("call", day("2026-06-20"), day("2026-06-20"))
    assert coming_occasions(net, (ada,), AT_HOME, day("2026-06-10"), day("2026-06-14"), never) == ()


@pytest.mark.parametrize(
    ("every", "on", "soon"),
    [
        ("6 months", "2026-06-06", True), ("6 months", "2026-06-05", False), ("6 months", "2026-06-21", False),
        ("1 month", "2026-06-17", True), ("1 month", "2026-06-16", False), ("never", "2026-06-20", False),
    ],
)  # fmt: skip
def test_whoever_has_a_birthday_soon_waits_for_it(every: str, on: str, soon: bool) -> None:
    net = network(someone("Ada", every=every), anniversaries=(yearly("Ada", "birthday", "06-20"),))
    assert (net.standings[0].path in marked_soon(net, day(on))) is soon


MONTHS_AND_DAYS = st.integers(1, 12).flatmap(
    lambda month: st.tuples(st.just(month), st.integers(1, days_in_month(2024, month)))
)
PEOPLE = st.lists(
    st.tuples(MONTHS_AND_DAYS, st.sampled_from([None, 1960, 1996, 2024]), st.sampled_from(["inner", "wide", ""])),
    max_size=8,
)


@given(PEOPLE, st.sampled_from([2025, 2026, 2027, 2028]))
@settings(max_examples=25, deadline=None)
def test_every_birthday_is_marked_exactly_once_a_year(
    people: list[tuple[tuple[int, int], int | None, str]], year: int
) -> None:
    standings = [someone(f"P{number}", tier=tier) for number, (_, _, tier) in enumerate(people)]
    days = tuple(
        Anniversary(standing.path, "birthday", PartialDate(born, *month_day))
        for standing, (month_day, born, _) in zip(standings, people, strict=True)
    )
    net = network(*standings, anniversaries=days)
    marked: list[str] = []
    for passed in range((date(year, 12, 31) - date(year, 1, 1)).days + 1):
        on = date(year, 1, 1) + timedelta(days=passed)
        found = occasions_today(net, AT_HOME, on, never)
        marked += [occasion.contact for occasion in found if occasion.on == on]
        assert all(occasion.kind in {"card", "gift"} for occasion in found if occasion.on != on)
    assert sorted(marked) == sorted(standing.path for standing in standings)
