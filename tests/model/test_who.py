"""WHO: what a person may say on the command line, and whom it means."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.errors import AmbiguousName, NothingFound, UsageError, VaultnetError
from vaultnet.model.who import NameRow, build_name_row, find_exactly, find_who, near_names, plain_words
from vaultnet.text.fold import fold

UID = "2f0c1d9a-7a51-4d3c-9d1b-0d5e3a8f6b21"
NAMES = {
    "People/Ada Lovelace.md": ("Ada Lovelace", "The Enchantress", "ada@example.org", UID),
    "People/Ada Byron.md": ("Ada Byron", "Baroness"),
    "People/Byron.md": ("Byron",),
    "People/Tomás Vidal.md": ("Tomás Vidal", "Tom"),
    "People/Tom.md": ("Tom",),
    "People/Thomas Bell.md": ("Thomas Bell", "Bell"),
    "People/Mei-Ling Tan.md": ("Mei-Ling Tan",),
    "People/Anna Berg.md": ("Anna Berg",),
    "People/Joanna Stein.md": ("Joanna Stein",),
    "People/@Jasper Noordhof.md": ("Jasper Noordhof", "@Jasper Noordhof"),
    "Work/Sam.md": ("Sam",),
    "Home/Sam.md": ("Sam",),
    "Zoë O'Brien.md": ("Zoë O'Brien",),
}
ROWS = tuple(build_name_row(fold(name), path, names[0], UID) for path, names in NAMES.items() for name in names)

FOUND = """
    Ada Lovelace                 People/Ada Lovelace.md      the name
    ada lovelace                 People/Ada Lovelace.md      case does not matter
    [[Ada Lovelace]]             People/Ada Lovelace.md      as a link
    [[Ada Lovelace|Ada]]         People/Ada Lovelace.md
    the enchantress              People/Ada Lovelace.md      an alias
    ADA@example.org              People/Ada Lovelace.md      an e-mail address
    2f0c1d9a-7a51-4d3c-9d1b-0d5e3a8f6b21            People/Ada Lovelace.md    a uid
    urn:uuid:2F0C1D9A-7a51-4d3c-9d1b-0d5e3a8f6b21   People/Ada Lovelace.md    as vCards have it
    People/Ada Lovelace.md       People/Ada Lovelace.md      a path
    People/Ada Lovelace          People/Ada Lovelace.md      without .md
    people/ada lovelace          People/Ada Lovelace.md      in any case
    Work/Sam                     Work/Sam.md
    Ada Lovelace.md              People/Ada Lovelace.md      the end of a path
    tomas vidal                  People/Tomás Vidal.md       accents do not matter
    Tomás Vidal                 People/Tomás Vidal.md       nor how they are made
    tom                          People/Tom.md               a name goes before an alias
    bell                         People/Thomas Bell.md
    byron                        People/Byron.md             a name goes before a part
    vidal                        People/Tomás Vidal.md       a whole word
    anna                         People/Anna Berg.md         a whole word goes before Jo-anna
    love                         People/Ada Lovelace.md      the beginning of a word
    noord                        People/@Jasper Noordhof.md
    ling tan                     People/Mei-Ling Tan.md      whatever stands between the words
    mei tan                      People/Mei-Ling Tan.md      words may be left out
    o brien                      Zoë O'Brien.md
    velac                        People/Ada Lovelace.md      any part, if it is the only one
"""


def table(text: str) -> list[tuple[str, str]]:
    rows = (re.split(r" {2,}", line.strip()) for line in text.strip().splitlines())
    return [(row[0], row[1]) for row in rows if len(row) > 1 and row[1].endswith(".md")]


@pytest.mark.parametrize(("who", "path"), table(FOUND))
def test_who_is_found(who: str, path: str) -> None:
    assert find_who(who, ROWS) == path


@pytest.mark.parametrize(
    ("who", "candidates"),
    [
        ("ada", ("People/Ada Byron.md", "People/Ada Lovelace.md")),
        ("Sam", ("Home/Sam.md", "Work/Sam.md")),
        ("stei", ("People/Joanna Stein.md",)),
        ("an", ("People/Anna Berg.md",)),
    ],
)
def test_what_fits_several_notes_is_refused_with_all_of_them(who: str, candidates: tuple[str, ...]) -> None:
    if len(candidates) == 1:
        assert (find_who(who, ROWS),) == candidates
        return
    with pytest.raises(AmbiguousName) as caught:
        find_who(who, ROWS)
    assert caught.value.candidates == candidates


def test_nobody_of_that_name_names_who_is_near() -> None:
    with pytest.raises(NothingFound, match='nobody is called "Lovelance": did you mean Ada Lovelace') as caught:
        find_who("Lovelance", ROWS)
    assert caught.value.candidates == ("People/Ada Lovelace.md",)
    with pytest.raises(NothingFound, match=r'nobody is called "Xaver Quill"$') as caught:
        find_who("Xaver Quill", ROWS)
    assert caught.value.candidates == ()


@pytest.mark.parametrize("who", ["", "  ", "[[]]", "\u0301"])
def test_nobody_at_all_is_no_question(who: str) -> None:
    with pytest.raises(UsageError, match="say who"):
        find_who(who, ROWS)


def test_signs_alone_are_nobody() -> None:
    with pytest.raises(NothingFound):
        find_who("?!", ROWS)


def test_an_exact_name_may_be_a_name_or_an_alias_of_several() -> None:
    assert find_exactly("sam", ROWS) == ("Home/Sam.md", "Work/Sam.md")
    assert find_exactly("Tom", ROWS) == ("People/Tom.md",)
    assert find_exactly("bell", ROWS) == ("People/Thomas Bell.md",)
    assert find_exactly("ada@example.org", ROWS) == ()


def test_rows_of_the_index_know_what_they_are() -> None:
    roles = {row.key: row.role for row in ROWS}
    assert roles["ada lovelace"] == "name"
    assert roles["@jasper noordhof"] == "name"
    assert roles["the enchantress"] == "alias"
    assert roles["ada@example.org"] == "email"
    assert roles[UID] == "uid"
    assert build_name_row("x", "A.md", "A").role == "alias"


def test_twenty_thousand_names_take_no_time() -> None:
    rows = [NameRow(f"person {number} name{number * 7919 % 10_000}", f"{number}.md", "x") for number in range(20_000)]
    began = time.perf_counter()
    with pytest.raises(NothingFound):
        find_who("nobody at all", rows)
    assert find_who("person 77 ", rows) == "77.md"
    assert time.perf_counter() - began < 3  # a third of a second on a plain machine


def meant(who: str) -> set[str]:
    """The path that is found, or all that are named in the refusal."""
    try:
        return {find_who(who, ROWS)}
    except VaultnetError as refusal:
        return set(refusal.candidates)


@given(st.text(max_size=30))
def test_any_text_is_found_or_refused(who: str) -> None:
    assert meant(who) <= set(NAMES)


@given(st.sampled_from([row for row in ROWS if row.role != "alias"]))
def test_every_name_finds_its_own_note_or_is_refused(row: NameRow) -> None:
    assert row.path in meant(row.key.upper())


def test_words_of_a_name() -> None:
    assert plain_words("O'Brien,  Mei-Ling") == "o brien mei ling"
    assert [row.path for row in near_names("Joana", ROWS)] == ["People/Joanna Stein.md"]
