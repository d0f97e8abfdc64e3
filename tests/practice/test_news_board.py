"""What is new, in the order in which it matters to me."""

from datetime import date

from vaultnet.model.background import Background, Job
from vaultnet.model.clipping import Clipping
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.news_board import build_news_board

ACME, BELL, COVE, DUNE = (OrganizationCard(f"{name}.md", name) for name in ("Acme", "Bell", "Cove", "Dune"))


def clip(day: int, *about: str) -> Clipping:
    return Clipping("Clippings/X.md", day, date(2026, 6, day), f"news {day}", "", about)


def person(name: str, *companies: str, is_over: bool = False) -> Background:
    return Background(
        f"{name}.md", name, name, jobs=tuple(Job(company, "", "", is_over=is_over) for company in companies)
    )


def test_targets_then_where_i_know_somebody_then_others_then_persons() -> None:
    clippings = (
        clip(9, "Dune.md"),
        clip(8, "Cove.md"),
        clip(7, "Bell.md"),
        clip(6, "Ada.md"),
        clip(5, "Acme.md", "Bell.md"),
    )
    people = (person("Ada", "Bell"), person("Ben", "Bell B.V."), person("Cy", "Dune", is_over=True))
    board = build_news_board(clippings, (ACME, BELL, COVE, DUNE), (COVE, ACME), people)
    assert [
        (one.name, one.is_target, one.contacts, [clipping.line for clipping in one.clippings]) for one in board
    ] == [
        ("Cove", True, (), [8]),
        ("Acme", True, (), [5]),
        ("Bell", False, ("Ada.md", "Ben.md"), [7, 5]),
        ("Dune", False, (), [9]),
        ("Ada", False, (), [6]),
    ]


def test_what_stands_under_the_organization_does_not_stand_under_the_person_again() -> None:
    clippings = (clip(9, "Bell.md", "Ada.md"), clip(8, "Acme.md", "Ada.md"))
    board = build_news_board(clippings, (ACME, BELL), (), (person("Ada", "Bell"),))
    assert [(one.name, [clipping.line for clipping in one.clippings]) for one in board] == [
        ("Bell", [9]),
        ("Acme", [8]),
        ("Ada", [8]),
    ]


def test_no_news() -> None:
    assert build_news_board((), (ACME,), (ACME,), (person("Ada", "Acme"),)) == ()
