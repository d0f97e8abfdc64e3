"""`vaultnet set`: a plan first, then one step."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada.md
        ---
        type: contact
        company: "[[Acme]]"
        prm-tier: wide
        ---
        == People/Ben.md
        ---
        type: contact
        employer: Acme Ltd
        tier: close
        tags: [mentor/career]
        last-contact: 2026-06-01
        ---
        == People/Cleo.md
        ---
        type: contact
        org: ACME
        org: twice
        ---
        == People/Dan.md
        ---
        type: contact
        company: Northwind
        last-contact: 2024-01-10
        ---
        == Orgs/Acme.md
        ---
        type: organization
        ---
        == Ideas.md
        A plain note.
        """,
    )


def names(cli: Cli, vault: Path, where: str) -> list[str]:
    """Who is meant, by the plan of a property that nobody has."""
    plan = cli(vault, "set", where, "seen=yes", "--json").json()["plan"]
    return [row["name"] for row in plan]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("company:acme", ["Ada", "Ben"]),
        ("company=acme", ["Ada"]),
        ("tier=close", ["Ben"]),
        ("tier!=close", ["Ada", "Dan"]),
        ("tag:mentor", ["Ben"]),
        ("-tag:mentor", ["Ada", "Dan"]),
        ("last<2026", ["Dan"]),
        ("last>=2026-06", ["Ben"]),
        ("state=late", ["Dan"]),
        ("due<=today", ["Dan"]),
        ("late<today", ["Dan"]),
        ("warmth=new", ["Ada"]),
        ("missing:last", ["Ada"]),
        ("path:People/D", ["Dan"]),
        ("name:ada|dan", ["Ada", "Dan"]),
        ("type=organization", ["Acme"]),
        ("type=contact|organization name:a|cme name!=dan", ["Acme", "Ada"]),
        ("-type:contact", ["Ideas", "Acme"]),
        ('last<"3 months ago"', ["Dan"]),
    ],
)
def test_who_is_meant(cli: Cli, vault: Path, where: str, found: list[str]) -> None:
    assert sorted(names(cli, vault, where)) == sorted(found)


def test_the_plan_writes_nothing_and_apply_is_one_step(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    plan = cli(vault, "set", "company:acme", "tier=inner")
    assert plan.code == 0
    assert plan.out == (
        "Name  Note           Key       Now    Then\n"
        "Ada   People/Ada.md  prm-tier  wide   inner\n"
        "Ben   People/Ben.md  tier      close  inner\n"
        "\n"
        "This would change 2 notes. Nothing is written yet: add --apply.\n"
    )
    assert snapshot(vault) == before
    done = cli(vault, "set", "company:acme", "tier=inner", "--apply")
    assert "Changed 2 notes. `vaultnet undo` takes it back." in done.out
    assert "prm-tier: inner" in (vault / "People/Ada.md").read_text()
    assert "all as you want them" in cli(vault, "set", "company:acme", "tier=inner", "--apply").out
    assert cli(vault, "undo").code == 0
    assert {path: data for path, (data, _) in snapshot(vault).items()} == {
        path: data for path, (data, _) in before.items()
    }


def test_notes_that_cannot_be_written_are_named_and_left(cli: Cli, vault: Path) -> None:
    done = cli(vault, "set", "path:People", "met=2020-01-01", "--apply")
    assert done.code == 0
    assert "Changed 3 notes" in done.out
    assert "People/Cleo.md:4: left as it is" in done.err
    assert "met: 2020-01-01" in done.err
    assert "met" not in (vault / "People/Cleo.md").read_text()
    data = cli(vault, "set", "path:People", "met=2020-01-01", "--json").json()
    assert (data["matched"], data["plan"], [note["path"] for note in data["refused"]]) == (4, [], ["People/Cleo.md"])


def test_where_none_can_be_written_nothing_was_done(cli: Cli, vault: Path) -> None:
    done = cli(vault, "set", "name=cleo", "met=2020-01-01", "--apply")
    assert done.code == 6
    assert "met: 2020-01-01" in done.err


def test_several_properties_lists_and_removal(cli: Cli, vault: Path) -> None:
    assert cli(vault, "set", "name=ben", "tags+=[speaker]", "tier=", "phone=0171", "--apply").code == 0
    assert (vault / "People/Ben.md").read_text() == (
        "---\ntype: contact\nemployer: Acme Ltd\ntags: [mentor/career, speaker]\nlast-contact: 2026-06-01\n"
        'phone: "0171"\n---\n'
    )


def test_a_dry_run_is_the_plan_as_a_diff(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    shown = cli(vault, "set", "name=ada", "tier=close", "--apply", "--dry-run").out
    assert "-prm-tier: wide\n+prm-tier: close\n" in shown
    assert snapshot(vault) == before


def test_a_long_plan_is_cut_and_shown_whole_when_asked(cli: Cli, vault: Path) -> None:
    make_vault(vault, "".join(f"== People/P{number:02}.md\n---\ntype: contact\n---\n" for number in range(60)))
    assert "… and 10 more (--all)" in cli(vault, "set", "path:P0|P1|P2|P3|P4|P5", "tier=wide").out
    assert "more (--all)" not in cli(vault, "set", "path:P0|P1|P2|P3|P4|P5", "tier=wide", "--all").out


def test_nobody_meets_them(cli: Cli, vault: Path) -> None:
    done = cli(vault, "set", "company:nobody", "tier=close", "--apply")
    assert (done.code, done.out) == (0, "No note meets these conditions; nothing to set.\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("compny:acme", "tier=close"), "did you mean company?"),
        (("name=zzz has:birthdy", "tier=close"), "did you mean"),
        (("qqqqqqqqqq:acme", "tier=close"), "no note has such a key"),
        (("company:nobody", "tier=clos"), "did you mean close?"),
        (("company:acme", "tier"), "write KEY=VALUE"),
        (("company:acme", "tier=close", "Tier=wide"), "set twice"),
        (("", "tier=close"), "say which notes"),
        (("company:acme",), "Missing argument"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_planned(
    cli: Cli, vault: Path, words: tuple[str, ...], message: str
) -> None:
    done = cli(vault, "set", *words, "--apply")
    assert (done.code, message in done.err) == (2, True), done.err
