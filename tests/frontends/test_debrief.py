"""`vaultnet debrief`: which meeting is meant, what the command shows, and that everything can be taken back."""

import re
from pathlib import Path

import pytest

from tests.edits.debriefing import answer
from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

NOTE = "Meetings/2026-06-16 Coffee with Emeka.md"
NEXT_DAY = "2026-06-17"


def fill(vault: Path) -> None:
    answer(vault, "What was said", " he runs the unit alone", path=NOTE)
    answer(vault, "anything I can do", " a word about the Delft lab by Friday", path=NOTE)
    answer(vault, "Names I got", " Hana Novak (trainee), Amira Haddad", path=NOTE)
    answer(vault, "thanks for", "", path=NOTE)
    answer(vault, "comes next", " lunch in 3 weeks", path=NOTE)


def test_the_example_from_the_question_to_the_answers(cli: Cli, example: Path) -> None:
    asked = cli(example, "debrief", "Emeka", today="2026-06-16")
    assert asked.out.startswith("<!-- vaultnet:debrief -->\n")
    assert asked.err == f"Wrote {NOTE}\n"
    fill(example)
    known = cli(example, "debrief", "Emeka", today=NEXT_DAY)
    assert known.out.partition("<!-- /vaultnet:debrief -->\n")[2] == (
        "\nWhat came of it\n"
        "  New names  Hana Novak\n"
        "  Known      Amira Haddad\n"
        "  Promised   Emeka Obi: a word about the Delft lab by Friday, 2026-06-19\n"
        "             Emeka Obi: lunch in 3 weeks, 2026-07-07\n"
        "  Thanked    Emeka Obi, 2026-06-16\n"
    )
    assert f"Absorbed 1 touch into {NOTE}, " in known.err


def test_json(cli: Cli, example: Path) -> None:
    found = cli(example, "debrief", "Emeka", "--json", today="2026-06-16").json()
    assert (found["note"], found["date"], found["kind"], found["changed"]) == (NOTE, "2026-06-16", "meeting", True)
    assert {row["state"] for row in found["questions"]} == {"open"}
    assert (found["names"], found["promises"], found["next"]) == ([], [], [])
    fill(example)
    answer(example, "comes next", "\n- in 4 weeks\n- call 10/9", path=NOTE)
    answer(example, "Names I got", "\n- somebody else", path=NOTE)
    found = cli(example, "debrief", "Emeka", "--json", today=NEXT_DAY).json()
    states = [(row["question"], row["state"]) for row in found["questions"]]
    assert states == [
        ("said", "done"), ("offer", "done"), ("names", "done"), ("names", "answered"), ("thanks", "done"),
        ("next", "done"), ("next", "done"), ("next", "answered"),
    ]  # fmt: skip
    assert [(row["name"], row["is_new"]) for row in found["names"]] == [("Hana Novak", True), ("Amira Haddad", False)]
    assert [(row["name"], row["due"]) for row in found["promises"]] == [
        ("Emeka Obi", "2026-06-19"),
        ("Emeka Obi", "2026-07-07"),
    ]
    assert [(row["name"], row["date"]) for row in found["next"]] == [("Emeka Obi", "2026-07-14")]
    assert [(row["name"], row["thanked"]) for row in found["thanks"]] == [("Emeka Obi", "2026-06-16")]
    assert [touch["tags"] for touch in found["absorbed"]] == [["thanked"]]


def test_a_dry_run_shows_what_the_real_run_writes(cli: Cli, example: Path) -> None:
    cli(example, "debrief", "Emeka", today="2026-06-16")
    fill(example)
    before = snapshot(example)
    for command in (("debrief", "Emeka"), ("absorb",), ("agenda",)):
        shown = cli(example, *command, "--dry-run", today=NEXT_DAY)
        assert "+++ b/People/Hana Novak.md" in shown.out
        assert "+- [ ] A word about the Delft lab 📅 2026-06-19 ^vn-" in shown.out
        assert "+- 2026-06-16 email: #thanked ^vn-" in shown.out
    assert cli(example, "debrief", "Emeka", "--stdout", today=NEXT_DAY).out.count("⤷ [[Emeka Obi]]") == 2
    assert snapshot(example) == before


