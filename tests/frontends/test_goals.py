"""`vaultnet goals`: what is looked for, what the note could say besides, who is near it."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

GOLDEN = Path(__file__).parent / "golden"

VAULT = """
    == Life/My goals.md
    ---
    type: goals
    industry: reinsurance
    locations: [Delft]
    targets: ["[[Tidemark Risk]]", Corvane Re]
    wish_list: "[[Grace Hopper]]"
    ---
    ## Pitch
    I count water.
    ## Strengths
    - I was told by [[Ada|Ada L.]] that I listen
    - patience
    == Tidemark Risk.md
    ---
    type: organization
    industry: reinsurance
    ---
    == People/Ada.md
    ---
    type: contact
    company: Tidemark Risk B.V.
    location: Delft
    ---
    == People/Ben.md
    ---
    type: contact
    company: Tidemark
    ---
    == People/Cy.md
    ---
    type: contact
    location: Delft
    cadence: never
    ---
"""


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    out = cli(example, "goals").out
    golden = GOLDEN / "goals.txt"
    if update:
        golden.write_text(out)
    assert out == golden.read_text()


def test_gaps_are_named_with_their_place(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    found = cli(vault, "goals", "--json").json()
    assert found["note"] == "Life/My goals.md"
    assert [(gap["what"], gap["state"], gap["where"]) for gap in found["gaps"]] == [
        ("roles", "missing", "roles"),
        ("company-kinds", "missing", "company-kinds"),
        ("environment", "missing", "environment"),
        ("targets", "thin", "targets"),
        ("wish-list", "thin", "wish-list"),
        ("quota", "missing", "quota"),
        ("pitch", "thin", "## Pitch"),
        ("accomplishments", "missing", "## Accomplishments"),
    ]
    out = cli(vault, "goals").out
    assert "    in Life/My goals.md, behind the key roles\n" in out
    assert "    in Life/My goals.md, under the heading Accomplishments\n" in out
    assert "- I was told by Ada L. that I listen\n" in out


def test_who_is_near(cli: Cli, tmp_path: Path) -> None:
    """A guess at a company's name is no reason, and nobody is near who is not to be asked."""
    vault = make_vault(tmp_path / "v", VAULT)
    found = cli(vault, "goals", "--json").json()
    assert found["people"] == [
        {
            "contact": "People/Ada.md",
            "name": "Ada",
            "reasons": [
                {"what": "target", "words": "Tidemark Risk", "why": "works at Tidemark Risk, a target"},
                {"what": "industry", "words": "reinsurance", "why": "works in reinsurance"},
                {"what": "location", "words": "Delft", "why": "is in Delft"},
            ],
        }
    ]
    assert [target["path"] for target in found["goals"]["targets"]] == ["Tidemark Risk.md", None]


def test_no_goals_note(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== People/Ada.md\n---\ntype: contact\n---\n")
    result = cli(vault, "goals")
    assert (result.code, "vaultnet new goals Goals" in result.out) == (0, True)
    assert cli(vault, "goals", "--json").json()["note"] is None


def test_a_goals_note_is_made_and_read(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "")
    assert cli(vault, "new", "goals", "Goals").out == "Wrote Goals.md\n"
    found = cli(vault, "goals", "--json").json()
    assert found["note"] == "Goals.md"
    assert len(found["gaps"]) == 10  # all but the quota, which the template gives
    assert cli(vault, "check").out == "No problems found.\n"


def test_a_german_goals_note(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", '== vaultnet.toml\n[vault]\nlanguage = "de"\n')
    cli(vault, "new", "goals", "Ziele")
    note = vault / "Ziele.md"
    note.write_text(note.read_text().replace("## Stärken", "## Stärken\n- eins\n- zwei"))
    gaps = [gap["what"] for gap in cli(vault, "goals", "--json").json()["gaps"]]
    assert ("strengths" in gaps, "pitch" in gaps) == (False, True)
    assert "in Ziele.md, unter der Überschrift Kurzvorstellung\n" in cli(vault, "goals").out


def test_two_goals_notes(cli: Cli, tmp_path: Path) -> None:
    notes = "== A.md\n---\ntype: goals\n---\n== Life/B.md\n---\ntype: goals\nroles: lead\n---\n"
    vault = make_vault(tmp_path / "v", notes)
    assert "A.md tells your goals, and so does Life/B.md" in cli(vault, "goals").err
    for named in ("Life/B.md", "Life/B", "B"):
        (vault / "vaultnet.toml").write_text(f'[goals]\nnote = "{named}"\n')
        result = cli(vault, "goals", "--json")
        assert (result.json()["note"], result.err) == ("Life/B.md", "")


def test_settings_that_name_no_goals_note(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== vaultnet.toml\n[goals]\nnote = 'Plans'\n== Plans.md\nno goals\n")
    result = cli(vault, "goals")
    assert result.code == 2
    assert 'goals.note "Plans" is no goals note' in result.err


def test_a_goals_note_that_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== Life/Goals.md\n---\ntype: goals\nroles: [a\n---\n")
    result = cli(vault, "goals")
    assert result.out.startswith("No goals note yet")
    assert "Life/Goals.md says no `type: goals` that could be read: `vaultnet check`" in result.err
