"""`vaultnet path`: whom to ask for an introduction."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault


def test_the_example_vault(cli: Cli, example: Path) -> None:
    found = cli(example, "path", "Annelies", "--json").json()
    assert (found["to"], found["unknown"], found["is_organization"]) == ("Annelies Vroom", False, False)
    assert [(way["via"], way["strength"], way["why"]) for way in found["paths"]][:2] == [
        (["People/Ravi Subramaniam.md"], "strong", "lunch 2 months ago; knows Annelies Vroom"),
        (
            ["People/Amira Haddad.md", "People/Ravi Subramaniam.md"],
            "fair",
            "email 5 days ago; sat together 2 months ago with Ravi Subramaniam; Ravi Subramaniam knows Annelies Vroom",
        ),
    ]


def test_it_reads_well(cli: Cli, example: Path) -> None:
    assert cli(example, "path", "Bettina").out.split("\n")[:3] == [
        "Bettina Rauch",
        "Ask                              Tie     Why",
        "Magdalena Huber                  strong  email 5 months ago; knows Bettina Rauch",
    ]


def test_the_card_of_somebody_i_never_met_says_whom_to_ask(cli: Cli, example: Path) -> None:
    assert cli(example, "show", "Bettina", "--json").json()["path"] == ["Magdalena Huber"]
    assert "  Ask for an introduction: Magdalena Huber\n" in cli(example, "show", "Bettina").out
    assert cli(example, "show", "Siobhán", "--json").json()["path"] == []


def test_no_number_stands_beside_a_person(cli: Cli, example: Path) -> None:
    found = cli(example, "path", "Waterlijn", "--json").json()
    values = [value for way in found["paths"] for step in way["steps"] for value in step.values()]
    assert not [value for value in values if isinstance(value, int | float)]


def test_into_an_organization(cli: Cli, example: Path) -> None:
    found = cli(example, "path", "Waterlijn", "--json").json()
    assert found["to"] == "Organizations/Waterlijn Instituut.md"
    assert [way["via"] for way in found["paths"]] == [
        ["People/Amira Haddad.md"],
        ["People/Ravi Subramaniam.md"],
        ["People/Lotte Brandsma.md", "People/Amira Haddad.md"],
    ]
    assert found["paths"][0]["why"] == "email 5 days ago; is at Waterlijn Instituut"


def test_somebody_i_know_myself(cli: Cli, example: Path) -> None:
    way = cli(example, "path", "Siobhán", "--json").json()["paths"][0]
    assert (way["via"], way["why"]) == ([], "call 3 weeks ago")
    assert "nobody: you know them" in cli(example, "path", "Siobhán").out


def test_the_dead(cli: Cli, example: Path) -> None:
    result = cli(example, "path", "Helmut")
    assert (result.code, result.out) == (1, "Helmut Prassl is marked as archived or deceased.\n")


def test_two_of_that_name(cli: Cli, example: Path) -> None:
    assert cli(example, "path", "Corvane").code == 4


def test_a_stranger(cli: Cli, example: Path) -> None:
    result = cli(example, "path", "Xyzzy Plugh")
    assert result.code == 1
    assert result.out.startswith("No note speaks of Xyzzy Plugh: ")
    found = cli(example, "path", "Xyzzy Plugh", "--json").json()
    assert (found["paths"], found["unknown"], found["is_known"]) == ([], True, False)


VAULT = """
    == Ada.md
    ---
    type: contact
    company: Globex Ltd.
    ---
    == Ben.md
    ---
    type: contact
    knows: "[[Ada]]"
    ---
    == Cy.md
    ---
    type: contact
    positions:
      - {company: "[[Initech]]", from: 2018-01-01, to: 2020-12-31}
    ---
    ## Log
    - 2026-06-01 coffee: a talk
    == Initech.md
    ---
    type: organization
    ---
    == Hooli.md
    ---
    type: organization
    ---
    == Pied Piper.md
    ---
    type: organization
    ---
    == Events/2026-07-01 Open Day.md
    ---
    type: event
    date: 2026-07-01
    company: "[[Hooli]]"
    ---
    == Choir.md
    ---
    type: group
    members: ["[[Ben]]", "[[Cy]]"]
    ---
