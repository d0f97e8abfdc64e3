"""`vaultnet absorb`: what the command says of ticks."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    last-contact: 2026-06-01
    ---
    - [ ] Send him the map
"""
NOTE = "Daily/2026-06-15.md"


def tick(vault: Path, words: str, behind: str = "") -> None:
    note = vault / NOTE
    lines = note.read_text().split("\n")
    note.write_text("\n".join(f"{line.replace('[ ]', '[x]')}{behind}" if words in line else line for line in lines))


def test_what_was_absorbed(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    cli(vault, "agenda")
    assert cli(vault, "absorb").out == "Nothing new was ticked.\n"
    tick(vault, "[[Ada", " she was out")
    tick(vault, "the map")
    assert cli(vault, "absorb", "--dry-run").out.count("\n+- ") == 2
    said = cli(vault, "absorb").out
    assert said == "Absorbed 1 touch\nKept 1 promise\n  People/Ben Okri.md\n  People/Ada Lovelace.md\n"
    assert cli(vault, "absorb").out == "Nothing new was ticked.\n"


def test_in_json(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    cli(vault, "agenda")
    tick(vault, "[[Ada", " she was out")
    tick(vault, "the map", " [[Nobody]]")
    (vault / "People" / "Ada Lovelace.md").write_text("---\ntype: contact\nuid: [\n---\n")
    data = cli(vault, "absorb", "--json").json()
    assert data["kept_promises"] == [{"path": "People/Ben Okri.md", "line": 5}]
    (pending,) = data["pending"]
    assert pending["path"] == "People/Ada Lovelace.md"
    assert pending["lines"].startswith("- 2026-06-15 call: she was out ^vn-")


def test_what_waits_is_told_with_the_line_to_paste(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    cli(vault, "agenda")
    tick(vault, "[[Ada", " she was out")
    (vault / "People" / "Ada Lovelace.md").write_text("---\ntype: contact\nuid: [\n---\n")
    for command in ("absorb", "agenda"):
        result = cli(vault, command, today="2026-06-16")
        assert result.code == 0
        assert "- 2026-06-15 call: she was out ^vn-" in result.err


def test_the_next_time_of_a_recurring_task_is_left_to_the_user(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT.replace("Send him the map", "Send him the map 🔁 every week"))
    cli(vault, "agenda")
    tick(vault, "the map")
    said = (
        'People/Ben Okri.md: "Send him the map" comes again every week: vaultnet ticked it, the next one is yours to '
        "write down\n"
    )
    assert cli(vault, "absorb", "--dry-run").err == said
    assert cli(vault, "absorb").err == said
    assert "- [x] Send him the map 🔁 every week ✅ 2026-06-15" in (vault / "People" / "Ben Okri.md").read_text()
    assert cli(vault, "absorb").err == ""


def test_a_read_only_note_stops_nobody_else(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    promise = vault / "Notes" / "Map.md"
    promise.parent.mkdir()
    promise.write_text("- [ ] Show [[Ben Okri]] the sea 📅 2026-06-14\n")
    cli(vault, "agenda")
    tick(vault, "[[Ada", " she was out")
    tick(vault, "the map")
    tick(vault, "the sea")
    ada = vault / "People" / "Ada Lovelace.md"
    for note in (ada, promise):
        note.chmod(0o444)
    shown, run = cli(vault, "absorb", "--dry-run"), cli(vault, "absorb")
    assert run.code == 0
    assert run.out == "Kept 1 promise\n  People/Ben Okri.md\n"
    assert run.err == shown.err
    assert "\n- 2026-06-15 call: she was out ^vn-" in run.err
    assert "\n- [x] Show [[Ben Okri]] the sea 📅 2026-06-14 ✅ 2026-06-15\n" in run.err
    for note in (ada, promise):
        note.chmod(0o644)
    assert cli(vault, "absorb").out.startswith("Absorbed 1 touch\nKept 1 promise\n")


def test_a_read_only_note_leaves_nothing_half_written(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    ben = vault / "People" / "Ben Okri.md"
    ben.chmod(0o444)
    before = snapshot(vault)
    refused = cli(vault, "log", "coffee with Ada and Ben yesterday")
    assert refused.code == 7
    assert "To paste:\n- 2026-06-14 coffee: with [[Ben Okri]]" in refused.err
    assert snapshot(vault) == before
    ben.chmod(0o644)
    cli(vault, "log", "coffee with Ada and Ben yesterday")
    ben.chmod(0o444)
    noted = snapshot(vault)
    assert cli(vault, "undo").code == 7
    assert snapshot(vault) == noted


def test_a_read_only_daily_note_brings_the_block_to_paste(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    note = vault / NOTE
    note.parent.mkdir()
    note.write_text("Rain.\n")
    note.chmod(0o444)
    refused = cli(vault, "agenda")
    assert refused.code == 7
    assert "To paste:\n<!-- vaultnet:agenda -->\n" in refused.err
