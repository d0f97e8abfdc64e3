"""The board of targets: which they are, who is where, and how surely."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.histories import touches_of
from tests.practice.people import day, someone
from vaultnet.model.background import Background, Job
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.goals_note import Named
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.settings import Settings
from vaultnet.model.tie import Tie
from vaultnet.practice.targets import Hop, Insider, Target, build_targets, target_cards

TODAY = day("2026-06-15")
TIDEMARK = OrganizationCard("O/Tidemark Risk.md", "Tidemark Risk", aliases=("TMR",), is_target=True)
CORVANE = OrganizationCard("O/Corvane Re.md", "Corvane Re")
ANALYTICS = OrganizationCard("O/Corvane Analytics.md", "Corvane Analytics", parents=("O/Corvane Re.md",))
CARDS = (ANALYTICS, CORVANE, TIDEMARK)


def job(name: str, path: str = "", *, end: str = "", role: str = "") -> Job:
    return Job(name, path, role, end=end, is_over=bool(end))


def board(
    people: Mapping[str, tuple[tuple[Job, ...], str]],
    *wanted: str,
    cards: Sequence[OrganizationCard] = CARDS,
    ties: Mapping[str, tuple[Tie, ...]] | None = None,
    **fields: dict[str, Any],
) -> tuple[Target, ...]:
    """`people`: name -> (jobs, a line of their log or "" for nobody who was ever in touch)."""
    standings, touches, backgrounds = [], {}, []
    for name, (jobs, line) in people.items():
        told = touches_of([line] if line else [], f"People/{name}.md")
        kinds = (told[0].kind,) if told else ()
        standing = someone(name, **fields.get(name, {}))._replace(last=told[0].day if told else None, last_kinds=kinds)
        standings.append(standing)
        touches[standing.path] = told
        backgrounds.append(Background(standing.path, standing.uid, name, role="of the note", jobs=jobs))
    network = Network(tuple(standings), touches, {}, ties=ties or {})
    names = tuple(Named(name, "") for name in wanted)
    return build_targets(names, cards, backgrounds, network, Settings(), TODAY)


def paths(target: Target) -> dict[str, list[str]]:
    groups: dict[str, tuple[Insider | Hop, ...]] = {
        "now": target.now,
        "before": target.before,
        "to_meet": target.to_meet,
        "one_hop": target.one_hop,
    }
    return {name: [one.path.split("/")[1][:-3] for one in people] for name, people in groups.items() if people}


TOUCH = "2026-06-01 coffee: hello"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ((), ["Tidemark Risk"]),
        (("Corvane Re AG",), ["Corvane Re", "Tidemark Risk"]),
        (("TMR", "Tidemark Risk B.V."), ["Tidemark Risk"]),
        (("Fjordlys", "FJORDLYS AS"), ["Fjordlys", "Tidemark Risk"]),
        (("Corvane",), ["Corvane", "Tidemark Risk"]),  # of two it could be, none is chosen
    ],
)
def test_which_they_are(wanted: tuple[str, ...], names: list[str]) -> None:
    assert [card.name for card in target_cards([Named(name, "") for name in wanted], CARDS)] == names


def test_a_link_to_a_note_that_is_no_organization() -> None:
    (card, _) = target_cards([Named("Fjordlys", "Notes/Fjordlys.md")], CARDS)
    assert (card.path, card.name) == ("Notes/Fjordlys.md", "Fjordlys")


@pytest.mark.parametrize(
    ("at", "match"),
    [
        (job("Tidemark Risk", "O/Tidemark Risk.md"), "exact"),
        (job("the shop", "O/Tidemark Risk.md"), "exact"),
        (job("TIDEMARK RISK"), "exact"),
        (job("TMR"), "exact"),
        (job("Tidemark Risk B.V."), "normalised"),
        (job("Tidemark"), "similar"),
        (job("Tidemark Risk", "Notes/Other.md"), ""),
        (job("Corvane Re"), ""),
    ],
)
def test_how_surely_somebody_is_there(at: Job, match: str) -> None:
    (target,) = board({"Ada": ((at,), TOUCH)})
    assert [one.match for one in target.now] == ([match] if match else [])
    assert target.state == ("there" if match in {"exact", "normalised"} else "unknown")


def test_two_organizations_of_one_name() -> None:
    cards = (OrganizationCard("a/Acme.md", "Acme", is_target=True), OrganizationCard("b/Acme.md", "Acme"))
    (target,) = board({"Ada": ((job("Acme"),), TOUCH), "Ben": ((job("Acme", "b/Acme.md"),), TOUCH)}, cards=cards)
    assert [(one.path, one.match) for one in target.now] == [("People/Ada.md", "similar")]


def test_a_target_without_a_note() -> None:
    (fjordlys, _) = board({"Ada": ((job("Fjordlys Kapital A/S"),), TOUCH)}, "Fjordlys Kapital")
    assert (fjordlys.card.path, fjordlys.state) == ("", "there")
    assert fjordlys.now[0].match == "normalised"


def test_now_before_and_to_meet() -> None:
    (target,) = board(
        {
            "Ada": ((job("Tidemark Risk", role="modeller"),), "2026-01-01 email to: hello"),
            "Ben": ((job("Tidemark Risk", end="2024"), job("Corvane Re")), TOUCH),
            "Cy": ((job("Tidemark Risk"),), ""),
            "Dan": ((job("Tidemark Risk", end="2024"), job("Tidemark Risk")), TOUCH),
            "Eve": ((job("Tidemark Risk", end="2024"),), ""),
        }
    )
    assert paths(target) == {"now": ["Dan", "Ada"], "before": ["Ben"], "to_meet": ["Cy"]}
    assert [(one.role, one.last_kind, one.warmth) for one in target.now] == [
        ("of the note", "coffee", "warm"),
        ("modeller", "email", "cooling"),
    ]
    assert target.before[0].role == ""  # what they do now says nothing of what they did there
    assert target.state == "there"


def test_who_was_there_is_a_way_in() -> None:
    (target,) = board({"Ben": ((job("Tidemark Risk", end="2024"),), TOUCH)})
    assert target.state == "was_there"


@pytest.mark.parametrize("fields", [{"status": "archived"}, {"status": "deceased"}, {"every": "never"}])
def test_nobody_to_be_asked(fields: dict[str, Any]) -> None:
    (target,) = board({"Ada": ((job("Tidemark Risk"),), TOUCH)}, Ada=fields)
    assert (paths(target), target.state) == ({}, "unknown")


def test_one_hop_away() -> None:
    ties = {
        "People/Cy.md": (Tie("People/Emeka.md", "knows", None), Tie("People/Ada.md", "knows", None)),
        "People/Ada.md": (Tie("People/Faye.md", "met", day("2026-01-01")), Tie("People/Emeka.md", "met", None)),
    }
    (target,) = board(
        {
            "Ada": ((job("Tidemark Risk"),), TOUCH),
            "Cy": ((job("Tidemark Risk"),), ""),
            "Emeka": ((), "2026-06-10 coffee: hello"),
            "Faye": ((), "2025-01-10 email to: hello"),
        },
        ties=ties,
    )
    assert [(hop.path, hop.how, hop.to) for hop in target.one_hop] == [
        ("People/Emeka.md", "knows", "People/Cy.md"),
        ("People/Faye.md", "met", "People/Ada.md"),
    ]


@pytest.mark.parametrize(
    ("how", "is_hop"), [("colleague", True), ("event", False), ("group", False), ("linked", False)]
)
def test_what_ties_enough(how: str, is_hop: bool) -> None:
    ties = {"People/Cy.md": (Tie("People/Emeka.md", how, None),)}
    (target,) = board({"Cy": ((job("Tidemark Risk"),), ""), "Emeka": ((), TOUCH)}, ties=ties)
    assert bool(target.one_hop) is is_hop


def test_only_one_hop_away() -> None:
    ties = {"People/Cy.md": (Tie("People/Emeka.md", "knows", None),)}
    (target,) = board({"Cy": ((job("Tidemark Risk"),), ""), "Emeka": ((), TOUCH)}, ties=ties)
    assert (target.state, paths(target)) == ("one_hop", {"to_meet": ["Cy"], "one_hop": ["Emeka"]})


def test_nobody_is_asked_about_a_guess() -> None:
    ties = {"People/Cy.md": (Tie("People/Emeka.md", "knows", None),)}
    (target,) = board({"Cy": ((job("Tidemark"),), ""), "Emeka": ((), TOUCH)}, ties=ties)
    assert (target.state, target.one_hop) == ("unknown", ())


def test_a_part_of_it() -> None:
    (corvane, _) = board(
        {
            "Hana": ((job("Corvane Analytics"),), TOUCH),
            "Gus": ((job("Corvane Analytics", end="2020"),), TOUCH),
            "Ivo": ((job("Corvane Analytics"),), ""),
        },
        "Corvane Re",
    )
    assert [(hop.path, hop.how, hop.at) for hop in corvane.one_hop] == [("People/Hana.md", "part", "Corvane Analytics")]


def test_equal_warmth_is_ordered_by_uid() -> None:
    people = {name: ((job("Tidemark Risk"),), TOUCH) for name in ("Zoe", "Ada")}
    (target,) = board(people, Zoe={"uid": "1"}, Ada={"uid": "2"})
    assert paths(target) == {"now": ["Zoe", "Ada"]}


def test_the_newest_fact_on_how_it_is_doing() -> None:
    facts = (
        DatedLine(9, day("2026-05-29"), "situation", "two new partners"),
        DatedLine(10, day("2026-06-01"), "salary", "68-85k"),
        DatedLine(11, day("2025-05-29"), "lage", "klein"),
    )
    (target,) = board({}, cards=(TIDEMARK._replace(facts=facts),))
    assert target.fact == facts[0]
    assert board({})[0].fact is None


_NAMES = ("Ada", "Ben", "Cy", "Dan", "Eve")
_JOBS = st.lists(
    st.builds(
        job,
        st.sampled_from(["Tidemark Risk", "Tidemark Risk BV", "Tidemark", "Corvane Re", "Corvane Analytics", "Nobody"]),
        end=st.sampled_from(["", "2020"]),
    ),
    max_size=3,
)
_TIES = st.lists(
    st.builds(Tie, st.sampled_from(_NAMES), st.sampled_from(["knows", "met", "event"]), st.none()), max_size=3
)


@given(
    st.dictionaries(st.sampled_from(_NAMES), st.tuples(_JOBS, st.sampled_from(["", TOUCH])), min_size=1),
    st.dictionaries(st.sampled_from(_NAMES), _TIES),
    st.sampled_from(_NAMES),
    st.sampled_from([{"status": "deceased"}, {"every": "never"}, {}]),
)
def test_everybody_stands_in_one_place_of_a_target(
    people: dict[str, tuple[list[Job], str]], known: dict[str, list[Tie]], other: str, fields: dict[str, str]
) -> None:
    ties = {
        f"People/{name}.md": tuple(tie._replace(other=f"People/{tie.other}.md") for tie in found)
        for name, found in known.items()
    }
    rows = {name: (tuple(jobs), line) for name, (jobs, line) in people.items()}
    about: Any = {other: fields}
    found = board(rows, "Corvane Re", ties=ties, **about)
    again = board(dict(reversed(rows.items())), "Corvane Re", ties=ties, **about)
    assert [paths(target) for target in found] == [paths(target) for target in again]
    for target in found:
        named = [name for names in paths(target).values() for name in names]
        assert len(named) == len(set(named))
        assert not (fields and other in named)
        assert (target.state == "unknown") >= (not named)