"""


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ada", "Nearest: Choir: Ben goes there, and knows Ada"),
        ("Ben", "Nearest: Choir: Ben is to be met there"),
        ("Globex Ltd.", "Nearest: Choir: Ben goes there, and knows Globex Ltd."),
        ("Hooli", "Nearest: Open Day (2026-07-01): Hooli has a hand in it"),
        ("Pied Piper", ""),
    ],
)
def test_no_way_yet_and_what_comes_nearest(cli: Cli, tmp_path: Path, who: str, said: str) -> None:
    vault = make_vault(tmp_path / "vault", VAULT.replace('"[[Ben]]", "[[Cy]]"', '"[[Ben]]"'))
    result = cli(vault, "path", who)
    assert result.code == 1
    lines = result.out.split("\n")
    assert lines[0] == f"No way to {who} yet: nobody you are in touch with is known to know them."
    assert lines[1] == said
    found = cli(vault, "path", who, "--json").json()
    assert found["unknown"] is True
    assert (found["nearest"] is not None) is bool(said)


def test_through_somebody_who_was_there(cli: Cli, tmp_path: Path) -> None:
    (way,) = cli(make_vault(tmp_path / "vault", VAULT), "path", "Initech", "--json").json()["paths"]
    assert (way["via"], way["strength"], way["why"]) == (["Cy.md"], "fair", "coffee 2 weeks ago; was at Initech")


def test_in_a_group_with_somebody(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    assert "coffee 2 weeks ago; is with Ben in Choir" in cli(vault, "path", "Ben").out
    assert "Ben knows Ada" in cli(vault, "path", "Ada").out


@pytest.mark.parametrize("link", ["[[Yann Moix]]", "[[Yann Moix|Yann]]", "[[People/Yann Moix|Y]]", "Yann Moix"])
def test_somebody_who_has_no_note(cli: Cli, tmp_path: Path, link: str) -> None:
    note = (
        f'    == Di.md\n    ---\n    type: contact\n    knows: "{link}"\n    ---\n    ## Log\n    - 2026-06-01 coffee\n'
    )
    found = cli(make_vault(tmp_path / "vault", VAULT + note), "path", "yann", "--json").json()
    assert (found["to"], [way["via"] for way in found["paths"]]) == ("Yann Moix", [["Di.md"]])


def test_an_empty_vault_and_a_broken_note(cli: Cli, tmp_path: Path) -> None:
    assert cli(make_vault(tmp_path / "empty", ""), "path", "Ada").code == 1
    broken = make_vault(tmp_path / "broken", VAULT + "    == Bad.md\n    ---\n    type: contact\n    knows: [[[\n")
    assert cli(broken, "path", "Initech").code == 0


GERMAN = """
    == vaultnet.toml
    [vault]
    language = "de"
    == Ben.md
    ---
    type: contact
    knows: "[[Zoe]]"
    company: "[[Nordwind]]"
    ---
    ## Verlauf
    - 2026-06-01 Kaffee: ein Gespräch
    == Zoe.md
    ---
    type: contact
    ---
    == Nordwind.md
    ---
    type: organization
    ---
    == Hof.md
    ---
    type: organization
    ---
    == Fest.md
    ---
    type: event
    date: 2026-07-01
    company: "[[Hof]]"
    ---
"""


def test_in_german(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", GERMAN)
    assert cli(vault, "path", "Zoe").out.split("\n")[1:3] == [
        "Fragen  Verbindung  Warum",
        "Ben     stark       Kaffee vor 2 Wochen; kennt Zoe",
    ]
    assert (
        cli(vault, "path", "Nordwind").out.split("\n")[2] == "Ben     stark       Kaffee vor 2 Wochen; ist bei Nordwind"
    )
    assert "niemanden: ihr kennt euch" in cli(vault, "path", "Ben").out
    assert cli(vault, "path", "Hof").out.split("\n")[1] == "Am nächsten: Fest (2026-07-01): Hof richtet es mit aus"
    assert "  Um eine Vorstellung bitten: Ben\n" in cli(vault, "show", "Zoe").out
    assert cli(vault, "path", "Zoe", "--json").json()["paths"][0]["why"] == "Kaffee vor 2 Wochen; kennt Zoe"


def test_the_example_vault_in_german(cli: Cli, example: Path) -> None:
    settings = example / "vaultnet.toml"
    settings.write_text(settings.read_text().replace('language = "en"', 'language = "de"'))
    assert [way["why"] for way in cli(example, "path", "Annelies", "--json").json()["paths"]] == [
        "Mittagessen vor 2 Monaten; kennt Annelies Vroom",
        "E-Mail vor 5 Tagen; saß vor 2 Monaten mit Ravi Subramaniam zusammen; Ravi Subramaniam kennt Annelies Vroom",
        "E-Mail vor 4 Tagen; ist mit Ravi Subramaniam in Delta Evenings; Ravi Subramaniam kennt Annelies Vroom",
    ]
