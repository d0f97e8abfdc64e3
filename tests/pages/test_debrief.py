"""Debriefs of the example vault: golden pages, to be read as one would on a phone; and whom they ask about."""

import re
from pathlib import Path

import pytest

from tests.edits.debriefing import answer, ask, run_absorb
from tests.vaults import make_example, make_vault, open_vault
from vaultnet.app.debrief import generate_debrief
from vaultnet.app.generate import generate_agenda
from vaultnet.edits.daily_note import daily_note_path

GOLDEN = Path(__file__).parent / "golden"
# name of the page -> words of the command, and the day on which it is run
PAGES = {
    "debrief-one": ("Emeka", "2026-06-16"),
    "debrief-thanks-on-agenda": ("Emeka", "2026-06-17"),
    "debrief-two": ("Colloquium at Waterlijn", "2026-05-28"),
    "debrief-event": ("2026-06-25 Delta Evening Utrecht", "2026-06-25"),
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("pages") / "example")


def block_of(root: Path, words: str, day: str) -> str:
    with open_vault(root, day) as workspace:
        return generate_debrief(workspace, words, only_print=True).block


def assert_golden(name: str, block: str, *, update: bool) -> None:
    golden = GOLDEN / name
    if update:
        golden.write_text(block)
    assert block == golden.read_text()


@pytest.mark.parametrize("name", PAGES)
def test_golden_pages(example: Path, name: str, update: bool) -> None:
    assert_golden(f"{name}.md", block_of(example, *PAGES[name]), update=update)


def test_golden_german_page(tmp_path: Path, update: bool) -> None:
    root = make_example(tmp_path / "example")
    toml = root / "vaultnet.toml"
    toml.write_text(toml.read_text().replace('language = "en"', 'language = "de"'))
    assert_golden("de/debrief.md", block_of(root, "Emeka", "2026-06-16"), update=update)


VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    ---
    == People/Ben Okri.md
    ---
    type: contact
    paused: true
    ---
    == Meetings/2026-06-15 Coffee with Ada.md
    ---
    type: meeting
    date: 2026-06-15
    with: ["[[Ada Lovelace]]"]
    ---
    == Meetings/2026-06-14 Walk.md
    ---
    type: meeting
    date: 2026-06-14
    with: ["[[Ben Okri]]", "Somebody Else"]
    ---
    == Meetings/2026-06-13 Stranger.md
    ---
    type: meeting
    date: 2026-06-13
    with: "Somebody Else"
    ---
"""


def thanks_on(vault: Path, day: str) -> tuple[bool, bool]:
    """Whether the debrief asks for thanks to Ada, and whether the agenda of the same day does."""
    debrief = block_of(vault, "Coffee with Ada", day)
    with open_vault(vault, day) as workspace:
        agenda = generate_agenda(workspace, workspace.today, only_print=True).block
    return "- [ ] Message [[Ada Lovelace]] · thanks for the meeting" in debrief, re.search(
        r"^- \[ \].*thanks for \[\[", agenda, re.MULTILINE
    ) is not None


def test_thanks_are_asked_for_in_one_place_a_day(tmp_path: Path) -> None:
    """On the day itself here, from the next working day on by the agenda."""
    vault = make_vault(tmp_path / "vault", VAULT + '    == vaultnet.toml\n    [thanks]\n    kind = "message"\n')
    assert thanks_on(vault, "2026-06-15") == (True, False)
    assert thanks_on(vault, "2026-06-16") == (False, True)
    assert "Thanks to [[Ada Lovelace]] stand on today's agenda." in block_of(vault, "Coffee with Ada", "2026-06-16")


@pytest.mark.parametrize("place", ["debrief", "agenda"])
def test_thanks_in_one_place_settle_the_other(tmp_path: Path, place: str) -> None:
    vault = make_vault(tmp_path / "vault", VAULT + '    == vaultnet.toml\n    [thanks]\n    kind = "message"\n')
    if place == "debrief":
        ask(vault)
        answer(vault, "thanks for", "")
        run_absorb(vault)
    else:
        with open_vault(vault, "2026-06-16") as workspace:
            page = generate_agenda(workspace, workspace.today, absorb_as=("agenda",))
            assert page.change
            note = vault / daily_note_path(workspace.config.daily, workspace.today, workspace.config.rules.locale)
            workspace.apply((page.change,), ("agenda",))
        lines = note.read_text().split("\n")
        note.write_text("\n".join(x.replace("[ ]", "[x]") if "thanks for [[" in x else x for x in lines))
        run_absorb(vault)
    for day in ("2026-06-16", "2026-06-17"):
        assert thanks_on(vault, day) == (False, False)


def test_thanks_left_open_are_the_agendas(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    before = thanks_on(vault, "2026-06-16")
    ask(vault)
    assert thanks_on(vault, "2026-06-16") == before == (False, True)


def test_who_is_left_in_peace_is_not_thanked_and_whoever_has_no_note_is_not_asked_about(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    walk = block_of(vault, "Walk", "2026-06-14")
    assert walk.count("[[Ben Okri]]") == 1
    assert "thanks for" not in walk
    assert "Somebody Else" not in walk
    stranger = block_of(vault, "Stranger", "2026-06-13")
    assert '"Is there anything I can do for you?" (link whom)' in stranger
