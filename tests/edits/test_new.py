"""New notes: names that every system can hold, and no second note of the same person by accident."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits.people import ROWS
from vaultnet.edits.new import plan_new, portable_name, usual_folder
from vaultnet.errors import UsageError
from vaultnet.text.change import FileChange
from vaultnet.text.resolve import key_of

PORTABLE = {
    "Ada Lovelace": "Ada Lovelace",
    "AC/DC": "AC DC",
    'What? "Now": <a|b> [c] #d ^e 5% \\f*': "What Now a b c d e 5 f",
    "  Ada \t Lovelace\n": "Ada Lovelace",
    "Zoe\u0308": "Zoë",
    "...hidden": "hidden",
    "Acme Inc.": "Acme Inc",
    "trailing . . ": "trailing",
    "Ada\u200bLove\u202elace\ufeff": "AdaLovelace",
    "a\u2028b": "a b",
    "CON": "CON_",
    "con.tact": "con_.tact",
    "Con O'Neill": "Con O'Neill",
    "lpt1": "lpt1_",
    "COM¹": "COM¹_",
    "Ben & Jerry's, @home": "Ben & Jerry's, @home",
    "山田太郎 🦭": "山田太郎 🦭",
    "é" * 200: "é" * 94,  # two bytes each; a number and the suffix still fit
}


@pytest.mark.parametrize(("name", "expected"), PORTABLE.items())
def test_a_name_becomes_a_file_name(name: str, expected: str) -> None:
    assert portable_name(name) == expected


@pytest.mark.parametrize("name", ["", "...", "?", "\u200b", " / "])
def test_a_name_without_letters_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="leaves no letters"):
        portable_name(name)


@given(st.text(max_size=300))
def test_any_name_is_portable_or_refused(name: str) -> None:
    try:
        stem = portable_name(name)
    except UsageError:
        return
    assert portable_name(stem) == stem
    assert unicodedata.is_normalized("NFC", stem)
    assert len(f"{stem}.md".encode()) <= 200
    assert not set(stem) & set('<>:"/\\|?*#^[]%')
    assert stem == stem.strip(" ").rstrip(".")
    assert not stem.startswith(".")
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in stem)


PATHS = ("People/Ada Lovelace.md", "People/Zoë.md", "Friends/ben.md", "Daily/2026-06-15.md")


def test_a_new_contact() -> None:
    change = plan_new("contact", "Tom Tell", "---\ntype: contact\n---\n", folder="People/", existing_paths=PATHS)
    assert change == FileChange("People/Tom Tell.md", None, "---\ntype: contact\n---\n", "new contact Tom Tell")
    assert plan_new("goals", "Goals", "", folder="", existing_paths=()).path == "Goals.md"


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("Ada Lovelace", "People/Ada Lovelace.md"),
        ("ADA LOVELACE", "People/Ada Lovelace.md"),
        ("Ada/Lovelace", "People/Ada Lovelace.md"),
        ("Zoe\u0308", "People/Zoë.md"),
        ("zoe", "People/Zoë.md"),
        ("Ben", "Friends/ben.md"),
        ("Bobby", "People/Bob Byron.md"),
    ],
)
def test_whoever_is_there_already_is_refused(name: str, twin: str) -> None:
    with pytest.raises(UsageError, match="is there already") as caught:
        plan_new("contact", name, "", folder="People", existing_paths=PATHS, rows=ROWS[3:6])
    assert twin in caught.value.candidates
    assert caught.value.path == caught.value.candidates[0]


def test_force_finds_a_name_that_no_note_of_the_vault_has() -> None:
    def path(name: str, *more: str) -> str:
        return plan_new("contact", name, "", folder="Work", existing_paths=(*PATHS, *more), rows=ROWS, force=True).path

    assert path("Ada Lovelace") == "Work/Ada Lovelace (2).md"
    assert path("ada lovelace", "ADA LOVELACE (2).md") == "Work/ada lovelace (3).md"
    assert path("Zoe") == "Work/Zoe.md"
    assert path("Bobby") == "Work/Bobby.md"


def test_a_new_note_goes_where_most_of_its_kind_live() -> None:
    assert usual_folder(("B/x.md", "B/y.md", "A/z.md"), "People") == "B"
    assert usual_folder(("B/x.md", "A/z.md"), "People") == "A"
    assert usual_folder(("x.md",), "People") == ""
    assert usual_folder((), "People") == "People"


@given(st.text(min_size=1, max_size=20), st.lists(st.text(min_size=1, max_size=20), max_size=8))
def test_a_forced_note_is_never_the_twin_of_another(name: str, others: list[str]) -> None:
    paths = [f"People/{other}.md" for other in (*others, name)]
    try:
        change = plan_new("contact", name, "", folder="People", existing_paths=paths, force=True)
    except UsageError:
        return
    assert key_of(change.path) not in {key_of(path) for path in paths}
