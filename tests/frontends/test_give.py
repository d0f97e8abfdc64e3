"""`vaultnet give`: introductions, a hand of mine, promises, articles, a word in season; each with its why."""

from pathlib import Path
from typing import Any

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == People/Ada.md
    ---
    type: contact
    needs: [a proofreader for letters in German]
    interests: [barn owls, tidal mills, Bergamo]
    ---
    - 2026-03-02 email to: asked for her slides #asked
    == People/Ben.md
    ---
    type: contact
    offers: proofreading in German and Polish
    private: true
    ---
    - [ ] Send him the map 📅 2026-06-20
    - 2026-05-02 coffee: the flood maps
    ## Life events
    - 2026-06-04 moving to Graz in August
    - 2026-02-04 his father died
    == People/Cy.md
    ---
    type: contact
    needs: [someone explaining figures to a board]
    status: deceased
    ---
    - 2025-05-02 coffee
    == People/Dora.md
    ---
    type: contact
    needs: [help explaining figures to a village board, one chart for a board]
    ---
    - 2026-05-02 coffee
    == Goals.md
    ---
    type: goals
    offers: [explaining figures to boards]
    ---
    ## Strengths
    - I can make one chart that a board understands
    == Clippings/Owls are back.md
    ---
    source: https://owls.example/back
    published: 2026-06-01
    tags: [clippings, birds/barn-owls]
    ---
    == Notes/Mills.md
    An evening about mills. #tidal-mills
    == Notes/Lombardy.md
    A weekend in [[Bergamo]].
    == Daily/2026-06-10.md
    ---
    tags: [barn-owls]
    ---
    Saw [[barn owls]].
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def pairs(cli: Cli, vault: Path, *words: str) -> list[str]:
    return [f"{row['name']} {row['with']['name']}" for row in cli(vault, "give", *words, "--json").json()["introduce"]]


def add(vault: Path, path: str, text: str) -> None:
    file = vault / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_everything_with_its_why(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    result = cli(vault, "give")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Introduce\n"
        "  Ada needs a proofreader for letters in German\n"
        "    Ben offers proofreading in German and Polish · in common: proofreader, German\n"
        "\n"
        "You could help\n"
        "  Dora needs help explaining figures to a village board\n"
        "    you offer explaining figures to boards · in common: explaining, figures, board\n"
        "  Dora needs one chart for a board\n"
        "    your strength: I can make one chart that a board understands · in common: chart, board\n"
        "\n"
        "You promised\n"
        "  Ben: Send him the map (in 5 days)\n"
        "\n"
        "Pass on\n"
        "  Ada: Owls are back\n"
        "    interested in barn owls · Clippings/Owls are back.md\n"
        "  Ada: Mills\n"
        "    interested in tidal mills · Notes/Mills.md\n"
        "  Ada: Lombardy\n"
        "    interested in Bergamo · Notes/Lombardy.md\n"
        "\n"
        "Mark\n"
        "  Ben, 4 June: moving to Graz in August · offer a hand with the move\n"
    )
    assert snapshot(vault) == before


def test_one_contact_and_help_first(cli: Cli, vault: Path) -> None:
    out = cli(vault, "give", "Ada").out
    assert out.startswith(
        "Help first: you asked for something on 2 March. What could you do for them before you ask again?\n"
        "  needs a proofreader for letters in German\n\nIntroduce\n"
    )
    assert "Ben offers" in out
    assert "Dora" not in out
    found = cli(vault, "give", "--who", "ben", "--json").json()
    assert found["contact"] == {"path": "People/Ben.md", "name": "Ben"}
    assert found["help_first"] is None
    assert [row["name"] for row in found["introduce"]] == ["Ada"]
    assert [row["text"] for row in found["promises"]] == ["Send him the map"]
    assert [row["call"] for row in found["mark"]] == ["help_move"]
    assert found["pass_on"] == []
    assert cli(vault, "give", "Nobody").code == 1


