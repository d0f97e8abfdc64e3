"""`vaultnet undo`: one step a command, whatever it wrote; all of it or nothing."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.test_absorb import NOTE, VAULT, tick
from tests.vaults import make_vault


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def notes(vault: Path) -> dict[str, str]:
    return {file.relative_to(vault).as_posix(): file.read_text() for file in vault.rglob("*.md")}


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
    assert all(f"+++ b/{path}" in shown.out for path in ("People/Ada Lovelace.md", "Daily/2026-06-16.md"))
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
