"""A stranger's templates are not used before the user says so, and not after they changed (S1)."""

import os
from pathlib import Path

import pytest

from vaultnet.errors import CannotWrite, SettingsError
from vaultnet.storage.templates import template_notice
from vaultnet.storage.trust import distrust, is_trusted, read_template_tree, trust, trust_file


def put(vault: Path, name: str, text: str = "text") -> Path:
    file = vault / ".vaultnet/templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_trust_and_what_ends_it(vault: Path) -> None:
    assert template_notice(vault) is None
    file = put(vault, "agenda.md")
    put(vault, "parts/line.md")
    tree = read_template_tree(vault)
    assert sorted(tree.texts) == ["agenda.md", "parts/line.md"]
    assert not is_trusted(vault, tree)
    notice = template_notice(vault)
    assert notice is not None
    assert (notice.rule, notice.severity) == ("templates-untrusted", "warning")
    trust(vault, tree)
    assert is_trusted(vault, read_template_tree(vault))
    assert template_notice(vault) is None
    file.write_text("text!")
    assert not is_trusted(vault, read_template_tree(vault))
    file.write_text("text")
    assert is_trusted(vault, read_template_tree(vault))
    put(vault, "new.md")
    assert not is_trusted(vault, read_template_tree(vault))


def test_a_name_cannot_pass_for_a_text(tmp_path: Path) -> None:
    digests = set()
    for number, (name, text) in enumerate([("a.md", "bc"), ("a.md", "b"), ("ab.md", "c"), ("a/b.md", "c")]):
        put(tmp_path / str(number), name, text)
        digests.add(read_template_tree(tmp_path / str(number)).digest)
    assert len(digests) == 4


def test_several_vaults_and_distrust(tmp_path: Path, vault: Path) -> None:
    other = tmp_path / 'odd "name" \\ \x7f é\n'
    for root in (vault, other):
        put(root, "agenda.md")
        trust(root, read_template_tree(root))
    assert is_trusted(vault, read_template_tree(vault))
    assert is_trusted(other, read_template_tree(other))
    distrust(vault)
    assert not is_trusted(vault, read_template_tree(vault))
    assert is_trusted(other, read_template_tree(other))
    copy = tmp_path / "copy"
    put(copy, "agenda.md")  # the same templates in another vault are another question
    assert not is_trusted(copy, read_template_tree(copy))


def test_the_trust_file_is_private_and_outside_the_vault(vault: Path, own_folders: Path) -> None:
    put(vault, "agenda.md")
    trust(vault, read_template_tree(vault))
    assert trust_file() == own_folders / "config/vaultnet/trust.toml"
    assert trust_file().stat().st_mode & 0o777 == 0o600
    assert trust_file().parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("text", ["[[vault", "vault = 3", "[[vault]]\nroot = 1", "vault = [1]"])
def test_a_broken_trust_file_is_said_to_be(vault: Path, text: str) -> None:
    trust_file().parent.mkdir(parents=True)
    trust_file().write_text(text)
    with pytest.raises(SettingsError, match=r"trust\.toml"):
        is_trusted(vault, read_template_tree(vault))


def test_a_trust_file_that_cannot_be_written(vault: Path) -> None:
    trust_file().mkdir(parents=True)
    with pytest.raises((CannotWrite, SettingsError)):
        trust(vault, read_template_tree(vault))


def test_what_is_no_template_is_left_out_and_said(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    put(vault, "good.md")
    put(vault, ".hidden.md")
    put(vault, "large.md", "x" * 65_537)
    put(vault, "latin.md").write_bytes(b"\xe9")
    (vault / ".vaultnet/templates/link.md").symlink_to(tmp_path / "secret.md")
    (vault / ".vaultnet/templates/folder").symlink_to(tmp_path)
    os.mkfifo(vault / ".vaultnet/templates/pipe.md")
    tree = read_template_tree(vault)
    assert sorted(tree.texts) in (["good.md"], ["good.md", "pipe.md"])
    assert [name for name, _ in tree.problems if name != "pipe.md"] == ["large.md", "latin.md", "link.md"]
    notice = template_notice(vault)
    assert notice is not None
    assert notice.rule == "template-left-out"


def test_a_template_folder_that_is_a_symlink_is_none(vault: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "agenda.md")
    (vault / ".vaultnet").symlink_to(tmp_path / "elsewhere/.vaultnet")
    assert read_template_tree(vault).texts == {}
    (vault / ".vaultnet").unlink()
    (vault / ".vaultnet").mkdir()
    (vault / ".vaultnet/templates").symlink_to(tmp_path / "elsewhere/.vaultnet/templates")
    assert read_template_tree(vault).texts == {}
