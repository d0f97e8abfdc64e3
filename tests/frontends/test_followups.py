"""`vaultnet followups`: what is open between me and others."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault


def test_the_example_vault(cli: Cli, example: Path) -> None:
    found = cli(example, "followups", "--json").json()
    assert [(row["name"], row["next"], row["next_date"]) for row in found["follow_ups"]] == [
        ("Charlotte van Rijn", "email", "2026-06-12"),
        ("Naledi Mokoena", "call", "2026-06-15"),
        ("Wouter Dijkgraaf", "email", "2026-06-17"),
    ]
    assert [row["name"] for row in found["replies"]] == ["Amira Haddad"]
    assert [row["name"] for row in found["thanks"]] == ["Fatima El Amrani"]
    naledi = found["follow_ups"][1]
    assert naledi["tried"] == [{"date": "2026-06-04", "kind": "email"}]
    assert naledi["source"] == {"path": "People/Naledi Mokoena.md", "line": 22}


def test_it_reads_well(cli: Cli, example: Path) -> None:
    lines = cli(example, "followups", "--who", "naledi").out.split("\n")
    assert lines[0] == "Waiting for them"
    assert lines[2].startswith("Naledi Mokoena  2026-05-27  email, email  call, today  asked if she would put me in")


def test_a_step_is_not_for_a_day_off(cli: Cli, example: Path) -> None:
    """Agendas name steps on working days only: on a Sunday the next one is Monday."""
    assert "email, tomorrow" in cli(example, "followups", "--who", "charlotte", today="2026-06-14").out
    assert "email, in 2 days" in cli(example, "followups", "--who", "charlotte", today="2026-06-13").out
    row = cli(example, "followups", "--who", "wouter", "--json", today="2026-06-14").json()["follow_ups"][0]
    assert row["next_date"] == "2026-06-17"


def test_within_a_while(cli: Cli, example: Path) -> None:
    assert "Wouter" not in cli(example, "followups", "--within", "1d").out
    assert "Wouter" in cli(example, "followups", "--within", "2d").out


RESTING = """
    == People/Ada.md
    ---
    type: contact
    ---
    ## Log
    - 2026-05-20 letter to: the third time
    - 2026-05-10 call: voicemail
    - 2026-05-04 email to: once more
    - 2026-04-27 email to: may I see the map? #asked
    == People/Ben.md
    ---
    type: contact
    knows: "[[Ada]]"
    ---
    ## Log
    - 2026-05-01 coffee: a talk
"""


def test_a_rest_the_way_round_and_the_end(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", RESTING)
    assert "rests until 2026-08-20" in cli(vault, "followups").out
    assert "email to Ben, who knows them, today" in cli(vault, "followups", today="2026-08-20").out
    late = cli(vault, "followups", today="2026-12-24")
    assert late.out.startswith("Nothing is open")
    assert "leave it" in cli(vault, "followups", "--all", today="2026-12-24").out


def test_nothing_is_open(cli: Cli, tmp_path: Path) -> None:
    result = cli(make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n"), "followups")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Nothing is open: no ask without an answer, no reply owed, no thanks due.\n"


def test_nobody_of_that_name(cli: Cli, example: Path) -> None:
    assert cli(example, "followups", "--who", "Xyzzy").code == 1


def test_a_country_that_is_none_is_told_once(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", RESTING)
    (vault / "vaultnet.toml").write_text('[me]\ncountry = "Atlantis"\n')
    result = cli(vault, "followups")
    assert result.code == 0
    assert result.err.count('me.country "Atlantis" is no country') == 1
    assert 'me.country "Atlantis" is no country' in cli(vault, "check").out
    cli(vault, "agenda")
    for _ in range(2):  # the second answer is a remembered one
        assert cli(vault, "agenda").err.count('me.country "Atlantis"') == 1


def test_a_broken_note_stops_nothing(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault", RESTING + "    == People/Cy.md\n    ---\n    type: contact\n    type: contact\n"
    )
    assert "Ada" in cli(vault, "followups").out
