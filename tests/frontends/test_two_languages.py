"""A German vault with English notes, and the other way round: names of daily notes, days and plans in a sentence."""

import json
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

_PEOPLE = """
    [daily]
    folder = "J"
    format = "YYYY-MM-DD ddd"
    == People/Ada.md
    ---
    type: contact
    ---
    == People/Ben.md
    ---
    type: contact
    ---
"""
GERMAN = f"""
    == vaultnet.toml
    [vault]
    language = "de"
    {_PEOPLE.strip()}
"""
ENGLISH = f"""
    == vaultnet.toml
    {_PEOPLE.strip()}
"""
NOTED = """
    == J/2026-06-12 Fri.md
    - Coffee with [[Ada]]
"""


def test_english_names_of_daily_notes_are_read_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, GERMAN + NOTED)
    assert "vor 3 Tagen (Kaffee)" in cli(vault, "due", "--all").out


def test_a_new_daily_note_is_named_as_those_that_are_there(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, GERMAN + NOTED)
    cli(vault, "agenda")
    assert (vault / "J/2026-06-15 Mon.md").exists()


def test_without_any_a_daily_note_is_named_in_the_language_of_the_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, GERMAN)
    cli(vault, "agenda")
    assert (vault / "J/2026-06-15 Mo..md").exists()


@pytest.mark.parametrize(
    ("vault_text", "sentence", "line"),
    [
        (GERMAN, "coffee with Ada yesterday", "- 2026-06-14 Kaffee"),
        (GERMAN, "lunch with Ben on friday", "- 2026-06-12 Mittagessen"),
        (GERMAN, "Kaffee mit Ada on May 2", "- 2026-05-02 Kaffee"),
        (GERMAN, "Ben hat sich gestern gemeldet", "- 2026-06-14 Nachricht von"),
        (ENGLISH, "coffee with Ada vorgestern", "- 2026-06-13 coffee"),
        (ENGLISH, "lunch with Ben am Freitag", "- 2026-06-12 lunch"),
        (ENGLISH, "coffee with Ada letzten Dienstag", "- 2026-06-09 coffee"),
        (ENGLISH, "lunch with Ben at 10 am on 2 May", "- 2026-05-02 10:00 lunch"),
        (ENGLISH, "lunch with Ben, I am so glad", "- 2026-06-15 lunch: I am so glad"),
    ],
)
def test_a_sentence_may_name_its_day_in_either(
    cli: Cli, tmp_path: Path, vault_text: str, sentence: str, line: str
) -> None:
    assert cli(make_vault(tmp_path, vault_text), "log", sentence).out.startswith(f"{line}\n")


@pytest.mark.parametrize(
    ("vault_text", "sentence", "word"),
    [
        (ENGLISH, "will Ben anrufen", "a plan"),
        (ENGLISH, "muss Ada anrufen", "a plan"),
        (GERMAN, "have to call Ada", "Vorhaben"),
        (GERMAN, "Ada hat nicht abgenommen", "nicht geschehen"),
        (ENGLISH, "was with Ada", "say what it was"),
        (GERMAN, "war bei Ben", "sag, was es war"),
    ],
)
def test_what_tells_no_touch_is_refused(cli: Cli, tmp_path: Path, vault_text: str, sentence: str, word: str) -> None:
    ran = cli(make_vault(tmp_path, vault_text), "log", sentence)
    assert ran.code == 2
    assert word in ran.err


def test_a_name_in_no_note_is_said_and_the_rest_logged(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, ENGLISH)
    ran = cli(vault, "log", "coffee with Ada and Zora")
    assert ran.err == '"Zora" is in no note: write **Zora** to make one\n'
    assert ran.out.startswith("- 2026-06-15 coffee: with Zora\n")
    told = json.loads(cli(vault, "--json", "log", "lunch with Zora Neale and Ada", "--dry-run").out)
    assert told["notices"] == [{"message": '"Zora Neale" is in no note: write **Zora Neale** to make one'}]
    assert json.loads(cli(vault, "--json", "log", "lunch with Ada and Ben").out)["notices"] == []


@pytest.mark.parametrize("until", ["bis 1. September", "bis zum 1. September", "until 1 September"])
def test_a_snooze_until_a_day_in_either(cli: Cli, tmp_path: Path, until: str) -> None:
    vault = make_vault(tmp_path, GERMAN)
    cli(vault, "snooze", "Ada", *until.split())
    assert "snooze: 2026-09-01" in (vault / "People/Ada.md").read_text("utf-8")
