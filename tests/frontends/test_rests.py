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


@pytest.mark.parametrize("line", ["E-mail [[Ben]] 📅 2026-06-17 · {} ^{}", "E-mail [[Ben]] · {} ^{} 📅 2026-06-17"])
def test_a_line_put_off_rests_until_the_day_it_names(cli: Cli, vault: Path, line: str) -> None:
    assert cli(vault, "agenda", today="2026-06-08").code == 0
    page = vault / "Daily" / "2026-06-08.md"
    (offered,) = [each for each in page.read_text(encoding="utf-8").split("\n") if "[[Ben]]" in each]
    reason, _, item = offered.partition(" · ")[2].partition(" ^")
    moved = "- [>] " + line.format(reason, item)
    page.write_text(page.read_text(encoding="utf-8").replace(offered, moved), encoding="utf-8")
    assert "  On the agenda: rests until 17 June: put off on 8 June\n" in cli(vault, "show", "Ben").out
    assert "[[Ben]]" not in cli(vault, "agenda", "--stdout", today="2026-06-16").out
    assert "[[Ben]]" in cli(vault, "agenda", "--stdout", today="2026-06-17").out
    assert "On the agenda" not in cli(vault, "show", "Ben", today="2026-06-17").out


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


def test_a_promise_left_open_neither_rests_nor_takes_a_turn(cli: Cli, tmp_path: Path) -> None:
    """On its first page the promise is enough; from then on it stands beside her turn."""
    promised = """
        == People/Ada.md
        ---
        type: contact
        cadence: 2 weeks
        ---
        ## Log
        - 2026-05-25 call: the paper
          - [ ] Send Ada the paper 📅 2026-06-08
        """
    vault = make_vault(tmp_path / "promised", promised)

    def sections(day: str) -> list[str]:
        found = cli(vault, "agenda", "--json", today=day).json()["sections"]
        return [section["name"] for section in found if section["items"]]

    assert sections("2026-06-08") == ["promises"]
    assert sections("2026-06-08") == ["promises"]
    (row,) = cli(vault, "due", "--json", today="2026-06-09").json()["contacts"]
    assert row["rests"] is None
    assert sections("2026-06-09") == ["promises", "reach_out"]
    (row,) = cli(vault, "due", "--json", today="2026-06-10").json()["contacts"]
    assert row["rests"] == {"until": "2026-06-23", "since": "2026-06-09", "because": "open"}
    assert sections("2026-06-10") == ["promises"]
    assert sections("2026-06-23") == ["promises", "reach_out"]


@pytest.mark.parametrize("mark", ["[-]", "[>]"])
def test_a_promise_let_go_or_put_off_says_nothing_of_the_person(cli: Cli, tmp_path: Path, mark: str) -> None:
    vault = make_vault(
        tmp_path / "promised",
        "== People/Ada.md\n---\ntype: contact\nlast-contact: 2025-11-01\n---\n- [ ] Write to Ada 📅 2026-06-08\n",
    )
    assert cli(vault, "agenda", today="2026-06-08").code == 0
    page = vault / "Daily" / "2026-06-08.md"
    text = page.read_text(encoding="utf-8")
    assert text.count("- [ ] ") == 1
    page.write_text(text.replace("- [ ] ", f"- {mark} "), encoding="utf-8")
    (row,) = cli(vault, "due", "--json", today="2026-06-09").json()["contacts"]
    assert (row["rests"], row["state"] in {"due", "late"}) == (None, True)
