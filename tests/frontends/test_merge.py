"""`vaultnet merge`: one note of two, every link kept right, one step to take back."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.test_absorb import tick
from tests.frontends.test_rename import without_times
from tests.vaults import make_vault, snapshot

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    email: ada@x.example
    birthday: 1815-12-10
    friends: "[[A. Byron]]"
    ---
    Numbers.

    ## Log
    - 2025-11-20 email: the mortality paper
    == People/A. Byron.md
    ---
    type: contact
    uid: b
    email: [ADA@x.example, byron@x.example]
    birthday: 1815-12-11
    aliases: Countess
    ---
    Met with [[Ada Lovelace]].

    - [ ] Send her the map

    ## Log
    - 2025-12-01 call: about [[A. Byron]]
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    introduced-by: "[[A. Byron]]"
    friends: ["[[A. Byron|Gus]]"]
    ---
    [[A. Byron]] `[[A. Byron]]` [[People/A. Byron#Log|log]]
    == Organizations/Acme.md
    ---
    type: organization
    ---
    == .trash/A. Byron.md
    an older one
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def test_one_note_of_two_and_undo_brings_both_back(vault: Path, cli: Cli) -> None:
    before = without_times(vault)
    cli(vault, "agenda", "--stdout")
    shown = cli(vault, "merge", "Ada Lovelace", "A. Byron", "--dry-run")
    assert "--- a/People/A. Byron.md\n+++ /dev/null" in shown.out
    assert without_times(vault) == before
    result = cli(vault, "merge", "Ada Lovelace", "A. Byron")
    assert result.out == (
        "People/Ada Lovelace.md now holds both notes. `vaultnet undo` takes it all back.\n"
        "People/A. Byron.md is in the trash: .trash/A. Byron 2.md\n"
        "Links to it changed in 1 note.\n"
        "Said otherwise there, and kept as lines of the note:\n"
        "  birthday: 1815-12-11\n"
    )
    after = without_times(vault)
    assert after["People/Ada Lovelace.md"].decode() == (
        "---\ntype: contact\nuid: a\nemail:\n  - ada@x.example\n  - byron@x.example\nbirthday: 1815-12-10\n"
        "aliases:\n  - A. Byron\n  - Countess\nmerged-uids:\n  - b\n---\n"
        "Numbers.\n\nMet with [[Ada Lovelace]].\n\n- [ ] Send her the map\n\n"
        "## Log\n- 2025-12-01 call: about [[Ada Lovelace|A. Byron]]\n- 2025-11-20 email: the mortality paper\n\n"
        "## From A. Byron\n- birthday: 1815-12-11\n"
    )
    assert after["People/Ben Okri.md"].decode() == (
        '---\ntype: contact\nintroduced-by: "[[Ada Lovelace]]"\nfriends: ["[[Ada Lovelace|Gus]]"]\n---\n'
        "[[Ada Lovelace|A. Byron]] `[[A. Byron]]` [[People/Ada Lovelace#Log|log]]\n"
    )
    assert after[".trash/A. Byron 2.md"] == before["People/A. Byron.md"]
    assert "People/A. Byron.md" not in after
    assert cli(vault, "show", "countess").code == cli(vault, "show", "b").code == 0
    (vault / ".trash/A. Byron 2.md").unlink()  # somebody empties the trash
    assert cli(vault, "undo").code == 0
    assert without_times(vault) == before


def test_what_was_open_for_the_other_is_open_for_this_one(vault: Path, cli: Cli) -> None:
    cli(vault, "agenda")
    cli(vault, "merge", "Ada Lovelace", "A. Byron")
    tick(vault, "the map")
    said = cli(vault, "absorb", today="2026-06-16").out
    assert "Kept 1 promise" in said
    assert "- [x] Send her the map" in (vault / "People/Ada Lovelace.md").read_text()
    assert cli(vault, "absorb", today="2026-06-16").out == "Nothing new was ticked.\n"


def test_an_import_finds_them_by_the_other_uid(vault: Path, cli: Cli) -> None:
    cli(vault, "merge", "Ada Lovelace", "A. Byron")
    (vault / "people.csv").write_text("Name,uid,Phone\nGussie,B,+31 6 12345678\n")
    data = cli(vault, "import", "csv", str(vault / "people.csv"), "--json").json()
    assert (data["updated"], data["items"][0]["path"]) == (1, "People/Ada Lovelace.md")


@pytest.mark.parametrize(
    ("other", "code"),
    [("Ada Lovelace", 2), ("Acme", 2), ("Nobody", 1), ("People/Broken.md", 6), ("Open.md", 6)],
)
def test_notes_that_cannot_be_one(vault: Path, cli: Cli, other: str, code: int) -> None:
    (vault / "People/Broken.md").write_text("---\ntype: contact\na: [\n---\nx\n")
    (vault / "Open.md").write_text("---\ntype: contact\n---\n```\nnever closed\n")
    before = snapshot(vault)
    assert cli(vault, "merge", "Ada Lovelace", other).code == code
    assert snapshot(vault) == before


def test_two_who_are_told_apart_are_not_made_one(vault: Path, cli: Cli) -> None:
    cli(vault, "dupes", "--not-same", "A. Byron", "Ada Lovelace")
    result = cli(vault, "merge", "Ada Lovelace", "A. Byron")
    assert (result.code, "not-same-as" in result.err) == (2, True)


def test_two_of_one_name_in_two_folders(vault: Path, cli: Cli) -> None:
    (vault / "Alumni").mkdir()
    (vault / "Alumni/Ben Okri.md").write_text("---\ntype: contact\ntier: wide\n---\n")
    (vault / "Page.md").write_text("[[Ben Okri]] [[Alumni/Ben Okri]] [[People/Ben Okri]]\n")
    result = cli(vault, "merge", "Alumni/Ben Okri", "People/Ben Okri.md")
    assert result.code == 0, result.err
    assert (vault / "Page.md").read_text() == "[[Ben Okri]] [[Alumni/Ben Okri]] [[Alumni/Ben Okri|Ben Okri]]\n"
    assert "aliases" not in (vault / "Alumni/Ben Okri.md").read_text()
    assert cli(vault, "show", "Ben Okri").code == 0


def test_organizations_and_json(vault: Path, cli: Cli) -> None:
    (vault / "Organizations/Acme Ltd.md").write_text(
        "---\ntype: organization\nwebsite: https://acme.example\n---\nText\n"
    )
    data = cli(vault, "merge", "Acme", "Acme Ltd", "--json").json()
    assert (data["path"], data["gone"], data["kept"]) == ("Organizations/Acme.md", "Organizations/Acme Ltd.md", [])
    text = (vault / "Organizations/Acme.md").read_text()
    assert text == "---\ntype: organization\naliases:\n  - Acme Ltd\nwebsite: https://acme.example\n---\nText\n"


def test_words_in_german(vault: Path, cli: Cli) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    result = cli(vault, "merge", "Ada Lovelace", "A. Byron")
    assert "enthält jetzt beide Notizen" in result.out
    assert "## Aus A. Byron" in (vault / "People/Ada Lovelace.md").read_text()
