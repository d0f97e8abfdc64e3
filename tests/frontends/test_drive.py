"""`vaultnet drive`: how the list of people I know grows."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == vaultnet.toml
    [me]
    company = "Lekbrug"
    == Goals.md
    ---
    type: goals
    quota: 4
    ---
    == Lekbrug Pensioen.md
    ---
    type: organization
    aliases: [Lekbrug]
    ---
    == People/Ada.md
    ---
    type: contact
    company: "[[Lekbrug Pensioen]]"
    relationship: business
    tier: close
    ---
    == People/Ben.md
    ---
    type: contact
    relationship: [uncle, friend]
    private: true
    ---
    == People/Cy.md
    ---
    type: contact
    ---
    ## Log
    - 2020-01-01 email to: the article
    == People/Dora.md
    ---
    type: contact
    relationship: friend
    cadence: never
    ---
    == People/Eve.md
    ---
    type: contact
    relationship: friend
    status: deceased
    ---
"""


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    out = cli(example, "drive").out
    golden = GOLDEN / "drive.txt"
    if update:
        golden.write_text(out)
    assert out == golden.read_text()


def test_a_small_list(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    found = cli(vault, "drive", "--json").json()
    assert (found["quota"], found["count"]) == (4, 3)
    assert {row["name"]: row["people"] for row in found["categories"] if row["people"]} == {
        "relatives": ["People/Ben.md"],
        "colleagues": ["People/Ada.md"],
        "unsaid": ["People/Cy.md"],
    }
    assert found["queue"] == [{"contact": "People/Ben.md", "name": "Ben", "last": None}]
    resting = {"contact": "People/Cy.md", "name": "Cy", "last": "2020-01-01", "reason": "silent", "wider": None}
    assert found["may_rest"] == [{**resting, "since": "2020-01-01"}]
    assert [prompt["category"] for prompt in found["prompts"]][:2] == ["friends", "former_colleagues"]
    out = cli(vault, "drive").out
    assert out.startswith("3 people on your list, 1 to go to 4.\n" + 30 * "█" + 10 * "░" + "\n")
    assert out.endswith("asks\n  Cy: quiet on both sides since 2020-01-01\n")


def test_a_list_that_has_reached_its_quota(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== Goals.md\n---\ntype: goals\nquota: 0\n---\n")
    assert cli(vault, "drive").out.startswith("0 people on your list.\n\nCategory")


def test_an_empty_vault(cli: Cli, tmp_path: Path) -> None:
    out = cli(make_vault(tmp_path / "v", ""), "drive").out
    assert out.startswith("0 people on your list, 100 to go to 100.\n")
    assert "the distant aunt" in out


def test_a_long_queue_is_shortened(cli: Cli, tmp_path: Path) -> None:
    notes = "".join(f"== P{at:02}.md\n---\ntype: contact\n---\n" for at in range(12))
    vault = make_vault(tmp_path / "v", notes)
    assert cli(vault, "drive").out.endswith("P00, P01, P02, P03, P04, P05, P06, P07 and 4 more (--all)\n")
    assert cli(vault, "drive", "--all").out.endswith("P10, P11\n")


def test_it_is_german_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT.replace("[me]", '[vault]\n    language = "de"\n    [me]'))
    out = cli(vault, "drive").out
    assert out.startswith("3 Personen auf deiner Liste, noch 1 bis 4.\n")
    for words in (
        "Verwandte",
        "frühere Kollegen",
        "An wen könntest du denken?",
        "Schule und Studium: jemand",
        "Cy: still auf beiden Seiten seit 2020-01-01",
    ):
        assert words in out
    prompts = cli(vault, "drive", "--json").json()["prompts"]
    assert all(":" in prompt["message"] and " the " not in prompt["message"] for prompt in prompts)


def test_one_person(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== Ada.md\n---\ntype: contact\n---\n")
    assert cli(vault, "drive").out.startswith("1 person on your list, 99 to go to 100.\n")
