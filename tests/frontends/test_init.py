"""`vaultnet init`: what it writes, and what it never touches."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_example, snapshot


@pytest.fixture(scope="module")
def files() -> list[str]:
    return ["Bases/People.base", "Bases/Due.base", "Bases/Targets.base", "Bases/Introductions.base"]


def test_views_are_offered_written_once_and_taken_back(cli: Cli, tmp_path: Path, files: list[str]) -> None:
    vault = make_example(tmp_path / "vault")
    assert "For Obsidian: `vaultnet init --views` adds views" in cli(vault, "init").out
    before = snapshot(vault)
    assert (
        f"Would write {', '.join(files)}; no note would be changed." in cli(vault, "init", "--views", "--dry-run").out
    )
    assert snapshot(vault) == before
    assert cli(vault, "init", "--views", "--json").json()["written"] == files
    mine = vault / files[0]
    mine.write_text("views: []\n", encoding="utf-8")
    written = snapshot(vault)
    again = cli(vault, "init", "--views")
    assert "The views are there already, and yours: nothing was written." in again.out
    assert "For Obsidian" not in again.out
    assert snapshot(vault) == written
    mine.unlink()
    assert cli(vault, "init", "--views", "--json").json()["written"] == [files[0]]
    cli(vault, "undo")
    assert not mine.exists()


def test_a_german_vault_gets_german_ones(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    written = cli(tmp_path / "vault", "init", "--language", "de", "--views", "--json").json()["written"]
    assert written == [
        "vaultnet.toml", "Bases/Personen.base", "Bases/Fällig.base", "Bases/Ziele.base", "Bases/Vorstellungen.base",
    ]  # fmt: skip
    assert "name: Auf dieser Seite" in (tmp_path / "vault/Bases/Fällig.base").read_text(encoding="utf-8")


def test_the_example_has_no_views_until_asked(cli: Cli, tmp_path: Path) -> None:
    result = cli(tmp_path, "init", str(tmp_path / "demo"), "--example", "--views")
    assert result.code == 2
    assert "make the example vault first" in result.err
