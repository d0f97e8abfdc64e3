"""Who has to do with whom, out of the notes: every way in which a tie is known."""

from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.model.tie import Tie
from vaultnet.storage.tie_graph import load_tie_graph

VAULT = """
    == Ada.md
    ---
    type: contact
    company: "[[Acme]]"
    positions:
      - {company: Northwind, from: 2018, to: 2020-06}
    ---
    We sat in one row with [[Gil]].

    ## Log
    - 2026-05-01 email to: [[Hal]] ought to read it
    == Ben.md
    ---
    type: contact
    knows: "[[Ada]]"
    ---
    == Cy.md
    ---
    type: contact
    introduced-by: "[[Ada]]"
    ---
    == Dan.md
    ---
    type: contact
    company: Acme
    ---
    == Eve.md
    ---
    type: contact
    positions:
      - {company: "[[Northwind]]", from: 2020-01, to: present}
    ---
    == Fay.md
    ---
    type: contact
    ---
    == Gil.md
    ---
    type: contact
    ---
    == Hal.md
    ---
    type: contact
    ---
    == Ida.md
    ---
    type: contact
    ---
    == Jo.md
    ---
    type: contact
    ---
    == Acme.md
    ---
    type: organization
    ---
    == 2026-03-01 Lunch.md
    ---
    type: meeting
    date: 2026-03-01
    with: ["[[Ada]]", "[[Fay]]", Stranger]
    ---
    == 2026-04-01 Off.md
    ---
    type: meeting
    date: 2026-04-01
    status: cancelled
    with: ["[[Ada]]", "[[Jo]]"]
    ---
    == 2026-09-01 To come.md
    ---
    type: event
    date: 2026-09-01
    with: ["[[Ada]]", "[[Jo]]"]
    ---
    == Choir.md
    ---
    type: group
    members: ["[[Ada]]", "[[Ida]]"]
    ---
    == Daily/2026-05-05.md
    Dinner with [[Ada]] and [[Ida]].
    == Daily/2026-05-06.md
    Calls on Sunday: [[Ada]], [[Jo]].
    == Daily/2026-05-07.md
    Video call with [[Jo]] and [[Ida]].
    == Ada and Hal.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: "[[Hal]]"
    status: made
    ---
    - 2026-01-05 made
    == Stranger through Jo.md
    ---
    type: introduction
    to: "[[Stranger]]"
    via: "[[Jo]]"
    ---
    == Fay through Ada.md
    ---
    type: introduction
    to: "[[Fay]]"
    via: "[[Ben]]"
    status: declined
    ---
"""


def ties_of(folder: Path, person: str) -> list[str]:
    """Each tie in one line."""
    with open_vault(folder) as workspace:
        ties = load_tie_graph(workspace.connection, workspace.today)[person]
    return sorted(map(told, ties))


def told(tie: Tie) -> str:
    return " ".join(filter(None, (tie.other.removesuffix(".md"), tie.how, str(tie.day or ""), tie.at)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def test_every_way_to_know_somebody(folder: Path) -> None:
    assert ties_of(folder, "Ada.md") == [
        "Ben knows",
        "Cy introduced",
        "Dan colleague Acme",
        "Eve colleague 2020-06-30 Northwind",
        "Fay met 2026-03-01 Lunch",
        "Gil linked",
        "Hal introduced 2026-01-05",
        "Hal linked",
        "Ida group Choir",
        "Ida met 2026-05-05",
    ]


def test_who_was_called_one_after_the_other_did_not_meet(folder: Path) -> None:
    assert ties_of(folder, "Jo.md") == ["Ida met 2026-05-07"]


@pytest.mark.parametrize("other", ["Ben", "Cy", "Dan", "Eve", "Fay", "Gil", "Hal", "Ida"])
def test_ties_go_both_ways(folder: Path, other: str) -> None:
    assert any(line.startswith("Ada ") for line in ties_of(folder, f"{other}.md"))


def test_somebody_without_a_note_has_ties_too(folder: Path) -> None:
    assert ties_of(folder, "stranger") == ["Ada met 2026-03-01 Lunch", "Fay met 2026-03-01 Lunch", "Jo knows"]


def test_a_note_that_is_no_contacts_does_not_hide_them(folder: Path) -> None:
    (folder / "Stranger.md").write_text("Who is that?\n")
    assert ties_of(folder, "stranger") == ["Ada met 2026-03-01 Lunch", "Fay met 2026-03-01 Lunch", "Jo knows"]


def test_nobody_has_none(folder: Path) -> None:
    assert ties_of(folder, "xyzzy") == []


@pytest.mark.parametrize(("start", "end", "are_tied"), [
    ("2018-13", "2020", False), ("", "2020", False), ("2018", "some day", False), ("2018", "2020-13-40", False),
    ("0000", "2020", False), ("2018", "2020", True), ("2018-06-01", "today", True),
])  # fmt: skip
def test_days_of_a_position(tmp_path: Path, start: str, end: str, are_tied: bool) -> None:
    job = "== {name}.md\n---\ntype: contact\npositions:\n  - company: Acme\n    from: {start}\n    to: {end}\n---\n"
    notes = job.format(name="Ada", start=start, end=end) + job.format(name="Ben", start="2019", end="2021")
    assert bool(ties_of(make_vault(tmp_path / "vault", notes), "Ben.md")) is are_tied


@pytest.mark.parametrize(("count", "others"), [(200, 199), (201, 0)])
def test_a_large_house_ties_nobody(tmp_path: Path, count: int, others: int) -> None:
    notes = "".join(f"== P{number}.md\n---\ntype: contact\ncompany: Acme\n---\n" for number in range(count))
    assert len(ties_of(make_vault(tmp_path / "vault", notes), "P7.md")) == others


def test_a_crowd_ties_nobody(tmp_path: Path) -> None:
    names = [f"Person {number}" for number in range(50)]
    notes = "".join(f"== {name}.md\n---\ntype: contact\ncompany: Acme\n---\n" for name in names)
    guests = ", ".join(f'"[[{name}]]"' for name in names)
    fair = f"== Fair.md\n---\ntype: event\ndate: 2026-01-01\nwith: [{guests}]\n---\n"
    assert {
        line.partition(" colleague")[2] for line in ties_of(make_vault(tmp_path / "vault", notes + fair), "Person 7.md")
    } == {" Acme"}
