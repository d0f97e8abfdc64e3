"""`vaultnet dupes`: who may be one person, and the word that they are not."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    email: ada@x.example
    company: Acme
    ---
    == People/A. Byron.md
    ---
    type: contact
    email: Ada <ADA@x.example>
    ---
    == People/Ada Lovelase.md
    ---
    type: contact
    company: "[[Acme B.V.]]"
    private: true
    ---
    == People/Ben Okri.md
    ---
    type: contact
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def test_pairs_are_told_with_what_speaks_for_them(vault: Path, cli: Cli) -> None:
    before = snapshot(vault)
    result = cli(vault, "dupes")
    assert result.code == 0
    assert result.out == (
        "Surely one person (1)\n"
        "Note                And                     Why\n"
        "People/A. Byron.md  People/Ada Lovelace.md  the same e-mail ada@x.example\n"
        "\n"
        "Perhaps one person (1)\n"
        "Note                    And                     Why\n"
        "People/Ada Lovelace.md  People/Ada Lovelase.md  nearly the same name, both at Acme\n"
        "\n"
        "`vaultnet merge A B` makes one note of two; `vaultnet dupes --not-same A B` says they are not one.\n"
    )
    data = cli(vault, "dupes", "--json").json()
    assert [(pair["one"], pair["sure"]) for pair in data["pairs"]] == [
        ("People/A. Byron.md", True),
        ("People/Ada Lovelace.md", False),
    ]
    assert "Perhaps" not in cli(vault, "dupes", "--sure").out
    assert snapshot(vault) == before


def test_that_two_are_not_the_same_is_remembered_in_the_notes(vault: Path, cli: Cli) -> None:
    for one, other in (("Ada Lovelace", "Ada Lovelase"), ("A. Byron", "Ada Lovelace")):
        assert cli(vault, "dupes", "--not-same", one, other, "--dry-run").out.count("+not-same-as") == 1
        assert cli(vault, "dupes", "--not-same", one, other).out.startswith(f"Noted in People/{one}.md")
    assert 'not-same-as:\n  - "[[Ada Lovelase]]"\n' in (vault / "People/Ada Lovelace.md").read_text()
    assert cli(vault, "dupes", "--not-same", "Ada Lovelace", "Ada Lovelase").out.endswith("says so already.\n")
    nothing = cli(vault, "dupes")
    assert (nothing.code, nothing.out) == (1, "No two notes seem to be of one person.\n")
    empty = cli(vault, "dupes", "--json")
    assert (empty.code, empty.json()["pairs"]) == (1, [])
    assert cli(vault, "undo", "2").code == 0
    assert cli(vault, "dupes").code == 0


def test_words_in_german(vault: Path, cli: Cli) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    said = cli(vault, "dupes").out
    assert "Vielleicht ein und dieselbe Person (1)" in said
    assert "fast derselbe Name, beide bei Acme" in said


def test_one_note_is_no_pair(vault: Path, cli: Cli) -> None:
    assert cli(vault, "dupes", "--not-same", "Ben", "Ben Okri").code == 2
