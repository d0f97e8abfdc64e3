"""Walking a vault: every note, nothing else, and no way out."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan, folder_digest
from vaultnet.storage.vault_root import find_root


def put(vault: Path, *paths: str) -> None:
    for path in paths:
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_text("x\n")


def kinds(found: Scan) -> dict[str, str]:
    return {f"{folder}/{file.name}" if folder else file.name: file.kind for folder, file in found.files()}


def rules(found: Scan) -> list[tuple[str, str]]:
    return sorted((one.path, one.problem.rule) for one in found.problems)


def test_an_empty_vault(vault: Path) -> None:
    assert scan(vault) == Scan({"": []}, [], [], {"": 0}, {}, [])


def test_notes_with_their_stamps(vault: Path) -> None:
    put(vault, "A.md", "People/Ada.MD", "People/Deep/Er/B.markdown", "picture.png", "People/list.txt")
    found = scan(vault)
    assert list(found.folders) == ["", "People", "People/Deep", "People/Deep/Er"]
    assert kinds(found) == dict.fromkeys(["A.md", "People/Ada.MD", "People/Deep/Er/B.markdown"], "note")
    status = (vault / "A.md").stat()
    (file,) = found.folders[""]
    assert file == ("A.md", 1, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, "note")
    assert found.problems == []


def test_other_files_when_asked(vault: Path) -> None:
    put(vault, "A.md", "img/picture.png", ".obsidian/app.json")
    assert kinds(scan(vault, with_files=True)) == {"A.md": "note", "img/picture.png": "file"}


def test_hidden_folders_and_node_modules_are_not_entered(vault: Path) -> None:
    put(
        vault,
        ".git/a.md",
        ".obsidian/a.md",
        ".trash/a.md",
        ".hidden.md",
        "node_modules/x/README.md",
        "web/node_modules/R.md",
    )
    put(vault, "A.md")
    assert kinds(scan(vault)) == {"A.md": "note"}


def test_ignored_notes_are_listed_but_not_read(vault: Path) -> None:
    put(
        vault,
        "A.md",
        "Archive/Old.md",
        "Archive/Deep/Older.md",
        "Templates/Person.md",
        "x/Draft.tmp.md",
        "x/Keep.tmp.md",
    )
    found = scan(
        vault, compile_ignore(["Archive/", "*.tmp.md", "!Keep.tmp.md", "!Old.md"]), template_folders=["Templates"]
    )
    assert kinds(found) == {
        "A.md": "note", "x/Keep.tmp.md": "note", "Archive/Old.md": "ignored", "Archive/Deep/Older.md": "ignored",
        "Templates/Person.md": "ignored", "x/Draft.tmp.md": "ignored",
    }  # fmt: skip
    assert all(file.read == (file.kind == "note") for _, file in found.files())


CONFLICTS = [
    "Ada.sync-conflict-20260502-101112-ABCDEFG.md",
    "Ada (Bob's conflicted copy 2026-05-02).md",
    "Ada (conflicted copy 2026-05-02 101112).md",
    "Ada (Conflicted copy phone 202605021011).md",
    "Ada (Case Conflict).md",
    "Ada_conflict-20260502-101112.md",
    "Ada 2.md",
    "Ada.md.orig",
    "Ada_BACKUP_4711.md",
    "Ada_REMOTE_4711.md",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_conflict_copies(vault: Path, name: str) -> None:
    put(vault, "People/Ada.md", f"People/{name}")
    assert kinds(scan(vault)) == {"People/Ada.md": "note", f"People/{name}": "conflict"}


@pytest.mark.parametrize(
    "name", ["Sprint 2.md", "Conflict of interest.md", "Ada (2).md", "A_BASE_camp.md", "conflict.md"]
)
def test_names_that_only_look_alike(vault: Path, name: str) -> None:
    put(vault, name)
    assert kinds(scan(vault)) == {name: "note"}


def test_symlinks(vault: Path, tmp_path: Path) -> None:
    put(tmp_path, "outside/Secret.md")
    put(vault, "People/Ada.md", ".store/Bob.md")
    (vault / "Link.md").symlink_to("People/Ada.md")
    (vault / "Bob.md").symlink_to(".store/Bob.md")
    (vault / "Out.md").symlink_to(tmp_path / "outside/Secret.md")
    (vault / "Broken.md").symlink_to("nowhere.md")
    (vault / "Loop.md").symlink_to("Loop.md")
    (vault / "People/Up").symlink_to("..")
    (vault / "Outside").symlink_to(tmp_path / "outside")
    os.mkfifo(vault / "Pipe.md")
    found = scan(vault)
    assert kinds(found) == {"People/Ada.md": "note", "Link.md": "link", "Bob.md": "note"}
    assert rules(found) == [
        ("Broken.md", "symlink-broken"),
        ("Loop.md", "symlink-broken"),
        ("Out.md", "symlink-leaves-vault"),
        ("Outside", "symlink-leaves-vault"),
        ("People/Up", "symlink-folder"),
    ]


def test_a_vault_reached_by_a_symlink(vault: Path, tmp_path: Path) -> None:
    put(vault, "People/Ada.md")
    (vault / "Link.md").symlink_to("People/Ada.md")
    (tmp_path / "notes").symlink_to(vault)
    assert kinds(scan(tmp_path / "notes")) == {"People/Ada.md": "note", "Link.md": "link"}


def test_names_that_are_no_utf8(vault: Path) -> None:
    put(vault, "A.md", "É.md")
    Path(os.fsdecode(os.fsencode(vault) + b"/Ren\xe9.md")).write_text("x")
    Path(os.fsdecode(os.fsencode(vault) + b"/Caf\xe9")).mkdir()
    found = scan(vault)
    assert kinds(found) == {"A.md": "note", "É.md": "note"}
    assert [rule for _, rule in rules(found)] == ["name-not-utf8"] * 2
    assert all(one.path.isascii() for one in found.problems)


def test_twins(vault: Path) -> None:
    name = "René.md"
    put(vault, "Ada.md", "ada.md", "Bob\n.md", "x/y.md", "X/y.md")
    put(vault, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
    found = scan(vault)
    assert len(list(found.files())) == 7
    assert sorted(unicodedata.normalize("NFC", path) for path, _ in rules(found)) == [name, "ada.md", "x"]
    assert {rule for _, rule in rules(found)} == {"name-twins"}


def test_placeholders(vault: Path) -> None:
    put(vault, "Here.md", "People/.Ada.md.icloud", "People/.picture.png.icloud", "Empty.md")
    (vault / "Empty.md").write_text("")
    with (vault / "Sparse.md").open("wb") as stream:
        stream.truncate(5000)
    found = scan(vault)
    assert kinds(found) == {
        "Here.md": "note",
        "Empty.md": "note",
        "Sparse.md": "elsewhere",
        "People/Ada.md": "elsewhere",
    }
    assert rules(found) == [("People/Ada.md", "note-elsewhere"), ("Sparse.md", "note-elsewhere")]


def test_a_file_system_that_counts_no_blocks(vault: Path) -> None:
    for name in ("A.md", "People/B.md"):
        put(vault, name)
        (vault / name).write_text("")
        os.truncate(vault / name, 100)
    found = scan(vault)
    assert (kinds(found), found.problems) == ({"A.md": "note", "People/B.md": "note"}, [])
    assert all(file.read for _, file in found.files())


def test_leftovers_of_a_kill(vault: Path) -> None:
    put(vault, "People/.vn~0123456789ab", "People/.vn~other")
    assert scan(vault).leftovers == ["People/.vn~0123456789ab"]


def test_what_vanishes_or_cannot_be_read_does_not_stop_the_walk(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(vault, "A.md", "Locked/B.md", "Gone.md")
    real_open, real_scandir = os.open, os.scandir

    def open_(path: str, *rest: int) -> int:
        if path.endswith("/Locked"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *rest)

    class Listing:
        def __init__(self, fd: int) -> None:
            self.entries = list(real_scandir(fd))

        def __enter__(self) -> list[os.DirEntry[str]]:
            (vault / "Gone.md").unlink(missing_ok=True)
            return self.entries

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "scandir", Listing)
    found = scan(vault)
    assert kinds(found) == {"A.md": "note"}
    assert rules(found) == [("Locked", "folder-unreadable")]


def test_find_root(tmp_path: Path) -> None:
    deep = tmp_path / "notes/People/Deep"
    deep.mkdir(parents=True)
    assert find_root(deep) is None
    (tmp_path / ".git").mkdir()
    assert find_root(deep) == tmp_path
    (tmp_path / "notes/.obsidian").mkdir()
    assert find_root(deep) == tmp_path / "notes"
    (tmp_path / "vaultnet.toml").touch()
    assert find_root(deep) == tmp_path / "notes"
    assert find_root(tmp_path) == tmp_path


def test_a_scan_is_a_value(vault: Path) -> None:
    put(vault, "A.md")
    assert scan(vault) == scan(vault)
    assert scan(vault)._replace(problems=[]) == scan(vault)


def _digests(found: Scan) -> dict[str, int]:
    return {folder: found.digest(folder) for folder in found.folders}


def test_a_walk_that_knows_the_digests_makes_no_value_of_what_is_as_it_was(vault: Path) -> None:
    put(vault, "A.md", "People/Ada.md", "People/Über.md", "Odd/B.markdown", "img/picture.png", ".obsidian/app.json")
    known = _digests(scan(vault))
    found = scan(vault, known=known)
    assert found.unchanged == {"": 1, "People": 2, "img": 0}
    assert _digests(found) == {"Odd": known["Odd"]}, "what is not plainly a note is looked at one by one"
    assert found.file_count() == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda vault: (vault / "People/Ada.md").write_text("longer\n"),
        lambda vault: os.utime(vault / "People/Ada.md"),
        lambda vault: (vault / "People/Ada.md").unlink(),
        lambda vault: (vault / "People/Ada.md").rename(vault / "People/Bob.md"),
        lambda vault: (vault / "People/Ada 2.md").write_text("x\n"),
        lambda vault: os.replace(vault / "A.md", vault / "People/Ada.md"),  # noqa: PTH105
        lambda vault: (vault / "People/link.md").symlink_to("Ada.md"),
        lambda vault: (vault / "People/.Ada.md.icloud").write_text("x\n"),
    ],
)
def test_a_walk_that_knows_the_digests_sees_every_change(vault: Path, change: Callable[[Path], object]) -> None:
    put(vault, "A.md", "B.md", "People/Ada.md", "People/Cy.md", "Other/D.md")
    known = _digests(scan(vault))
    change(vault)
    whole, found = scan(vault), scan(vault, known=known)
    assert "People" in found.folders
    assert found.folders["People"] == whole.folders["People"]
    assert "Other" in found.unchanged
    assert all(found.digest(folder) == whole.digest(folder) for folder in found.folders)


def test_two_files_that_changed_names_have_another_digest() -> None:
    """Also where renaming leaves a file's stamp as it was, as on FAT."""
    one, other = (812, 1_780_000_000, 1_780_000_000, 1311), (640, 1_770_000_000, 1_770_000_000, 1312)
    assert folder_digest(7, [one, other]) == folder_digest(7, [one, other]) != folder_digest(7, [other, one])


def test_a_symlink_to_a_note_in_a_folder_that_is_as_it_was(vault: Path) -> None:
    put(vault, "A.md", "People/Ada.md", ".hidden/C.md")
    (vault / "Ada.md").symlink_to("People/Ada.md")
    (vault / "C.md").symlink_to(".hidden/C.md")
    whole = scan(vault)
    found = scan(vault, known=_digests(whole))
    assert found.unchanged == {"People": 1}
    assert found.folders[""] == whole.folders[""]
    assert kinds(found) == {"A.md": "note", "Ada.md": "link", "C.md": "note"}
