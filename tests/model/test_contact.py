"""A contact: every field, the forms its value may have, and what is a problem. Dialects have a table of their own."""

from datetime import date
from typing import Any

import pytest

from tests.model.notes import contact, property_of, read, rules_of
from vaultnet.model.contact import Contact, Position, Relation
from vaultnet.model.dates import PartialDate
from vaultnet.model.ref import Ref

ADA, ACME = Ref("Ada", "Ada"), Ref("Acme", "Acme")

FIELDS = [
    # front matter                            field            value
    ("name: Ada Byron", "name", "Ada Byron"),
    ('name: "[[Ada Byron]]"', "name", "Ada Byron"),
    ("full_name: Ada Byron", "name", "Ada Byron"),
    ("FN: Ada Byron", "name", "Ada Byron"),
    ("name: {last: Byron, first: Ada}", "name", "Ada Byron"),
    ("name: {given: Ada, family: Byron, prefix: Lady}", "name", "Lady Ada Byron"),
    ("name: {call: Ada, of: Ockham}", "name", "Ada Ockham"),
    ("name: {first: ''}\nfirst_name: Ada", "name", "Ada"),
    ("first_name: Ada\nlast name: Byron", "name", "Ada Byron"),
    ("N.GN: Ada\nN.MN: Augusta\nN.FN: Byron", "name", "Ada Augusta Byron"),
    ("name: []\nsurname: Byron", "name", "Byron"),
    ("name: ''", "name", "Ada Lovelace"),
    ("id: 4711", "uid", "4711"),
    ("UID: urn:uuid:0f-1", "uid", "0f-1"),
    ("alias: Countess", "aliases", ("Countess",)),
    ("aliases: Countess, Enchantress", "aliases", ("Countess", "Enchantress")),
    ("aliases: [Countess, Countess]\nnickname: AL", "aliases", ("Countess", "AL")),
    ("company: Acme, Inc.", "company", (Ref("Acme, Inc.", ""),)),
    ("company: '[[Acme]]'", "company", (ACME,)),
    ("company: [[Acme]]", "company", (ACME,)),
    ("company:\n  - [[Acme]]\n  - '[[Firms/Northwind.md|NW]]'", "company", (ACME, Ref("NW", "Firms/Northwind.md"))),
    ("company: '[Acme](Acme.md)'", "company", (Ref("Acme", "Acme.md"),)),
    ("org: '[[Acme]]'\nemployer: '[[Acme]]'", "company", (ACME,)),
    ("works_at: Acme", "company", (Ref("Acme", ""),)),
    ("company: true", "company", ()),
    ("company: ''", "company", ()),
    ("company: 3", "company", (Ref("3", ""),)),
    ("positions: '[[Acme]]'", "positions", (Position(ACME, "", "", ""),)),
    ("positions: [{company: Acme, role: Poet, from: 2019, to: 2021-03}]", "positions", (Position(Ref("Acme", ""), "Poet", "2019", "2021-03"),)),
    ("positions: {role: Poet}", "positions", (Position(Ref("", ""), "Poet", "", ""),)),
    ("job_title: Poet", "role", "Poet"),
    ("title: Poet", "role", "Poet"),
    ("title: Ada Lovelace", "role", ""),
    ("title: Ada Lovelace\nposition: Poet", "role", "Poet"),
    ("role: ada lovelace", "role", "ada lovelace"),
    ("role: {a: 1}", "role", ""),
    ("email: ada@example.com", "email", ("ada@example.com",)),
    ("email: ada@example.com; ada@example.org", "email", ("ada@example.com", "ada@example.org")),
    ("email: Ada <ada@example.com>", "email", ("ada@example.com",)),
    ("email: mailto:ada@example.com", "email", ("ada@example.com",)),
    ("email: ask her mother", "email", ("ask her mother",)),
    ("EMAIL[HOME]: a@example.com\nemail_2: b@example.com\ne-mail: c@example.com", "email", ("a@example.com", "b@example.com", "c@example.com")),
    ("phone: 5550101", "phone", ("5550101",)),
    ("mobile: '+44 555 0101'\nTEL[1:WORK]: '+44 555 0102'", "phone", ("+44 555 0101", "+44 555 0102")),
    ("address: 4 Rue X, Paris", "address", ("4 Rue X, Paris",)),
    ("address: {street: 4 Rue X, city: Paris, zip: 75001, floor: null}", "address", ("4 Rue X, Paris, 75001",)),
    ("address: {street: null}", "address", ()),
    ("ADR.STREET: 4 Rue X", "address", ("4 Rue X",)),
    ("street: 4 Rue X\nlocality: Paris\npostal: 75001", "address", ("4 Rue X, 75001 Paris",)),
    ("ADR[HOME].LOCALITY: Paris", "address", ()),
    ("ADR[HOME].LOCALITY: Paris", "location", "Paris"),
    ("url: https://example.com", "website", ("https://example.com",)),
    ("linkedin_id: ada", "linkedin", "ada"),
    ("city: Paris", "location", "Paris"),
    ("country: FR", "country", "FR"),
    ("friends: ['[[Ben]]', Cy]", "knows", (Relation("friend", Ref("Ben", "Ben")), Relation("friend", Ref("Cy", "")))),
    ("knows: Ben and Cy", "knows", (Relation("knows", Ref("Ben", "")), Relation("knows", Ref("Cy", "")))),
    ("relations: '[[Ben|Ben (Brother)]]'", "knows", (Relation("brother", Ref("Ben", "Ben")),)),
    ("relations: '[[Ben]]'", "knows", (Relation("relation", Ref("Ben", "Ben")),)),
    ("reports-to: '[[Ben]]'\nspouse: Cy", "knows", (Relation("reports-to", Ref("Ben", "Ben")), Relation("spouse", Ref("Cy", "")))),
    ("status: Archived", "status", "archived"),
    ("birthday: 1985-04-17", "birthday", PartialDate(1985, 4, 17)),
    ("bday: 04-17", "birthday", PartialDate(None, 4, 17)),
    ("BDAY: '--0417'", "birthday", PartialDate(None, 4, 17)),
    ("born: 19850417", "birthday", PartialDate(1985, 4, 17)),
    ("birthday: XXXX-04-17", "birthday", PartialDate(None, 4, 17)),
    ("birthday: '[[1985-04-17]]'", "birthday", PartialDate(1985, 4, 17)),
    ("birthday: [1985-04-17]", "birthday", PartialDate(1985, 4, 17)),
    ("birthday:\nbday: 04-17", "birthday", PartialDate(None, 4, 17)),
    ("anniversary: 2009-05-30", "anniversaries", (("anniversary", PartialDate(2009, 5, 30)),)),
    ("Wedding: 05-30\nnameday: unknown\nnameday_2: 01-01", "anniversaries", (("wedding", PartialDate(None, 5, 30)),)),
    ("met_on: 2019/10/04", "met", date(2019, 10, 4)),
    ("how-we-met: at the fair", "met_at", (Ref("at the fair", ""),)),
    ("via: '[[Ada]]'", "introduced_by", (ADA,)),
    ("introducer: '[[Ada]], me'", "introduced_by", (ADA,)),
    ("relationship: friend, alumni", "relationship", ("friend", "alumni")),
    ("tags: [person/friend, people/choir/alto, other/x]", "relationship", ("friend", "choir/alto")),
    ("tags: [person/friend]\nrelation: rival", "relationship", ("rival",)),
    ("tier: Close", "tier", "close"),
    ("prm-tier: weekly", "tier", ""),
    ("strength: 4", "tier", ""),
    ("cadence: 4w..6w", "cadence", "4w..6w"),
    ("keep_in_touch: twice a year", "cadence", "twice a year"),
    ("frequency_days: 90", "cadence", "90"),
    ("cadence: never", "cadence", "never"),
    ("snooze_until: 2026-07-01", "snooze", date(2026, 7, 1)),
    ("paused: true", "paused", True),
    ("prm-paused: 'yes'", "paused", True),
    ("paused: false", "paused", False),
    ("paused: {a: 1}", "paused", False),
    ("next_follow_up: '[[2026-07-01]]'", "next_contact", date(2026, 7, 1)),
    ("last_contacted: 2026-05-01\nLast Contact: 2026-05-03", "last_contact", date(2026, 5, 3)),
    ("prefers: E-Mail", "channel", "email"),
    ("channel: pigeon", "channel", "pigeon"),
    ("needs: a desk, and a chair", "needs", ("a desk, and a chair",)),
    ("skills: [knots, '[[Sailing]]']", "skills", ("knots", "Sailing")),
    ("private: true", "private", True),
    ("audience: Family", "audience", "family"),
    ("tags: [Poets, '#Harp/Welsh']", "tags", ("poets", "harp/welsh")),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "field", "expected"), FIELDS)
