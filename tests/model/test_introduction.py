"""Introductions: who, to whom, through whom, and how far it has come."""

from datetime import date

import pytest

from tests.model.notes import read, rules_of
from vaultnet.model.introduction import STATES, Introduction
from vaultnet.model.ref import Ref

RULES = rules_of({"me": {"name": "Mira Kellner"}})


def introduction(keys: str, body: str = "") -> Introduction:
    record = read(f"---\ntype: introduction\n{keys}\n---\n{body}", "Introductions/Grace through Ada.md", RULES).record
    assert isinstance(record, Introduction)
    return record


def test_people() -> None:
    read_ = introduction("from: Mira Kellner\nto: '[[Grace Hopper]], Ben'\nvia: [[Ada]]\nname: The door")
    assert (read_.name, read_.source) == ("The door", ())
    assert read_.to == (Ref("Grace Hopper", "Grace Hopper"), Ref("Ben", ""))
    assert read_.via == (Ref("Ada", "Ada"),)


@pytest.mark.parametrize("me", ["me", "Mira Kellner", "'[[Mira Kellner]]'", "Myself"])
def test_i_am_nobody(me: str) -> None:
    assert introduction(f"via: {me}").via == ()


@pytest.mark.parametrize("status", STATES)
def test_status(status: str) -> None:
    assert introduction(f"status: {status.title()}").status == status


def test_without_a_status_it_is_wanted() -> None:
    assert introduction("").status == "wanted"


def test_a_status_that_is_none() -> None:
    entry = read("---\ntype: introduction\nstatus: maybe\n---\n", "I.md")
    assert isinstance(entry.record, Introduction)
    assert entry.record.status == "wanted"
    assert [problem.message for problem in entry.problems] == [
        'status: "maybe" is none of wanted, asked, agreed, made, thanked, declined'
    ]


def test_day_and_log() -> None:
    body = "- 2026-01-22 asked for it\n- 2026-02-03 made\n- thanked later\n<!-- vaultnet:x -->\n- 2026-02-04 y\n<!-- /vaultnet:x -->"
    read_ = introduction("date: 2026-01-20", body)
    assert read_.day == date(2026, 1, 20)
    assert [(line.day, line.text) for line in read_.log] == [
        (date(2026, 1, 22), "asked for it"),
        (date(2026, 2, 3), "made"),
    ]


def test_references_and_touches() -> None:
    entry = read("---\ntype: introduction\nfrom: A\nto: B\nvia: C\ndate: 2026-01-20\n---\n[[A]]", "I.md")
    assert [tuple(ref) for ref in entry.refs] == [("from", "A", ""), ("to", "B", ""), ("via", "C", "")]
    assert (entry.day, entry.touches) == ("2026-01-20", ())
