"""`vaultnet snooze`, as a person meets it."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

ADA = "People/Ada Lovelace.md"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada Lovelace.md
        ---
        type: contact   # mine
        last-contact: 2025-01-10
        ---
        Met in Paris.
        == People/Ben.md
        ---
        type: contact
        prm-snooze-until: 2026-01-01
        ---
        == People/Cleo.md
        #contact
        """,
    )


def text(vault: Path, path: str) -> str:
    return (vault / path).read_text(encoding="utf-8")


def test_until_a_day_in_words_and_back(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    done = cli(vault, "snooze", "Ada", "Lovelace", "in", "3", "weeks")
    assert (done.code, done.out) == (0, "Ada Lovelace rests until 2026-07-06 (in 3 weeks).\n")
    # In the spelling that the vault uses, and nothing else is touched.
    assert text(vault, ADA) == (
        "---\ntype: contact   # mine\nlast-contact: 2025-01-10\nprm-snooze-until: 2026-07-06\n---\nMet in Paris.\n"
    )
    assert "Ada" not in cli(vault, "due").out
    assert "snoozed until 2026-07-06" in cli(vault, "due", "--all").out
    assert "says so already" in cli(vault, "snooze", "Ada", "2026-07-06").out
    assert cli(vault, "undo").code == 0
    assert {path: found[0] for path, found in snapshot(vault).items()} == {
        path: found[0] for path, found in before.items()
    }


def test_pause_and_wake(cli: Cli, vault: Path) -> None:
    assert cli(vault, "snooze", "ada", "--pause").out == "Ada Lovelace is paused, until you say --wake.\n"
    assert "paused: true" in text(vault, ADA)
    assert "Ada Lovelace  " in cli(vault, "due", "--all").out
    # A day that is named ends the pause: else nobody would come back on it.
    cli(vault, "snooze", "ada", "next friday")
    assert "paused" not in text(vault, ADA)
    assert cli(vault, "snooze", "ada", "--wake").out == "Ada Lovelace is back in the plan.\n"
    assert "snooze" not in text(vault, ADA)
    assert "Ada Lovelace" in cli(vault, "due").out


def test_a_note_with_two_spellings_is_woken_and_snoozed_whole(cli: Cli, vault: Path) -> None:
    """Two tools wrote their own: what is left of either would hold on, or be read instead."""
    two = "== People/Dan.md\n---\ntype: contact\nsnooze_until: 2026-10-01\nSnooze: 2026-09-01\nPaused: yes\n---\n"
    make_vault(vault, two)
    cli(vault, "snooze", "Dan", "2026-12-01")
    assert text(vault, "People/Dan.md") == "---\ntype: contact\nsnooze_until: 2026-12-01\n---\n"
    make_vault(vault, two)
    assert cli(vault, "snooze", "Dan", "--wake").out == "Dan is back in the plan.\n"
    assert text(vault, "People/Dan.md") == "---\ntype: contact\n---\n"
    assert cli(vault, "snooze", "Dan", "--wake").out == "Dan is in the plan already; nothing was written.\n"


def test_a_note_without_front_matter_gets_one(cli: Cli, vault: Path) -> None:
    cli(vault, "snooze", "Cleo", "2026-09-01")
    assert text(vault, "People/Cleo.md") == "---\nprm-snooze-until: 2026-09-01\n---\n#contact\n"


def test_a_note_with_a_fault_is_left_with_the_line_to_paste(cli: Cli, vault: Path) -> None:
    make_vault(vault, "== People/Eve.md\n---\ntype: contact\ncompany: A\ncompany: B\n---\n")
    before = snapshot(vault)
    refused = cli(vault, "snooze", "Eve", "2026-09-01")
    assert refused.code == 6
    assert "People/Eve.md:4" in refused.err
    assert "prm-snooze-until: 2026-09-01" in refused.err
    assert snapshot(vault) == before


def test_a_dry_run_shows_and_writes_nothing(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    shown = cli(vault, "snooze", "Ada", "2026-09-01", "--dry-run").out
    assert "+prm-snooze-until: 2026-09-01" in shown
    assert cli(vault, "snooze", "Ada", "2026-09-01", "--dry-run", "--json").json()["changed"] == []
    assert snapshot(vault) == before


def test_json(cli: Cli, vault: Path) -> None:
    data = cli(vault, "snooze", "Ada", "until 1 september", "--json").json()
    assert data == {
        "schema": "vaultnet.snooze/1", "contact": ADA, "name": "Ada Lovelace", "until": "2026-09-01", "paused": False,
        "changed": [ADA], "dry_run": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("Ada",), 2, "until when?"),
        (("Ada", "yesterday"), 2, "still to come"),
        (("Ada", "today"), 2, "still to come"),
        (("Ada", "soonish"), 2, '"soonish" is no date'),
        (("Ada", "10/9"), 2, "may be two days"),
        (("Nobody", "2026-09-01"), 2, "Nobody"),
        (("Ada", "--pause", "--wake"), 2, "opposites"),
        (("e", "2026-09-01"), 4, "fits more than one"),
    ],
)
def test_what_cannot_be_meant(cli: Cli, vault: Path, words: tuple[str, ...], code: int, message: str) -> None:
    result = cli(vault, "snooze", *words)
    assert (result.code, message in result.err) == (code, True), result.err


def test_a_line_that_was_moved_on_outlives_waking(cli: Cli, vault: Path) -> None:
    """The agenda of 10 June was answered with `[>] 📅 2026-07-01`: that stands in the day's note, not in hers."""
    assert cli(vault, "agenda", today="2026-06-10").code == 0
    daily = vault / "Daily" / "2026-06-10.md"
    text = daily.read_text(encoding="utf-8")
    assert "- [ ] " in text
    moved = (
        f"{line} 📅 2026-07-01" if "[[Ada" in line else line for line in text.replace("- [ ]", "- [>]").split("\n")
    )
    daily.write_text("\n".join(moved), encoding="utf-8")
    assert cli(vault, "snooze", "Ada", "--wake").out == (
        "Ada Lovelace has no snooze; a line you moved on in an agenda holds until 2026-07-01.\n"
    )
