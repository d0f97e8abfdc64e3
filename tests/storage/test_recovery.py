"""What was moved out of the vault stays until it is certain that nobody misses it (D5, S7)."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import patient
from vaultnet.storage.files import commit
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.scan import scan
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

NOW = patient()


@pytest.fixture(params=["state folder", "other file system"])
def calls(request: pytest.FixtureRequest) -> SystemCalls:
    """Both places a displaced file can go to; the second when a rename to the first crosses file systems."""

    def rename(source: Any, target: Any, **folders: Any) -> None:
        if "dst_dir_fd" in folders and "/state/" in str(Path(f"/proc/self/fd/{folders['dst_dir_fd']}").readlink()):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        SYSTEM.rename(source, target, **folders)

    return NOW if request.param == "state folder" else replace(NOW, rename=rename)


def write(vault: Path, calls: SystemCalls, while_open: Callable[[Recovery], object]) -> tuple[Recovery, Path]:
    """A commit while an editor has the old file open; then what the editor does, and then it closes it."""
    file = vault / "Ada.md"
    file.write_bytes(b"old")
    recovery = Recovery(vault, calls)
    with file.open("ab") as editor:
        commit(vault, "Ada.md", b"old", b"new", "log coffee", recovery=recovery, calls=calls)
        assert recovery.settle() == ()  # nothing was lost yet, but it may be: it stays
        while_open(recovery)
        editor.write(b" and a late save")
    return recovery, file


def test_a_late_save_is_kept_and_announced_once(vault: Path, calls: SystemCalls) -> None:
    recovery, file = write(vault, calls, lambda recovery: recovery.settle())
    (kept,) = Recovery(vault, calls).settle()  # the next command
    assert (kept.path, kept.why, kept.file.read_bytes()) == ("Ada.md", "log coffee", b"old and a late save")
    assert file.read_bytes() == b"new"
    assert recovery.settle() == ()
    assert recovery.kept() == (kept,)
    assert [folder for folder in scan(vault).folders] == [""]  # noqa: C416
    assert recovery.purge(lambda path, _: path == "Bob.md") == 0
    assert recovery.purge(lambda path, _: path == "Ada.md") == 1
    assert (recovery.kept(), kept.file.exists()) == ((), False)


def test_what_is_kept_is_private(vault: Path, calls: SystemCalls) -> None:
    write(vault, calls, lambda _: None)
    (kept,) = Recovery(vault, calls).settle()
    assert kept.file.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o077 for file in kept.file.parent.glob("*.json")} == {0}
    if vault in kept.file.parents:
        assert (kept.file.parent / ".gitignore").read_text() == "*\n"


def test_a_file_nobody_wrote_to_goes(vault: Path, calls: SystemCalls) -> None:
    (vault / "Ada.md").write_bytes(b"old")
    recovery = Recovery(vault, calls)
    commit(vault, "Ada.md", b"old", b"new", "log", recovery=recovery, calls=calls)
    assert recovery.purge(lambda path, _: path == "Bob.md") == 0
    assert recovery.settle() == ()
    assert recovery.purge() == 0


def test_where_the_system_cannot_tell_it_waits_a_minute(vault: Path) -> None:
    file = vault / "Ada.md"
    file.write_bytes(b"old")
    blind = replace(NOW, is_open_for_writing=lambda _: None)
    early = replace(blind, now=lambda: file.stat().st_ctime + 1)
    recovery = Recovery(vault, blind)
    commit(vault, "Ada.md", b"old", b"new", "log", recovery=recovery, calls=blind)
    Recovery(vault, early).settle()
    assert recovery.purge() == 1
    commit(vault, "Ada.md", b"new", b"newer", "log", recovery=recovery, calls=blind)
    recovery.settle()
    assert recovery.purge() == 0


def test_what_cannot_be_read_is_kept(vault: Path) -> None:
    def pread(*_: Any) -> bytes:
        raise OSError(errno.EIO, "broken")

    (vault / "Ada.md").write_bytes(b"old")
    recovery = Recovery(vault, NOW)
    commit(vault, "Ada.md", b"old", b"new", "log", recovery=recovery, calls=NOW)
    assert len(Recovery(vault, replace(NOW, pread=pread)).settle()) == 1


def test_a_label_without_a_file_is_swept(vault: Path) -> None:
    write(vault, NOW, lambda _: None)
    (kept,) = Recovery(vault).settle()
    label = kept.file.with_name(f"{kept.file.name}.json")
    label.write_text(label.read_text().replace("true", "false"))
    kept.file.unlink()
    assert Recovery(vault).settle() == ()
    assert not label.exists()
