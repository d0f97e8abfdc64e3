"""Which goals somebody touches, in words."""

import pytest

from vaultnet.model.background import Background, Job
from vaultnet.model.goals import Goals
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.goal_matches import goal_matches
from vaultnet.practice.workplace import build_places

GOALS = Goals(
    "Goals",
    industries=("reinsurance", "climate adaptation"),
    roles=("catastrophe modeller",),
    locations=("Delft", "Norway"),
)
TIDEMARK = OrganizationCard("T.md", "Tidemark Risk", industry=("climate risk",), location="Delft")
CORVANE = OrganizationCard("C.md", "Corvane Re", industry=("Reinsurance of floods",), country="NO")
KADE = OrganizationCard("Kade.md", "Groene Kade", industry=("foundation for climate adaptation",))
PLACES = build_places((TIDEMARK, CORVANE, KADE))


def found(*jobs: Job, role: str = "", location: str = "", country: str = "") -> list[tuple[str, str]]:
    person = Background("Ada.md", "a", "Ada", role=role, location=location, country=country, jobs=jobs)
    return [tuple(match) for match in goal_matches(person, GOALS, (TIDEMARK,), PLACES, "en")]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("job", "matches"),
    [
        (Job("Tidemark", "T.md", ""), [("target", "Tidemark Risk"), ("location", "Delft")]),
        (Job("Tidemark Risk BV", "", ""), [("target", "Tidemark Risk"), ("location", "Delft")]),
        (Job("Tidemark Risk", "", ""), [("target", "Tidemark Risk"), ("location", "Delft")]),
        (Job("Tidemark", "", ""), []),  # a guess is no reason
        (Job("Tidemark Risk", "", "", end="2020", is_over=True), [("past_target", "Tidemark Risk")]),
        (Job("Corvane", "C.md", ""), [("industry", "reinsurance"), ("location", "Norway")]),
        (Job("Groene Kade", "", ""), [("industry", "climate adaptation")]),
        (Job("Groene Kade", "", "", end="2020", is_over=True), []),
        (Job("Elsewhere", "", "Senior catastrophe modellers' lead"), [("role", "catastrophe modeller")]),
        (Job("Elsewhere", "Elsewhere.md", "Modeller"), []),
    ],
)
def test_by_work(job: Job, matches: list[tuple[str, str]]) -> None:
    assert found(job) == matches


@pytest.mark.parametrize(
    ("fields", "matches"),
    [
        ({"role": "Catastrophe Modeller"}, [("role", "catastrophe modeller")]),
        ({"role": "catastrophe nurse"}, []),
        ({"location": "delft"}, [("location", "Delft")]),
        ({"location": "Delft, NL"}, [("location", "Delft")]),
        ({"location": "Delftershausen"}, []),
        ({"location": "Bergen", "country": "NO"}, [("location", "Norway")]),
        ({}, []),
    ],
)
def test_by_what_they_say_of_themselves(fields: dict[str, str], matches: list[tuple[str, str]]) -> None:
    assert found(**fields) == matches


def test_where_they_live_goes_before_where_they_work() -> None:
    assert ("location", "Delft") not in found(Job("Tidemark", "T.md", ""), location="Porto")
