"""`vaultnet brief` as a person meets it: which note it goes into, what it leaves alone, what it refuses."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

EMEKA = "Meetings/2026-06-16 Coffee with Emeka.md"


@pytest.mark.parametrize("words", [("Emeka",), ("Annelies Vroom",), ("Delta Evening Utrecht",), ("Canal Runners",)])
def test_json_is_what_the_schema_says(cli: Cli, example: Path, words: tuple[str, ...]) -> None:
    before = snapshot(example)
    data = cli(example, "brief", *words, "--stdout", "--json").json()
    assert data["changed"] is True
    assert data["block"].startswith("<!-- vaultnet:brief -->\n")
    assert snapshot(example) == before


@pytest.mark.parametrize("words", ["Emeka", "coffee with emeka", EMEKA, EMEKA.removesuffix(".md"), "[[Emeka Obi]]"])
def test_the_note_of_the_next_meeting_is_found(cli: Cli, example: Path, words: str) -> None:
    assert cli(example, "brief", words, "--stdout", "--json").json()["note"] == EMEKA


def test_it_is_written_once_and_can_be_undone(cli: Cli, example: Path) -> None:
    before = snapshot(example)
    shown = cli(example, "brief", "Emeka", "--dry-run").out
    assert shown.startswith("--- ")
    assert snapshot(example) == before
    written = cli(example, "brief", "Emeka")
    assert f"Wrote {EMEKA}" in written.err
    text = (example / EMEKA).read_text()
    assert text.endswith(f"## Brief\n{written.out}")
    assert all(f"+{line}\n" in shown for line in written.out.splitlines())
    assert "up to date" in cli(example, "brief", "Emeka").err
    assert (example / EMEKA).read_text() == text
    assert cli(example, "undo").out == f"Undone: vaultnet brief Emeka\n  {EMEKA}\n"
    assert snapshot(example)[EMEKA][0] == before[EMEKA][0]


DEBRIEF = "<!-- vaultnet:debrief -->\n- They said: come to Zurich\n<!-- /vaultnet:debrief -->\n"


@pytest.mark.parametrize("place", ["before", "after"])
def test_made_anew_after_the_meeting_nothing_but_its_block_changes(cli: Cli, example: Path, place: str) -> None:
    note = example / EMEKA
    block = cli(example, "brief", "Emeka").out
    around = ("", f"\n{DEBRIEF}\nTyped below.\n") if place == "after" else (DEBRIEF, "\nTyped below.\n")
    head = note.read_text().partition("<!-- vaultnet:brief -->")[0]
    own = block.replace("- 13 May, an e-mail", "- 13 May, a kind e-mail").replace(
        "an introduction\n", "an introduction\n  - ask how she is\n"
    )
    note.write_text(f"{head}{around[0]}{own}{around[1]}")
    log = example / "People" / "Emeka Obi.md"
    log.write_text(log.read_text() + "- 2026-06-16 call: moved the hour\n- 2026-06-20 call: he moves to Basel\n")
    assert cli(example, "brief", "Coffee with Emeka", today="2026-06-21").code == 0
    above, made_anew = note.read_text().split("<!-- vaultnet:brief -->\n")
    assert above == head + around[0]
    assert made_anew.endswith(f"<!-- /vaultnet:brief -->\n{around[1]}")
    assert "  - ask how she is\n" in made_anew
    assert "- 13 May, a kind e-mail" in made_anew
    assert "16 June, a call: moved the hour" in made_anew
    assert "Basel" not in made_anew  # that came later


def test_without_a_meeting_one_is_proposed_which_is_no_touch(cli: Cli, example: Path) -> None:
    result = cli(example, "brief", "Gudrun", "--at", "the bakery: upstairs", "--minutes", "40")
    note = example / "Meetings" / "Coffee with Gudrun Wieser.md"
    assert "says no day yet" in result.err
    text = note.read_text()
    assert text.startswith('---\ntype: meeting\ndate:\nwith:\n  - "[[Gudrun Wieser]]"\nplace: "the bakery: upstairs"\n')
    assert text.endswith("<!-- /vaultnet:brief -->\n\n## Notes\n")
    assert "**To propose** · coffee in person, 40 minutes · the bakery: upstairs\n" in text
    touches = cli(example, "show", "Gudrun", "--json", today="2026-12-01").json()["touches"]
    assert touches[0]["date"] < "2026-06-01"
    assert cli(example, "brief", "Gudrun", "--json").json()["changed"] is False
    dated = cli(example, "brief", "Gudrun", "--date", "2026-06-19", "--kind", "phone call")
    assert f"Wrote {note.relative_to(example)}" in dated.err
    assert "date: 2026-06-19\n" in note.read_text()
    assert "kind: call\n" in note.read_text()
    assert "**The meeting** · 19 June · the bakery: upstairs · 40 minutes\n" in dated.out
    assert "has its day already" in cli(example, "brief", "Gudrun", "--minutes", "20").err


def test_a_day_makes_another_meeting(cli: Cli, example: Path) -> None:
    data = cli(example, "brief", "Emeka", "--date", "2026-07-20", "--kind", "video", "--json").json()
    assert (data["note"], data["is_new"]) == ("Meetings/2026-07-20 Video with Emeka Obi.md", True)
    assert data["meeting"]["day"] == "2026-07-20"
    again = cli(example, "brief", "Emeka", "--date", "2026-07-20", "--json").json()
    assert (again["note"], again["is_new"], again["changed"]) == (data["note"], False, False)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("Ada",), 4, "fits more than one note"),
        (("Nobody Known",), 1, "nobody is called"),
        (("Unclosed Person",), 1, "no closing line"),
        (("Tidemark Risk",), 2, "Organizations/Tidemark Risk.md is no person, meeting, event or group"),
        (("Coffee with Emeka", "--kind", "call"), 2, "is a note already"),
        (("Emeka", "--at", "the piano"), 2, "has its day already"),
        (("Gudrun", "--kind", "email"), 2, '"email" is no kind of meeting: write one of meeting, coffee, lunch'),
        (("Gudrun", "--minutes", "1"), 2, "--minutes"),
        (("Gudrun", "--date", "blursday"), 2, "no date"),
        (("Gudrun", "--date", "yesterday"), 2, "2026-06-14 is past"),
    ],
)
def test_what_cannot_be_meant(cli: Cli, example: Path, words: tuple[str, ...], code: int, says: str) -> None:
    before = snapshot(example)
    result = cli(example, "brief", *words)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert snapshot(example) == before


ODD = """
    == People/Ada.md
    ---
    type: contact
    ---
    == People/Ben.md
    ---
    type: contact
    status: deceased
    ---
    == Meetings/2026-06-20 Walk.md
    ---
    type: meeting
    date: 2026-06-20
    ---
    == Meetings/2026-06-21 Twin.md
    ---
    type: meeting
    date: 2026-06-21
    with: "[[Ada]]"
    status: cancelled
    ---
    == Meetings/2026-05-21 Twin.md
    ---
    type: meeting
    date: 2026-05-21
    with: "[[Ada]]"
    ---
    == Meetings/2026-06-22 Broken.md
    ---
    type: meeting
    date: 2026-06-22
    ---
    <!-- vaultnet:brief -->
    == Meetings/2026-05-23 Hostile.md
    ---
    type: meeting
    date: 2026-05-23
    with: ["[[Ada]]", "Eve <!-- /vaultnet:brief --> ^vn-3f2a9c41"]
    place: "`the --> pier"
    outcome: "<!-- vaultnet:agenda --> ^vn-3f2a9c41"
    ---
    == People/Cy.md
    ---
    type: contact
    ---
    == Meetings/Coffee with Cy.md
    ---
    type: meeting
    date:
    with: "[[Cy]]"
    place: &here the pier
    ---
    <!-- vaultnet:brief -->
    **To propose**
    <!-- /vaultnet:brief -->
    == Meetings/Undated.md
    ---
    type: meeting
    with: "[[Ada]]"
    ---
