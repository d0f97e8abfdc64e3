"""WHERE, as people type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.errors import UsageError
from vaultnet.model.condition import Condition, Wanted, Word, parse_conditions, parse_query

TODAY = date(2026, 6, 15)


def read_day(text: str) -> date | None:
    return date(2026, 3, 15) if text == "3 months ago" else None


def parse(text: str) -> tuple[Condition, ...]:
    return parse_conditions(text, TODAY, read_day)


def days(first: str, last: str = "") -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("text", "field", "operator", "values", "is_negated"),
    [
        ("company:acme", "company", ":", ["acme"], False),
        ("tier=Close", "tier", "=", ["close"], False),
        ("tier=inner|close", "tier", "=", ["inner", "close"], False),
        ('company:"Acme Ltd"|"O\'Neill & Co"', "company", ":", ["acme ltd", "o'neill & co"], False),
        ("tier!=wide", "tier", "!=", ["wide"], False),
        ("-tag:family", "tag", ":", ["family"], True),
        ("has:email", "has", "has", ["email"], False),
        ("Missing=uid", "Missing", "missing", ["uid"], False),
        ("-has:uid", "has", "has", ["uid"], True),
        ('"job title":director', "job title", ":", ["director"], False),
        ("introduced_by:[[Ada]]", "introduced_by", ":", ["[[ada]]"], False),
        ("website:https://ada.example/a=b", "website", ":", ["https://ada.example/a=b"], False),
        ("name:Tomás", "name", ":", ["tomas"], False),
    ],
)
def test_one_condition(text: str, field: str, operator: str, values: list[str], is_negated: bool) -> None:
    (found,) = parse(text)
    assert (found.field, found.operator, found.is_negated) == (field, operator, is_negated)
    assert [value.text for value in found.values] == values


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2026-01-01", days("2026-01-01")),
        ("2026-02", days("2026-02-01", "2026-02-28")),
        ("2026", days("2026-01-01", "2026-12-31")),
        ("today", days("2026-06-15")),
        ("today+7d", days("2026-06-22")),
        ("-3m", days("2026-03-15")),
        ("TODAY-1y", days("2025-06-15")),
        ("+2w", days("2026-06-29")),
        ('"3 months ago"', days("2026-03-15")),
    ],
)
def test_days_of_a_condition(value: str, wanted: tuple[date, date]) -> None:
    (found,) = parse(f"last<{value}")
    assert (found.values[0].first, found.values[0].last) == wanted


def test_numbers_are_numbers_and_what_only_looks_like_a_month_is_none() -> None:
    (found,) = parse("score>=1.5")
    assert found.values == (Wanted("1.5", 1.5),)
    (found,) = parse("room=2026-13")
    assert found.values == (Wanted("2026-13"),)


def test_all_conditions_and_the_words_besides() -> None:
    query = parse_query('pension company:acme "moves to Paris"  has:email|phone -"old job"', TODAY, read_day)
    assert query.words == (Word("pension"), Word("moves to Paris", is_phrase=True), Word("old job", True, True))
    assert [condition.fields for condition in query.conditions] == [("company",), ("email", "phone")]
    assert [condition.column for condition in query.conditions] == [9, 40]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "say which notes"),
        ("   ", "say which notes"),
        ("ada", '"ada" names no field: write name:ada'),
        ("tier=close ada", "names no field"),
        ("company:", 'nothing stands behind "company:"'),
        ("tier=inner|", 'nothing stands behind "tier="'),
        ('company:""', 'nothing stands behind "company:"'),
        ('company:"Acme', "never closed"),
        ('"Acme', "never closed"),
        ('""=x', "without a name"),
        ('company:"Acme"x', "a blank is missing here"),
        ("last < 2026-01-01", "no field stands before <:"),
        ("tier =close", "no field stands before =:"),
        ("tier==close", "tier== is written tier="),
        ("last<3 months ago", 'stand in quotation marks: last<"3 months ago"'),
        ("tier=close OR tier=inner", "or is written with a bar: tier=inner|close"),
        ("tier=close und tag:x", "und needs no word"),
        ("not tier=close", "not is written with a minus: -tier=close"),
        ("last<soon", '"soon" is neither a date nor a number'),
        ("last<2026|2027", "takes one value"),
        ("x" * 1001, "narrow it down"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(text)
    assert message in refused.value.message


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_query(text, TODAY, read_day)
    except UsageError as refused:
        assert refused.message  # noqa: PT017  (either answer is right; a crash is not)
