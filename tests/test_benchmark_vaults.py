"""The vaults that `make bench` measures on: of each shape, in the forms of the peers, and what the floors read in them."""

import json
import sqlite3
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.equality import differences
from benchmarks.generate import generate
from benchmarks.import_rows import write_connections
from benchmarks.peer_vaults import hermit_tables, make_friends, make_orbit, make_zk, read_people
from benchmarks.rendering import pack_page
from benchmarks.shapes import SHAPES
from benchmarks.subject import Subject
from tests.vaults import make_vault

ADA = """
== People/Ada Berg.md
---
type: contact
company: "[[Tidemark]]"
role: engineer
email: ada@people.example
phone: "+31 6 1"
location: Utrecht
---
Likes maps.

## Raise next time
- the flood?

## Log
- 2026-05-30 coffee: talked, with [[Ben Lund]] #gave
- 2026-01-02 call: hello
== Organizations/Tidemark.md
---
type: organization
location: Utrecht
---
Ships.
== Meetings/2026-05-30 Talk.md
---
type: meeting
date: 2026-05-30
with:
  - "[[Ada Berg]]"
---
We met.
== Daily/2026-05-30.md
coffee with [[Ada Berg]]
== Notes/Maps.md
# Maps
"""


def test_the_people_of_a_vault_in_the_forms_of_the_peers(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", ADA)
    (ada,) = read_people(root)
    assert (ada.name, ada.company, ada.prose) == ("Ada Berg", "Tidemark", "Likes maps.")
    assert ada.touches == (("2026-05-30", "coffee: talked, with [[Ben Lund]] #gave"), ("2026-01-02", "call: hello"))

    for folder in ("01_People", "02_Organizations", "03_Interactions"):
        (tmp_path / "orbit" / folder).mkdir(parents=True)
    assert make_orbit(root, tmp_path / "orbit") == 5
    note = (tmp_path / "orbit/01_People/Ada Berg.md").read_text()
    assert 'org: "[[Tidemark]]"\n' in note
    assert "- 2026-01-02 call: hello" in note

    make_friends(root, tmp_path / "friends.md")
    assert "- 2026-05-30: coffee: talked, with Ben Lund gave **Ada Berg**\n" in (tmp_path / "friends.md").read_text()

    companies, people = hermit_tables(root, tmp_path)
    assert companies.read_text().splitlines() == ["name\tstage", "Tidemark\twon"]
    assert people.read_text().splitlines()[1] == "Ada Berg\tada@people.example\tTidemark\tengineer\t+31 6 1"

    make_zk(root, tmp_path / "zk", with_links=False)
    assert (tmp_path / "zk/Daily/2026-05-30.md").read_text() == "coffee with Ada Berg\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_vault_of_a_shape_has_what_the_shape_says(tmp_path: Path, shape: str) -> None:
    assert generate(tmp_path, 300, shape=shape) == 300
    folders = {"contact": "People", "daily": "Daily", "meeting": "Meetings", "organization": "Organizations"}
    counts = SHAPES[shape].counts(300)
    for kind, folder in folders.items():
        assert len(list((tmp_path / folder).rglob("*.md"))) == counts[kind], kind


def test_a_lifetime_is_of_5_000_contacts_and_every_day_of_forty_years() -> None:
    assert SHAPES["lifetime"].counts(100_000) == {
        "contact": 5_000, "daily": 14_600, "meeting": 12_000, "organization": 2_000, "plain": 66_400,
    }  # fmt: skip
    assert SHAPES["lifetime"].counts(1_000_000)["daily"] == 14_600


def test_the_least_that_an_index_does_has_a_row_for_each_thing_in_a_note(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", ADA)
    text = (root / "People/Ada Berg.md").read_text()
    rows = list(floors._row_maker()(3, "People/Ada Berg.md", text))
    assert [table for table, _ in rows] == [
        "note",
        "content",
        "name",
        "name",
        "contact",
        "touch",
        "touch",
        "ref",
        "ref",
    ]
    assert ("touch", (3, 1, text.index("- 2026-01-02") - text.index("Likes"), "2026-01-02", "call", "hello")) in rows
    floors.least(str(root))
    floors.fulltext(str(root))


def test_what_a_page_is_rendered_from_can_be_rendered_again(tmp_path: Path) -> None:
    packed = pack_page(Subject(tmp_path, 20, rounds=1))
    sources, name, context = json.loads(packed.read_text())
    assert (name in sources, context["day"]) == (True, "2026-06-16")
    floors.render(str(packed))


def test_two_indexes_are_told_apart_but_for_what_only_one_has_worked_out(tmp_path: Path) -> None:
    def index(name: str, *newest: tuple[int, str], size: int = 3) -> Path:
        with sqlite3.connect(tmp_path / name) as connection:
            connection.execute("CREATE TABLE note (id, path, size, mtime)")
            connection.execute("CREATE TABLE newest (note, last)")
            first = len(name)  # an id means nothing
            connection.executemany(
                "INSERT INTO note VALUES (?, ?, ?, ?)", [(first, "Ada.md", size, first), (first + 1, "Ben.md", 1, 0)]
            )
            connection.executemany("INSERT INTO newest VALUES (?, ?)", [(first + at, last) for at, last in newest])
        return tmp_path / name

    one = index("a", (0, "2026-05-01"))
    assert differences(one, index("bb", (0, "2026-05-01"), (1, "2026-01-01"))) == []
    assert differences(one, index("ccc", (0, "2026-05-02"))) == ["newest: 2 rows, such as ('Ada.md', '2026-05-01')"]
    assert differences(one, index("dddd", size=4)) == ["note: 2 rows, such as ('Ada.md', 3)"]


def test_rows_for_the_import_are_many_people_of_different_names(tmp_path: Path) -> None:
    write_connections(tmp_path / "Connections.csv", 100)
    lines = (tmp_path / "Connections.csv").read_text().splitlines()
    assert lines[3].startswith("First Name,Last Name,URL,")
    assert len({tuple(line.split(",")[:2]) for line in lines[4:]}) == 100
