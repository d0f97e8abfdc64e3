"""`vaultnet facts`: organizations side by side, in the terminal and as JSON."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault
from vaultnet.exchange.export_formats import EXPORTERS
from vaultnet.frontends.cli.fact_table import render_fact_table

GOLDEN = Path(__file__).parent / "golden"
LONG = "moves the whole of the modelling work to the new grid, three months behind plan"


@pytest.mark.parametrize("width", [80, 120])
def test_my_company_and_the_targets(
    cli: Cli, example: Path, width: int, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = cli(example, "facts").out
    golden = GOLDEN / f"facts-{width}.txt"
    if update:
        golden.write_text(shown)
    assert shown == golden.read_text()
    assert max(map(len, shown.split("\n"))) <= width


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("width", [80, 100, 120])
def test_the_table_stays_readable(count: int, width: int) -> None:
    """Within the width, no word broken, and no column so narrow that a sentence becomes a ladder."""
    names = [f"Organization {number} of many" for number in range(count)]
    rows = [("situation", [f"{LONG}\n(Oleksandr Tkachenko, 2 December 2025)"] * count), ("salary", [""] * count)]
    table = render_fact_table(names, rows, width)
    lines = table.split("\n")
    assert max(map(len, lines)) <= width
    assert len(lines) < 8 * (count if count > width // 30 else 2) + 8
    assert all(word in table for word in LONG.split())
    assert table.count("–") == count


def test_nothing_in_a_cell_is_markup_or_a_command_of_the_terminal() -> None:
    table = render_fact_table(["[bold]Acme[/]"], [("salary", ["[red]70k[/] \x1b[31m:smile:"])], 80)
    assert "[bold]Acme[/]" in table
    assert "[red]70k[/] [31m:smile:" in table


def test_json(cli: Cli, example: Path) -> None:
    found = cli(example, "facts", "tidemark", "lekbrug", "--topic", "sal", "--json").json()
    assert found["organizations"] == [
        {"path": "Organizations/Tidemark Risk.md", "name": "Tidemark Risk", "mine": False},
        {"path": "Organizations/Lekbrug Pensioen.md", "name": "Lekbrug Pensioen", "mine": True},
    ]
    assert [topic["topic"] for topic in found["topics"]] == ["salary"]
    assert found["topics"][0]["facts"][0] == {
        "organization": "Organizations/Tidemark Risk.md",
        "date": "2026-03-05",
        "text": "modeller 68-85k, senior 82-98k",
        "says": [{"path": "People/Priya Raghunathan.md", "name": "Priya Raghunathan"}],
        "line": 16,
    }
    assert found["known"] == ["culture", "salary", "situation"]


VAULT = """
    == vaultnet.toml
    [me]
    company = "ACME Ltd"
    == Acme.md
    ---
    type: organization
    name: Acme
    ---
    ## Facts
    - 2026-05-03 salary: three
    - 2026-05-02 salary: two
    - 2026-05-01 salary: one, says [[Nobody]]
    - 2026-05-01 we moved
    == Bell.md
    ---
    type: organization
    ---
"""


def test_older_facts_and_what_is_not_known(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    assert cli(vault, "facts", "acme", "bell").out.split("\n") == [
        "          Acme (yours)           Bell",
        " ────────────────────────────────────",
        " salary   three                  –",
        "          (3 May)",
        "          two",
        "          (2 May)",
        "          … and 1 more (--all)",
        "",
        " more     we moved               –",
        "          (1 May)",
        "",
    ]
    assert "          one\n          (Nobody, 1 May)\n" in cli(vault, "facts", "--all").out


def test_nothing_to_show(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    assert cli(vault, "facts", "bell").out.startswith("No facts yet. Write them under `## Facts`")
    assert cli(vault, "facts", "acme", "--topic", "rent").out == "Nothing on that; there is something on: salary.\n"
    assert cli(vault, "facts", "nobody").code == 1
    assert cli(make_vault(tmp_path / "empty", ""), "facts").out.startswith("Nothing to hold against one another yet")


def test_no_export_carries_them(cli: Cli, example: Path, tmp_path: Path) -> None:
    """Not even with the notes' bodies, and everybody in it."""
    topics = cli(example, "facts", "--all", "--json").json()["topics"]
    told = [fact["text"].encode() for topic in topics for fact in topic["facts"]]
    assert len(told) > 10
    for name in EXPORTERS:
        place = tmp_path / name
        assert cli(example, "export", name, "--notes", "--all", "--to", str(place)).code == 0
        files = [file for file in (place, *place.rglob("*")) if file.is_file()]
        assert files
        left = b"".join(file.read_bytes() for file in files)
        assert [words for words in told if words in left] == []


def test_in_german(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT.replace("[me]", '[vault]\n    language = "de"\n    [me]'))
    shown = cli(vault, "facts", "--topic", "sal").out
    assert "Acme (deine)" in shown
    assert " Gehalt   three" in shown
    assert "(3. Mai)" in shown
