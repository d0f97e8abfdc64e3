"""Which notes a condition means."""

from datetime import date
from typing import Any

import pytest

from vaultnet.model.condition import ORDERS, parse_conditions
from vaultnet.model.dates import parse_date
from vaultnet.model.facts import Facts, canonical_field, matches_all

TODAY = date(2026, 6, 15)
ADA: dict[str, Any] = {
    "employer": ["[[Orgs/Acme|Acme Ltd]]", "Northwind"],
    "Tags": ["person", "mentor/career"],
    "email": "ada@acme.example",
    "room": 101,
    "rate": 1.5,
    "rent": "2026-02-01",
    "Note To Self": "Tomás knows her",
    "phone": [],
    "met": "2024",
    "remote": True,
    "private": False,
    "positions": [{"company": "Babbage & Co", "from": "2019"}],
    "team": [["Ben"]],
}
RECORD: dict[str, Any] = {
    "birthday": "1985-04-17",
    "company": [{"text": "Acme Ltd", "link": "Orgs/Acme"}],
    "introduced_by": [{"text": "Ben", "link": ""}],
    "paused": False,
    "snooze": None,
    "tags": ["person", "mentor/career", "body-tag"],
}
DERIVED = {"type": "contact", "name": "Ada Lovelace", "last": "2026-01-10", "due": "", "tier": "close"}


def holds(text: str) -> bool:
    facts = Facts("contact", DERIVED, ADA, RECORD, parse_date)
    return matches_all(parse_conditions(text, TODAY, lambda _: None), facts)


@pytest.mark.parametrize(
    "text",
    [
        "company:acme", "company:LTD", 'company="acme ltd"', "company=Acme", "organization:northwind", "employer=northwind",
        "company:nobody|north", "tag:mentor", "tag:mentor/career", "tags=person", "tag:#person", "tag:body-tag",
        "tag!=mentor", "email:acme.example", "room=101", "room=101.0", "room<102", "room>=101", "rate>1.4", "rate<=1.5",
        "rent<2026-03", "rent>=2026-02", "rent<=2026", "rent>2025", "rent=2026-02", "rent:2026-02",
        "note-to-self:tomas", "note_to_self:TOMÁS", "NoteToSelf:knows", "remote=true", "last<2026-02", "last>=2026-01-10",
        "last>-6m", "tier=inner|close", "tier!=wide", "name:lovelace", "type=contact", "birthday:04-17", "bday=1985-04-17",
        "introduced-by:ben", "via:ben", "positions:babbage", "team:ben", "has:email", "missing:phone", "-has:phone",
        "-missing:email", "has:nothing|email", "missing:email|phone", "missing:due", "-due<today", "-tag:family",
        "missing:paused", "missing:private", "missing:snooze", "company:acme tier=close -tag:family",
    ],
)  # fmt: skip
def test_what_holds(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "company=acm", "company:byron", "tag:men", "tag=mentor", "tag!=person", "room=102", "room<101", "rent<2026-02",
        "rent>2026-02", "rent=2026-03", "due<today", "due>today", "tier!=close", "tier=wide|inner", "birthday>1990",
        "has:phone", "missing:email", "-company:acme", "has:nothing", "email>5", "email=2026", "room>2026-01-01",
        "company:acme tier=wide", "type:meeting",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize("field", ["company", "tag", "room", "last", "phone", "birthday", "nothing"])
@pytest.mark.parametrize("operator", [":", "=", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("value", ["2026-01-10", "101", "2026", "acme"])
def test_negation_is_the_contrary_and_the_orders_agree(field: str, operator: str, value: str) -> None:
    if value == "acme" and operator in ORDERS:
        return
    assert holds(f"-{field}{operator}{value}") is not holds(f"{field}{operator}{value}")
    if operator == "!=":
        assert holds(f"{field}!={value}") is not holds(f"{field}={value}")
    if operator in {":", "="}:
        assert holds(f"{field}{operator}{value}|zzz") is holds(f"{field}{operator}{value}")


def test_a_plain_note_is_asked_by_its_own_keys() -> None:
    facts = Facts("", {"type": ""}, {"tag": "#idea", "status": "draft"}, {}, parse_date)
    assert matches_all(parse_conditions("tags:idea status=draft missing:type", TODAY, lambda _: None), facts)
    assert canonical_field("", "Status Of-it") == "statusofit"
