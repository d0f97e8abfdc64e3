"""Whom the goals prefer, and the one reason that the agenda says."""

import pytest

from vaultnet.model.background import Background, Job
from vaultnet.model.goals import Goals
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.goal_preference import NO_PREFERENCE, Aims, GoalPreference
from vaultnet.practice.workplace import build_places

TARGET, MINE = OrganizationCard("Tidemark.md", "Tidemark"), OrganizationCard("Lekbrug.md", "Lekbrug")
GOALS = Goals("Goals", roles=("analyst",), locations=("Utrecht",))
AIMS = Aims(GOALS, (TARGET,), build_places((TARGET, MINE)), "en", MINE)


def at(card: OrganizationCard, *, is_over: bool = False) -> tuple[Job, ...]:
    return (Job(card.name, card.path, "", is_over=is_over),)


@pytest.mark.parametrize(
    ("person", "what"),
    [
        (Background("A.md", "", "Ada", jobs=at(TARGET)), "target"),
        (Background("A.md", "", "Ada", role="Analyst", location="Utrecht"), "role"),
        (Background("A.md", "", "Ada", location="Utrecht"), "location"),
        (Background("A.md", "", "Ada", location="Utrecht", jobs=at(MINE)), None),  # I meet her at work
        (Background("A.md", "", "Ada", location="Utrecht", jobs=at(MINE, is_over=True)), "location"),
        (Background("A.md", "", "Ada", jobs=at(TARGET, is_over=True)), None),  # no reason to go before anybody
        (Background("A.md", "", "Ada", location="Graz"), None),
    ],
)
def test_the_weightiest_reason(person: Background, what: str | None) -> None:
    preference = GoalPreference(AIMS, {"A.md": person})
    reason = preference.reason("A.md")
    assert (reason.what if reason else None) == what
    assert ("A.md" in preference) == (what is not None)
    assert preference.reason("A.md") is reason  # worked out once


def test_without_goals_nobody_is_preferred() -> None:
    assert "A.md" not in NO_PREFERENCE
    assert "B.md" not in GoalPreference(AIMS, {})
