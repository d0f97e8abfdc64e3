"""Meetings, events and groups. Which touches they make is in `test_interaction.py`."""

from datetime import date
from typing import Any

import pytest

from tests.model.notes import RULES, read, rules_of
from vaultnet.model.gathering import Gathering
from vaultnet.model.ref import Ref
from vaultnet.model.rules import Rules

ADA, BEN = Ref("Ada", "Ada"), Ref("Ben", "Ben")


def gathering(
    keys: str, path: str = "Meetings/2026-05-02 Coffee with Ada.md", kind: str = "meeting", rules: Rules = RULES
) -> Gathering:
    record = read(f"---\ntype: {kind}\n{keys}\n---\n", path, rules).record
    assert isinstance(record, Gathering)
    return record


FIELDS = [
    ("", "name", "Coffee with Ada"),
    ("subject: Terms", "name", "Terms"),
    ("", "day", date(2026, 5, 2)),
    ("date: 2026-06-16", "day", date(2026, 6, 16)),
    ("date: '[[2026-06-16]]'", "day", date(2026, 6, 16)),
    ("when: 2026-06-16T10:30", "day", date(2026, 6, 16)),
    ("date: soon", "day", date(2026, 5, 2)),
    ("time: 9:30", "time", "09:30"),
    ("time: 10:30-11:30", "time", "10:30"),
    ("date: 2026-06-16T10:30:00", "time", "10:30"),
    ("time: noon", "time", ""),
    ("time: 25:30", "time", ""),
    ("with: '[[Ada]]'", "people", (ADA,)),
    ("people: ['[[Ada]]', '[[Ben]]']", "people", (ADA, BEN)),
    ("attendees: '[[Ada]] and [[Ben]]'", "people", (ADA, BEN)),
    ("person: [[Ada]]", "people", (ADA,)),
    ("guests: Ada, Ben & Cy", "people", (Ref("Ada", ""), Ref("Ben", ""), Ref("Cy", ""))),
    ("with: '[[Ada]], Ben'", "people", (ADA, Ref("Ben", ""))),
    ("with: ['[[Ada]]', me]", "people", (ADA,)),
    ("with: ['[[Ada]]', '[[Mira Kellner]]']", "people", (ADA,)),
    ("with: 3", "people", (Ref("3", ""),)),
    ("members: '[[Ada]]'", "people", (ADA,)),
    ("where: the pier", "place", "the pier"),
    ("org: '[[Acme]]'", "company", (Ref("Acme", "Acme"),)),
    ("outcome: two more names", "outcome", "two more names"),
    ("group: '[[Choir]]'", "group", (Ref("Choir", "Choir"),)),
    ("url: https://example.com", "url", "https://example.com"),
    ("cadence: monthly", "cadence", "monthly"),
    ("status: Cancelled", "status", "cancelled"),
    ("canceled: true", "status", "cancelled"),
    ("kind: Lunch", "kind", "lunch"),
    ("kind: [Review, Call]", "kind", "call"),
    ("kind: Review", "kind", "review"),
    ("", "kind", ""),
    ("tags: [work]", "tags", ("work",)),
    ("minutes: 40", "minutes", 40),
    ("duration: 40 min", "minutes", 40),
    ("duration: 40 Minuten", "minutes", 40),
    ("duration: an hour", "minutes", None),
    ("", "minutes", None),
]


@pytest.mark.parametrize(("keys", "field", "expected"), FIELDS)
def test_field(keys: str, field: str, expected: Any) -> None:
    assert getattr(gathering(keys, rules=rules_of({"me": {"name": "Mira Kellner"}})), field) == expected


@pytest.mark.parametrize("status", ["cancelled", "canceled", "called off", "abgesagt"])
def test_cancelled(status: str) -> None:
    assert gathering(f"status: {status}").is_cancelled
    assert not gathering("status: moved").is_cancelled


def test_a_broken_date_is_a_problem() -> None:
    (problem,) = read("---\ntype: meeting\ndate: soon\n---\n", "Talk.md").problems
    assert (problem.rule, problem.line) == ("date-unreadable", 3)


@pytest.mark.parametrize(
    ("path", "name"), [("2026-05-02.md", "2026-05-02"), ("Talk.md", "Talk"), ("2026-05-02_Talk.md", "Talk")]
)
def test_the_name_of_the_file(path: str, name: str) -> None:
    assert gathering("", path).name == name


def test_day_and_references_of_the_entry() -> None:
    entry = read("---\ntype: event\ngroup: '[[Choir]]'\nwith: Ada\ncompany: Acme\n---\n", "2026-05-02 Concert.md")
    assert entry.day == "2026-05-02"
    assert [tuple(ref) for ref in entry.refs] == [
        ("with", "Ada", ""),
        ("company", "Acme", ""),
        ("group", "Choir", "Choir"),
    ]


@pytest.mark.parametrize(
    ("text", "has_brief"),
    [
        ("<!-- vaultnet:brief -->\n**Wanted** · her advice\n<!-- /vaultnet:brief -->\n", True),
        ("<!-- vaultnet:brief -->\n\n<!-- /vaultnet:brief -->\n", False),  # as a template has it
        ("<!-- vaultnet:debrief -->\n- thanks\n<!-- /vaultnet:debrief -->\n", False),
        ("## Brief\nwords\n", False),
    ],
)
def test_whether_its_brief_is_written(text: str, *, has_brief: bool) -> None:
    record = read(f"---\ntype: meeting\n---\n{text}", "Talk.md").record
    assert isinstance(record, Gathering)
    assert record.has_brief is has_brief