TOGETHER = {
    "an event": ("Events/E.md", "---\ntype: event\ndate: 2026-06-15\nattendees: ['[[Ada]]', '[[Ben]]']\n---\n"),
    "a group": ("Groups/G.md", "---\ntype: group\nmembers: ['[[Ada]]', '[[Ben]]']\n---\n"),
    "an introduction": ("I.md", "---\ntype: introduction\nfrom: '[[Ada]]'\nto: '[[Ben]]'\nstatus: declined\n---\n"),
    "a line of a day": ("Daily/2026-06-01.md", "Lunch with [[Ada]] and [[Ben]].\n"),
    "an e-mail to both": ("Daily/2026-06-02.md", "Introduced [[Ada]] to [[Ben]] by e-mail.\n"),
    "what a note says": ("People/Ben.md", ("---\ntype: contact\noffers: proofreading in German\nknows: '[[Ada]]'\n---\n"
                         "- 2026-05-02 coffee\n")),
    "a link": ("People/Ben.md", ("---\ntype: contact\noffers: proofreading in German\n---\n- 2026-05-02 coffee\n\n"
               "A friend of [[Ada]]'s.\n")),
    "one company": ("People/Ben.md", ("---\ntype: contact\noffers: proofreading in German\ncompany: Acme\n---\n"
                    "- 2026-05-02 coffee\n")),
}  # fmt: skip


@pytest.mark.parametrize("how", TOGETHER)
def test_who_knows_each_other_is_not_introduced(cli: Cli, vault: Path, how: str) -> None:
    assert pairs(cli, vault) == ["Ada Ben"]
    if how == "one company":
        ada = vault / "People/Ada.md"
        ada.write_text(ada.read_text().replace("type: contact", "type: contact\ncompany: '[[Acme]]'"))
    add(vault, *TOGETHER[how])
    assert pairs(cli, vault, "--all") == []


APART = {
    "an event to come": ("Events/E.md", "---\ntype: event\ndate: 2026-06-16\nattendees: ['[[Ada]]', '[[Ben]]']\n---\n"),
    "one that was called off": (
        "Events/E.md",
        "---\ntype: event\ndate: 2026-06-01\nstatus: cancelled\nattendees: ['[[Ada]]', '[[Ben]]']\n---\n",
    ),
    "a crowd": (
        "Events/E.md",
        "---\ntype: event\ndate: 2026-06-01\nattendees: ['[[Ada]]', '[[Ben]]'"
        + "".join(f", Guest {number}" for number in range(40))
        + "]\n---\n",
    ),
    "a bare mention": ("Daily/2026-06-01.md", "Thought of [[Ada]] and [[Ben]].\n"),
}


@pytest.mark.parametrize("how", APART)
def test_what_brings_nobody_together(cli: Cli, vault: Path, how: str) -> None:
    add(vault, *APART[how])
    assert pairs(cli, vault) == ["Ada Ben"]


@pytest.mark.parametrize("mark", [" ", "x", "-"])
def test_what_an_earlier_agenda_proposed_is_not_proposed_again(cli: Cli, vault: Path, mark: str) -> None:
    from datetime import date

    from vaultnet.text.block import item_key, seal

    key = item_key(date(2026, 6, 3), "give", "People/Ada.md", "introduce People/Ben.md")
    line = seal(f"- [{mark}] Introduce [[Ada]] to [[Ben]] ^vn-{key}\n")
    add(vault, "Daily/2026-06-03.md", f"<!-- vaultnet:agenda -->\n{line}<!-- /vaultnet:agenda -->\n")
    assert pairs(cli, vault, "--all") == []
    assert cli(vault, "give", "--json", today="2026-06-03").json()["introduce"], "of today, and not of an earlier day"