def test_field(keys: str, field: str, expected: Any) -> None:
    assert property_of(keys, field) == expected


def test_a_note_that_says_nothing() -> None:
    assert read(contact("")).record == Contact("Ada Lovelace")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Ada.md", "Ada"),
        ("People/@Ada.md", "Ada"),
        ("people___Ada.md", "Ada"),
        ("people___@Ada.md", "Ada"),
        ("@.md", "@"),
        ("Doe, Jane.md", "Doe, Jane"),
    ],
)
def test_the_name_of_the_file(path: str, name: str) -> None:
    assert read(contact(""), path).title == name


PROBLEMS = [
    ("birthday: soon", "birthday-unreadable", 3, 'birthday: "soon" is not a birthday such as 1985-04-17 or 04-17'),
    ("birthday: 2026-02-30", "birthday-unreadable", 3, 'birthday: "2026-02-30" is not a birthday such as 1985-04-17 or 04-17'),
    ("met: {a: 1}", "met-unreadable", 3, "met: \"{'a': 1}\" is not a date such as 2026-05-02"),
    ("snooze: next week", "snooze-unreadable", 3, 'snooze: "next week" is not a date such as 2026-05-02'),
    ("Next Contact: x", "next-contact-unreadable", 3, 'Next Contact: "x" is not a date such as 2026-05-02'),
    ("last_chat: x", "last-contact-unreadable", 3, 'last_chat: "x" is not a date such as 2026-05-02'),
    ("cadence: now and then", "cadence-unreadable", 3, 'cadence: "now and then" is not a cadence such as "6 months", "4w..6w" or never'),
    ("tier: clsoe", "tier-unreadable", 3, 'tier: "clsoe" is no tier: did you mean close?'),
    ("tier: gold", "tier-unreadable", 3, 'tier: "gold" is no tier: the settings have inner, close, wide'),
    ("audience: everyone", "audience-unreadable", 3, 'audience: "everyone" is none of self, family, work, public'),
    ('role: x\n"met": soon', "met-unreadable", 4, 'met: "soon" is not a date such as 2026-05-02'),
    (f"met: {'x' * 90}", "met-unreadable", 3, f'met: "{"x" * 39}…" is not a date such as 2026-05-02'),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "rule", "line", "message"), PROBLEMS)
