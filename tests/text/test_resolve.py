import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.resolve import NameIndex, fold_path, key_of, resolve

VAULT = [
    "Ada.md",
    "People/Ben.md",
    "Archive/People/Ben.md",
    "People/Cy.md",
    "Work/Cy.md",
    "Daily/2026-05-02.md",
    "Daily/Di.md",
    "Zoë.md",
    "img/photo.png",
    "a.b.md",
    "x/Straße.md",
]


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("Ada", "Ada.md"),
        ("Ada.md", "Ada.md"),
        ("ADA", "Ada.md"),
        ("Ben", "People/Ben.md"),  # the shortest path
        ("Archive/People/Ben", "Archive/People/Ben.md"),  # the exact path
        ("people/ben", "People/Ben.md"),
        ("le/Ben", None),  # suffixes begin at folders
        ("Cy", "Work/Cy.md"),
        ("Di", "Daily/Di.md"),  # in the note's own folder
        ("./Di", "Daily/Di.md"),
        ("./Ada", None),  # relative links look nowhere else
        ("../Ada", "Ada.md"),
        ("../People/Ben", "People/Ben.md"),
        (".././Daily/../Ada", "Ada.md"),
        ("../../Ada", None),
        ("../", None),
        ("./..", None),
        ("/Ada", "Ada.md"),
        ("/Ben", None),
        ("/", None),
        ("photo.png", "img/photo.png"),
        ("photo", None),
        ("a.b", "a.b.md"),
        (unicodedata.normalize("NFD", "zoë"), "Zoë.md"),
        ("STRASSE", "x/Straße.md"),
        ("Nobody", None),
        ("", "Daily/2026-05-02.md"),
    ],
)
def test_as_obsidian_resolves(link: str, path: str | None) -> None:
    assert resolve(NameIndex(VAULT), link, "Daily/2026-05-02.md") == path


def test_paths_of_one_length_go_by_the_alphabet() -> None:
    assert resolve(NameIndex(["b/N.md", "a/N.md"]), "N", "x.md") == "a/N.md"


def test_the_own_folder_goes_before_shorter_paths() -> None:
    assert resolve(NameIndex(["c/N.md", "a/b/N.md"]), "N", "a/b/x.md") == "a/b/N.md"
    assert (
        resolve(NameIndex(["N.md", "c/N.md", "a/b/N.md"]), "N", "a/b/x.md") == "N.md"
    )  # but not before the exact path


def test_of_two_spellings_the_one_written_is_meant() -> None:
    index = NameIndex(["ada.md", "ADA.md", "Ada.md"])
    assert [resolve(index, name, "x.md") for name in ("ada", "ADA", "Ada")] == ["ada.md", "ADA.md", "Ada.md"]


def test_files_of_one_name_the_shortest_path_first() -> None:
    index = NameIndex(["c/N.md", "b/c/N.md", "a/N.md", "c/N.md", "M.md"])
    assert index.files("n") == ["a/N.md", "c/N.md", "b/c/N.md"]
    assert list(index.files("ada")) == []


def test_keys() -> None:
    assert key_of("People/Ada Lovelace.md") == key_of("../ada lovelace") == "ada lovelace"
    assert key_of("ß/X.md") == "x"


SEGMENT = st.sampled_from(["a", "A", "b", "ß", "SS", "e\u0301", "é", "..", ".", "a.md", "A.MD", "c.png", "", "\u0345"])
LINK = st.lists(SEGMENT, min_size=1, max_size=4).map("/".join)
PATH = st.lists(st.sampled_from(["a", "A", "b", "ß", "ss", "é", "d"]), min_size=1, max_size=3).map(
    lambda s: "/".join(s) + ".md"
)


@given(st.lists(PATH, unique=True), PATH, LINK, PATH)
def test_a_note_changes_nothing_for_links_with_another_key(
    paths: list[str], added: str, link: str, source: str
) -> None:
    before = resolve(NameIndex(paths), link, source)
    after = resolve(NameIndex([*paths, added]), link, source)
    if key_of(link) != key_of(added):
        assert before == after


@given(st.text())
def test_folding_twice_is_folding_once_for_a_key(text: str) -> None:
    assert fold_path(fold_path(text)) == fold_path(text)
