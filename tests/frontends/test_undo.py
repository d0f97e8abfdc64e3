"""`vaultnet undo`: one step a command, whatever it wrote; all of it or nothing."""

from datetime import date
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.test_absorb import NOTE, VAULT, tick
from tests.vaults import make_vault, open_vault
from vaultnet.app.generate import generate_agenda
from vaultnet.app.typed_steps import WATCH


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def notes(vault: Path) -> dict[str, str]:
    return {file.relative_to(vault).as_posix(): file.read_text() for file in vault.rglob("*.md")}


def agenda(vault: Path, words: tuple[str, ...], day: str = "2026-06-15") -> None:
    with open_vault(vault, day) as workspace:
        change = generate_agenda(workspace, date.fromisoformat(day), absorb_as=words).change
        workspace.apply([change] if change else [], words)


def work(vault: Path, cli: Cli) -> dict[str, str]:
    """A day ticked, and what the next morning's agenda absorbs: three notes in one step."""
    cli(vault, "agenda")
    tick(vault, "[[Ada", " she was out")
    tick(vault, "the map")
    before = notes(vault)
    assert cli(vault, "agenda", today="2026-06-16").code == 0
    changed = {path for path, text in notes(vault).items() if before.get(path) != text}
    assert changed == {"People/Ada Lovelace.md", "People/Ben Okri.md", "Daily/2026-06-16.md"}
    return before


def test_an_agenda_that_absorbed_is_one_step(vault: Path, cli: Cli) -> None:
    before = work(vault, cli)
    shown = cli(vault, "undo", "--dry-run")
    assert "+++ b/People/Ada Lovelace.md" in shown.out
    assert "--- a/Daily/2026-06-16.md\n+++ /dev/null" in shown.out
    result = cli(vault, "undo", today="2026-06-16")
    assert notes(vault) == before
    assert f"{NOTE}: what is ticked there is absorbed again by the next agenda" in result.err


def test_an_undone_absorb_is_done_again_as_long_as_the_tick_stands(vault: Path, cli: Cli) -> None:
    work(vault, cli)
    after = notes(vault)
    cli(vault, "undo", today="2026-06-16")
    cli(vault, "agenda", today="2026-06-16")
    assert notes(vault) == after


@pytest.mark.parametrize("touched", ["People/Ada Lovelace.md", "Daily/2026-06-16.md"])
def test_a_note_that_has_changed_since_is_named_and_nothing_is_touched(vault: Path, cli: Cli, touched: str) -> None:
    work(vault, cli)
    file = vault / touched
    file.write_text(file.read_text() + "mine\n")
    before = notes(vault)
    for words in (("undo",), ("undo", "--dry-run"), ("undo", "2")):
        result = cli(vault, *words, today="2026-06-16")
        assert result.code == 6
        assert touched in result.err
        assert notes(vault) == before


def test_each_note_that_has_changed_is_named_once(vault: Path, cli: Cli) -> None:
    work(vault, cli)
    ada = vault / "People" / "Ada Lovelace.md"
    ada.write_text(ada.read_text() + "mine\n")
    said = "vaultnet: People/Ada Lovelace.md: not undone, because it has changed since; nothing was touched\n"
    assert cli(vault, "undo", today="2026-06-16").err == said
    ben = vault / "People" / "Ben Okri.md"
    ben.write_text(ben.read_text() + "mine\n")
    said = "vaultnet: not undone, because these notes have changed since; nothing was touched\n"
    assert cli(vault, "undo", today="2026-06-16").err == f"{said}  People/Ben Okri.md\n  People/Ada Lovelace.md\n"


def test_steps_are_undone_newest_first_and_not_redone(vault: Path, cli: Cli) -> None:
    first = notes(vault)
    work(vault, cli)
    cli(vault, "log", "coffee with Ada Lovelace", today="2026-06-17")
    assert [step["command"].split()[1] for step in cli(vault, "undo", "2", "--json").json()["steps"]] == [
        "log",
        "agenda",
        "agenda",
    ]
    (vault / NOTE).write_text(notes(vault)[NOTE].replace("[x]", "[ ]").replace(" she was out", ""))
    assert cli(vault, "undo").code == 0
    assert notes(vault) == first
    assert cli(vault, "undo").out == "There is nothing to undo in this vault.\n"


def test_what_a_watcher_wrote_goes_with_the_command_before_it(vault: Path, cli: Cli) -> None:
    before = notes(vault)
    cli(vault, "log", "coffee with Ada Lovelace", today="2026-06-15")
    agenda(vault, WATCH)
    cli(vault, "log", "called Ben Okri", today="2026-06-15")
    after_two = notes(vault)
    agenda(vault, WATCH, "2026-06-16")
    shown = cli(vault, "undo", "--dry-run")
    assert "Would undo: vaultnet watch\nWould undo: vaultnet" in shown.err
    assert {line[6:] for line in shown.out.splitlines() if line.startswith("--- ")} >= {"People/Ben Okri.md"}
    result = cli(vault, "undo")
    assert result.out.count("Undone: ") == 2
    assert notes(vault)["People/Ben Okri.md"] == before["People/Ben Okri.md"] != after_two["People/Ben Okri.md"]
    assert notes(vault)["People/Ada Lovelace.md"] == after_two["People/Ada Lovelace.md"]
    cli(vault, "undo")
    assert notes(vault) == before


def test_a_watchers_page_that_was_edited_keeps_the_whole_from_being_undone(vault: Path, cli: Cli) -> None:
    cli(vault, "log", "called Ben Okri", today="2026-06-15")
    agenda(vault, WATCH)
    (vault / NOTE).write_text((vault / NOTE).read_text() + "mine\n")
    before = notes(vault)
    result = cli(vault, "undo")
    assert (result.code, notes(vault)) == (6, before)
    assert NOTE in result.err


def test_where_nobody_typed_anything_each_round_of_a_watcher_is_one(vault: Path, cli: Cli) -> None:
    agenda(vault, WATCH)
    first = notes(vault)
    agenda(vault, WATCH, "2026-06-16")
    cli(vault, "undo")
    assert notes(vault) == first


def test_a_command_of_two_steps_has_one_heading_and_what_is_not_there_is_said(vault: Path, cli: Cli) -> None:
    work(vault, cli)
    result = cli(vault, "undo", today="2026-06-16")
    assert result.out.count("Undone: vaultnet") == 1
    assert "only" not in result.err
    (vault / NOTE).write_text(notes(vault)[NOTE].replace("[x]", "[ ]").replace(" she was out", ""))
    for words in (("undo", "99", "--dry-run"), ("undo", "99")):
        assert "There was only 1 step to undo." in cli(vault, *words).err
