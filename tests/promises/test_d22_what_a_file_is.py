"""What a file is besides its bytes (D22): mode, owner and attributes stay; links are written through, or refused."""

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.soaking.tools import need
from tests.storage.faults import patient
from tests.vaults import make_vault
from vaultnet.storage.files import commit
from vaultnet.storage.looks import Looks, looks_of

ADA = "---\ntype: contact\n---\n\n## Log\n"


def make(tmp_path: Path) -> Path:
    vault = make_vault(tmp_path / "vault", "== Other.md\nx\n")
    (vault / "Ada.md").write_text(ADA)
    return vault


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_d22_the_mode_is_kept_by_every_kind_of_write(tmp_path: Path, cli: Cli, mode: int) -> None:
    vault = make(tmp_path)
    note = vault / "Ada.md"
    note.chmod(mode)
    for words in (("log", "called Ada, well"), ("set", "type:contact", "tier=close", "--apply"), ("undo",)):
        assert cli(vault, *words).code == 0, words
        assert stat.S_IMODE(note.stat().st_mode) == mode, words


def test_d22_what_was_closed_to_others_stays_so_under_a_new_name(tmp_path: Path, cli: Cli) -> None:
    """Renamed, merged into the trash, and both undone."""
    vault = make(tmp_path)
    (vault / "Ann.md").write_text("---\ntype: contact\nemail: ann@x.example\n---\n")
    for note in vault.glob("A*.md"):
        note.chmod(0o600)
    for words in (("rename", "Ada.md", "Ada King"), ("undo",), ("merge", "Ada.md", "Ann.md"), ("undo",)):
        assert cli(vault, *words).code == 0, words
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in vault.rglob("A*.md")}
        assert len(modes) == 2
        assert set(modes.values()) == {0o600}, (words, modes)


def test_d22_attributes_are_kept(tmp_path: Path, cli: Cli) -> None:
    vault = make(tmp_path)
    note = vault / "Ada.md"
    try:
        os.setxattr(note, "user.color", b"red")
    except OSError:  # a disk without any: then there are none to lose
        return
    assert cli(vault, "log", "called Ada").code == 0
    assert os.getxattr(note, "user.color") == b"red"


def test_d22_attributes_go_with_a_note_to_its_new_name(tmp_path: Path, cli: Cli) -> None:
    """Tags of a file manager, say: renamed, merged into the trash, and both undone."""
    vault = make(tmp_path)
    (vault / "Ann.md").write_text("---\ntype: contact\nemail: ann@x.example\n---\n")
    try:
        os.setxattr(vault / "Ann.md", "user.xdg.tags", b"red")
    except OSError:  # a disk without any: then there are none to lose
        return
    for words, name in (
        (("rename", "Ann.md", "Ann Lee"), "Ann Lee.md"), (("undo",), "Ann.md"),
        (("merge", "Ada.md", "Ann.md"), ".trash/Ann.md"), (("undo",), "Ann.md"),
    ):  # fmt: skip
        assert cli(vault, *words).code == 0, words
        assert os.getxattr(vault / name, "user.xdg.tags") == b"red", words
        assert "user.xdg.tags" not in os.listxattr(vault / "Ada.md"), words


