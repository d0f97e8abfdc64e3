"""An organization: fields and facts."""

from datetime import date
from typing import Any

import pytest

from tests.model.notes import read
from vaultnet.model.organization import Organization
from vaultnet.model.ref import Ref


def organization(keys: str, body: str = "") -> Organization:
    record = read(f"---\ntype: organization\n{keys}\n---\n{body}", "Organizations/Acme.md").record
    assert isinstance(record, Organization)
    return record


@pytest.mark.parametrize(
    ("keys", "field", "expected"),
    [
        ("", "name", "Acme"),
        ("name: Acme Ltd", "name", "Acme Ltd"),
        ("uid: urn:uuid:1f", "uid", "1f"),
        ("aliases: AC, Acme Bells", "aliases", ("AC", "Acme Bells")),
        ("situation: Expanding", "situation", "expanding"),
        ("industry: [bells, whistles]", "industry", ("bells", "whistles")),
        ("sector: bells", "industry", ("bells",)),
        ("city: Porto", "location", "Porto"),
        ("country: PT", "country", "PT"),
        ("url: https://acme.example.com", "website", "https://acme.example.com"),
        ("domain: acme.example.com", "domain", ("acme.example.com",)),
        ("rss: https://acme.example.com/feed", "feed", ("https://acme.example.com/feed",)),
        ("target: true", "target", True),
        ("parent: '[[Bells Group]]'", "parent", (Ref("Bells Group", "Bells Group"),)),
        ("people: '[[Ada]], Ben'", "people", (Ref("Ada", "Ada"), Ref("Ben", ""))),
        ("private: true", "private", True),
        ("audience: Work", "audience", "work"),
        ("tags: [client]", "tags", ("client",)),
    ],
)
def test_field(keys: str, field: str, expected: Any) -> None:
    assert getattr(organization(keys), field) == expected


def test_facts() -> None:
    body = """## Facts
- 2026-05-02 salary: senior analyst 78-92k, says [[Ada Lovelace]]
- [[2026-03-05]] situation: hires again #received
- 2026-03-06 they moved
- no date
> - 2026-03-07 salary: in a quote
## Log
- 2026-03-08 salary: not a fact
"""
    assert [tuple(fact) for fact in organization("", body).facts] == [
        (6, date(2026, 5, 2), "salary", "senior analyst 78-92k, says [[Ada Lovelace]]"),
        (7, date(2026, 3, 5), "situation", "hires again"),
        (8, date(2026, 3, 6), "", "they moved"),
    ]


def test_names_and_references() -> None:
    entry = read("---\ntype: company\naliases: AC\nuid: 7\nparent: '[[Bells]]'\npeople: [Ada]\n---\n", "Acme.md")
    assert entry.names == ("Acme", "AC", "7")
    assert [tuple(ref) for ref in entry.refs] == [("parent", "Bells", "Bells"), ("people", "Ada", "")]
