"""`vaultnet export csv`, `json` and `sqlite`: all of it leaves, but for what is private, and comes in again as it was."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_example, make_vault

ADA = """\
---
type: contact
uid: 5d2c7a1e-0000-4000-8000-000000000001
name: "=1+1 Ada"
aliases: [Countess, "-Ada"]
company: Acme
role: Engineer
email: [ada@example.com, ada@example.org]
phone: ["+31 6 12345678", "030 1234567"]
linkedin: https://www.linkedin.com/in/ada
website: [https://ada.example, https://ada.example/blog]
address: ["Kersenlaan 12, 3582 AB Utrecht; achterhuis", Elsewhere 5]
location: Utrecht
country: NL
birthday: --04-17
met: 2022-03-05
met-at: a conference
introduced-by: [Eve, Grace]
spouse: Will
knows: Ben (sister)
relationship: friend
tier: inner
cadence: 2 months
paused: true
next-contact: 2026-09-01
last-contact: 2026-05-01
channel: email
needs: [a plumber]
offers: [a bed]
interests: [tea, chess]
skills: [Python]
tags: [mentor, risk]
audience: family
---
A line about her.
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [me]
        country = "NL"
        == People/Hidden Person.md
        ---
        type: contact
        private: true
        email: hidden@example.com
        company: Secret Works
        ---
        == People/Ben.md
        ---
        type: contact
        uid: 5d2c7a1e-0000-4000-8000-000000000002
        knows: ["[[Hidden Person]]"]
        ---
        ## Log
        - 2026-05-02 coffee: with [[Hidden Person]], who sends greetings
        - 2026-05-03 call: about the flat
        == Meetings/2026-05-04 Lunch.md
        ---
        type: meeting
        date: 2026-05-04
        with: ["[[Hidden Person]]", "[[Ben]]"]
        ---
        == Organizations/Secret Works.md
        ---
        type: organization
        private: true
        ---
        """,
    )
    (folder / "People/Ada.md").write_text(ADA, encoding="utf-8")
    return folder


def said(cli: Cli, vault: Path, name: str) -> dict[str, object]:
    """What the card shows of somebody, without what belongs to the vault."""
    card = cli(vault, "show", name, "--json").json()["contact"]
    card["knows"].sort(key=lambda one: one["to"])  # a table has a column for each kind
    return {key: value for key, value in card.items() if key != "path"}


def test_a_table_comes_in_again_as_it_went_out(cli: Cli, vault: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    cli(vault, "export", "csv", "--to", str(table))
    text = table.read_text(encoding="utf-8")
    assert "\n'=1+1 Ada," in text
    assert ",=" not in text
    assert ",+" not in text
    empty = make_vault(tmp_path / "empty", '== vaultnet.toml\n[me]\ncountry = "NL"\n')
    done = cli(empty, "import", "csv", str(table), "--apply", "--json").json()
    assert (done["created"], done["rejected"], done["unmapped"]) == (2, 0, [])
    assert said(cli, empty, "ada@example.com") == said(cli, vault, "ada@example.com")
    again = tmp_path / "again.csv"
    cli(empty, "export", "csv", "--to", str(again))
    assert again.read_text(encoding="utf-8") == text


FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "\\t=1", "\\r=1", "\\n=1", "\uff1d1", "=cmd|' /C calc'!A0")


def test_s8_no_cell_is_a_formula(cli: Cli, tmp_path: Path) -> None:
    """Whatever a note says, a spreadsheet takes no cell of ours for a formula."""
    keys = [
        "name",
        "company",
        "role",
        "location",
        "relationship",
        "met-at",
        "group",
        "address",
        "needs",
        "email",
        "phone",
        "website",
    ]
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n")
    for number, formula in enumerate(FORMULAS):
        lines = "".join(f'{key}: "{formula}"\n' for key in keys)
        (vault / f"={number}.md").write_text(f"---\ntype: contact\n{lines}---\n{formula}\n")
    for words in (
        ("export", "csv", "--all"), ("export", "csv", "--notes"), ("query", "--csv", "SELECT * FROM contacts"),
        ("query", "--csv", "SELECT name AS '=1' FROM contacts"),
    ):  # fmt: skip
        result = cli(vault, *words)
        assert result.code == 0, result.err
        cells = [cell for row in csv.reader(io.StringIO(result.out, newline="")) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))] == [], (
            words
        )
        assert "'=1+1" in cells or "'=1" in cells


def test_json_says_every_field(cli: Cli, vault: Path) -> None:
    people = json.loads(cli(vault, "export", "json", "name:ada").out)["people"]
    (ada,) = people
    assert ada["phone"] == ["+31 6 12345678", "030 1234567"]
    assert ada["birthday"] == "--04-17"
    assert ada["knows"] == [["spouse", "Will"], ["sister", "Ben"]]
    assert "notes" not in ada
    (with_notes,) = json.loads(cli(vault, "export", "json", "name:ada", "--notes").out)["people"]
    assert with_notes["notes"] == "A line about her."


@pytest.mark.parametrize(
    "words", [("csv",), ("json",), ("sqlite",), ("csv", "--notes"), ("json", "--notes"), ("sqlite", "--notes")]
)
def test_who_is_private_is_in_none(words: tuple[str, ...], cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "out"
    assert cli(vault, "export", *words, "--all", "--to", str(file)).code == 0
    data = file.read_bytes()
    assert b"Ben" in data
    for secret in (b"Hidden", b"hidden@example.com", b"Secret Works"):
        assert secret not in data


def test_the_database_has_the_views_and_the_words_only_where_asked_for(cli: Cli, vault: Path, tmp_path: Path) -> None:
    def touches(*words: str) -> list[tuple[str, str]]:
        cli(vault, "export", "sqlite", *words, "--to", str(tmp_path / "all.sqlite"))
        with sqlite3.connect(tmp_path / "all.sqlite") as connection:
            return connection.execute("SELECT date, text FROM touches WHERE kind != '' ORDER BY date").fetchall()

    assert touches() == [("2026-05-02", ""), ("2026-05-03", ""), ("2026-05-04", "")]
    assert touches("--notes") == [("2026-05-03", "about the flat"), ("2026-05-04", "Lunch")]


def test_others_get_a_business_card(cli: Cli, vault: Path, tmp_path: Path) -> None:
    out = cli(vault, "export", "csv", "--audience", "family").out
    assert "Ada" in out
    assert "a plumber" not in out
    assert "inner" not in out
    cli(vault, "export", "sqlite", "--audience", "family", "--to", str(tmp_path / "f.sqlite"))
    with sqlite3.connect(tmp_path / "f.sqlite") as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert tables == {"contacts", "organizations"}
        assert connection.execute("SELECT name, role FROM contacts").fetchall() == [("=1+1 Ada", "Engineer")]


def test_the_example_goes_out_and_in(cli: Cli, tmp_path: Path) -> None:
    example = make_example(tmp_path / "example")
    for name in ("csv", "json", "sqlite"):
        result = cli(example, "export", name, "--to", str(tmp_path / f"out.{name}"))
        assert result.code == 0
        assert cli(example, "export", name, "--to", str(tmp_path / f"out.{name}")).out.startswith(
            "Exported 57 contacts.\nAll of it"
        )
    empty = make_vault(tmp_path / "empty", "== vaultnet.toml\n")
    done = cli(empty, "import", "csv", str(tmp_path / "out.csv"), "--apply", "--json").json()
    assert (done["created"], done["rejected"]) == (57, 0)