def test_a_value_that_cannot_be_read_is_a_problem_with_its_place(keys: str, rule: str, line: int, message: str) -> None:
    (problem,) = read(contact("", f"type: contact\n{keys}")).problems
    assert (problem.rule, problem.line, problem.column, problem.message) == (rule, line, 1, message)
    assert (problem.severity, problem.blocks_writing) == ("warning", False)


def test_a_broken_inline_field_is_reported_where_it_stands() -> None:
    (problem,) = read(contact("Some words.\n\nMet:: soon")).problems
    assert (problem.line, problem.message) == (6, 'met: "soon" is not a date such as 2026-05-02')


def test_where_one_key_is_broken_another_of_the_same_meaning_counts() -> None:
    entry = read(contact("", "type: contact\nbirthday: soon\nbday: 04-17"))
    assert isinstance(entry.record, Contact)
    assert entry.record.birthday == PartialDate(None, 4, 17)
    assert [problem.line for problem in entry.problems] == [3]


def test_dates_as_the_vault_writes_them() -> None:
    rules = rules_of(daily_format="DD-MM-YYYY")
    assert property_of("birthday: 17-04-1985", "birthday", rules) == PartialDate(1985, 4, 17)
    assert property_of("met: '[[04-10-2019]]'", "met", rules) == date(2019, 10, 4)


def test_anniversaries_are_settings() -> None:
    rules = rules_of({"contacts": {"anniversaries": ["work-anniversary"]}})
    assert property_of("Work Anniversary: 2016-06-23", "anniversaries", rules) == (
        ("work-anniversary", PartialDate(2016, 6, 23)),
    )


def test_tiers_are_settings() -> None:
    rules = rules_of({"tiers": {"Gold": {"cadence": "2 weeks"}}})
    assert property_of("tier: gold", "tier", rules) == "gold"


def test_life_events() -> None:
    body = "## Life events\n- 2026-03-01 moved\n- some day\n## Log\n- 2026-03-02 call\n## Life Events\n- [[2026-03-03]]: job: left Acme\n  - for the sea"
    record = read(contact(body)).record
    assert isinstance(record, Contact)
    assert [tuple(event) for event in record.life_events] == [
        (5, date(2026, 3, 1), "", "moved"),
        (10, date(2026, 3, 3), "job", "left Acme\nfor the sea"),
    ]


def test_tags_of_the_exchange_and_of_lines_are_not_the_persons() -> None:
    body = "#alto #gave\n- 2026-05-02 call: x #tenor\n  - nested #bass\n- [ ] call #todo-list\n- sings #solo\n- [[Ben]] #duet\n- **2026-05-03** #loud"
    assert property_of(f"x: 1\n---\n{body}\n\n---", "tags") == ("alto", "solo", "duet")
