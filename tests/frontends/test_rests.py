"""What an earlier page means for today, as `due` and `show` say it; and who has gone quiet."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Ada and Ben are due; with Cy it was every ten days, and now it is three months."""
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada.md
        ---
        type: contact
        last-contact: 2025-11-01
        ---
        == People/Ben.md
        ---
        type: contact
        last-contact: 2025-10-01
        ---
        == People/Cy.md
        ---
        type: contact
        ---
        ## Log
        - 2026-03-15 call: the paper
        - 2026-03-05 call: the paper
        - 2026-02-22 call: the paper
        - 2026-02-12 call: the paper
        """,
    )


def answer(vault: Path, name: str, mark: str) -> None:
    """Give an item of 8 June another mark, as a person does."""
    page = vault / "Daily" / "2026-06-08.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    found = [line for line in lines if f"[[{name}]]" in line]
    assert len(found) == 1
    page.write_text("\n".join(line.replace("[ ]", mark) if line in found else line for line in lines), encoding="utf-8")


def test_a_line_left_open_or_let_go_rests_and_says_so(cli: Cli, vault: Path) -> None:
    assert cli(vault, "agenda", today="2026-06-08").code == 0
    answer(vault, "Ben", "[-]")
    rows = {row["name"]: row for row in cli(vault, "due", "--json").json()["contacts"]}
    assert rows["Ada"]["rests"] == {"until": "2026-06-22", "since": "2026-06-08", "because": "open"}
    assert rows["Ben"]["rests"] == {"until": "2026-09-08", "since": "2026-06-08", "because": "let_go"}
    text = cli(vault, "due").out
    assert "; rests until 22 June: left open on 8 June\n" in text
    assert "; rests until 8 September: let go on 8 June\n" in text
    assert "  On the agenda: rests until 8 September: let go on 8 June\n" in cli(vault, "show", "Ben").out
    assert cli(vault, "due", "--json", today="2026-06-22").json()["contacts"][0]["rests"] is not None
    assert "left open" not in cli(vault, "due", today="2026-06-22").out


def test_gone_quiet_is_said_kindly(cli: Cli, vault: Path) -> None:
    rows = {row["name"]: row for row in cli(vault, "due", "--all", "--json").json()["contacts"]}
    assert (rows["Cy"]["rhythm"], rows["Cy"]["state"]) == ("drifting", "ok")
    assert (
        "6 months since the last touch (everyone hears from you); quieter than usual" in cli(vault, "due", "--all").out
    )
    assert "A longer silence than the two of you are used to." in cli(vault, "show", "Cy").out
    assert "Quieter than the two of you are used to: Cy.\n" in cli(vault, "coverage").out
    assert cli(vault, "coverage", "--json").json()["drifting"] == ["People/Cy.md"]


def test_where_coverage_is_going(cli: Cli, vault: Path) -> None:
    data = cli(vault, "coverage", "--json").json()
    assert data["trend"] == "falling"
    assert [data["history"][place]["date"] for place in (0, -1)] == ["2025-06-15", "2026-06-15"]
    out = cli(vault, "coverage").out
    assert (
        "Heard from in the last half-year: 33 %, less than before (a quarter ago 100 %, half a year ago 100 %)." in out
    )
    assert "Over the year:     █" in out
    empty = make_vault(vault.parent / "new", "== People/Ada.md\n---\ntype: contact\n---\n")
    assert "Over the year" not in cli(empty, "coverage").out


def test_in_german(cli: Cli, vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n', encoding="utf-8")
    cli(vault, "agenda", today="2026-06-08")
    assert "ruht bis 22. Juni: offen geblieben am 8. Juni" in cli(vault, "due").out