def test_all_names_everybody_who_could(cli: Cli, vault: Path) -> None:
    add(vault, "People/Eva.md", "---\ntype: contact\nmet: 2026-01-01\nskills: German and Swedish letters\n---\n")
    assert pairs(cli, vault) == ["Ada Ben"]
    assert pairs(cli, vault, "--all") == ["Ada Ben", "Ada Eva"]
    assert (
        "Eva is skilled in German and Swedish letters · in common: letters, German" in cli(vault, "give", "--all").out
    )


def test_a_long_list_is_cut_and_says_so(cli: Cli, vault: Path) -> None:
    for number in range(20):
        add(vault, f"People/N{number}.md", f"---\ntype: contact\nmet: 2026-01-01\nneeds: topic{number} maps\n---\n")
        add(vault, f"People/O{number}.md", f"---\ntype: contact\nmet: 2026-01-01\noffers: topic{number} maps\n---\n")
    out = cli(vault, "give").out
    assert "  and 9 more (--all)\n" in out
    assert cli(vault, "give", "--all").out.count("offers topic") == 20


@pytest.mark.parametrize("text", ["", "== People/Ada.md\n---\ntype: contact\nneeds: [] \n---\n"])
def test_nothing_to_give(cli: Cli, tmp_path: Path, text: str) -> None:
    result = cli(make_vault(tmp_path / "empty", text), "give")
    assert (result.code, result.out) == (
        0,
        "Nothing to propose. It grows with the needs, offers, skills and interests in your notes.\n",
    )


def test_a_broken_note_stops_nothing(cli: Cli, vault: Path) -> None:
    add(vault, "People/Broken.md", "---\ntype: contact\noffers: [proofreading\n")
    add(vault, "People/Odd.md", "---\ntype: contact\nneeds: {a: 1}\noffers: 7\ninterests: ['', 'of the']\n---\n")
    assert pairs(cli, vault) == ["Ada Ben"]


def test_in_german(cli: Cli, vault: Path) -> None:
    add(vault, "vaultnet.toml", '[vault]\nlanguage = "de"\n[giving]\nsynonyms = [["Lektorat", "Korrektorat"]]\n')
    add(vault, "People/Eva.md", "---\ntype: contact\nmet: 2026-01-01\nneeds: ein Korrektorat für Romane\n---\n")
    add(vault, "People/Finn.md", "---\ntype: contact\nmet: 2026-01-01\nskills: Lektor für Romane\n---\n")
    lines = cli(vault, "give", "Eva").out.splitlines()
    assert lines == [
        "Bekannt machen",
        "  Eva braucht ein Korrektorat für Romane",
        "    Finn kann Lektor für Romane · gemeinsam: Korrektorat, Romane",
    ]
    out = cli(vault, "give").out
    assert "  Ben, 4. Juni: moving to Graz in August · biete Hilfe beim Umzug an\n" in out
    assert cli(vault, "give", "Ada").out.startswith("Erst helfen: am 2. März hast du um etwas gebeten.")


def rows_of(found: dict[str, Any]) -> list[Any]:
    return [row for rows in found.values() if isinstance(rows, list) for row in rows]


def test_no_number_stands_beside_anybody(cli: Cli, vault: Path) -> None:
    """P5: days, and what notes say; nothing else."""
    found = cli(vault, "give", "--all", "--json").json()
    numbers = [value for row in rows_of(found) for value in row.values() if isinstance(value, int | float)]
    assert [number for number in numbers if not isinstance(number, bool)] == []


def test_a_promise_that_names_somebody_names_them_once(cli: Cli, tmp_path: Path) -> None:
    promises = "- [ ] Send [[Ada Bell]] the paper\n- [ ] Look up the dike with [[Ada Bell]] and [[Ben|him]]\n"
    people = "".join(f"== {name}.md\n---\ntype: contact\n---\n" for name in ("Ada Bell", "Ben"))
    root = make_vault(tmp_path / "v", f"== Inbox.md\n{promises}{people}")
    said = cli(root, "give").out
    assert "  Send Ada Bell the paper (no date)\n" in said
    assert "  Ben: Look up the dike with Ada Bell and him (no date)\n" in said
