"""Several vaultnets and editors on the same notes at once (D5): no save is lost, no note torn, nobody waits forever."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks.equality import differences
from tests.frontends.conftest import Cli
from tests.promises.company import TODAY, Company, Found, keep_company, make_people
from tests.promises.disks import fuse_disk, tmpfs
from tests.soaking.tools import need
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.index import database_path

SAVES = int(os.environ.get("VAULTNET_SOAK_SAVES", "6000"))
COMMANDS = int(os.environ.get("VAULTNET_SOAK_COMMANDS", "500"))  # 5,000 for a night
ALL = ("append", "in_place", "in_parts", "rename_over", "vim", "vim_backupcopy", "emacs", "vs_code_atomic",
       "sync_service", "blind", "remade", "sed", "real_vim")  # fmt: skip


def expect_nothing_lost(found: Found, *, live: bool = True) -> None:
    print(f"\n{found.report()}")
    assert (found.lost, found.torn, found.trouble, found.twice) == ([], [], [], [])
    assert not (found.lost_live and live)
    assert found.saves >= 5
    assert found.said >= 3


def test_d5_two_vaultnets_two_editors_and_a_reader_lose_nothing(tmp_path: Path) -> None:
    vault = make_people(tmp_path / "vault")
    editors = ("append", "rename_over")
    expect_nothing_lost(keep_company(Company(vault, 2, editors, saves=8, readers=1, is_forked=True, pause=0.9)))


@pytest.mark.soak
@pytest.mark.alone
def test_d5_eight_vaultnets_a_watcher_editors_and_readers_lose_nothing(tmp_path: Path) -> None:
    """R4b: real processes; the index in the end is what a fresh one is."""
    need("vim.tiny")
    vault = make_people(tmp_path / "vault")
    editors = ("append", "rename_over", "vim", "in_place")
    found = keep_company(Company(vault, 8, editors, commands=COMMANDS, readers=2, is_watched=True, pause=2.0))
    expect_nothing_lost(found)
    assert found.codes[0] > sum(found.codes.values()) // 2
    expect_right_index(vault, tmp_path)


def expect_right_index(vault: Path, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "find", "call"]  # which reads the text of notes too
    subprocess.run(line, check=True, capture_output=True)
    fresh = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "fresh")}
    subprocess.run(line, check=True, capture_output=True, env=fresh)
    ours = database_path(cache_folder(vault))
    (other,) = (tmp_path / "fresh").rglob(ours.name)
    assert differences(ours, other) == []


@pytest.mark.soak
@pytest.mark.alone
@pytest.mark.parametrize(("disk", "share"), [("own", 1), ("tmpfs", 3), ("fuse", 10)])
def test_d5_no_save_of_any_editor_is_lost(tmp_path: Path, disk: str, share: int) -> None:
    """R4: thirteen manners of saving, vim and sed among them as they are. On FUSE no two files can be swapped."""
    need("vim.tiny")
    with ExitStack() as stack:
        place = tmp_path
        if disk == "tmpfs":
            place = stack.enter_context(tmpfs(tmp_path, "64m"))
        elif disk == "fuse":
            place = stack.enter_context(fuse_disk(tmp_path, "plain"))
        vault = make_people(place / "vault")
        pause = 6.0 if disk == "fuse" else 0.8  # of quiet it wants 2 s there, else 0.3 s
        found = keep_company(Company(vault, 3, ALL, saves=SAVES // share, is_forked=True, readers=1, pause=pause))
        expect_nothing_lost(found, live=disk != "fuse")
        assert len(found.lost_live) <= found.saves // 500


def test_d5_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path, cli: Cli) -> None:
    """The lock's file still names a process that was killed in the middle of writing; nobody waits for it."""
    vault = make_people(tmp_path / "vault")
    child = os.fork()
    if child == 0:
        from vaultnet.storage.writer_lock import writer_lock

        with writer_lock(vault):
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    (lock,) = Path(os.environ["XDG_STATE_HOME"]).rglob("lock-*")
    assert lock.read_text() == str(child)
    assert cli(vault, "log", "called Ada Example, hello").code == 0


@pytest.mark.soak
@pytest.mark.alone
def test_d5_a_vaultnet_that_hangs_is_named_and_holds_nobody_up_for_long(tmp_path: Path) -> None:
    """A writer that was stopped (SIGSTOP) holds the lock: exit 6 after six seconds, reading goes on, then all goes on."""
    vault = make_people(tmp_path / "vault")
    holding = "import sys,time\nfrom pathlib import Path\nfrom vaultnet.storage.writer_lock import writer_lock\nwith writer_lock(Path(sys.argv[1])):\n print('held', flush=True)\n time.sleep(600)\n"
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", TODAY]
    with subprocess.Popen([sys.executable, "-c", holding, str(vault)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.send_signal(signal.SIGSTOP)
        refused = subprocess.run([*line, "log", "called Ada Example"], capture_output=True, text=True, check=False)
        read = subprocess.run([*line, "due"], capture_output=True, text=True, check=False)
        holder.kill()
    done = subprocess.run([*line, "log", "called Ada Example"], capture_output=True, text=True, check=False)
    assert (refused.returncode, read.returncode, done.returncode) == (6, 0, 0)
    assert f"process {holder.pid}" in refused.stderr
    print("\n1 stopped writer: named, 1 reading went on, 1 writing refused and then done")
