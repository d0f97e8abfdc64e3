"""Many notes gone at once (D11): nothing is written until they are back, or the user says that it is right."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    notes = "".join(f"== People/P{number:02}.md\n---\ntype: contact\nmet: 2020-01-01\n---\n" for number in range(40))
    return make_vault(tmp_path / "disk" / "vault", f"== vaultnet.toml\n{notes}== Daily/2026-06-15.md\n# Monday\n")


def expect_stop(cli: Cli, vault: Path, count: str) -> None:
    """Every writing command ends with exit 6 and the count; reading ones answer; nothing on the disk is touched."""
    before = snapshot(vault)
    for words in (("agenda",), ("new", "contact", "Zoe"), ("log", "called **Zoe Newman**")):
        done = cli(vault, *words)
        assert (done.code, count in done.err, "--expect-missing" in done.err) == (6, True, True), (words, done.err)
    assert cli(vault, "due").code == 0
    assert cli(vault, "find", "type:contact").code in {0, 1}
    assert cli(vault, "agenda", "--stdout").code == 0
    error = json.loads(cli(vault, "agenda", "--json").out)["error"]
    assert error["code"] == "not-written"
    assert snapshot(vault) == before


def test_d11_a_disk_that_is_not_mounted(cli: Cli, vault: Path) -> None:
    """The mount point is there and empty; when the disk is back, so is everything. Nothing is put on the empty place."""
    assert cli(vault, "agenda").code == 0
    away = vault.with_name("away")
    vault.rename(away)
    vault.mkdir()
    assert cli(vault, "agenda").code == 5  # not even the settings: no vault here
    (vault / "vaultnet.toml").touch()  # an older copy of the settings lies under the mount point
    expect_stop(cli, vault, "41 of 41")
    shutil.rmtree(vault)
    away.rename(vault)
    assert cli(vault, "log", "called P03, all is back").code == 0


def test_d11_an_old_branch_is_checked_out(cli: Cli, vault: Path) -> None:
    """git takes most people away, and with --expect-missing that is right from then on."""
    for words in (
        "init -b main",
        "add vaultnet.toml Daily",
        "commit -m early",
        "branch early",
        "add .",
        "commit -m late",
    ):
        line = ["git", "-C", str(vault), "-c", "user.name=A", "-c", "user.email=a@example.com", *words.split()]
        subprocess.run(line, check=True, capture_output=True)
    assert cli(vault, "due").code == 0
    subprocess.run(["git", "-C", str(vault), "checkout", "-q", "early"], check=True)
    expect_stop(cli, vault, "40 of 41")
    assert cli(vault, "index", "--expect-missing").code == 0
    assert cli(vault, "new", "contact", "Zoe").code == 0
    subprocess.run(["git", "-C", str(vault), "checkout", "-q", "main"], check=True)
    assert cli(vault, "log", "called P03").code == 0


def test_d11_the_wrong_folder_and_an_index_thrown_away_are_no_loss(cli: Cli, vault: Path, tmp_path: Path) -> None:
    """Another vault has an index of its own; without an index there is nothing to compare with."""
    assert cli(vault, "due").code == 0
    other = make_vault(tmp_path / "other", "== Ada.md\n---\ntype: contact\n---\n")
    assert cli(other, "log", "called Ada").code == 0
    for number in range(5):
        (vault / f"People/P{number:02}.md").unlink()
    assert cli(vault, "log", "called P30").code == 0  # five may go
    for number in range(5, 25):
        (vault / f"People/P{number:02}.md").unlink()
    assert cli(vault, "log", "called P31").code == 6
    assert cli(vault, "due").code == 0
    assert cli(vault, "log", "called P31").code == 6  # as often as it is asked
    for kept in Path(os.environ["XDG_CACHE_HOME"]).rglob("index*"):
        kept.unlink()
    assert cli(vault, "log", "called P31").code == 0
