"""D3, D4 and D23 by the real thing: strace, a disk of 64 kB, one that is mounted read-only, a plug that is pulled.

Soak only. VAULTNET_STRACE_POINTS says how many points strace strikes (about a third of a second each).
"""

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from errno import EACCES, EDQUOT, EIO, ENOSPC, EROFS
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.promises.disks import AS_NOBODY, NOBODY
from tests.promises.faulty import KILL, Done, Fault, read_files
from tests.promises.real_disk import calls_traced, command_line, mounted, run_for_real, run_traced
from tests.promises.rig import Rig
from tests.promises.writing_commands import make_written
from tests.soaking.tools import need

pytestmark = pytest.mark.soak

_POINTS = int(os.environ.get("VAULTNET_STRACE_POINTS", "480"))
_CUTS = int(os.environ.get("VAULTNET_POWER_CUTS", "24"))
# What these write is the same each time, and no name in it is drawn by chance.
_NAMES = ("set", "snooze", "rename", "merge", "debrief", "undo")
_CALLS = (
    "write",
    "pwrite64",
    "rename",
    "renameat2",
    "renameat",
    "unlink",
    "unlinkat",
    "fsync",
    "fdatasync",
    "ftruncate",
    "mkdir",
)
_ERRORS = (ENOSPC, EACCES, EROFS, EIO, EDQUOT)