@pytest.mark.parametrize("command", [("absorb",), ("agenda",), ("debrief", "Emeka")], ids=" ".join)
def test_every_command_that_absorbs_does_and_undo_takes_it_back(
    cli: Cli, example: Path, command: tuple[str, ...]
) -> None:
    cli(example, "debrief", "Emeka", today="2026-06-16")
    fill(example)
    before = {path: data for path, (data, _) in snapshot(example).items()}
    cli(example, *command, today=NEXT_DAY)
    emeka = example / "People" / "Emeka Obi.md"
    after = emeka.read_text()
    assert "A word about the Delft lab" in after
    assert (example / "People" / "Hana Novak.md").exists()
    assert "is ticked there is absorbed again" in cli(example, "undo", today=NEXT_DAY).err
    taken_back = snapshot(example)
    assert {path: taken_back[path][0] for path in before} == before
    assert not (example / "People" / "Hana Novak.md").exists()
    cli(example, *command, today=NEXT_DAY)
    assert emeka.read_text() == after


def test_absorb_tells_what_it_noted(cli: Cli, example: Path) -> None:
    cli(example, "debrief", "Emeka", today="2026-06-16")
    fill(example)
    answer(example, "comes next", "\n- in 4 weeks", path=NOTE)
    said = cli(example, "absorb", today=NEXT_DAY).out
    assert said.startswith("Absorbed 1 touch\nNoted 2 promises\nNoted 2 names\nNoted 1 next step\n")
    found = cli(example, "absorb", "--json", today=NEXT_DAY).json()
    assert (found["gained"], found["changed"]) == ([], [])


def test_the_review_names_whom_a_meeting_brought(cli: Cli, example: Path) -> None:
    cli(example, "debrief", "Emeka", today="2026-06-16")
    fill(example)
    cli(example, "absorb", today=NEXT_DAY)
    review = cli(example, "review", "--stdout", today=NEXT_DAY).out
    assert re.search(r"Hana Novak.*Emeka Obi", review)


VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    ---
    == People/Ada Byron.md
    ---
    type: contact
    ---
    == People/Torn.md
    ---
    type: contact
    == Meetings/2026-06-10 Lunch.md
    ---
    type: meeting
    date: 2026-06-10
    with: "[[Ada Lovelace]]"
    ---
    == Meetings/2026-06-12 Walk.md
    ---
    type: meeting
    date: 2026-06-12
    time: "10:00"
    with: "[[Ada Lovelace]]"
    ---
    == Meetings/2026-06-12 Talk.md
    ---
    type: meeting
    date: 2026-06-12
    time: "14:00"
    with: "[[Ada Lovelace]]"
    ---
    == Meetings/2026-06-14 Off.md
    ---
    type: meeting
    date: 2026-06-14
    status: cancelled
    with: "[[Ada Lovelace]]"
    ---
    == Meetings/2026-06-20 Ahead.md
    ---
    type: meeting
    date: 2026-06-20
    with: "[[Ada Lovelace]]"
    ---
    == Meetings/2026-06-20 Lunch.md
    ---
    type: meeting
    date: 2026-06-20
    ---
    == Meetings/Some day.md
    ---
    type: meeting
    with: "[[Ada Byron]]"
    ---
