"""The touch plan: tables of a contact's year, and what holds of every plan."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.networks import CARD_DAYS, event, network, touch, trip, yearly
from tests.practice.people import day, someone
from vaultnet.model.profile import NO_PROFILE, NewPosition, Profile
from vaultnet.model.settings import Me, Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.touch_plan import MOST, TouchPlan, build_touch_plan
from vaultnet.practice.year_plan import build_year_plan

SETTINGS = Settings(me=Me(location="Utrecht", country="NL"))
TODAY = day("2026-01-10")


def plan(
    standing: Standing, profile: Profile = NO_PROFILE, *, year: int = 2026, on: date = TODAY, **fields: Any
) -> TouchPlan:
    net = network(standing, profiles={"Ada": profile}, card_days=CARD_DAYS, **fields)
    return build_touch_plan(standing, net, SETTINGS, on, year)


def lines(found: TouchPlan) -> list[str]:
    return [f"{item.day} {item.kind} {item.reason} {item.words}".rstrip() for item in found.planned]


BIRTHDAY = Profile(location="Utrecht", yearly=(yearly("Ada", "birthday", "04-17"),))


def test_a_close_contact_has_a_year_of_their_own() -> None:
    ada = someone("Ada", every="3 months", tier="close", last="2025-11-20", last_kinds=("call",))
    profile = BIRTHDAY._replace(interests=("flood marks",), needs=("a speaker",))
    assert lines(plan(ada, profile)) == [
        "2026-02-20 help help a speaker",
        "2026-04-12 card birthday",
        "2026-07-12 coffee same_place Utrecht",
        "2026-10-12 call how_are_things",
        "2026-12-20 card holiday Christmas",
    ]


def test_a_wide_contact_hears_twice_and_on_the_birthday() -> None:
    ada = someone("Ada", every="6 months", tier="wide", last="2025-11-20", last_kinds=("email",))
    assert lines(plan(ada, BIRTHDAY)) == ["2026-04-17 call birthday", "2026-10-17 email how_are_things"]


def test_a_monthly_tie_has_seven_that_are_planned() -> None:
    ada = someone("Ada", every="1 month", tier="inner", last="2026-01-02", last_kinds=("email",))
    profile = BIRTHDAY._replace(interests=("flood marks",), needs=("a speaker",))
    met = (*profile.yearly, yearly("Ada", "met", "2021-09-10"))
    found = plan(
        ada, profile._replace(yearly=met, address="Leechgasse 4"), trips=(trip("2026-06-01", "2026-06-08", "Porto"),)
    )
    assert len(found.planned) == MOST
    assert lines(found) == [
        "2026-02-02 help help a speaker",
        "2026-04-12 card birthday",
        "2026-06-02 postcard postcard Porto",
        "2026-07-24 coffee only_written",
        "2026-09-10 message met",
        "2026-11-01 email article flood marks",
        "2026-12-20 card holiday Christmas",
    ]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("DE", "2026-12-13 card holiday Christmas"),  # from the Netherlands: abroad
        ("IN", "2026-10-27 card holiday Diwali"),
        ("US", "2026-11-14 card holiday Thanksgiving"),
    ],
)
def test_the_holiday_is_that_of_their_country(country: str, expected: str) -> None:
    ada = someone("Ada", every="6 months", tier="close", last="2026-01-02", last_kinds=("call",), country=country)
    assert expected in lines(plan(ada))


def test_whoever_has_just_had_a_card_gets_a_call_on_the_day() -> None:
    ada = someone("Ada", every="3 months", tier="close", last="2026-03-30", last_kinds=("card",))
    assert lines(plan(ada, BIRTHDAY, on=day("2026-04-01")))[0] == "2026-04-17 call birthday"


def test_what_is_arranged_stands_in_the_plan() -> None:
    ada = someone("Ada", every="3 months", last="2026-01-02", last_kinds=("email",))
    forum = event("2026-03-17", "Risk Forum", "Ada")
    assert lines(plan(ada, ahead={ada.path: (forum,)}))[0] == "2026-03-17 event meeting Risk Forum"


def test_a_trip_is_a_chance_when_one_is_due_about_then() -> None:
    ada = someone("Ada", every="6 months", last="2026-01-02", last_kinds=("email",))
    there = Profile(location="Porto")
    assert (
        lines(plan(ada, there, trips=(trip("2026-07-06", "2026-07-12", "Porto"),)))[0]
        == "2026-07-07 coffee both_there Porto"
    )
    assert "both_there" not in str(lines(plan(ada, there, trips=(trip("2026-03-06", "2026-03-12", "Porto"),))))
    postcard = plan(
        ada, Profile(location="Graz", address="Leechgasse 4"), trips=(trip("2026-07-06", "2026-07-12", "Porto"),)
    )
    assert lines(postcard)[0] == "2026-07-07 postcard postcard Porto"


def test_an_event_of_mine_is_a_chance_to_invite() -> None:
    ada = someone("Ada", every="6 months", last="2026-01-02", last_kinds=("call",))
    found = plan(ada, BIRTHDAY._replace(yearly=()), hosted=(event("2026-07-20", "Garden Lunch"),))
    assert lines(found)[0] == "2026-06-29 message invite Garden Lunch"


def test_news_come_first() -> None:
    ada = someone("Ada", every="6 months", tier="close", last="2026-01-02", last_kinds=("call",))
    grief = Profile(yearly=(yearly("Ada", "life event", "2026-01-09", "her father died"),))
    assert lines(plan(ada, grief))[0] == "2026-01-10 letter news her father died"
    job = Profile(positions=(NewPosition("Head", "Acme", day("2026-06-01")),))
    assert "2026-07-02 message position Head, Acme" in lines(plan(ada, job))


@pytest.mark.parametrize(
    ("who", "out"),
    [
        ({"every": "never"}, "never"),
        ({"paused": True}, "paused"),
        ({"status": "deceased"}, "deceased"),
        ({"status": "archived"}, "archived"),
    ],
)
def test_nothing_is_planned_for_those_who_are_out(who: dict[str, Any], out: str) -> None:
    ada = someone("Ada", last="2025-11-20", tier="inner", **who)
    done = (touch("2026-01-05", "email"), touch("2025-11-20", "call"))
    found = plan(ada, BIRTHDAY, touches={ada.path: done})
    assert (found.planned, found.out) == ((), out)
    assert [item.day for item in found.done] == [day("2026-01-05")]


def test_a_snooze_is_kept() -> None:
    ada = someone("Ada", every="1 month", last="2025-11-20", snooze="2026-06-01")
    assert plan(ada).planned[0].day >= day("2026-06-01")


def test_a_year_that_is_over_has_no_plan() -> None:
    ada = someone("Ada", last="2025-11-20")
    assert plan(ada, year=2025).planned == ()


def test_the_year_of_the_network() -> None:
    ada = someone("Ada", every="3 months", tier="close", last="2025-11-20", last_kinds=("call",))
    year = build_year_plan([plan(ada, BIRTHDAY)], 2026)
    assert [month.touches for month in year.months] == [0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1]
    assert year.months[3].kinds == {"card": 1}
    assert [(path, item.on) for path, item in year.posted] == [
        (ada.path, day("2026-04-17")),
        (ada.path, day("2026-12-25")),
    ]


# What holds of every plan. ------------------------------------------------------------------------------------------

DAYS = st.dates(date(2025, 1, 1), TODAY)
KINDS = st.lists(st.sampled_from(["email", "call", "card", "coffee", "message", "mention"]), max_size=3).map(tuple)
YEARLY = st.lists(
    st.tuples(
        st.sampled_from(["birthday", "met", "wedding", "introduced me"]), st.dates(date(2020, 1, 1), date(2025, 12, 31))
    ),
    max_size=4,
    unique_by=lambda entry: entry[0],
)
TRIPS = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.sampled_from(["Porto", "Utrecht"])), max_size=3
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[TouchPlan, int, TouchPlan]:
    standing = someone(
        "Ada",
        every=draw(st.sampled_from(["7 days", "1 month", "3 months", "6 months", "1 year"])),
        tier=draw(st.sampled_from(["inner", "close", "wide", ""])),
        channel=draw(st.sampled_from(["", "email", "call", "letter", "message"])),
        country=draw(st.sampled_from(["", "DE", "IN", "US"])),
        turns=draw(st.integers(0, 20)),
        last_kinds=draw(KINDS),
    )._replace(last=draw(st.none() | DAYS))
    profile = Profile(
        location=draw(st.sampled_from(["", "Utrecht", "Porto"])),
        interests=draw(st.sampled_from([(), ("tea",), ("tea", "boats")])),
        needs=draw(st.sampled_from([(), ("a job",)])),
        yearly=tuple(yearly("Ada", what, when.isoformat()) for what, when in draw(YEARLY)),
    )
    around: dict[str, Any] = {
        "trips": tuple(
            trip(start.isoformat(), date.fromordinal(start.toordinal() + 6).isoformat(), place)
            for start, place in draw(TRIPS)
        ),
        "hosted": draw(st.sampled_from([(), (event("2026-05-01", "Lunch"),)])),
    }
    year = draw(st.sampled_from([2026, 2027]))
    return plan(standing, profile, year=year, **around), year, plan(standing, profile, year=year, **around)


@given(plans())
@settings(max_examples=150, deadline=None)
def test_every_plan_is_spaced_varied_and_not_too_much(drawn: tuple[TouchPlan, int, TouchPlan]) -> None:
    found, year, again = drawn
    planned = found.planned
    assert found == again
    assert len(planned) <= MOST
    assert all(item.day.year == year and item.day >= TODAY for item in planned)
    assert all((later.day - earlier.day).days >= 14 for earlier, later in pairwise(planned))
    assert all(earlier.kind != later.kind for earlier, later in pairwise(planned))
    reasons = [item.reason for item in planned]
    assert len(set(reasons)) == len(reasons)
    assert all(item.kind in SETTINGS.kinds for item in planned)
