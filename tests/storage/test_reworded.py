"""An edit of prose is known without reading the note, and leaves the index that a new one would be."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.indexed import bring_up_to_date, dump, indexed, put
from vaultnet.model.entry import Entry, build_entry
from vaultnet.model.rules import Rules
from vaultnet.storage import compare, reading, reworded
from vaultnet.storage.index import meta, open_index
from vaultnet.storage.schema import TABLES
from vaultnet.storage.since_told import WITH_LINES, load_moved

ADA = """---
type: contact
aliases: [Ada]
---
Likes tea.

## Raise next time
- Paris

## Log
- 2026-05-02 call: moved, with [[Bob]]
- [ ] send [[Bob]] the paper 📅 2026-06-01
- [x] send the map ✅ 2026-05-01
- 2026-05-01 paper in [[Bob]] #news

A word more.
"""
TEA = "Likes tea."
BLOCK = """---
type: meeting
date: 2026-05-02
---
Words.

<!-- vaultnet:agenda -->
- [ ] Call [[Ada]] ^vn-20000000-90cd7e12
<!-- /vaultnet:agenda -->
"""


@pytest.fixture
def connection(tmp_path: Path, vault: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    put(vault, "Ada.md", ADA)
    put(vault, "Bob.md", "---\ntype: contact\n---\n")
    monkeypatch.setattr(compare, "_RACY", 0)
    with open_index(tmp_path / "index.sqlite") as connection:
        bring_up_to_date(connection, vault)
        yield connection


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the notes that are read from now on."""
    found: list[str] = []

    def watched(path: str, text: str, rules: Rules) -> Entry:
        found.append(path)
        return build_entry(path, text, rules)

    monkeypatch.setattr(reading, "build_entry", watched)
    return found


def is_as_new(connection: sqlite3.Connection, vault: Path) -> bool:
    with indexed(vault, vault.parent / f"new-{meta(connection, 'generation')}.sqlite") as new:
        return dump(connection) == dump(new)


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        (TEA, "Likes green tea, and cake.", None),
        ("A word more.\n", "A word more.\n\nAnd another.\n", None),
        (TEA, "Likes tea.\n\nAnd cake.", [[7, 2]]),
        ("Likes tea.\n\n", "Likes tea.\n\n\n\n", [[7, 2]]),
        ("## Raise next time\n- Paris\n\n", "## Raise next time\n- Paris\n\nWell.\n\n", [[7, 0], [10, 2]]),
    ],
)
def test_an_edit_of_prose_reads_no_note(
    vault: Path, connection: sqlite3.Connection, read: list[str], old: str, new: str, steps: list[list[int]] | None
) -> None:
    assert ADA.count(old) == 1
    put(vault, "Ada.md", ADA.replace(old, new))
    result = bring_up_to_date(connection, vault)
    assert (read, result.changed, result.generation) == ([], 1, 2)
    assert meta(connection, "told") == "1"
    moved: list[object] = [[move.path, move.steps] for move in load_moved(connection)]
    assert moved == ([["Ada.md", steps]] if steps else [])
    assert is_as_new(connection, vault)
    read.clear()
    put(vault, "Ada.md", ADA)
    assert (bring_up_to_date(connection, vault).generation, read) == (3, [])
    assert is_as_new(connection, vault)


READ = {
    "prose under a dated heading, which is what was said": (
        "---\ntype: contact\n---\n## Log\n### 2026-05-02 - email\nLong ago.\n\n### More\n\nWords.\n",
        "Words.",
        "Other words.",
    ),
    "the goals": ("---\ntype: goals\n---\n## Offers\n\nMaps of ice.\n", "Maps", "Charts"),
    "an entry that is sought in the text": (
        "---\ntype: contact\ninteractions:\n  - {date: 2026-05-02, text: walk}\n---\nWords.\n",
        "Words.",
        "Other words.",
    ),
    "a note with a fault": ("---\ntype: contact\nmet: soon\n---\nWords.\n", "Words.", "Other words."),
    "a fact on another line": (
        "---\ntype: organization\n---\nWords.\n\n## Facts\n- 2026-05-02 salary: low\n",
        "Words.",
        "Words.\n\nMore.",
    ),
    "an offer on another line": (
        BLOCK,
        "Words.",
        "Words.\n\nMore.",
    ),
    "an edit in a hundred places": (
        "---\ntype: contact\n---\nA.\n\n- 2026-05-02 call\n" + "\nWords.\n\n- and [[Bob]]\n\nWords.\n\n- too\n" * 100,
        "Words.\n\n- and",
        "Words.\n\nMore.\n\n- and",
    ),
    "bytes that are no text": ("---\ntype: contact\n---\nWords.\n", "Words.", "W\udce9rds."),
}


@pytest.mark.parametrize(("text", "old", "new"), READ.values(), ids=READ)
def test_where_prose_or_its_length_matters_the_note_is_read(
    vault: Path, connection: sqlite3.Connection, read: list[str], text: str, old: str, new: str
) -> None:
    put(vault, "Note.md", text)
    bring_up_to_date(connection, vault)
    read.clear()
    put(vault, "Note.md", text.replace(old, new).encode("utf-8", "surrogateescape"))
    assert bring_up_to_date(connection, vault).changed == 1
    assert read == (["Note.md"] if "\udce9" not in new else [])
    assert is_as_new(connection, vault)


def test_many_edits_at_once(vault: Path, connection: sqlite3.Connection, read: list[str]) -> None:
    for number in range(40):
        put(vault, f"People/P{number}.md", ADA)
    bring_up_to_date(connection, vault)
    told = meta(connection, "told")
    read.clear()
    for number in range(40):
        put(vault, f"People/P{number}.md", ADA.replace(TEA, f"Likes tea.\n\nAnd cake{number}."))
    assert bring_up_to_date(connection, vault).changed == 40
    assert (read, meta(connection, "told"), len(load_moved(connection))) == ([], told, 40)
    assert is_as_new(connection, vault)


def test_every_number_of_a_line_is_seen_to() -> None:
    """A table with lines has them moved, or a row of it keeps its note from being moved."""
    tables = {table.partition(" (")[0].split()[-1] for table in TABLES.split(";") if " line INTEGER" in table}
    asked = reworded._LINES_SAY + reworded._PROSE_SAYS
    assert {table for table in tables if f"FROM {table} " in asked} | {*WITH_LINES} == tables
