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
    shown = cli(example, "review", "this week", "--dry-run")
    assert shown.out.startswith("--- ")
    assert snapshot(example) == before
    written = cli(example, "review", "this week")
    assert written.code == 0
    assert "Wrote Weekly/2026-W25.md" in written.err
    assert written.out in (example / "Weekly" / "2026-W25.md").read_text()
    again = cli(example, "review", "this week", "-q")
    assert again.out == written.out
    assert again.err == ""
    assert "up to date" in cli(example, "review", "this week", "--dry-run").err
    assert cli(example, "undo").out == "Undone: vaultnet review this week\n  Weekly/2026-W25.md\n"
    assert not (example / "Weekly" / "2026-W25.md").exists()


SUNDAY, MONDAY = '{"weekly": {"enabled": true, "format": ""}}', '{"weekly": {"enabled": true, "format": "GGGG-[W]WW"}}'


@pytest.mark.parametrize(
    ("format_of_weeks", "today", "words", "note", "says"),
    [
        # The week begins on Sunday: on that day the review is of the week that ended, with the days from now on ahead.
        (SUNDAY, "2026-11-29", (), "2026-W48.md", "2026-W49 begins today, so this is the review of 2026-W48"),
        (SUNDAY, "2026-11-28", (), "2026-W48.md", ""),
        (SUNDAY, "2026-11-30", (), "2026-W49.md", ""),
        (SUNDAY, "2026-11-29", ("this week",), "2026-W49.md", ""),
        (SUNDAY, "2026-11-29", ("2026-11-29",), "2026-W49.md", ""),
        (MONDAY, "2026-11-29", (), "2026-W48.md", ""),
        (MONDAY, "2026-11-30", (), "2026-W48.md", "2026-W49 begins today, so this is the review of 2026-W48"),
        # Quarters and years likewise.
        (MONDAY, "2026-10-01", ("--quarter",), "2026-Q3.md", "`vaultnet review this quarter` is that of the new one"),
        (MONDAY, "2026-10-02", ("--quarter",), "2026-Q4.md", ""),
        (MONDAY, "2027-01-01", ("--year",), "2026.md", "2027 begins today, so this is the review of 2026"),
    ],
)
def test_on_its_first_day_a_week_is_not_looked_back_on(
    cli: Cli, tmp_path: Path, format_of_weeks: str, today: str, words: tuple[str, ...], note: str, says: str
) -> None:
    vault = make_vault(
        tmp_path / "vault",
        "== People/Ada.md\n---\ntype: contact\nbirthday: 12-03\n---\n## Log\n- 2026-11-25 call: the roof\n",
    )
    settings = vault / ".obsidian" / "plugins" / "periodic-notes" / "data.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(format_of_weeks, encoding="utf-8")
    (vault / ".obsidian" / "community-plugins.json").write_text('["periodic-notes"]', encoding="utf-8")
    result = cli(vault, "review", *words, "--stdout", "--json", today=today)
    assert result.json()["note"].rsplit("/", 1)[-1] == note
    assert (says in result.err) if says else ("begins today" not in result.err)


def test_the_review_of_a_sunday_is_of_the_week_just_lived(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [weekly]
        format = "gggg-[W]ww"
        == People/Ada.md
        ---
        type: contact
        birthday: 12-03
        ---
        ## Log
        - 2026-11-25 call: the roof
        """,
    )
    block = cli(vault, "review", "--stdout", today="2026-11-29").out
    assert "**The week behind** · 22 to 28 November\n- By voice: [[Ada]] (call)\n" in block
    assert "**The week ahead** · 29 November to 5 December\n" in block
    assert "[[Ada]] · birthday" in block


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
        (("last month",), "no review is of a month: there is that of a week (2026-W24, last week, a day in it)"),
        (("2026-06",), "no review is of a month"),
        (("June",), "no review is of a month"),
        (("--quarter", "Juni 2026"), "no review is of a month"),
    ],
)
def test_what_cannot_be_meant(cli: Cli, example: Path, words: tuple[str, ...], says: str) -> None:
    result = cli(example, "review", *words)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_a_note_that_cannot_be_written_brings_the_block(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Weekly/2026-W25.md\n<!-- vaultnet:review -->\n")
    result = cli(vault, "review", "this week")
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
