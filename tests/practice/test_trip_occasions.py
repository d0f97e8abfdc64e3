"""What a trip is good for, day by day: whom to see there, and postcards, nobody twice in a year."""

from typing import Any

import pytest

from tests.practice.networks import network
from tests.practice.people import day, someone
from vaultnet.model.journey import Journey
from vaultnet.model.network import Meeting, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.trip import Trip
from vaultnet.practice.trip_occasions import addresses_to_take, trip_occasions

PORTO = Trip("Porto and Lisbon", day("2026-07-06"), day("2026-07-12"), ("Porto", "Lisbon"))


def journey(*, local: str = "", named: str = "", addressed: str = "") -> Journey:
    paths = [tuple(f"People/{name}.md" for name in names.split()) for names in (local, named, addressed)]
    return Journey(PORTO, *paths)


def seen(on: str, near: Journey, *people: Standing, **fields: Any) -> list[str]:
    """Who, and how, on a day."""
    found = network(*people, journeys=(near,), **fields)
    occasions = trip_occasions(found, Settings(), day(on), lambda _: False)
    return [f"{found.name_by_path[one.contact]} {one.what} {one.kind}" for one in occasions]


@pytest.mark.parametrize(
    ("on", "who", "expected"),
    [
        ("2026-06-21", {}, []),
        ("2026-06-22", {}, ["Ada trip message"]),
        ("2026-07-12", {}, ["Ada trip message"]),
        ("2026-07-13", {}, []),
        ("2026-06-24", {"channel": "email"}, ["Ada trip email"]),
        ("2026-06-24", {"channel": "letter"}, ["Ada trip message"]),  # too slow for an answer
        ("2026-06-24", {"last": "2026-06-23"}, []),  # a word has gone to them since
        ("2026-06-24", {"last": "2026-06-24"}, ["Ada trip message"]),  # today's tick stays on its page
        ("2026-06-24", {"last": None}, []),  # whom I have never met
        ("2026-06-24", {"every": "never"}, []),
        ("2026-06-24", {"paused": True}, []),
        ("2026-06-24", {"status": "deceased"}, []),
    ],
)
def test_who_lives_there(on: str, who: dict[str, Any], expected: list[str]) -> None:
    values = {"last": "2026-01-10", **who}
    ada = someone("Ada", **{key: value for key, value in values.items() if value is not None})
    assert seen(on, journey(local="Ada"), ada) == expected


def test_nothing_is_proposed_once_it_is_arranged() -> None:
    ada = someone("Ada", last="2026-01-10")
    lunch = Meeting("Lunch.md", "Lunch", "meeting", day("2026-07-09"), "", "", "", ("People/Ada.md",))
    assert not seen("2026-06-24", journey(local="Ada"), ada, ahead={"People/Ada.md": (lunch,)})
    assert not seen("2026-07-09", journey(local="Ada"), ada, meetings=(lunch,))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-07-06", []),  # a day to arrive
        ("2026-07-07", ["Ben postcard postcard", "Ada postcard postcard"]),
        ("2026-07-12", ["Ben postcard postcard", "Ada postcard postcard"]),
    ],
)
def test_postcards_go_to_whom_the_note_names_and_who_likes_them(on: str, expected: list[str]) -> None:
    """Cy likes no cards, Dan is to be left alone."""
    people = (
        someone("Ada", last="2026-01-10", tier="inner"), someone("Ben", last="2026-01-10", tier="wide"),
        someone("Cy", last="2026-01-10", tier="wide"), someone("Dan", every="never", tier="inner"),
    )  # fmt: skip
    near = journey(named="Ben", addressed="Ada Cy Dan")
    assert seen(on, near, *people) == expected


@pytest.mark.parametrize(("sent", "again"), [("2025-07-06", True), ("2025-07-09", False), ("2026-07-07", False)])
def test_nobody_gets_two_in_a_year(sent: str, again: bool) -> None:
    ada = someone("Ada", last="2026-07-07", tier="inner")
    card = Touch(day(sent), "", "postcard", 1, "to", "", (), "log", "People/Ada.md", 9)
    found = seen("2026-07-08", journey(addressed="Ada"), ada, touches={"People/Ada.md": (card,)})
    assert bool(found) is again


def test_a_few_a_day() -> None:
    people = [someone(name, last="2026-01-10", tier="close") for name in ("Ada", "Ben", "Cy", "Dan", "Eve")]
    near = journey(addressed="Ada Ben Cy Dan Eve")
    assert [line.split()[0] for line in seen("2026-07-07", near, *people)] == ["Ada", "Ben", "Cy"]


@pytest.mark.parametrize(("on", "told"), [("2026-07-02", False), ("2026-07-03", True), ("2026-07-06", False)])
def test_the_addresses_are_taken_along(on: str, told: bool) -> None:
    people = (someone("Ada", last="2026-01-10", tier="inner"), someone("Ben", last="2026-01-10"))
    found = network(*people, journeys=(journey(named="Ben", addressed="Ada"),))
    taken = list(addresses_to_take(found, Settings(), day(on)))
    assert [entry.contacts for entry in taken] == ([("People/Ada.md",)] if told else [])
