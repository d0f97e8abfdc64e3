"""`vaultnet forget`: afterwards nothing that vaultnet looks after knows them."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada Byron.md
        ---
        type: contact
        email: ada@secret.example
        last-contact: 2025-01-10
        ---
        ## Log
        - 2025-01-10 coffee: she told me a secret
        == People/Ben.md
        ---
        type: contact
        knows: ["[[Ada Byron]]"]
        ---
        ## Log
        - 2026-05-02 lunch: with [[Ada Byron|Ada]], who paid
        == Ideas.md
        Ask Ada Byron about tides.
        == .trash/Ada Byron.md
        old
        == People/Ada Byron.sync-conflict-20260502-101112-ABCDEFG.md
        older
        """,
    )


def everything_kept(vault: Path) -> bytes:
    """All that vaultnet and the vault hold, but the lines that the command said it leaves."""
    homes = [vault, *(Path(os.environ[name]) for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"))]
    files = (file for home in homes for file in sorted(home.rglob("*")) if file.is_file())
    return b"\n".join(file.name.encode() + file.read_bytes() for file in files if file.name != "Ideas.md")


def test_afterwards_nothing_knows_them(cli: Cli, vault: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    (tmp_path / "p.csv").write_text("Name,Email\nAda Byron,ada@secret.example\nEve Fox,eve@x.example\n")
    cli(vault, "import", "csv", str(tmp_path / "p.csv"), "--plan", str(plan))
    cli(vault, "agenda")
    cli(vault, "log", "called Ada Byron, her secret again")
    cli(vault, "find", "secret")
    assert b"Ada Byron" in everything_kept(vault)
    done = cli(vault, "forget", "ada byron", "--initials", "--yes", "--json").json()
    assert done["done"]
    assert done["mentions"] == [{"path": "Ideas.md", "line": 1}]
    assert done["copies"] == [".trash/Ada Byron.md", "People/Ada Byron.sync-conflict-20260502-101112-ABCDEFG.md"]
    assert done["journal_steps"] >= 2
    cli(vault, "index")
    left = everything_kept(vault)
    for trace in (b"Ada", b"secret"):
        assert trace not in left, left[max(left.find(trace) - 200, 0) : left.find(trace) + 200]
    assert "Ada" not in plan.read_text()
    assert "Eve Fox" in plan.read_text()
    assert (vault / "People/Ben.md").read_text() == (
        "---\ntype: contact\nknows:\n  - A. B.\n---\n## Log\n- 2026-05-02 lunch: with A. B., who paid\n"
    )


def test_names_stay_where_no_initials_are_asked_for(cli: Cli, vault: Path) -> None:
    result = cli(vault, "forget", "ada byron", "--yes")
    assert "lunch: with Ada, who paid" in (vault / "People/Ben.md").read_text()
    assert result.out.startswith("Ada Byron is forgotten: 2 notes changed or removed.\n")
    assert "The name still stands as plain text in 2 lines: Ideas.md:1, People/Ben.md:4" in result.err


def test_one_is_one_and_several_are_several(cli: Cli, vault: Path) -> None:
    result = cli(vault, "forget", "ada byron", "--initials", "--yes")
    assert result.out.splitlines()[1] == (
        "Gone too: 1 step of the journal (`undo` ends there), 0 recovered files, 2 copies in the vault, "
        "0 plans of imports, the index."
    )
    assert "The name still stands as plain text in 1 line: Ideas.md:1\n" in result.err


@pytest.mark.parametrize("typed", ["", "yes\n", "ada\n"])
def test_it_asks_for_the_name(typed: str, cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.prompt", lambda *_, **__: typed.strip())
    before = snapshot(vault)
    assert "Nothing was written." in cli(vault, "forget", "ada byron").out
    assert snapshot(vault) == before


def test_the_name_typed_it_goes(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.prompt", lambda *_, **__: "Ada Byron")
    cli(vault, "forget", "ada byron")
    assert not (vault / "People/Ada Byron.md").exists()
    assert cli(vault, "undo").out == "There is nothing to undo in this vault.\n"


def test_a_dry_run_shows_all_and_writes_nothing(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    shown = cli(vault, "forget", "ada byron", "--dry-run")
    assert snapshot(vault) == before
    assert "-- 2025-01-10 coffee: she told me a secret" in shown.out
    assert "+- 2026-05-02 lunch: with Ada, who paid" in shown.out


def test_git_is_named_where_it_keeps_them(cli: Cli, vault: Path) -> None:
    subprocess.run(["git", "init", "-q", str(vault)], check=True)
    said = cli(vault, "forget", "ada byron", "--yes").err
    assert 'git filter-repo --invert-paths --path "People/Ada Byron.md"' in said


def test_a_note_that_cannot_be_written_is_named(cli: Cli, vault: Path) -> None:
    (vault / "Broken.md").write_text("---\nx: [\n---\nMet [[Ada Byron]].\n")
    result = cli(vault, "forget", "ada byron", "--yes")
    assert "Broken.md:" in result.err
    assert "links them and could not be written" in result.err
    assert not (vault / "People/Ada Byron.md").exists()
