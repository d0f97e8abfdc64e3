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
    print("\nowner, group and access list kept by 1 write")
