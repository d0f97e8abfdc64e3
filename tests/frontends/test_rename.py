"""`vaultnet rename`: another name, every link kept right, one step to take back."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

VAULT = """
    == People/Ada Byron.md
    ---
    type: contact
    uid: a
    aliases: [Countess]
    spouse: "[[Ada Byron]]"
    ---
    She is [[Ada Byron]], see [the log](Ada%20Byron.md#Log).

    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    introduced-by: [[Ada Byron]]
    friends:
      - "[[People/Ada Byron|Ada]]"
    ---
    `[[Ada Byron]]` and [[ada byron#Log|hers]] and [[Ada Byron]]
    == Archive/Ada Lovelace.md
    The computer language. See [[Ada Lovelace]].
    == Reading.md
    [[Ada Lovelace]]
    == Maps/Network.canvas
    {"nodes":[{"id":"1","type":"file","file":"People/Ada Byron.md"},{"id":"2","type":"text","text":"[[Ada Byron]]"}]}
    == Broken.md
    ---
    a: [
    link: "[[Ada Byron]]"
    ---
"""


def without_times(vault: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(vault).items()}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def test_every_link_follows_and_undo_brings_all_back(vault: Path, cli: Cli) -> None:
    before = without_times(vault)
    shown = cli(vault, "rename", "Ada Byron", "Ada King", "--dry-run")
    assert "+++ b/People/Ada King.md" in shown.out
    assert without_times(vault) == before
    result = cli(vault, "rename", "Ada Byron", "Ada King")
    assert result.out == (
        "People/Ada Byron.md is now People/Ada King.md. `vaultnet undo` takes it back.\n"
        "Links to it changed in 2 notes.\n"
    )
    assert result.err.startswith("Broken.md:2: its links to the old name are left as they are: ")
    after = {path: data.decode() for path, data in without_times(vault).items()}
    assert "People/Ada Byron.md" not in after
    assert after["People/Ada King.md"] == (
        '---\ntype: contact\nuid: a\naliases: [Countess, Ada Byron]\nspouse: "[[Ada King]]"\n---\n'
        "She is [[Ada King]], see [the log](Ada%20King.md#Log).\n\n## Log\n- 2025-11-20 email: the mortality paper\n"
    )
    assert after["People/Ben Okri.md"] == (
        '---\ntype: contact\nintroduced-by: "[[Ada King]]"\nfriends:\n  - "[[People/Ada King|Ada]]"\n---\n'
        "`[[Ada Byron]]` and [[Ada King#Log|hers]] and [[Ada King]]\n"
    )
    assert '"file":"People/Ada King.md"' in after["Maps/Network.canvas"]
    assert '"text":"[[Ada King]]"' in after["Maps/Network.canvas"]
    assert cli(vault, "show", "countess").code == 0
    assert cli(vault, "undo").code == 0
    assert without_times(vault) == before


def test_two_of_one_name_each_keep_their_links(vault: Path, cli: Cli) -> None:
    """Named with its folder it may be called like another; whoever meant that one still means it."""
    refused = cli(vault, "rename", "Ada Byron", "Ada Lovelace")
    assert (refused.code, "Archive/Ada Lovelace.md" in refused.err) == (2, True)
    assert cli(vault, "rename", "Ada Byron", "People/Ada Lovelace").code == 0
    assert (vault / "Reading.md").read_text() == "[[Archive/Ada Lovelace|Ada Lovelace]]\n"
    assert "See [[Ada Lovelace]]." in (vault / "Archive/Ada Lovelace.md").read_text()
    assert "[[People/Ada Lovelace]]" in (vault / "People/Ben Okri.md").read_text().replace("|Ada", "")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Ben Okri",
            "vaultnet: People/Ben Okri.md: there is a note of this name; to make one of two, `vaultnet merge`\n",
        ),
        (
            "ben okri",
            "vaultnet: People/Ben Okri.md: there is a note of this name; to make one of two, `vaultnet merge`\n",
        ),
        ("Ada/../../x", "is no folder of the vault"),
        (".trash/Ada", "is no folder of the vault"),
        ("Ada: a life?", '"Ada a life" can'),
        ("Ada Byron", "is called so already"),
        ("CON", "cannot be a file name"),
    ],
)
def test_names_that_cannot_be(vault: Path, cli: Cli, name: str, words: str) -> None:
    before = snapshot(vault)
    result = cli(vault, "rename", "Ada Byron", name)
    assert (result.code, words in result.err) == (2, True), result.err
    assert result.err.count(".md") <= 1, "a path that is said twice"
    assert snapshot(vault) == before


def test_letters_only_and_folder_only(vault: Path, cli: Cli) -> None:
    assert cli(vault, "rename", "Ada Byron", "ADA Byron").code == 0
    assert "aliases: [Countess]" in (vault / "People/ADA Byron.md").read_text()
    assert "[[ADA Byron]]" in (vault / "People/Ben Okri.md").read_text()
    data = cli(vault, "rename", "ADA Byron", "Friends/ADA Byron", "--json").json()
    assert (data["old"], data["path"]) == ("People/ADA Byron.md", "Friends/ADA Byron.md")
    assert "[[Friends/ADA Byron|Ada]]" in (vault / "People/Ben Okri.md").read_text()
    assert cli(vault, "undo", "2").code == 0
    assert (vault / "People/Ada Byron.md").is_file()


def test_the_open_item_of_a_renamed_contact_stays_one_and_its_tick_counts_once(vault: Path, cli: Cli) -> None:
    cli(vault, "agenda")
    cli(vault, "rename", "Ada Byron", "Ada King")
    note = vault / "Daily/2026-06-15.md"
    renamed = note.read_text()
    assert cli(vault, "agenda").code == 0
    assert note.read_text() == renamed
    assert (renamed.count("[[Ada King]]"), renamed.count("[[Ada Byron]]")) == (1, 0)
    note.write_text(renamed.replace("- [ ] Call [[Ada King]]", "- [x] Call [[Ada King]]"))
    assert "Absorbed 1 touch" in cli(vault, "absorb", today="2026-06-16").out
    assert "- 2026-06-15 call ^vn-" in (vault / "People/Ada King.md").read_text()
    assert cli(vault, "absorb", today="2026-06-16").out == "Nothing new was ticked.\n"


def test_a_promise_in_a_renamed_note_without_uid_is_ticked_by_its_older_copy(vault: Path, cli: Cli) -> None:
    ben = vault / "People/Ben Okri.md"
    ben.write_text(f"{ben.read_text()}\n- [ ] Send him the map\n")
    cli(vault, "agenda")
    cli(vault, "rename", "Ben Okri", "Ben Okafor")
    note = vault / "Daily/2026-06-15.md"
    note.write_text(note.read_text().replace("- [ ] Send him", "- [x] Send him"))
    assert "Kept 1 promise" in cli(vault, "absorb", today="2026-06-16").out
    assert "- [x] Send him the map" in (vault / "People/Ben Okafor.md").read_text()


def test_a_note_that_cannot_be_written_is_not_renamed(vault: Path, cli: Cli) -> None:
    (vault / "Ana.md").write_text("---\ntype: contact\nid: [\n---\n")
    before = snapshot(vault)
    assert cli(vault, "rename", "Ana", "Anna").code == 6
    assert snapshot(vault) == before
    assert cli(vault, "rename", "Nobody", "Anna").code == 1


def test_words_in_german(vault: Path, cli: Cli) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    result = cli(vault, "rename", "Ada Byron", "Ada King")
    assert result.out.startswith("People/Ada Byron.md heißt jetzt People/Ada King.md")
