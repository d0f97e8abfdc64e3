"""Why to reach out today: tables of what a note says, and what follows from it."""

import pytest

from tests.practice.networks import event, network, trip, yearly
from tests.practice.people import day, someone
from vaultnet.model.profile import NewPosition, Profile
from vaultnet.model.settings import Me, Settings
from vaultnet.model.standing import Standing
from vaultnet.model.trip import Trip
from vaultnet.practice.touch_plan import PlannedKinds
from vaultnet.practice.touch_reason import Reason, around, find_reason, is_same_place

SETTINGS = Settings(me=Me(location="Utrecht", country="NL"))
HERE, THERE = Profile(location="Utrecht"), Profile(location="Lisbon, Portugal")


def reason(
    profile: Profile, standing: Standing | None = None, on: str = "2026-06-15", **fields: object
) -> Reason | None:
    standing = standing or someone("Ada", last="2026-01-10", last_kinds=("email",))
    about = around(standing, network(standing, profiles={"Ada": profile}, **fields), SETTINGS)
    return find_reason(about, day(on))


def name_and_kind(found: Reason | None) -> tuple[str, str, str]:
    assert found
    return found.name, found.kind, found.words


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        # News come first.
        (HERE._replace(positions=(NewPosition("Head of risk", "Acme", day("2026-06-01")),)),
         ("position", "message", "Head of risk, Acme")),
        (HERE._replace(yearly=(yearly("Ada", "life event", "2026-05-20", "her father died"),)),
         ("news", "letter", "her father died")),
        (HERE._replace(yearly=(yearly("Ada", "life event", "2026-05-20", "birth: Mary"),)), ("news", "message", "birth: Mary")),
        # Too long ago, or before the last touch: no news any more.
        (Profile(yearly=(yearly("Ada", "life event", "2026-04-01", "birth: Mary"),)), ("how_are_things", "call", "")),
        (Profile(positions=(NewPosition("", "Acme", day("2026-01-01")),)), ("how_are_things", "call", "")),
        # Nothing is known: a call.
        (Profile(), ("how_are_things", "call", "")),
    ],
)  # fmt: skip
def test_what_a_note_says(profile: Profile, expected: tuple[str, str, str]) -> None:
    assert name_and_kind(reason(profile)) == expected


def test_where_i_am() -> None:
    lisbon = (trip("2026-07-06", "2026-07-12", "Porto", "Lisbon"),)
    assert name_and_kind(reason(THERE, on="2026-06-24", trips=lisbon)) == ("both_there", "coffee", "Lisbon")
    assert name_and_kind(reason(THERE, on="2026-06-15", trips=lisbon)) == ("how_are_things", "call", "")
    home = HERE._replace(address="Oudegracht 1, Utrecht")
    assert name_and_kind(reason(home, on="2026-07-08", trips=lisbon)) == ("postcard", "postcard", "Porto, Lisbon")
    assert name_and_kind(reason(home, on="2026-07-13", trips=lisbon))[0] != "postcard"
    assert name_and_kind(reason(HERE, on="2026-07-08", trips=lisbon))[0] != "postcard"  # nowhere to send it
    assert name_and_kind(reason(HERE, trips=(Trip("Some day"),)))[0] != "postcard"


def test_an_event_of_mine() -> None:
    lunch = event("2026-06-27", "Garden Lunch", "Ben")
    assert name_and_kind(reason(HERE, hosted=(lunch,))) == ("invite", "message", "Garden Lunch")
    assert name_and_kind(reason(THERE, hosted=(lunch,)))[0] != "invite"  # they live elsewhere
    coming = event("2026-06-27", "Garden Lunch", "Ada")
    assert name_and_kind(reason(HERE, hosted=(coming,)))[0] != "invite"
    assert name_and_kind(reason(HERE, on="2026-06-26", hosted=(lunch,)))[0] != "invite"


@pytest.mark.parametrize(
    ("location", "kind"), [("Utrecht", "coffee"), ("", "coffee"), ("Lisbon", "call")]
)  # far away: a voice at least
def test_a_tie_that_is_only_written_is_met(location: str, kind: str) -> None:
    standing = someone("Ada", last="2026-01-10", last_kinds=("email", "card", "message"))
    assert name_and_kind(reason(Profile(location=location), standing)) == ("only_written", kind, "")


def test_what_is_good_at_any_time_comes_in_turn_and_never_as_the_last_kind() -> None:
    profile = HERE._replace(needs=("a speaker",), interests=("flood marks", "tiles"))
    kinds: list[str] = []
    names: set[str] = set()
    for turns in range(8):
        standing = someone("Ada", last="2026-01-10", last_kinds=tuple(kinds[-1:]), turns=turns)
        found = reason(profile, standing)
        assert found
        assert found.kind not in kinds[-1:]
        kinds.append(found.kind)
        names.add(found.name)
    assert names == {"help", "article", "same_place", "how_are_things"}


def test_their_channel_is_preferred() -> None:
    standing = someone("Ada", last="2026-01-10", last_kinds=("call",), channel="message")
    assert name_and_kind(reason(Profile(), standing)) == ("how_are_things", "message", "")
    standing = someone("Ada", last="2026-01-10", last_kinds=("coffee",), channel="video")
    assert name_and_kind(reason(Profile(), standing)) == ("how_are_things", "video", "")


def test_a_new_name_gets_a_hello() -> None:
    assert name_and_kind(reason(HERE, someone("Ada"))) == ("hello", "email", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Lisbon", "lisbon, Portugal", True), ("Graz", "Gráz", True), ("", "", False), ("Lisbon", "Porto", False)],
)
def test_the_same_place(one: str, other: str, same: bool) -> None:
    assert is_same_place(one, other) is same


def test_the_plan_is_worked_out_for_those_who_are_asked_for() -> None:
    asked: list[str] = []

    class Profiles(dict[str, Profile]):
        def get(self, path: str, _default: object = None) -> Profile:
            asked.append(path)
            return HERE

    ada, ben = someone("Ada", last="2026-01-10"), someone("Ben", last="2026-01-10")
    net = network(ada, ben)
    planned = PlannedKinds(type(net)(net.standings, {}, {}, profiles=Profiles()), SETTINGS, day("2026-06-15"))
    assert planned[ada.path] in {"coffee", "call"}
    assert planned.get(ada.path) == planned[ada.path]
    assert planned.get("People/Nobody.md", "") == ""
    assert asked == [ada.path]
    assert list(planned) == [ada.path, ben.path]
    assert len(planned) == 2
