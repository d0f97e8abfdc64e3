"""The goals note."""

from typing import Any

import pytest

from tests.model.notes import read
from vaultnet.model.goals import Goals
from vaultnet.model.ref import Ref


def goals(keys: str, body: str = "") -> Goals:
    record = read(f"---\ntype: goals\n{keys}\n---\n{body}", "Goals.md").record
    assert isinstance(record, Goals)
    return record


@pytest.mark.parametrize(
    ("keys", "field", "expected"),
    [
        ("", "name", "Goals"),
        ("name: Water", "name", "Water"),
        ("industries: [reinsurance, water]", "industries", ("reinsurance", "water")),
        ("role: modeller", "roles", ("modeller",)),
        ("locations: Utrecht", "locations", ("Utrecht",)),
        ("company kinds: [small]", "company_kinds", ("small",)),
        ("environment: four days a week", "environment", ("four days a week",)),
        ("targets: ['[[Acme]]', Northwind]", "targets", (Ref("Acme", "Acme"), Ref("Northwind", ""))),
        ("wish_list: ['[[Grace]]']", "wish_list", (Ref("Grace", "Grace"),)),
        ("", "quota", 100),
        ("quota: 40", "quota", 40),
        ("quota: 0", "quota", 0),
        ("skills: Python", "skills", ("Python",)),
        ("offers: a desk", "offers", ("a desk",)),
    ],
)
def test_field(keys: str, field: str, expected: Any) -> None:
    assert getattr(goals(keys), field) == expected


@pytest.mark.parametrize("quota", ["many", "-3", "1234567"])
def test_a_quota_that_is_no_number(quota: str) -> None:
    entry = read(f"---\ntype: goals\nquota: {quota}\n---\n", "Goals.md")
    assert isinstance(entry.record, Goals)
    assert (entry.record.quota, [problem.rule for problem in entry.problems]) == (100, ["quota-unreadable"])


def test_sections() -> None:
    body = "Intro\n## PITCH:\nI count water.\n\n## Doubts\nnone\n## Strengths\n- long horizons\n## Accomplishments"
    assert goals("", body).sections == (
        ("pitch", "I count water."),
        ("strengths", "- long horizons"),
        ("accomplishments", ""),
    )


def test_german_headings() -> None:
    body = "## Kurzvorstellung\nIch zähle Wasser.\n## Stärken\n- Geduld\n## Erfolge\n- ein Buch"
    assert [name for name, _ in goals("", body).sections] == ["pitch", "strengths", "accomplishments"]


def test_references() -> None:
    entry = read("---\ntype: goals\nwish-list: [Grace]\ntargets: [Acme]\n---\n", "Goals.md")
    assert [tuple(ref) for ref in entry.refs] == [("wish", "Grace", ""), ("target", "Acme", "")]