@pytest.mark.parametrize(("mode", "left"), [(0o640, 0o600), (0o664, 0o644), (0o600, 0o600), (0o604, 0o604)])
def test_d22_a_note_whose_group_may_not_be_kept_is_not_opened_to_another(tmp_path: Path, mode: int, left: int) -> None:
    vault = make(tmp_path)

    def refused(*_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    of_others = Looks(mode, owner=(os.getuid() + 1, os.getgid() + 1), attributes={})
    calls = replace(patient(), fchown=refused)
    assert commit(vault, "New.md", None, b"new", "test", looks=of_others, calls=calls) == "written"
    assert stat.S_IMODE((vault / "New.md").stat().st_mode) == left
    mine = of_others._replace(owner=(os.getuid(), os.getgid()))
    assert commit(vault, "Mine.md", None, b"new", "test", looks=mine, calls=calls) == "written"
    assert stat.S_IMODE((vault / "Mine.md").stat().st_mode) == mode


def test_d22_a_note_that_may_not_be_given_away_keeps_its_group(tmp_path: Path) -> None:
    vault, given = make(tmp_path), []

    def only_to_a_group(_: int, user: int, group: int) -> None:
        if user != -1:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        given.append(group)

    looks = Looks(0o640, owner=(os.getuid() + 1, 4711), attributes={})
    calls = replace(patient(), fchown=only_to_a_group)
    assert commit(vault, "New.md", None, b"new", "test", looks=looks, calls=calls) == "written"
    assert (given, stat.S_IMODE((vault / "New.md").stat().st_mode)) == ([4711], 0o640)


def test_d22_a_note_whose_attributes_cannot_be_read_is_no_more_open_under_a_new_name(tmp_path: Path) -> None:
    vault = make(tmp_path)
    (vault / "Ada.md").chmod(0o600)

    def broken(_: int) -> list[str]:
        raise OSError(errno.EIO, "Input/output error")

    calls = replace(patient(), listxattr=broken)
    assert looks_of(vault, ["Ada.md"], calls) == Looks(0o600, owner=(os.getuid(), os.getgid()))


def test_d22_links_are_written_through_or_refused(tmp_path: Path, cli: Cli) -> None:
    vault = make(tmp_path)
    real = vault / ".store" / "Ada.md"
    real.parent.mkdir()
    (vault / "Ada.md").rename(real)
    (vault / "Ada.md").symlink_to(".store/Ada.md")
    assert cli(vault, "log", "called Ada, through the link").code == 0
    assert (vault / "Ada.md").is_symlink()
    assert "through the link" in real.read_text()
    (vault / "Second.md").symlink_to("Ada.md")  # a link to a link, one more name of the same note
    assert cli(vault, "log", "called Ada, again").code == 0
    assert (vault / "Second.md").readlink() == Path("Ada.md")
    outside = tmp_path / "Bob.md"
    outside.write_text(ADA)
    (vault / "Bob.md").symlink_to(outside)
    assert cli(vault, "log", "called, well", "--who", "Bob").code != 0
    assert outside.read_text() == ADA
    os.link(outside, vault / "Cleo.md")
    refused = cli(vault, "log", "called Cleo, well")
    assert (refused.code, "Cleo.md" in refused.err) == (6, True)
    assert (outside.read_text(), outside.stat().st_nlink) == (ADA, 2)


def test_d22_a_disk_without_attributes_is_written_all_the_same(tmp_path: Path) -> None:
    """As most FUSE and network disks are: found on one, where every write was refused."""
    vault = make(tmp_path)

    def unsupported(_: int) -> list[str]:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    assert (
        commit(vault, "Ada.md", ADA.encode(), b"new", "test", calls=replace(patient(), listxattr=unsupported))
        == "written"
    )
    assert (vault / "Ada.md").read_bytes() == b"new"


@pytest.mark.soak
def test_d22_owner_group_and_access_list_are_kept(tmp_path: Path, cli: Cli) -> None:
    """Needs root: who else may give a file away."""
    import subprocess

    need("setfacl", "getfacl")
    vault = make(tmp_path)
    note = vault / "Ada.md"
    os.chown(note, 65534, 65533)
    note.chmod(0o640)
    subprocess.run(["setfacl", "-m", "u:1234:rw", str(note)], check=True)
    before = subprocess.run(["getfacl", "-p", str(note)], check=True, capture_output=True).stdout
    assert cli(vault, "log", "called Ada, well").code == 0
    assert subprocess.run(["getfacl", "-p", str(note)], check=True, capture_output=True).stdout == before
    assert (note.stat().st_uid, note.stat().st_gid) == (65534, 65533)
    assert cli(vault, "rename", "Ada.md", "Ada King").code == 0
    renamed = subprocess.run(["getfacl", "-p", str(vault / "Ada King.md")], check=True, capture_output=True).stdout
    assert renamed == before.replace(b"Ada.md", b"Ada King.md")
    print("\nowner, group and access list kept by 1 write and 1 new name")
