"""What counts as a clipping, whom it is about, and that nobody was met by it."""

from datetime import date

import pytest

from tests.model.notes import DAY, RULES, read, rules_of
from vaultnet.model.clipping import ClippingRow

PAGE = """---
title: Owls are back
source: https://x.example/owls
author:
  - "[[Jane Doe]]"
published: 2026-05-02
created: 2026-05-09
tags:
  - clippings
---
[[Ada]] counts them. ![[owl.png]]
"""


def rows(text: str, path: str = "Notes/X.md") -> list[tuple[str, str, str, tuple[str, ...]]]:
    """(day, title, url, links) of each clipping."""
    return [(row.day, row.title, row.url, row.links) for row in read(text, path).clippings]


def touched(text: str, path: str = "Notes/X.md") -> list[tuple[str, str]]:
    return [(row.kind, row.link) for row in read(text, path).touches]


def test_a_page_of_the_web_clipper() -> None:
    assert read(PAGE, "Clippings/Owls.md").clippings == (
        ClippingRow(1, 12, "2026-05-02", "Owls are back", "https://x.example/owls", ("Jane Doe", "Ada")),
    )


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ("type: clipping\ndate: 2026-05-02", ("2026-05-02", "X", "")),
        ("type: news\nsource: https://x.example\ndate: 2026-05-02", ("2026-05-02", "X", "https://x.example")),
        ("tags: [Clipping]\nclipped: 2026-05-02T10:00:00", ("2026-05-02", "X", "")),
        ("categories: '[[Clippings]]'\nsaved: 2026-05-02\nurl: https://x.example", ("2026-05-02", "X", "https://x.example")),
        ("type: clipping\ncreated: 2026-05-02\nsource: '[[A book]]'", ("2026-05-02", "X", "")),
        ("type: clipping", None),  # nobody knows when
        ("date: 2026-05-02\nsource: https://x.example", None),  # a note of the user's own that quotes a page
        ("type: contact\ntags: [clippings]\nmet: 2026-05-02", None),
    ],
)  # fmt: skip
def test_notes_that_are_clippings(properties: str, found: tuple[str, str, str] | None) -> None:
    clippings = [row[:3] for row in rows(f"---\n{properties}\n---\nabout [[Acme]]\n")]
    assert clippings == ([found] if found else [])


def test_a_page_that_collects_news() -> None:
    text = """---
type: news
about: "[[Tidemark Risk]]"
---
- 2026-06-12 [Office in \\[Lisbon\\]](https://x.example/a)
- 2026-06-11 They grow
  - says [[Ada]]
- 2026-06-10: https://x.example/b
- no date
> - 2026-06-09 quoted
"""
    assert rows(text) == [
        ("2026-06-12", "Office in [Lisbon]", "https://x.example/a", ("Tidemark Risk",)),
        ("2026-06-11", "They grow", "", ("Tidemark Risk", "Ada")),
        ("2026-06-10", "https://x.example/b", "https://x.example/b", ("Tidemark Risk",)),
    ]
    assert rows("---\ntype: news\nabout: Tidemark Risk\n---\n- 2026-06-12 They grow\n")[0][3] == ("Tidemark Risk",)
    assert rows("---\ntype: news\n---\n- 2026-06-12 about nobody\n") == []


def test_lines_of_a_daily_note() -> None:
    text = """- [A](https://x.example/a) [[Ada]] #clipping
- 2026-05-01 [B](https://x.example/b) on [[Acme]] #clippings
- coffee with [[Ada]]
- [ ] read [C](https://x.example/c) of [[Ada]] #clipping
- nothing linked #clipping

Read in the paper: [[Acme]] grows #clipping
"""
    assert rows(text, DAY) == [
        ("2026-05-02", "A", "https://x.example/a", ("Ada",)),
        ("2026-05-01", "B", "https://x.example/b", ("Acme",)),
        ("2026-05-02", "Read in the paper: Acme grows", "", ("Acme",)),
    ]
    assert touched(text, DAY) == [("coffee", "Ada")]


def test_a_line_in_somebodys_own_note_is_about_them() -> None:
    line = "- 2026-05-02 [A](https://x.example/a) #clipping\n"
    for kind in ("contact", "organization"):
        assert rows(f"---\ntype: {kind}\n---\n## Log\n{line}") == [("2026-05-02", "A", "https://x.example/a", ("",))]
    assert rows(line) == []  # a plain note, and nobody is linked


def test_nobody_was_met_by_a_clipping() -> None:
    assert touched("---\ntype: clipping\ndate: 2026-05-02\n---\nlunch with [[Ada]]\n") == []
    assert touched("---\ndate: 2026-05-02\n---\nlunch with [[Ada]]\n") == [("lunch", "Ada")]
    log = "---\ntype: contact\n---\n## Log\n- 2026-05-02 call: [A](https://x.example) #clipping\n- 2026-05-01 coffee: hi\n"
    assert touched(log) == [("coffee", "")]


def test_what_is_nested_beneath_a_clipping() -> None:
    """A name is part of it; a call is a call. And one that is nested beneath a touch leaves the touch."""
    text = "- [A](https://x.example) [[Acme]] #clipping\n  - [[Ada]] is in it\n  - called [[Ben]] about it\n"
    assert rows(text, DAY)[0][3] == ("Acme", "Ada", "Ben")
    assert touched(text, DAY) == [("call", "Ben")]
    log = "---\ntype: contact\n---\n## Log\n- 2026-05-02 coffee: hi\n  - [A](https://x.example) #clipping\n"
    assert rows(log) == [("2026-05-02", "A", "https://x.example", ("",))]
    assert touched(log) == [("coffee", "")]


def test_what_vaultnet_wrote_is_no_clipping() -> None:
    assert (
        rows(
            "<!-- vaultnet:brief -->\n- 2026-05-01 [A](https://x.example) [[Acme]] #clipping\n<!-- /vaultnet:brief -->\n",
            DAY,
        )
        == []
    )


def test_lines_without_a_day_or_in_a_quote_are_none() -> None:
    text = "- [A](https://x.example) [[Acme]] #clipping\n\n> 2026-05-01 [[Acme]] #clipping\n\n2026-05-02 met [[Ben]]\n"
    assert rows(text) == []
    assert rows("Read 2026-05-01: [[Acme]] #clipping\n") == []
    assert rows("2026-05-01 [[Acme]] grows #clipping\n") == [("2026-05-01", "Acme grows", "", ("Acme",))]


def test_tags_are_a_setting() -> None:
    rules = rules_of({"news": {"tags": ["Meldung"]}})
    line = "- 2026-05-02 [[Acme]] wächst #meldung"
    assert [row.title for row in read(line, rules=rules).clippings] == ["Acme wächst"]
    assert read(line, rules=RULES).clippings == ()


def test_the_day_of_the_vaults_own_format() -> None:
    entry = read(
        "---\ntype: clipping\npublished: 02.05.2026\n---\n[[Acme]]\n", "X.md", rules_of(daily_format="DD.MM.YYYY")
    )
    assert [row.day for row in entry.clippings] == [date(2026, 5, 2).isoformat()]
