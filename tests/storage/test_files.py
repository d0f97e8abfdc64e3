"""Reading notes: the bytes as they are, from inside the vault only."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import patient
from vaultnet.errors import NothingFound, NotWritten
from vaultnet.storage.files import decode, read_note
from vaultnet.storage.system_calls import SYSTEM
from vaultnet.text.problem import Problem


@pytest.mark.parametrize("data", [b"", b"a", b"\xef\xbb\xbf# Ada\r\n\r\ntext", b"\x00\xff", b"x" * 300_000])
def test_bytes_come_as_they_are(vault: Path, data: bytes) -> None:
    (vault / "Ada.md").write_bytes(data)
    note = read_note(vault, "Ada.md")
    status = (vault / "Ada.md").stat()
    assert note.data == data
    assert note.stamp == (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


@pytest.mark.parametrize("text", ["", "\ufeff# Ada\r\n", "é e\u0301 \u2028 \x85 😀"])
def test_decode_changes_nothing(text: str) -> None:
    assert decode(text.encode()) == text


def test_decode_says_where_it_is_not_utf8() -> None:
    problem = decode(b"# Ada\nname: Ren\xe9\n")
    assert isinstance(problem, Problem)
    assert (problem.rule, problem.line, problem.column, problem.blocks_writing) == ("not-utf8", 2, 10, True)


@pytest.mark.parametrize(
    "path",
    ["../out.md", "/etc/passwd", "People/../../out.md", "", "a//b.md", "./a.md", "a\0b.md", ".git/config", ".GIT/x"],
)
def test_paths_outside_are_nothing(vault: Path, path: str) -> None:
    (vault.parent / "out.md").write_text("secret")
    with pytest.raises(NothingFound):
        read_note(vault, path)


def test_missing_folders_pipes_and_folders_are_nothing(vault: Path) -> None:
    (vault / "Folder.md").mkdir()
    os.mkfifo(vault / "Pipe.md")
    for path in ("No.md", "No/No.md", "Folder.md", "Pipe.md"):
        with pytest.raises(NothingFound):
            read_note(vault, path)


def test_symlinks_are_followed_inside_only(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("secret")
    (vault / "People").mkdir()
    (vault / "People/Ada.md").write_text("Ada")
    (vault / "Friends").symlink_to("People")
    (vault / "Absolute").symlink_to(vault / "People")
    (vault / "A.md").symlink_to("Friends/Ada.md")
    (vault / "Out.md").symlink_to("../out.md")
    (vault / "Up").symlink_to("..")
    (vault / "Loop.md").symlink_to("Loop.md")
    for path in ("Friends/Ada.md", "Absolute/Ada.md", "A.md"):
        assert read_note(vault, path).data == b"Ada"
    for path in ("Out.md", "Up/out.md", "Loop.md"):
        with pytest.raises(NothingFound):
            read_note(vault, path)


def test_a_save_during_the_read_is_read_again(vault: Path) -> None:
    file = vault / "Ada.md"
    file.write_text("old")
    saves = iter(["half", "whole"])

    def pread(fd: int, size: int, offset: int) -> bytes:
        data = os.pread(fd, size, offset)
        for text in saves:
            file.write_text(text)
            break
        return data

    assert read_note(vault, "Ada.md", calls=replace(patient(), pread=pread)).data == b"whole"


def test_a_note_that_never_rests_is_said_to(vault: Path) -> None:
    file = vault / "Ada.md"
    file.write_text("0")

    def pread(*arguments: Any) -> bytes:
        with file.open("a") as stream:
            stream.write("x")
        return SYSTEM.pread(*arguments)

    with pytest.raises(NotWritten, match="keeps writing"):
        read_note(vault, "Ada.md", calls=replace(patient(), pread=pread))
