"""The list drive: who counts as what, and who has no place yet."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.people import day, someone
from vaultnet.model.background import Background, Job
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.standing import Standing
from vaultnet.practice.drive_prompts import drive_prompt
from vaultnet.practice.list_drive import Drive, build_drive
from vaultnet.practice.relationship_category import ASKED, CATEGORIES, category_of

TODAY = day("2026-06-15")


def background(standing: Standing, *words: str, jobs: tuple[Job, ...] = ()) -> Background:
    return Background(standing.path, standing.uid, standing.name, relationship=words, jobs=jobs)


def drive_of(*standings: Standing, quota: int = 100, company: str = "", **about: Background) -> Drive:
    network = Network(standings, {standing.path: () for standing in standings}, {})
    backgrounds = [about.get(standing.name.lower(), background(standing)) for standing in standings]
    return build_drive(network, backgrounds, (), company, quota, TODAY)


def people(drive: Drive) -> dict[str, tuple[str, ...]]:
    return {category.name: category.people for category in drive.categories if category.people}


@pytest.mark.parametrize(
    ("words", "is_inside", "knows_company", "category"),
    [
        ((), False, True, "unsaid"),
        ((), True, True, "colleagues"),
        (("friend",), False, True, "friends"),
        (("friend",), True, True, "friends"),
        (("Aunt", "friend"), False, True, "relatives"),
        (("the one with the boat", "neighbour"), False, True, "neighbours"),
        (("the one with the boat",), False, True, "others"),
        (("the one with the boat",), True, True, "colleagues"),
        (("business",), False, True, "business"),
        (("business",), True, True, "colleagues"),
        (("colleague",), True, True, "colleagues"),
        (("colleague",), False, True, "former_colleagues"),
        (("colleague",), False, False, "colleagues"),
        (("former colleague",), True, True, "colleagues"),
        (("mentor",), True, True, "mentors"),
        (("Fellow Student",), False, True, "alumni"),
        (("Schwägerin",), False, True, "relatives"),
        (("Kollegin",), False, True, "former_colleagues"),
        (("Verein",), False, False, "community"),
    ],
)
def test_one_category(words: tuple[str, ...], is_inside: bool, knows_company: bool, category: str) -> None:
    assert category_of(words, is_inside=is_inside, knows_company=knows_company) == category


def test_inside_my_company() -> None:
    ada, ben, cy = someone("Ada"), someone("Ben"), someone("Cy")
    drive = drive_of(
        ada, ben, cy,
        company="Lekbrug Pensioen",
        ada=background(ada, jobs=(Job("Lekbrug Pensioen B.V.", "", ""),)),
        ben=background(ben, "colleague", jobs=(Job("Lekbrug Pensioen", "", "", end="2025", is_over=True),)),
        cy=background(cy, jobs=(Job("Lekbrug", "", ""),)),
    )  # fmt: skip
    assert people(drive) == {
        "colleagues": ("People/Ada.md",),
        "former_colleagues": ("People/Ben.md",),
        "unsaid": ("People/Cy.md",),
    }


def test_my_company_by_its_note() -> None:
    ada = someone("Ada")
    card = OrganizationCard("Lekbrug.md", "Lekbrug Pensioen", aliases=("Lekbrug",))
    network = Network((ada,), {ada.path: ()}, {})
    inside = [background(ada, jobs=(Job("the quay", "Lekbrug.md", ""),))]
    assert people(build_drive(network, inside, (card,), "Lekbrug", 100, TODAY)) == {"colleagues": (ada.path,)}


def test_who_is_on_the_list() -> None:
    drive = drive_of(
        someone("Ada"), someone("Gone", status="archived"), someone("Late", status="deceased"),
        someone("Never", every="never"), someone("Paused", paused=True), someone("Later", snooze="2027-01-01"),
    )  # fmt: skip
    assert drive.count == 3
    assert drive.queue == ("People/Ada.md",)


@pytest.mark.parametrize(
    ("fields", "is_queued"),
    [
        ({}, True),
        ({"met": "2020-01-01"}, True),
        ({"tier": "wide"}, False),
        ({"cadence_from": "contact"}, False),
        ({"cadence_from": "tag family"}, False),
        ({"last": "2020-01-01"}, False),
        ({"next_contact": "2026-08-01"}, False),
        ({"snooze": "2026-08-01"}, False),
        ({"snooze": "2026-01-01"}, True),
    ],
)
def test_who_has_no_place_yet(fields: dict[str, Any], is_queued: bool) -> None:
    cadence_from = fields.pop("cadence_from", "default")
    standing = someone("Ada", **fields)._replace(cadence_from=cadence_from)
    assert bool(drive_of(standing).queue) is is_queued


def test_the_queue_is_in_the_order_of_names() -> None:
    drive = drive_of(someone("Zoë", uid="1"), someone("ben", uid="3"), someone("Ben", uid="2"))
    assert drive.queue == ("People/Ben.md", "People/ben.md", "People/Zoë.md")


@pytest.mark.parametrize(("quota", "is_thin"), [(0, False), (19, False), (20, False), (21, True), (100, True)])
def test_a_category_is_thin_by_the_quota(quota: int, is_thin: bool) -> None:
    ada = someone("Ada")
    drive = drive_of(ada, quota=quota, ada=background(ada, "friend"))
    assert {category.name: category.is_thin for category in drive.categories}["friends"] is is_thin


def test_what_nobody_can_be_asked_for_is_never_thin() -> None:
    drive = drive_of(someone("Ada"))
    assert {category.name: category.is_thin for category in drive.categories}["unsaid"] is False
    assert [category.name for category in drive.categories] == [*ASKED, "unsaid"]


def test_every_category_that_is_asked_for_has_a_question() -> None:
    assert all(drive_prompt(name) for name in ASKED)
    assert not any(drive_prompt(name) for name in set(CATEGORIES) - set(ASKED))


_WORDS = st.lists(
    st.sampled_from(["friend", "aunt", "colleague", "business", "boat", "mentor", "Nachbarin"]), max_size=3
)
_JOBS = st.lists(
    st.builds(Job, st.sampled_from(["Lekbrug", "Lekbrug B.V.", "Acme"]), st.just(""), st.just(""),
              is_over=st.booleans()), max_size=3,
)  # fmt: skip


@given(
    st.lists(st.tuples(_WORDS, _JOBS, st.sampled_from(["", "archived", "deceased"]), st.booleans()), max_size=12),
    st.integers(0, 200),
    st.sampled_from(["", "Lekbrug"]),
)
@settings(max_examples=40, deadline=None)
def test_everybody_counts_once(rows: list[tuple[list[str], list[Job], str, bool]], quota: int, company: str) -> None:
    standings = [
        someone(f"P{at}", status=status, every="never" if never else "6 months")
        for at, (_, _, status, never) in enumerate(rows)
    ]
    backgrounds = [
        background(standing, *words, jobs=tuple(jobs))
        for standing, (words, jobs, _, _) in zip(standings, rows, strict=True)
    ]
    network = Network(tuple(standings), {standing.path: () for standing in standings}, {})
    drive = build_drive(network, backgrounds, (), company, quota, TODAY)
    counted = [path for category in drive.categories for path in category.people]
    wanted = [standing.path for standing in standings if not standing.is_gone and not standing.cadence.never]
    assert sorted(counted) == sorted(wanted)
    assert drive.count == len(wanted)
    assert set(drive.queue) <= set(wanted)