"""


def test_odd_notes(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", ODD)
    assert "names nobody" in cli(vault, "brief", "Walk").err
    assert "marked as deceased: no meeting is proposed" in cli(vault, "brief", "Ben").err
    assert cli(vault, "brief", "Twin", "--stdout", "--json").json()["meeting"]["day"] == "2026-06-21"
    # Neither a cancelled meeting nor an old note without a day is the next one.
    assert cli(vault, "brief", "Ada", "--stdout", "--json").json()["note"] == "Meetings/Coffee with Ada.md"
    assert cli(vault, "brief", "Twin", today="2026-07-01").code == 4
    unwritable = cli(vault, "brief", "Cy", "--at", "the bakery")
    assert (unwritable.code, "Meetings/Coffee with Cy.md" in unwritable.err) == (6, True)
    # What a note says ends no block and makes no item.
    block = cli(vault, "brief", "Hostile").out
    assert block.count("vaultnet:brief -->") == 2
    assert " ^vn-" not in block
    assert cli(vault, "brief", "Hostile", "--json").json()["changed"] is False
    broken = cli(vault, "brief", "Broken")
    assert broken.code == 6
    assert "Meetings/2026-06-22 Broken.md:5" in broken.err
    assert "**Before you leave**" in broken.err
    assert cli(vault, "brief", "Broken", "--stdout").code == 0


def test_the_agenda_tells_of_the_briefs_of_the_day(cli: Cli, example: Path) -> None:
    (line,) = meeting_lines(cli(example, "agenda", "--stdout", today="2026-06-16").out)
    assert line.endswith(' · brief: `vaultnet brief "Coffee with Emeka"`')
    cli(example, "brief", "Coffee with Emeka", today="2026-06-16")
    (line,) = meeting_lines(cli(example, "agenda", "--stdout", today="2026-06-16").out)
    assert line.endswith(" · the brief is in the note")


def meeting_lines(block: str) -> list[str]:
    return [line for line in block.split("\n") if "2026-06-16 Coffee with Emeka|" in line]


def test_a_title_that_a_shell_would_misread_is_named_by_its_path(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == Meetings/2026-06-15 Costs.md
        ---
        type: meeting
        name: Costs of $HOME
        date: 2026-06-15
        ---
        """,
    )
    assert '`vaultnet brief "Meetings/2026-06-15 Costs.md"`' in cli(vault, "agenda", "--stdout").out


