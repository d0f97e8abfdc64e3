"""What a goals note does not say yet."""

from dataclasses import replace

import pytest

from vaultnet.model.goals import Goals
from vaultnet.model.ref import Ref
from vaultnet.practice.goal_gaps import goal_gaps

_PITCH = "I work out what a promise costs over seventy years, and explain it."
WHOLE = Goals(
    "Goals",
    industries=("reinsurance",),
    roles=("catastrophe modeller",),
    locations=("Delft",),
    company_kinds=("small",),
    environment=("four days",),
    targets=(Ref("A", ""), Ref("B", ""), Ref("C", "")),
    wish_list=(Ref("D", ""), Ref("E", ""), Ref("F", "")),
    sections=(("pitch", _PITCH), ("strengths", "- one\n- two"), ("accomplishments", "1. one\n2. two")),
)


def gaps(goals: Goals, *, says_quota: bool = True) -> list[tuple[str, bool, str]]:
    return [(gap.what, gap.is_thin, gap.where) for gap in goal_gaps(goals, says_quota=says_quota)]


def test_a_whole_note_has_none() -> None:
    assert gaps(WHOLE) == []


def test_an_empty_note_has_all() -> None:
    found = gaps(Goals("Goals"), says_quota=False)
    assert [what for what, _, _ in found] == [
        "industries", "roles", "locations", "company-kinds", "environment", "targets", "wish-list", "quota",
        "pitch", "strengths", "accomplishments",
    ]  # fmt: skip
    assert not any(is_thin for _, is_thin, _ in found)
    assert [where for _, _, where in found][-4:] == ["quota", "## Pitch", "## Strengths", "## Accomplishments"]
    assert all(gap.why.endswith(".") for gap in goal_gaps(Goals("Goals"), says_quota=False))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"industries": ()}, ("industries", False, "industries")),
        ({"targets": WHOLE.targets[:2]}, ("targets", True, "targets")),
        ({"wish_list": WHOLE.wish_list[:1]}, ("wish-list", True, "wish-list")),
        ({"wish_list": ()}, ("wish-list", False, "wish-list")),
        ({"sections": (("pitch", "I count."), *WHOLE.sections[1:])}, ("pitch", True, "## Pitch")),
        ({"sections": (("pitch", " \n"), *WHOLE.sections[1:])}, ("pitch", False, "## Pitch")),
        ({"sections": (*WHOLE.sections[:2], ("accomplishments", "One."))}, ("accomplishments", True, "## Accomplishments")),
        ({"sections": (*WHOLE.sections[:2], ("accomplishments", ""))}, ("accomplishments", False, "## Accomplishments")),
    ],
)  # fmt: skip
def test_one_gap(change: dict[str, object], found: tuple[str, bool, str]) -> None:
    assert gaps(replace(WHOLE, **change)) == [found]  # type: ignore[arg-type]


def test_missing_and_thin_are_said_in_other_words() -> None:
    missing, thin = (
        goal_gaps(replace(WHOLE, wish_list=WHOLE.wish_list[:count]), says_quota=True)[0].why for count in (0, 1)
    )
    assert missing != thin
    assert "room for another" in thin


def test_a_quota_that_the_note_does_not_give() -> None:
    assert gaps(WHOLE, says_quota=False) == [("quota", False, "quota")]