"""
WANTED = [
    ("Ada Lovelace", "Meetings/2026-06-12 Talk.md"),  # the newest up to today; of two on a day the later
    ("Walk", "Meetings/2026-06-12 Walk.md"),
    ("[[2026-06-20 Ahead]]", "Meetings/2026-06-20 Ahead.md"),
    ("Meetings/2026-06-10 Lunch.md", "Meetings/2026-06-10 Lunch.md"),
    ("Lunch", "Meetings/2026-06-10 Lunch.md"),  # the one that is past
    ("2026-06-12 Wal", "Meetings/2026-06-12 Walk.md"),
]


@pytest.mark.parametrize(("words", "path"), WANTED)
def test_which_meeting_is_meant(cli: Cli, tmp_path: Path, words: str, path: str) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    assert cli(vault, "debrief", words, "--json").json()["note"] == path


REFUSED = [
    ("Ada", 4, "fits more than one note"),
    ("Nobody", 1, 'nobody is called "Nobody"'),
    ("Ada Byron", 1, "no note of a meeting with Ada Byron up to today: `vaultnet new meeting` makes one"),
    ("Some day", 2, "does not say when it was: write its day under `date`"),
    ("Off", 2, "was cancelled: there is nothing to look back on"),
    ("Torn", 1, "People/Torn.md:1: "),
]


@pytest.mark.parametrize(("words", "code", "told"), REFUSED)
def test_what_is_refused(cli: Cli, tmp_path: Path, words: str, code: int, told: str) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    before = snapshot(vault)
    result = cli(vault, "debrief", words)
    assert (result.code, told in result.err) == (code, True), result.err
    assert snapshot(vault) == before


def test_a_broken_meeting_brings_the_block_to_paste(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    with (vault / "Meetings" / "2026-06-12 Walk.md").open("a") as note:
        note.write("<!-- vaultnet:brief -->\n")
    result = cli(vault, "debrief", "Walk")
    assert result.code == 6
    assert "the block brief has no end" in result.err
    assert "to paste:\n<!-- vaultnet:debrief -->\n" in result.err


@pytest.mark.parametrize("first", ["brief", "debrief"])
def test_brief_and_debrief_stand_in_one_note_in_any_order(cli: Cli, example: Path, first: str) -> None:
    second = "debrief" if first == "brief" else "brief"
    for command in (first, second):
        assert cli(example, command, NOTE, today="2026-06-16").code == 0
    fill(example)
    cli(example, "absorb", today=NEXT_DAY)
    before = (example / NOTE).read_text()
    for command in (first, second, first):
        assert cli(example, command, NOTE, today="2026-06-16").code == 0
    after = (example / NOTE).read_text()
    block = re.compile(r"<!-- vaultnet:debrief -->.*?<!-- /vaultnet:debrief -->", re.DOTALL)
    assert block.findall(after) == block.findall(before)
    assert after.count("<!-- vaultnet:brief -->") == after.count("<!-- vaultnet:debrief -->") == 1
    assert len((example / "People" / "Emeka Obi.md").read_text().split("Delft lab")) == 2


def test_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT + '    == vaultnet.toml\n    [vault]\n    language = "de"\n')
    cli(vault, "debrief", "Lunch", today="2026-06-10")
    path = "Meetings/2026-06-10 Lunch.md"
    answer(vault, "Kann ich etwas", " den Aufsatz schicken bis Freitag", path=path)
    answer(vault, "Neue Namen", " Hana Novak und Petr Veselý", path=path)
    answer(vault, "Was kam zur Sprache", " sie zieht um", path=path)
    answer(vault, "Was folgt", " in 3 Wochen", path=path)
    answer(vault, "danke für das Treffen", "", path=path)
    said = cli(vault, "absorb").out
    assert said.startswith("1 Eintrag übernommen\n1 Versprechen notiert\n2 Namen notiert\n1 nächster Schritt notiert\n")
    ada = (vault / "People" / "Ada Lovelace.md").read_text()
    assert "- [ ] Den Aufsatz schicken 📅 2026-06-12 ^vn-" in ada
    assert "next-contact: 2026-07-01" in ada
    assert "#bedankt" in ada
    shown = cli(vault, "debrief", "Lunch").out
    assert re.search(
        r"Was daraus geworden ist\n  Neue Namen +Hana Novak\n +Petr Veselý\n  Versprochen +Ada Love", shown
    )
    assert 'met-at: "[[2026-06-10 Lunch]]"' in (vault / "People" / "Hana Novak.md").read_text()


def test_watch_absorbs_it_too(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    cli(vault, "debrief", "Walk")
    answer(vault, "anything I can do", " the paper", path="Meetings/2026-06-12 Walk.md")
    from tests.vaults import open_vault
    from vaultnet.app.tend import tend

    with open_vault(vault) as workspace:
        tended = tend(workspace, ("vaultnet", "watch"), lambda _path: 0.0, create=False)
    assert "People/Ada Lovelace.md" in tended.paths
    assert "- [ ] The paper 📅 2026-06-19 ^vn-" in (vault / "People" / "Ada Lovelace.md").read_text()
