"""Writing notes: only what was read is replaced, whole, and with its looks (D3, D5, D8, D22, S2)."""

import os
import stat
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.faults import patient
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.files import commit
from vaultnet.storage.system_calls import SystemCalls

NOW = patient()


def names(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def put(vault: Path, path: str, data: bytes) -> Path:
    file = vault / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=st.binary(max_size=300), new=st.binary(max_size=300))
def test_any_bytes_replace_any_bytes(vault: Path, base: bytes, new: bytes) -> None:
    file = put(vault, "People/Ada.md", base)
    outcome = commit(vault, "People/Ada.md", base, new, "test", calls=NOW)
    assert outcome == ("unchanged" if base == new else "written")
    assert file.read_bytes() == new
    assert names(vault) == {"People/Ada.md"}


def test_large_and_odd_bytes(vault: Path) -> None:
    file = put(vault, "Ada.md", b"\xef\xbb\xbf---\r\nname: Ada\r\n---\r\n \t")
    new = b"\xef\xbb\xbf---\r\nname: Ada L\r\n---\r\n \t" + b"\x00" * 3_000_000
    assert commit(vault, "Ada.md", file.read_bytes(), new, "test", calls=NOW) == "written"
    assert file.read_bytes() == new


def test_the_same_bytes_touch_nothing(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    before = file.stat()
    assert commit(vault, "Ada.md", b"a", b"a", "test") == "unchanged"
    assert file.stat() == before


def test_mode_owner_and_attributes_are_kept(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    os.chown(file, 1234, 4321) if os.geteuid() == 0 else None
    file.chmod(0o640)
    os.setxattr(file, "user.colour", b"blue")
    before = file.stat()
    commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert os.getxattr(file, "user.colour") == b"blue"


def access_list(*entries: tuple[int, int, int]) -> bytes:
    """As the kernel keeps it: version 2, then (kind, permissions, user) each."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def test_an_access_list_of_the_folder_is_not_given_to_the_note(vault: Path) -> None:
    """1 owner, 2 a user, 4 group, 16 mask, 32 others."""
    nobody = 0xFFFF_FFFF
    file = put(vault, "Ada.md", b"a")
    file.chmod(0o640)
    everyone = access_list((1, 7, nobody), (2, 7, 1234), (4, 7, nobody), (16, 7, nobody), (32, 0, nobody))
    os.setxattr(vault, "system.posix_acl_default", everyone)
    commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    assert (os.listxattr(file), file.stat().st_mode & 0o777) == ([], 0o640)
    os.setxattr(
        file,
        "system.posix_acl_access",
        access_list((1, 6, nobody), (2, 4, 77), (4, 0, nobody), (16, 4, nobody), (32, 0, nobody)),
    )
    before = os.getxattr(file, "system.posix_acl_access")
    commit(vault, "Ada.md", b"b", b"c", "test", calls=NOW)
    assert os.getxattr(file, "system.posix_acl_access") == before


def test_an_owner_that_cannot_be_kept_is_a_refusal(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")

    def fstat(fd: int) -> os.stat_result:
        status = os.fstat(fd)
        return os.stat_result((*status[:4], 4711, *status[5:])) if status.st_size == 1 and is_ours(fd) else status

    def is_ours(fd: int) -> bool:
        return ".vn~" in str(Path(f"/proc/self/fd/{fd}").readlink())

    def fchown(*_: Any) -> None:
        raise PermissionError(1, "no")

    with pytest.raises(CannotWrite, match=r"Ada\.md"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=replace(NOW, fstat=fstat, fchown=fchown))
    assert (file.read_bytes(), names(vault)) == (b"a", {"Ada.md"})


def test_a_read_only_note_stays(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    file.chmod(0o444)
    with pytest.raises(CannotWrite, match="permission denied"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    assert file.read_bytes() == b"a"


def test_new_notes_get_parents_and_the_usual_mode(vault: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert commit(vault, "People/New/Ada.md", None, b"a", "test") == "written"
    finally:
        os.umask(mask)
    file = vault / "People/New/Ada.md"
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"a", 0o640)
    assert names(vault) == {"People/New/Ada.md"}


@pytest.mark.parametrize("has_rename", [True, False])
def test_a_new_note_overwrites_nothing(vault: Path, has_rename: bool) -> None:
    put(vault, "Ada.md", b"mine")
    calls = NOW if has_rename else without_renameat2()
    with pytest.raises(NotWritten, match="already"):
        commit(vault, "Ada.md", None, b"new", "test", calls=calls)
    assert (vault / "Ada.md").read_bytes() == b"mine"
    assert commit(vault, "Bob.md", None, b"new", "test", calls=calls) == "written"
    assert names(vault) == {"Ada.md", "Bob.md"}


def without_renameat2(calls: SystemCalls = NOW) -> SystemCalls:
    def unsupported(*_: Any) -> None:
        raise OSError(22, "Invalid argument")

    return replace(calls, exchange=unsupported, move_new=unsupported)


def test_names_of_255_bytes(vault: Path) -> None:
    path = "é" * 126 + ".md"
    assert len(path.encode()) == 255
    commit(vault, path, None, b"a", "test")
    assert commit(vault, path, b"a", b"b", "test", calls=NOW) == "written"
    with pytest.raises(CannotWrite, match="too long"):
        commit(vault, "x" + path, None, b"a", "test")
    assert names(vault) == {path}


def test_a_changed_or_vanished_note_is_not_written(vault: Path) -> None:
    file = put(vault, "Ada.md", b"theirs")
    with pytest.raises(NotWritten, match=r"Ada\.md: it has changed"):
        commit(vault, "Ada.md", b"mine", b"new", "test", calls=NOW)
    with pytest.raises(NotWritten, match="no longer there"):
        commit(vault, "Bob.md", b"mine", b"new", "test", calls=NOW)
    with pytest.raises(NotWritten, match="no longer there"):
        commit(vault, "Gone/Bob.md", b"mine", b"new", "test", calls=NOW)
    assert (file.read_bytes(), names(vault)) == (b"theirs", {"Ada.md"})


@pytest.mark.parametrize(
    "path", ["../out.md", "/tmp/out.md", "Up/out.md", "Out.md", "Dangling.md", ".git/hooks/pre-commit"]
)
@pytest.mark.parametrize("base", [None, b"secret"])
def test_nothing_is_written_outside(vault: Path, path: str, base: bytes | None) -> None:
    out = vault.parent / "out.md"
    out.write_bytes(b"secret")
    (vault / "Up").symlink_to("..")
    (vault / "Out.md").symlink_to("../out.md")
    (vault / "Dangling.md").symlink_to("../not-there.md")
    with pytest.raises(NotWritten, match="inside the vault"):
        commit(vault, path, base, b"new", "test", calls=NOW)
    assert out.read_bytes() == b"secret"
    assert not (vault.parent / "not-there.md").exists()


def test_symlinks_inside_are_written_through(vault: Path) -> None:
    file = put(vault, "People/Ada.md", b"a")
    (vault / "Ada.md").symlink_to("People/Ada.md")
    (vault / "Friends").symlink_to("People")
    commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    commit(vault, "Friends/Ada.md", b"b", b"c", "test", calls=NOW)
    assert (vault / "Ada.md").is_symlink()
    assert file.read_bytes() == b"c"


def test_hard_links_and_folders_are_refused(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    (vault / "Twin.md").hardlink_to(file)
    (vault / "Folder.md").mkdir()
    with pytest.raises(NotWritten, match="2 names"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    with pytest.raises(NotWritten, match="not a file"):
        commit(vault, "Folder.md", b"a", b"b", "test", calls=NOW)
    assert file.read_bytes() == b"a"
