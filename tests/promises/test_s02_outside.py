"""S2: nothing outside the vault is read or written, by whatever name, setting, link or symlink somebody tries it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.strangers_vault import SECRET
from tests.vaults import make_vault
from vaultnet.errors import VaultnetError
from vaultnet.storage.files import read_note

TRAVERSALS = (
    "../x", "../../x", "../../../../../../../../etc/passwd", "/etc/passwd", "//etc/passwd", "///x", "~/x", "~root/x", "./../x",
    "a/../../x", "People/../../x", "....//x", "..././x", "..;/x", "..\\x", "..\\..\\x", "a\\..\\..\\x", "%2e%2e/x",
    "%2e%2e%2fx", "..%2fx", "%252e%252e%252fx", "..%c0%afx", "..%5cx", "\\\\host\\share\\x", "//host/share/x", "C:\\x", "C:x",
    "C:/x", "\\\\?\\C:\\x", "file:///etc/passwd", "x\x00.md", "../x\x00.md", "..\u2215x", "..\uff0fx", "\uff0e\uff0e/x", ".git/config",
    ".GIT/hooks/x", ".obsidian/app", ".vaultnet/templates/agenda", "CON", "nul.txt", "AUX ", "..", ".", ".hidden", "x/", "-rf", "$HOME/x",
    "`id`", "$(id)", "x\n../y", "\u202e../x", "a/./b/../../../x", "Out/secret", "Folder/secret", "link/../../x",
)  # fmt: skip
_VAULT = """
    == People/Ada.md
    ---
    type: contact
    email: ada@x.example
    ---
    [[../outside/secret]] [x](../outside/secret.md) ![[/etc/passwd]] [y](file:///etc/passwd)

    ## Log
    - 2026-06-01 call: x
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault, and beside it a folder that it has symlinks to."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text(f"---\ntype: contact\n---\n{SECRET}\n")
    root = make_vault(tmp_path / "vault", _VAULT)
    (root / "Folder").symlink_to(tmp_path / "outside")
    (root / "People/Out.md").symlink_to(tmp_path / "outside/secret.md")
    return root


def _around(vault: Path) -> dict[str, bytes]:
    """All files beside the vault, and in its folders that are not for notes."""
    beside = (file for file in sorted(vault.parent.rglob("*")) if file.is_file() and not file.is_symlink())
    hidden = (".git", ".obsidian", ".vaultnet")
    return {
        os.fspath(file): file.read_bytes()
        for file in beside
        if not file.is_relative_to(vault) or file.relative_to(vault).parts[0].casefold() in hidden
    }


@pytest.mark.parametrize(
    ("words", "every"),
    [(("new", "contact"), 1), (("rename", "Ada"), 6), pytest.param(("rename", "Ada"), 1, marks=pytest.mark.soak)],
)
def test_s2_no_name_leads_out(cli: Cli, vault: Path, words: tuple[str, ...], every: int) -> None:
    """`new` makes a name of it that is a name; `rename` takes a folder of the vault, and refuses what is none."""
    before = _around(vault)
    for name in TRAVERSALS[::every]:
        result = cli(vault, *words, "--", name)
        assert result.code in {0, 1, 2, 6}, (name, result.err)
        assert SECRET not in result.out
        if words[0] == "rename" and result.code == 0:
            assert cli(vault, "undo").code == 0
    assert _around(vault) == before
    assert all(".." not in file.relative_to(vault).parts for file in vault.rglob("*"))


def test_s2_no_row_of_an_import_leads_out(cli: Cli, vault: Path) -> None:
    before = _around(vault)
    rows = "".join('"{0}","{0}"\n'.format(name.replace('"', '""').replace("\x00", "")) for name in TRAVERSALS)
    (vault.parent / "vault/rows.csv").write_text(f"Name,Company\n{rows}")
    result = cli(vault, "import", "csv", os.fspath(vault / "rows.csv"), "--apply")
    assert result.code == 0, result.err
    assert _around(vault) == before
    assert all(file.parent.name == "People" for file in vault.rglob("*.md"))


@pytest.mark.parametrize(
    "settings",
    [
        '[daily]\nfolder = "../outside"',
        '[daily]\nfolder = "/tmp"',
        '[daily]\nfolder = "Folder"',
        '[daily]\nformat = "[../../outside/]YYYY-MM-DD"',
        '[daily]\ntemplate = "../outside/secret"',
        '[daily]\ntemplate = "Folder/secret"',
        '[goals]\nnote = "../outside/secret.md"',
        '[goals]\nnote = "Folder/secret.md"',
    ],
)
def test_s2_no_setting_leads_out(cli: Cli, vault: Path, settings: str) -> None:
    before = _around(vault)
    (vault / "vaultnet.toml").write_text(f"{settings}\n")
    for words in (
        ("agenda",),
        ("agenda", "--stdout"),
        ("goals",),
        ("check",),
        ("find", "TOP-SECRET"),
        ("log", "call with Ada"),
    ):
        result = cli(vault, *words)
        assert result.code in {0, 1, 2, 6, 7}, (words, result.err)
        assert SECRET not in result.out + result.err
    assert _around(vault) == before
    assert not any(
        SECRET.encode() in file.read_bytes() for file in vault.glob("*/*.md") if file.resolve().is_relative_to(vault)
    )


# By turns a folder of the vault and a symlink to one outside, as fast as it goes, in a process of its own.
_SWAPPER = """
import os, sys
name, target = sys.argv[1:]
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    os.symlink(target, name + "-link")
    os.rename(name, name + "-aside")
    os.rename(name + "-link", name)
    for _ in range(30):  # so that the symlink is met as often as the folder
        os.lstat(name)
    os.unlink(name)
    os.rename(name + "-aside", name)
"""


@contextmanager
def _swapping(name: Path, target: Path) -> Iterator[None]:
    command = [sys.executable, "-c", _SWAPPER, os.fspath(name), os.fspath(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            yield
        finally:
            child.kill()


@pytest.mark.parametrize("tries", [300, pytest.param(10_000, marks=pytest.mark.soak)])
def test_s2_a_symlink_swapped_in_is_no_way_out(vault: Path, tries: int) -> None:
    """A note is asked for while its folder turns into a symlink and back: its own bytes, a refusal, never the others'."""
    (vault / "Swap").mkdir()
    (vault / "Swap/secret.md").write_text("own")
    found = refused = 0
    with _swapping(vault / "Swap", vault.parent / "outside"):
        while found + refused < tries or not (found and refused):
            try:
                assert read_note(vault, "Swap/secret.md").data == b"own"
                found += 1
            except VaultnetError:
                refused += 1
    print(f"\n{found + refused} reads while the folder was swapped: {found} of the note, {refused} refused")
