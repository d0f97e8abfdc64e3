"""Giving: whom to introduce to whom, and where I could help; who is left out, and never twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.networks import network
from tests.practice.people import someone
from vaultnet.model.giving import MINE, Circles, Giving, Need, Resource
from vaultnet.model.network import Promise
from vaultnet.model.settings import GivingSettings, Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.give_proposed import give_key, origin_of_help, origin_of_introduction
from vaultnet.practice.giving import Fit, best_for_each_need, build_fits

TODAY = date(2026, 6, 15)
SETTINGS = Settings()
NEED, RESOURCE = "a proofreader for letters in German", "proofreading in German and Polish"


def path(name: str) -> str:
    return f"People/{name}.md"


def known(name: str, **fields: Any) -> Standing:
    return someone(name, **{"last": "2026-01-01", **fields})


ADA, BEN = known("Ada"), known("Ben")
GIVING = Giving(needs=(Need(path("Ada"), NEED),), resources=(Resource(path("Ben"), RESOURCE, "offer"),))


def fits(*people: Standing, giving: Giving = GIVING, settings: Settings = SETTINGS, **fields: Any) -> tuple[Fit, ...]:
    return build_fits(giving, network(*people, **fields), settings, TODAY)


def test_a_need_and_what_meets_it_are_an_introduction_with_its_why() -> None:
    (fit,) = fits(ADA, BEN)
    assert fit[:5] == (path("Ada"), NEED, path("Ben"), RESOURCE, "offer")
    assert fit.words == ("proofreader", "German")


@pytest.mark.parametrize(
    ("ada", "ben"),
    [
        (known("Ada", status="archived"), BEN),
        (ADA, known("Ben", status="deceased")),
        (known("Ada", paused=True), BEN),
        (ADA, known("Ben", snooze="2026-07-01")),
        (ADA, known("Ben", every="never")),
        (someone("Ada"), BEN),  # I have never met them
        (known("Ada", at="acme"), known("Ben", at="acme")),
    ],
)
def test_who_is_not_introduced(ada: Standing, ben: Standing) -> None:
    assert fits(ada, ben) == ()


def test_a_snooze_that_has_passed_is_none() -> None:
    assert len(fits(ADA, known("Ben", snooze="2026-06-15"))) == 1


@pytest.mark.parametrize(
    "circles",
    [Circles([(path("Ben"), path("Ada"))]), Circles((), dict.fromkeys(map(path, ("Ada", "Ben")), frozenset({"M.md"})))],
)
def test_nobody_is_introduced_to_whom_they_know(circles: Circles) -> None:
    assert fits(ADA, BEN, giving=GIVING._replace(circles=circles)) == ()


def test_a_promise_about_both_is_on_its_way() -> None:
    task = Promise("Daily/D.md", 1, "Introduce them", None, None, None, None, False, (path("Ada"), path("Ben")))
    assert fits(ADA, BEN, promises=(task,)) == ()


@pytest.mark.parametrize(("about", "other"), [(ADA, BEN), (BEN, ADA)])
def test_a_pair_is_proposed_once_whomever_the_item_was_about(about: Standing, other: Standing) -> None:
    """Open, ticked or let go: the state is not asked."""
    day = date(2026, 3, 2)
    key = give_key(day, about, origin_of_introduction(other))
    assert fits(ADA, BEN, giving=GIVING._replace(proposed={about.path: ((day, key),)})) == ()
    other_day = ((date(2026, 3, 3), key),)
    assert len(fits(ADA, BEN, giving=GIVING._replace(proposed={about.path: other_day}))) == 1


def test_what_i_can_do_for_somebody_is_proposed_once_for_each_need() -> None:
    mine = GIVING._replace(resources=(Resource(MINE, RESOURCE, "offer"), Resource(MINE, "German", "skill")))
    (fit,) = fits(ADA, giving=mine)
    assert (fit.other, fit.source) == (MINE, "offer")
    day = date(2026, 3, 2)
    key = give_key(day, ADA, origin_of_help(NEED))
    assert fits(ADA, giving=mine._replace(proposed={ADA.path: ((day, key),)})) == ()


def test_i_know_everybody_and_can_help_somebody_of_any_company() -> None:
    assert (
        len(fits(known("Ada", at="acme"), giving=GIVING._replace(resources=(Resource(MINE, RESOURCE, "strength"),))))
        == 1
    )


@pytest.mark.parametrize(
    ("need", "role", "is_proposed"),
    [
        ("a German conversation partner", "Partner", False),
        ("a translator for a lease", "Translator", True),
        ("experience with flood models", "Head of flood models", True),
    ],
)
def test_a_role_is_a_gift_where_it_says_enough(need: str, role: str, is_proposed: bool) -> None:
    giving = Giving(
        (Need(path("Ada"), need),), (Resource(path("Ben"), role, "role"), Resource(path("Cy"), "a sofa", "offer"))
    )
    assert bool(fits(ADA, BEN, giving=giving)) is is_proposed


def test_each_pair_once_and_one_answer_to_each_need() -> None:
    giving = Giving(
        (Need(path("Ada"), "flood maps"), Need(path("Ada"), "flood maps of the delta"), Need(path("Ben"), "dike maps")),
        (
            Resource(path("Ben"), "flood maps of the delta", "offer"),
            Resource(path("Cy"), "flood maps", "skill"),
            Resource(path("Ada"), "dike maps", "offer"),
        ),
    )
    found = fits(ADA, BEN, known("Cy"), giving=giving)
    assert sorted({fit.contact, fit.other} == {path("Ada"), path("Ben")} for fit in found) == [False, True]
    needs = [(fit.contact, fit.need) for fit in best_for_each_need(found)]
    assert len(needs) == len(set(needs))


def test_synonyms_of_the_settings() -> None:
    giving = Giving((Need(path("Ada"), "a keyboard teacher"),), (Resource(path("Ben"), "piano tuition", "offer"),))
    settings = replace(SETTINGS, giving=GivingSettings((("piano", "keyboard"), ("tuition", "teacher"))))
    assert fits(ADA, BEN, giving=giving) == ()
    assert len(fits(ADA, BEN, giving=giving, settings=settings)) == 1


_NAMES = ("Ada", "Ben", "Cy", "Dora")
_TEXTS = st.lists(st.sampled_from(["flood", "dike", "owl", "bank", "paper"]), min_size=1, max_size=3).map(" ".join)
_WHO = st.sampled_from([path(name) for name in _NAMES])
_NEEDS = st.lists(st.builds(Need, _WHO, _TEXTS), max_size=6)
_RESOURCES = st.lists(
    st.builds(Resource, _WHO | st.just(MINE), _TEXTS, st.sampled_from(["offer", "skill", "role"])), max_size=8
)
_PAIRS = st.lists(st.tuples(_WHO, _WHO), max_size=3)


@given(_NEEDS, _RESOURCES, _PAIRS, st.randoms(use_true_random=False))
def test_whatever_the_notes_say(
    needs: list[Need], resources: list[Resource], pairs: list[tuple[str, str]], chance: Any
) -> None:
    """No pair that knows each other, nobody with themselves, each pair and need once, whatever the order of the notes."""
    people = [known(name) for name in _NAMES]
    giving = Giving(tuple(needs), tuple(resources), circles=Circles(pairs))
    found = fits(*people, giving=giving)
    introduced = [frozenset((fit.contact, fit.other)) for fit in found if fit.other != MINE]
    assert not set(introduced) & {frozenset(pair) for pair in pairs}
    assert len(introduced) == len(set(introduced))
    assert all(len(pair) == 2 for pair in introduced)
    mine = [(fit.contact, fit.need) for fit in found if fit.other == MINE]
    assert len(mine) == len(set(mine))
    for rows in (people, needs, resources, pairs):
        chance.shuffle(rows)
    again = fits(*people, giving=Giving(tuple(needs), tuple(resources), circles=Circles(pairs)))
    assert again == found


def test_ten_could_meet_a_need_and_what_was_proposed_makes_room_for_another() -> None:
    names = [f"P{number:02}" for number in range(12)]
    giving = Giving(
        (Need(path("Ada"), "dike maps"),), tuple(Resource(path(name), "dike maps", "offer") for name in names)
    )
    people = [ADA, *map(known, names)]
    assert [fit.other for fit in fits(*people, giving=giving)] == [path(name) for name in names[:10]]
    day = date(2026, 3, 2)
    key = give_key(day, ADA, origin_of_introduction(known("P00")))
    again = fits(*people, giving=giving._replace(proposed={ADA.path: ((day, key),)}))
    assert [fit.other for fit in again] == [path(name) for name in names[1:11]]
