"""`vaultnet review` as a person meets it."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

LENGTHS = [("last week",), ("--quarter",), ("--year",), ("2025",)]


@pytest.mark.parametrize("words", LENGTHS, ids=" ".join)
def test_json_is_what_the_schema_says(cli: Cli, example: Path, words: tuple[str, ...]) -> None:
    data = cli(example, "review", *words, "--stdout", "--json").json()
    assert data["changed"] is True
    assert data["block"].startswith("<!-- vaultnet:review")


def test_it_is_written_once_and_can_be_undone(cli: Cli, example: Path) -> None:
    before = snapshot(example)
    shown = cli(example, "review", "--dry-run")
    assert shown.out.startswith("--- ")
    assert snapshot(example) == before
    written = cli(example, "review")
    assert written.code == 0
    assert "Wrote Weekly/2026-W25.md" in written.err
    assert written.out in (example / "Weekly" / "2026-W25.md").read_text()
    again = cli(example, "review", "-q")
    assert again.out == written.out
    assert again.err == ""
    assert "up to date" in cli(example, "review", "--dry-run").err
    assert cli(example, "undo").out == "Undone: vaultnet review\n  Weekly/2026-W25.md\n"
    assert not (example / "Weekly" / "2026-W25.md").exists()


def test_the_dry_run_shows_the_very_bytes(cli: Cli, example: Path) -> None:
    shown = cli(example, "review", "2026-W24", "--dry-run").out
    block = cli(example, "review", "2026-W24").out
    assert all(f"+{line}\n" in shown for line in block.splitlines())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--quarter", "--year"), "two reviews"),
        (("2026-Q2", "--year"), "two reviews"),
        (("blursday",), "no date"),
        (("next week",), "2026-W26 begins on 2026-06-22, and a review looks back"),
        (("2027-W01",), "begins on 2027-01-04"),
        (("--year", "2027-03-01"), "2027 begins on"),
    ],
)
def test_what_cannot_be_meant(cli: Cli, example: Path, words: tuple[str, ...], says: str) -> None:
    result = cli(example, "review", *words)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_a_note_that_cannot_be_written_brings_the_block(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Weekly/2026-W25.md\n<!-- vaultnet:review -->\n")
    result = cli(vault, "review")
    assert result.code == 6
    assert "Weekly/2026-W25.md:1" in result.err
    assert "**The week behind**" in result.err


def test_show_tells_what_to_raise(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        "== Ada.md\n---\ntype: contact\n---\n## Raise next time\n- the flat in [[Lisbon]]\n- [x] the old story\n",
    )
    assert "Raise next time\n  the flat in Lisbon\n" in cli(vault, "show", "Ada").out
    data = cli(vault, "show", "Ada", "--json").json()
    assert data["raise_next"] == ["the flat in [[Lisbon]]"]
    assert data["promises"] == []


def test_a_vault_in_german(cli: Cli, example: Path) -> None:
    toml = example / "vaultnet.toml"
    toml.write_text(toml.read_text().replace('language = "en"', 'language = "de"'))
    for words in (("letzte Woche",), ("--quarter",), ("--year",)):
        result = cli(example, "review", *words, "--stdout")
        assert result.code == 0, result.err
        assert "Drei Fragen" in result.out
        assert "**Open**" not in result.out
