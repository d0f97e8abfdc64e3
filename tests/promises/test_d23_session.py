"""A whole session of commands on a disk that cannot be written (D23): reading answers, writing says why, exit 7."""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.promises.disks import AS_NOBODY, NOBODY, ROOT, read_only, tmpfs
from tests.soaking.tools import need
from tests.vaults import make_vault, snapshot

NOTES = "".join(f"== People/P{number}.md\n---\ntype: contact\nmet: 2020-01-01\n---\n\n## Log\n" for number in range(6))
READING = ("agenda --stdout", "due", "check", "find type:contact", "show P1", "stats", "coverage", "review --stdout",
           "agenda --dry-run", "index")  # fmt: skip
WRITING = (["agenda"], ["log", "called P1, well"], ["new", "contact", "Zoe"], ["set", "type:contact", "tier=close", "--apply"],
           ["rename", "P2", "Pia"], ["review"])  # fmt: skip


def run(vault: Path, *words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    line = [*before, sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", *words]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, check=False)


def expect_session(vault: Path, said: tuple[str, ...], before: tuple[str, ...] = ()) -> None:
    kept = snapshot(vault)
    for line in READING:
        done = run(vault, *line.split(), before=before)
        assert done.returncode in {0, 1}, (line, done.stderr)
    for words in WRITING:
        done = run(vault, *words, before=before)
        assert done.returncode == 7, (words, done.returncode, done.stderr)
        assert any(word in done.stderr for word in said), (words, done.stderr)
        assert "Traceback" not in done.stderr
        assert ".md" in done.stderr or "People" in done.stderr or "Daily" in done.stderr, done.stderr
    assert snapshot(vault) == kept
    assert not list(vault.rglob(".vn~*"))


@pytest.mark.soak
@pytest.mark.parametrize("disk", ["full", "read-only", "another user's", "read-only folder"])
def test_d23_a_session_on_a_disk_that_cannot_be_written(
    tmp_path: Path, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make_vault(tmp_path / "vault", f"== vaultnet.toml\n{NOTES}== Daily/2026-06-15.md\n# Monday\n")
    with ExitStack() as stack:
        before: tuple[str, ...] = ()
        if disk == "full":
            place = stack.enter_context(tmpfs(tmp_path, "64k"))
            shutil.copytree(vault, place / "vault")
            vault = place / "vault"
            with (place / "filler").open("wb", buffering=0) as filler:
                _fill(filler.fileno())
        elif disk == "read-only":
            vault = stack.enter_context(read_only(vault, tmp_path / "ro"))
        else:
            place = Path(stack.enter_context(TemporaryDirectory(prefix="vaultnet-nobody-")))
            before = _as_nobody(place, monkeypatch)
            shutil.copytree(vault, place / "vault")
            vault = place / "vault"
            if disk == "read-only folder":
                subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(vault)], check=True)
                for folder in (vault, *(one for one in vault.rglob("*") if one.is_dir())):
                    folder.chmod(0o555)
        expect_session(vault, ("full", "read-only", "permission", "permit"), before)
    print(f"\n{disk}: {len(READING)} commands that read answered, {len(WRITING)} that write refused")


def _fill(fd: int) -> None:
    """Until not one byte more has room."""
    for size in (4096, 1):
        try:
            while True:
                os.write(fd, b"x" * size)
        except OSError:
            continue


def _as_nobody(place: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Root may write anywhere; so the commands run as a user who may not, with folders of its own outside the vault."""
    need("setpriv")
    place.chmod(0o755)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        own = place / name.lower()
        own.mkdir()
        os.chown(own, NOBODY, NOBODY)
        monkeypatch.setenv(name, str(own))
    return AS_NOBODY