@pytest.mark.parametrize("name", _NAMES)
def test_d3_killed_under_strace(tmp_path: Path, name: str) -> None:
    rig, points = _rig(tmp_path, name)
    draws = random.Random(name)
    chosen = draws.sample(points, min(len(points), _POINTS // 2 // len(_NAMES)))
    codes = Counter(rig.strike(Fault(call, at, KILL), run_traced) for call, at in chosen)
    print(f"{name}: strace killed at {codes[-9]} of {len(points)} calls")
    assert codes[-9] > len(chosen) // 2


@pytest.mark.parametrize("name", _NAMES)
def test_d23_failing_under_strace(tmp_path: Path, name: str) -> None:
    rig, points = _rig(tmp_path, name)
    draws = random.Random(f"{name} fails")
    chosen = draws.sample(points, min(len(points), _POINTS // 2 // len(_NAMES)))
    # `write` only once: from then on nothing could be said either.
    faults = [
        Fault(call, at, draws.choice(_ERRORS), stays=call != "write" and draws.random() < 0.5) for call, at in chosen
    ]
    codes = Counter(rig.strike(fault, run_traced) for fault in faults)
    print(f"{name}: strace failed {len(faults)} of {len(points)} calls, exit codes {dict(codes)}")
    assert sum(codes.values()) == len(faults)


def _rig(folder: Path, name: str) -> tuple[Rig, list[tuple[str, int]]]:
    need("strace")
    rig = Rig(folder, name)
    rig.put_back()
    uses = calls_traced(rig.vault, rig.words, _CALLS)
    return rig, [(call, at) for call, count in uses.items() for at in range(1, count + 1)]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A vault of its own on a small disk, with the user's folders elsewhere."""
    need("mount", "chattr", "setpriv")
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return make_written


def _fill(folder: Path, *, left: int) -> Path:
    """Until so many bytes are free."""
    filling = folder / "filling"
    with filling.open("wb") as stream:
        while (free := os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize) > left:
            stream.write(bytes(min(free - left, 4096)))
            stream.flush()
    return filling


_SET = ("set", "type=contact", "tier=close", "--apply")


def test_d23_a_small_disk_that_is_full(tmp_path: Path, disk: Callable[..., Path]) -> None:
    refused = 0
    folder = tmp_path / "small"
    folder.mkdir()
    for left in range(0, 6 * 4096, 4096):
        with mounted(folder, "-t", "tmpfs", "-o", "size=192k", "tmpfs"):
            vault = disk(folder / "in")
            before = read_files(vault)
            filling = _fill(folder, left=left)
            done = run_for_real(vault, _SET)
            refused += _is_refused(done, before, vault)
            filling.unlink()
            assert run_for_real(vault, _SET).code == 0
    print(f"a full disk refused {refused} of 6 writes; every note was as before")
    assert refused


def test_d23_cache_and_state_on_a_full_disk(tmp_path: Path, disk: Callable[..., Path]) -> None:
    vault = disk(tmp_path / "in")
    right = run_for_real(vault, ("due", "--all"))
    before = read_files(vault)
    for kind in ("cache", "state"):
        shutil.rmtree(tmp_path / kind, ignore_errors=True)
        (tmp_path / kind).mkdir()
        with mounted(tmp_path / kind, "-t", "tmpfs", "-o", "size=16k", "tmpfs"):
            _fill(tmp_path / kind, left=0)
            read = run_for_real(vault, ("due", "--all"))
            assert (read.code, read.out) == (0, right.out), read.err
            if kind == "state":
                assert _is_refused(run_for_real(vault, _SET), before, vault)
            else:
                assert "this command reads every note anew" in read.err
    print("without a cache it is answered, without a state folder it is not written")


def test_d23_read_only(tmp_path: Path, disk: Callable[..., Path]) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    with mounted(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs"):
        vault = disk(folder / "in")
        before = read_files(vault)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        assert _is_refused(run_for_real(vault, _SET), before, vault)
        assert run_for_real(vault, ("due",)).code == 0
    vault = disk(tmp_path / "plain")
    note = vault / "People" / "Cy.md"
    before = read_files(vault)
    done = subprocess.run(["chattr", "+i", str(note)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"this file system knows no immutable files: {done.stderr}"
    try:
        assert _is_refused(run_for_real(vault, _SET), before, vault)
    finally:
        subprocess.run(["chattr", "-i", str(note)], check=True)


def test_d23_somebody_elses_vault(tmp_path: Path, disk: Callable[..., Path]) -> None:
    """The vault is root's; user 65534 has folders of their own, and may read."""
    with TemporaryDirectory(prefix="vaultnet-nobody-") as name:
        place = Path(name)
        vault = disk(place)
        before = read_files(vault)
        subprocess.run(["chmod", "-R", "a+rX,go-w", str(place)], check=True)
        home = place / "home"
        home.mkdir()
        os.chown(home, NOBODY, NOBODY)
        own = [f"XDG_{kind}_HOME={home}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")]
        nobody = (*AS_NOBODY, "env", f"HOME={home}", *own)
        assert run_for_real(vault, ("due",), *nobody).code == 0
        assert _is_refused(run_for_real(vault, _SET, *nobody), before, vault)


def _is_refused(done: Done, before: dict[str, str], vault: Path) -> bool:
    """Exit 7 with a file named and the vault as it was, or all done."""
    assert done.code in {0, 7}, done.err
    assert "Traceback" not in done.err
    assert not list(vault.rglob(".vn~*"))
    if done.code == 7:
        assert ".md: " in done.err or "/vaultnet/" in done.err
        own = {path for path in read_files(vault) if path.endswith("recovery/.gitignore")}  # was made, and may stay
        assert {path: text for path, text in read_files(vault).items() if path not in own} == before
    return done.code == 7


def test_d4_the_plug_is_pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ext4 with what makes it forget most: `noauto_da_alloc`. The image is copied in the middle of a command, and once
    more when the command has said that it is done; what a machine would find after the cut is what the copies hold.
    """
    need("mount", "mkfs.ext4")
    image, cut, done = (tmp_path / name for name in ("image", "cut", "done"))
    place = tmp_path / "disk"
    place.mkdir()
    with image.open("wb") as stream:
        stream.truncate(24 << 20)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(place / kind.lower()))
    options = ("-o", "loop,commit=1,noauto_da_alloc")
    with mounted(place, *options, str(image)):
        vault = make_written(place)
        assert run_for_real(vault, ("index",)).code == 0
        subprocess.run(["sync"], check=True)
    draws, whole, halved = random.Random(4), 0, 0
    for number in range(_CUTS):
        words = ("set", "type=contact", f"tier={('close', 'wide')[number % 2]}", "--apply")
        with mounted(place, *options, str(image)):
            old = read_files(vault)
            process = subprocess.Popen(command_line(vault, words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while process.poll() is None and not list(place.glob("state/vaultnet/vaults/*/journal/*-open.step")):
                time.sleep(0.001)
            time.sleep(0.04 * draws.random())  # the writing has begun, and takes about so long
            process.send_signal(signal.SIGSTOP)
            shutil.copyfile(image, cut)
            process.send_signal(signal.SIGCONT)
            assert process.wait(60) == 0
            shutil.copyfile(image, done)
            new = read_files(vault)
        with mounted(place, *options, str(done)):
            assert read_files(vault) == new, f"cut {number}: said to be written, and lost"
        with mounted(place, *options, str(cut)):
            found = read_files(vault)
            torn = [
                path
                for path, text in found.items()
                if ".vn~" not in path and text not in {old.get(path), new.get(path)}
            ]
            assert torn == [], f"cut {number}"
            halved += found not in (old, new)
            assert run_for_real(vault, ("index",)).code == 0
            assert read_files(vault) in (old, new), f"cut {number}: half of it stays"
            whole += 1
    print(
        f"{whole} power cuts, {halved} in the middle of several notes: no note torn, none lost that was said to be written"
    )
