"""The way to somebody: a table of small networks, and what holds for every network."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.people import day, someone
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import DEFAULT_KINDS, Settings
from vaultnet.model.tie import Tie
from vaultnet.practice.introduction_path import HOP, IntroductionPath, Search, find_paths
from vaultnet.practice.ties import best_ties, tie_weight
from vaultnet.practice.warmth import heat_of
from vaultnet.storage.lazy import Lazy

TODAY = day("2026-06-15")
Ties = dict[str, tuple[Tie, ...]]


def path(name: str) -> str:
    return f"People/{name}.md"


def network_of(touched: Mapping[str, str], **standing: Mapping[str, object]) -> Network:
    """Each name with the day and kind of the last touch: `{"Ben": "2026-06-01 coffee", "Cy": ""}`."""
    people, touches = [], {}
    for name, touch in touched.items():
        when, _, kind = touch.partition(" ")
        person = someone(name, **standing.get(name, {}))  # type: ignore[arg-type]
        if when:
            person = person._replace(last=day(when), last_kinds=(kind,))
            touches[path(name)] = (
                Touch(day(when), "", kind, DEFAULT_KINDS[kind].richness, "", "", (), "log", path(name), 1),
            )
        people.append(person)
    return Network(tuple(people), {path(name): touches.get(path(name), ()) for name in touched}, {})


def ties_of(*lines: str) -> Ties:
    """`Ben knows Cy`, `Ben met Cy 2024-06-15`: each both ways."""
    found: Ties = {}
    for line in lines:
        one, how, other, *when = line.split()
        for here, there in ((one, other), (other, one)):
            tie = Tie(path(there), how, day(when[0]) if when else None)
            found[path(here)] = (*found.get(path(here), ()), tie)
    return found


def ways(network: Network, ties: Ties, *ends: str, barred: str = "") -> list[tuple[str, str]]:
    found = find_paths(
        {path(end): 1.0 for end in ends or ("Zoe",)},
        Search(replace(network, ties=ties), Settings(), TODAY, frozenset({path(barred)})),
    )
    return [(" ".join(hop.person[7:-3] for hop in each.hops), each.strength) for each in found]


WARM = "2026-06-01 coffee"
COLD = "2023-06-01 email"


@pytest.mark.parametrize(
    ("touched", "ties", "expected"),
    [
        ({"Ben": WARM, "Zoe": ""}, ["Ben knows Zoe"], [("Ben Zoe", "strong")]),
        ({"Ben": COLD, "Zoe": ""}, ["Ben knows Zoe"], [("Ben Zoe", "weak")]),
        ({"Ben": WARM, "Zoe": ""}, ["Ben colleague Zoe"], [("Ben Zoe", "fair")]),
        ({"Ben": WARM, "Cy": "", "Zoe": ""}, ["Ben knows Cy", "Cy knows Zoe"], [("Ben Cy Zoe", "fair")]),
        ({"Ben": "", "Zoe": ""}, ["Ben knows Zoe"], []),
        ({"Ben": WARM, "Zoe": ""}, [], []),
        ({"Zoe": WARM}, [], [("Zoe", "strong")]),
        (
            {"Ben": COLD, "Cy": WARM, "Zoe": ""},
            ["Ben knows Zoe", "Cy met Zoe 2025-06-15"],
            [("Cy Zoe", "fair"), ("Ben Zoe", "weak")],
        ),
        (
            {"A": WARM, "B": "", "C": "", "Zoe": ""},
            ["A knows B", "B knows C", "C knows Zoe"],
            [],
        ),
    ],
    ids=[
        "a friend of a friend", "a cold friend", "colleagues", "three hops", "a stranger knows her", "nobody knows her",
        "I know her myself", "the warmer tie first", "four hops are too many",
    ],
)  # fmt: skip
def test_small_networks(touched: dict[str, str], ties: list[str], expected: list[tuple[str, str]]) -> None:
    assert ways(network_of(touched), ties_of(*ties)) == expected


@pytest.mark.parametrize(
    ("field", "value"), [("status", "deceased"), ("status", "Archived"), ("paused", True), ("every", "never")]
)
def test_who_must_not_be_asked(field: str, value: object) -> None:
    network = network_of({"Ben": WARM, "Zoe": ""}, Ben={field: value})
    assert ways(network, ties_of("Ben knows Zoe")) == []


def test_whoever_declined_is_not_asked_again() -> None:
    network, ties = network_of({"Ben": WARM, "Zoe": ""}), ties_of("Ben knows Zoe")
    assert ways(network, ties, barred="Ben") == []


def test_the_dead_carry_no_word_on_but_the_paused_may() -> None:
    ties = ties_of("Ben knows Cy", "Cy knows Zoe")
    people = {"Ben": WARM, "Cy": "", "Zoe": ""}
    assert ways(network_of(people, Cy={"status": "deceased"}), ties) == []
    assert ways(network_of(people, Cy={"paused": True}), ties) == [("Ben Cy Zoe", "fair")]


def test_nobody_leads_to_the_dead() -> None:
    network = network_of({"Ben": WARM, "Zoe": ""}, Zoe={"status": "deceased"})
    assert ways(network, ties_of("Ben knows Zoe")) == []


def test_runners_up_begin_with_somebody_else() -> None:
    network = network_of({"A": WARM, "B": WARM, "C": WARM, "D": WARM, "Zoe": ""})
    ties = ties_of("A knows Zoe", "B knows Zoe", "C knows Zoe", "D knows Zoe", "A knows B")
    assert ways(network, ties) == [("A Zoe", "strong"), ("B Zoe", "strong"), ("C Zoe", "strong")]


def test_somebody_without_a_note_can_be_reached() -> None:
    ties: Ties = {"zoe": (Tie(path("Ben"), "knows", None),)}
    found = find_paths({"zoe": 1.0}, Search(replace(network_of({"Ben": WARM}), ties=ties), Settings(), TODAY))
    assert [hop.person for hop in found[0].hops] == [path("Ben"), "zoe"]
    assert found[0].hops[0].how == "touch"
    assert found[0].hops[0].at == "coffee"


def test_the_rest_of_the_network_is_never_looked_at() -> None:
    """Warm friends who know her are found before the friends of a crowd of colleagues are asked for."""
    crowd = [f"P{number}" for number in range(200)]
    network = network_of(dict.fromkeys(("A", "B", "C"), WARM) | dict.fromkeys((*crowd, "Zoe"), ""))
    ties = ties_of("A knows Zoe", "B knows Zoe", "C knows Zoe", *(f"{name} colleague Zoe" for name in crowd))
    asked: list[str] = []

    def ties_of_one(person: str) -> tuple[Tie, ...]:
        asked.append(person)
        return ties[person]

    search = Search(replace(network, ties=Lazy(ties_of_one, list)), Settings(), TODAY)
    assert len(find_paths({path("Zoe"): 1.0}, search)) == 3
    assert asked == [path("Zoe")]


# What holds for every network

NAMES = "ABCDEFZ"
KINDS = st.sampled_from(["coffee", "call", "email"])
HOWS = st.sampled_from(["knows", "introduced", "met", "event", "group", "colleague", "linked"])
AGES = st.integers(0, 2000)


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, Ties]:
    touched = {name: draw(st.one_of(st.just(""), st.builds(_touch, AGES, KINDS))) for name in NAMES if name != "Z"} | {
        "Z": ""
    }
    network = network_of(touched, **{name: {"paused": draw(st.booleans())} for name in "AB"})
    pairs = draw(st.lists(st.sampled_from(list(permutations(NAMES, 2))), max_size=12, unique=True))
    return network, ties_of(*(f"{one} {draw(HOWS)} {other} {TODAY - timedelta(draw(AGES))}" for one, other in pairs))


def _touch(age: int, kind: str) -> str:
    return f"{TODAY - timedelta(age)} {kind}"


def worth(network: Network, ties: Ties, people: tuple[str, ...]) -> float:
    """By the formula, from the first person to the last."""
    standing = network.standing_by_path[people[0]]
    if standing.last is None or standing.paused:
        return 0.0
    heat = heat_of(network.touches[people[0]], DEFAULT_KINDS, TODAY)
    total = heat / (heat + 1)
    for one, other in pairwise(people):
        known = {tie.other: tie for tie in best_ties(ties.get(other, ()), TODAY)}
        total *= tie_weight(known[one], TODAY) * HOP if one in known else 0.0
    return total


def every_chain() -> Iterator[tuple[str, ...]]:
    others = [path(name) for name in NAMES if name != "Z"]
    for count in (1, 2):
        for people in permutations(others, count):
            yield (*people, path("Z"))


def found_in(network: Network, ties: Ties) -> tuple[IntroductionPath, ...]:
    return find_paths({path("Z"): 1.0}, Search(replace(network, ties=ties), Settings(), TODAY))


@given(networks())
def test_it_finds_what_trying_all_would_find(drawn: tuple[Network, Ties]) -> None:
    network, ties = drawn
    best: dict[str, float] = {}
    for people in every_chain():
        best[people[0]] = max(best.get(people[0], 0.0), worth(network, ties, people))
    expected = sorted((value for value in best.values() if value), reverse=True)[:3]
    found = [worth(network, ties, tuple(hop.person for hop in each.hops)) for each in found_in(network, ties)]
    assert found == pytest.approx(expected)


@given(networks())
def test_the_order_in_which_ties_are_known_does_not_matter(drawn: tuple[Network, Ties]) -> None:
    network, ties = drawn
    turned = {person: tuple(reversed(known)) for person, known in reversed(ties.items())}
    assert found_in(network, turned) == found_in(network, ties)


@given(networks())
def test_the_target_stands_at_the_end_only_and_nobody_twice(drawn: tuple[Network, Ties]) -> None:
    for each in found_in(*drawn):
        people = [hop.person for hop in each.hops]
        assert people[-1] == path("Z")
        assert len(set(people)) == len(people) <= 3


@given(HOWS, AGES, KINDS, st.integers(0, 700))
def test_a_longer_path_of_equal_ties_is_never_stronger(how: str, age: int, kind: str, silence: int) -> None:
    ranks = ["", "weak", "fair", "strong"]
    since = date.fromordinal(TODAY.toordinal() - age)
    touch = _touch(silence, kind)
    lines = [f"A {how} B {since}", f"B {how} Z {since}", f"C {how} Z {since}"]
    network = network_of({"A": touch, "B": "", "C": touch, "Z": ""})
    strength = {each.hops[0].person: ranks.index(each.strength) for each in found_in(network, ties_of(*lines))}
    assert strength.get(path("A"), 0) <= strength[path("C")]
