"""`vaultnet triage`: keys in, a place for each, one step to undo."""

import io
import sys
from pathlib import Path

import click
import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == Ada.md
    ---
    # hers
    type: contact
    role: actuary
    company: Acme
    met: 2026-02-12
    introduced-by: "[[Ben]]"
    ---
    A note.
    == Ben.md
    ---
    type: contact
    ---
    == Cy.md
    ---
    type: contact
    ---
    == Dora.md
    ---
    type: contact
    tier: close
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "v", VAULT)


@pytest.fixture
def type_keys(monkeypatch: pytest.MonkeyPatch) -> "TypeKeys":
    return TypeKeys(monkeypatch)


class TypeKeys:
    """What stands in the pipe."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, *keys: str) -> None:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def test_a_walk_from_end_to_end(cli: Cli, vault: Path, type_keys: TypeKeys) -> None:
    before = snapshot(vault)
    type_keys("3", "4", "u", "5", "x", "", "4")
    out = cli(vault, "triage").out
    assert out.startswith(
        "1 inner  2 close  3 wide  4 later  5 let go  s skip  u back  q end\n\n1/3  Ada · actuary, Acme"
    )
    assert " · met 2026-02-12 · introduced by Ben\n  3 wide\n\n2/3  Ben\n" in out
    assert out.endswith("3 people placed; `vaultnet undo` takes it back.\n")
    assert 'introduced-by: "[[Ben]]"\ntier: wide\n---\nA note.\n' in (vault / "Ada.md").read_text()
    assert "cadence: never\n" in (vault / "Ben.md").read_text()
    assert "snooze: 2026-09-15\n" in (vault / "Cy.md").read_text()
    assert cli(vault, "triage").out == "Nobody to sort: everyone has a tier, a cadence or a touch.\n"
    cli(vault, "undo")
    assert {path: data for path, (data, _) in snapshot(vault).items()} == {
        path: data for path, (data, _) in before.items()
    }


def test_what_was_decided_before_the_end_is_written(cli: Cli, vault: Path, type_keys: TypeKeys) -> None:
    type_keys("1")
    assert cli(vault, "triage").out.endswith("1 person placed; `vaultnet undo` takes it back.\n")
    type_keys("s", "q")
    assert cli(vault, "triage").out.endswith("Nothing was written.\n")


def test_a_dry_run_and_a_list_write_nothing(cli: Cli, vault: Path, type_keys: TypeKeys) -> None:
    before = snapshot(vault)
    type_keys("3", "q")
    assert "+tier: wide" in cli(vault, "triage", "--dry-run").out
    assert cli(vault, "triage", "--list").out.split("\n")[1:] == ["Ben", "Cy", ""]
    found = cli(vault, "triage", "--json").json()
    assert [row["name"] for row in found["queue"]] == ["Ada", "Ben", "Cy"]
    assert [row["key"] for row in found["choices"]] == ["1", "2", "3", "4", "5"]
    assert snapshot(vault) == before


def test_a_note_that_cannot_be_written_stops_no_other(cli: Cli, vault: Path, type_keys: TypeKeys) -> None:
    (vault / "Ben.md").write_text("---\ntype: contact\nrole: a\nrole: b\n---\n")
    type_keys("3", "3", "3")
    result = cli(vault, "triage")
    assert "2 people placed" in result.out
    assert "Ben.md:4: " in result.err
    assert (vault / "Ben.md").read_text() == "---\ntype: contact\nrole: a\nrole: b\n---\n"


def test_keys_of_a_terminal(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = iter("3q")
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(click, "getchar", lambda: next(keys))
    assert "1 person placed" in cli(vault, "triage").out


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_ctrl_c_writes_nothing(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = iter("3")

    def pressed() -> str:
        for key in keys:
            return key
        raise KeyboardInterrupt

    before = snapshot(vault)
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(click, "getchar", pressed)
    assert cli(vault, "triage").code != 0
    assert snapshot(vault) == before


def test_it_is_german_in_a_german_vault(cli: Cli, vault: Path, type_keys: TypeKeys) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    type_keys("3", "q")
    out = cli(vault, "triage").out
    assert "s überspringen  u zurück  q Ende\n" in out
    assert "kennengelernt 2026-02-12 · vorgestellt von Ben\n" in out
    assert out.endswith("1 Person mit einem Platz; `vaultnet undo` nimmt es zurück.\n")
