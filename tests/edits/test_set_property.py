"""KEY=VALUE, and what it makes of a note."""

from datetime import date

import pytest

from vaultnet.edits.set_property import (
    Assignment,
    PropertyEdit,
    holds_text,
    parse_assignment,
    plan_property,
    refuse_unreadable,
    value_words,
)
from vaultnet.edits.snooze import PAUSE, plan_snooze, plan_wake
from vaultnet.errors import UsageError
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import Value

RULES = build_rules(Settings())


def usual(_kind: str, key: str) -> str:
    return key


def plan(text: str, word: str) -> PropertyEdit:
    return plan_property(text, "contact", parse_assignment(word), RULES, usual)


@pytest.mark.parametrize(
    ("word", "key", "operator", "value"),
    [
        ("tier=close", "tier", "=", "close"),
        ("tier =  close ", "tier", "=", "close"),
        ("tier=", "tier", "=", None),
        ("needs+=a plumber", "needs", "+=", "a plumber"),
        ("needs-=a plumber", "needs", "-=", "a plumber"),
        ("e-mail=a@b.example", "e-mail", "=", "a@b.example"),
        ("job title=director", "job title", "=", "director"),
        ("paused=true", "paused", "=", True),
        ("cadence=90", "cadence", "=", 90),
        ("rate=1.5", "rate", "=", 1.5),
        # What YAML would write otherwise than it was typed stays text.
        ("door=0171", "door", "=", "0171"),
        ("door=+49171", "door", "=", "+49171"),
        ("rate=1.50", "rate", "=", "1.50"),
        ("card=12345678901234567890", "card", "=", "12345678901234567890"),
        ("note=null", "note", "=", "null"),
        ("met=2024-03-02", "met", "=", "2024-03-02"),
        ("company=[[Acme]]", "company", "=", "[[Acme]]"),
        ("note=a: b # c", "note", "=", "a: b # c"),
        ("formula=a=b", "formula", "=", "a=b"),
        # Quotes and brackets are YAML's.
        ('door="90"', "door", "=", "90"),
        ("needs=[a plumber, 'a: b']", "needs", "=", ["a plumber", "a: b"]),
    ],
)
def test_what_an_assignment_means(word: str, key: str, operator: str, value: Value) -> None:
    assert parse_assignment(word) == Assignment(key, operator, value)


def test_a_phone_number_is_text() -> None:
    assert parse_assignment("phone=5551234", as_text=holds_text("phone")).value == "5551234"
    assert not holds_text(None)


@pytest.mark.parametrize(
    "word", ["tier", "=close", "needs+=", "needs-= ", "a b: c=d", 'x="open', "x=[a, [b]]", "x=[a", "x={a: 1", "#a=b"]
)
def test_what_sets_nothing_is_refused(word: str) -> None:
    if word == "x={a: 1":  # no bracket of a list: it is text, and is quoted when written
        assert parse_assignment(word).value == "{a: 1"
        return
    with pytest.raises(UsageError):
        parse_assignment(word)


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("---\ntier: wide # yes\n---\nText", "tier=close", "---\ntier: close # yes\n---\nText"),
        ("---\nprm-tier: wide\n---\n", "tier=close", "---\nprm-tier: close\n---\n"),
        ("---\r\nmet: x\r\n---\r\n", "tier=close", "---\r\nmet: x\r\ntier: close\r\n---\r\n"),
        ("Just words\n", "tier=close", "---\ntier: close\n---\nJust words\n"),
        ("---\ntier: wide\n---\n", "tier=", "---\n---\n"),
        ("---\nneeds: a plumber\n---\n", "needs+=a baker", "---\nneeds:\n  - a plumber\n  - a baker\n---\n"),
        ("---\nneeds: [a, b]\n---\n", "needs+=[c, d]", "---\nneeds: [a, b, c, d]\n---\n"),
        ("---\nneeds: [a, b]\n---\n", "needs-=a", "---\nneeds: [b]\n---\n"),
        ("---\nneeds: [a]\n---\n", "needs+=a", "---\nneeds: [a]\n---\n"),
        # Several tags on one line are several; elsewhere a blank or comma says nothing.
        ("---\ntags: a b, c\n---\n", "tags+=d", "---\ntags:\n  - a\n  - b\n  - c\n  - d\n---\n"),
        ("---\ntags: a b\n---\n", "tags-=a", "---\ntags:\n  - b\n---\n"),
        ("---\ntags: a b\n---\n", "tags-=c", "---\ntags: a b\n---\n"),
        ("---\ntags: a b\n---\n", "tags+=b", "---\ntags: a b\n---\n"),
        ("---\nneeds: a, b\n---\n", "needs+=c", "---\nneeds:\n  - a, b\n  - c\n---\n"),
        ("---\nname: A\n---\n", "tier=", "---\nname: A\n---\n"),
        ("---\nname: A\n---\n", "company=[[Acme]]", '---\nname: A\ncompany: "[[Acme]]"\n---\n'),
    ],
)
def test_only_the_property_changes(before: str, word: str, after: str) -> None:
    assert plan(before, word).text == after
    assert plan(after, word).text == after


def test_before_and_after_in_words() -> None:
    assert plan("---\nneeds: [a, b]\n---\n", "needs+=c")[:3] == ("needs", "a, b", "a, b, c")
    assert plan("---\ntier: wide\n---\n", "tier=")[:3] == ("tier", "wide", "")
    assert value_words({"from": [1, True], "to": None}) == "from: 1, true, to: "


@pytest.mark.parametrize(
    ("text", "word", "message"),
    [
        ("---\ntier: wide\n", "tier=close", "no closing line"),
        ("---\na: 1\n---\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "tier=close", "git left a conflict"),
        ("---\nemployer: A\norg: B\n---\n", "company=C", "several keys"),
        # A Dataview field in the text is not the front matter's to remove, nor is its value to be shadowed.
        ("Snooze:: 2026-09-01\n", "snooze=", "change it there"),
        ("needs:: a plumber\n", "needs+=a baker", "change it there"),
    ],
)
def test_a_note_that_cannot_be_written_is_left(text: str, word: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        plan(text, word)
    assert message in refused.value.problem.message


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("tier=clos", "did you mean close?"),
        ("cadence=now and then", "is not a cadence"),
        ("birthday=soon", "is not a birthday"),
        ("snooze=2026-02-30", "is not a date"),
        ("paused=maybe", "true or false"),
    ],
)
def test_values_of_known_keys_are_read_first(word: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        refuse_unreadable("contact", parse_assignment(word), RULES)
    assert message in refused.value.message


@pytest.mark.parametrize("word", ["tier=close", "tier=", "tier-=clos", "cadence=4w..6w", "paused=yes", "tea=green"])
def test_what_can_be_read_may_be_set(word: str) -> None:
    refuse_unreadable("contact", parse_assignment(word), RULES)
    refuse_unreadable("", parse_assignment("tier=anything"), RULES)


def test_snooze_pause_and_wake_end_each_other() -> None:
    text = "---\ntype: contact\n---\n"
    for assignment in plan_snooze(date(2026, 9, 1), ["type", "paused"]):
        text = plan_property(text, "contact", assignment, RULES, usual).text
    assert text == "---\ntype: contact\nsnooze: 2026-09-01\n---\n"
    for assignment in PAUSE:
        text = plan_property(text, "contact", assignment, RULES, usual).text
    assert text == "---\ntype: contact\nsnooze: 2026-09-01\npaused: true\n---\n"
    for assignment in plan_wake(["type", "snooze", "paused"]):
        text = plan_property(text, "contact", assignment, RULES, usual).text
    assert text == "---\ntype: contact\n---\n"