def test_a_vault_in_german(cli: Cli, example: Path) -> None:
    toml = example / "vaultnet.toml"
    toml.write_text(toml.read_text().replace('language = "en"', 'language = "de"'))
    result = cli(example, "brief", "Gudrun", "--kind", "Anruf", "--stdout", "--json")
    data = result.json()
    assert data["note"] == "Meetings/Anruf mit Gudrun Wieser.md"
    assert "**Bevor du gehst** · bitte um Rat, Ideen und Namen\n" in data["block"]
    assert "sagt noch keinen Tag" in result.err


def test_an_empty_folder_knows_nobody(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n")
    assert cli(vault, "brief", "Ada").code == 1


def test_how_long_it_lasts_may_be_a_setting(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [kinds.coffee]
        duration = 45
        == People/Ada.md
        ---
        type: contact
        ---
        == Meetings/Coffee with Ben.md
        ---
        type: meeting
        date: 2026-06-20
        kind: coffee
        with: "[[Ben]]"
        ---
        == People/Ben.md
        ---
        type: contact
        ---
        """,
    )
    proposed = "**To propose** · {}\n"
    assert proposed.format("coffee in person, 45 minutes") in cli(vault, "brief", "Ada", "--dry-run").out
    assert proposed.format("call, 15 to 60 minutes") in cli(vault, "brief", "Ada", "--kind", "call", "--dry-run").out
    longer = cli(vault, "brief", "Ada", "--minutes", "90", "--dry-run").out
    assert proposed.format("coffee in person, 90 minutes") in longer
    assert "45 minutes" not in cli(vault, "brief", "Ben", "--dry-run").out  # settled: its note says how long


def test_a_template_of_ones_own_makes_the_note(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== People/Ada.md\n---\ntype: contact\n---\n")
    assert "## Notes" in cli(vault, "brief", "Ada", "--dry-run").out
    own = vault / ".vaultnet" / "templates" / "meeting.md"
    own.parent.mkdir(parents=True)
    own.write_text(
        "---\ntype: meeting\nwith: {{ people }}\nwhere: the usual table\n---\n"
        "<!-- vaultnet:brief -->\n<!-- /vaultnet:brief -->\nMine.\n"
    )
    assert cli(vault, "trust").code == 0
    block = cli(vault, "brief", "Ada", "--kind", "lunch").out
    text = (vault / "Meetings" / "Lunch with Ada.md").read_text()
    assert "**To propose** · lunch in person, 15 to 60 minutes · the usual table\n" in block
    assert text.endswith(f"---\n{block}Mine.\n")
    assert cli(vault, "brief", "Ada", "--json").json()["changed"] is False
    own.write_text("Just words.\n")
    cli(vault, "undo")
    assert cli(vault, "trust").code == 0
    assert "makes a note that is no meeting" in cli(vault, "brief", "Ada").err


THANKS = """
    == Party.md
    ---
    type: event
    date: 2026-06-20
    attendees: ["[[Ada]]"]
    ---
    == Lunch.md
    ---
    type: meeting
    date: 2026-06-18
    with: "[[Ada]]"
    ---
    == Ada.md
    ---
    type: contact
    uid: ada
    ---
    ## Log
    - 2026-06-12 help: lent me her scales #received
"""


@pytest.mark.parametrize(("words", "open_matter"), [("Party", "say thanks"), ("Lunch", "lent me her scales")])
def test_what_is_ticked_is_absorbed_first(cli: Cli, tmp_path: Path, words: str, open_matter: str) -> None:
    root = make_vault(tmp_path / "vault", THANKS)
    assert cli(root, "agenda").code == 0
    (daily,) = (note for note in root.rglob("2026-06-15.md"))
    ticked = daily.read_text().replace("- [ ] E-mail [[Ada]] · thanks", "- [x] E-mail [[Ada]] · thanks")
    assert "[x]" in ticked
    before = cli(root, "brief", words, "--stdout").out
    daily.write_text(ticked)
    shown = cli(root, "brief", words, "--stdout").out
    log = (root / "Ada.md").read_text()
    assert "thanks" not in log.partition("#received")[2]
    written = cli(root, "brief", words, "--json").json()
    assert (open_matter in before, [touch["contacts"] for touch in written["absorbed"]]) == (True, [["Ada.md"]])
    assert "#thanked" in (root / "Ada.md").read_text()
    assert shown == cli(root, "brief", words, "--stdout").out != before
    if words == "Party":
        assert open_matter not in shown
    assert "Ada.md" in cli(root, "undo").out
