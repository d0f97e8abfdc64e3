"""`vaultnet watch` loses events, watches, time and its vault, and comes to the right index all the same (D16, D17).

What a fresh index of the same files says is what the watcher's index must say, at most a minute after the last change.
The small cases stand in tests/frontends/test_watch.py; benchmarks/watch_soak.py is about saves.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.equality import differences
from benchmarks.generate import TODAY, generate
from benchmarks.measure import Home
from benchmarks.watching import Watching, watching
from tests.promises.disks import ROOT
from tests.soaking.tools import need
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.index import database_path

pytestmark = [pytest.mark.soak, pytest.mark.alone]
BURST = int(os.environ.get("VAULTNET_SOAK_BURST", "30000"))
_PATIENCE = 60.0  # seconds: the promise after lost events
_INOTIFY = Path("/proc/sys/fs/inotify")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The watcher's folders, which are this process's too."""
    home = Home(tmp_path / "home")
    home.folder.mkdir()
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home.folder / name.lower()))
    return home


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    generate(root, 300)
    return root


def expect_convergence(vault: Path, tmp_path: Path, what: str, patience: float = _PATIENCE) -> None:
    """Nothing is asked of vaultnet meanwhile: a command would bring the index up to date by itself."""
    fresh = tmp_path / "fresh"
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "index"]
    began = time.monotonic()
    subprocess.run(line, env={**os.environ, "XDG_CACHE_HOME": str(fresh)}, cwd=ROOT, check=True, capture_output=True)
    ours = database_path(cache_folder(vault))
    (other,) = fresh.rglob(ours.name)
    found = ["not looked yet"]
    while found and time.monotonic() - began < patience:
        found = differences(ours, other)
        time.sleep(0.2)
    shutil.rmtree(fresh)
    print(f"\n{what}: right after {time.monotonic() - began:.1f} s")
    assert found == [], what


def test_d16_random_edits_and_moved_folders(vault: Path, home: Home, tmp_path: Path) -> None:
    chance = random.Random(16)
    with watching(vault, home, TODAY.isoformat()) as watcher:
        for round_ in range(12):
            for _ in range(40):
                _edit(vault, chance)
            expect_convergence(vault, tmp_path, f"round {round_}")
        early = watcher.memory()
        for round_ in range(12, 18):
            for _ in range(40):
                _edit(vault, chance)
            expect_convergence(vault, tmp_path, f"round {round_}")
        print(f"memory {early:.1f} MiB, then {watcher.memory():.1f} MiB")
        assert watcher.memory() < early + 10
        _expect_idle(watcher)


def _edit(vault: Path, chance: random.Random) -> None:
    notes = sorted(vault.rglob("*.md"))
    folders = sorted(folder for folder in vault.rglob("*") if folder.is_dir() and ".vaultnet" not in folder.parts)
    what, note = chance.random(), chance.choice(notes)
    if what < 0.4:
        note.write_bytes(note.read_bytes() + b"\n- 2026-01-02 call: more\n")
    elif what < 0.55:
        (chance.choice(folders) / f"New {chance.randrange(10**9)}.md").write_text("---\ntype: contact\n---\n")
    elif what < 0.7:
        note.rename(note.with_name(f"Moved {chance.randrange(10**9)}.md"))
    elif what < 0.75:
        note.unlink()
    else:
        folder = chance.choice(folders)
        folder.rename(folder.with_name(f"Folder {chance.randrange(10**9)}"))


def _expect_idle(watcher: Watching) -> None:
    """D17: under one per cent of a core, and nothing told, once all is quiet."""
    time.sleep(15)
    events, cpu = len(watcher.events()), watcher.cpu()
    time.sleep(20)
    share = (watcher.cpu() - cpu) / 20
    print(f"idle: {share:.2%} of a core")
    assert len(watcher.events()) == events
    assert share < 0.01


def test_d16_a_burst_that_overflows_the_queue(vault: Path, home: Home, tmp_path: Path) -> None:
    with watching(vault, home, TODAY.isoformat()):
        burst = vault / "Burst"
        burst.mkdir()
        for number in range(BURST):
            (burst / f"Note {number}.md").write_text("x\n")
        expect_convergence(
            vault, tmp_path, f"a burst of {BURST}", patience=2 * _PATIENCE
        )  # reading so many takes its time
        burst.rename(vault / "Elsewhere")
        expect_convergence(vault, tmp_path, f"a folder of {BURST} moved", patience=2 * _PATIENCE)


def test_d16_git_checks_out_many_files(vault: Path, home: Home, tmp_path: Path) -> None:
    many = vault / "Many"
    many.mkdir()
    for word in ("one", "two"):
        for number in range(BURST * 2 // 3):
            (many / f"Note {number}.md").write_text(f"{word}\n")
        words = ["init -q -b one"] if word == "one" else ["checkout -q -b two"]
        for line in (*words, "add .", f"commit -q -m {word}"):
            _git(vault, line)
    with watching(vault, home, TODAY.isoformat()):
        _git(vault, "checkout -q one")
        expect_convergence(vault, tmp_path, f"git checkout of {BURST * 2 // 3}", patience=2 * _PATIENCE)


def _git(vault: Path, line: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "gc.auto=0")
    subprocess.run(["git", "-C", str(vault), *identity, *line.split()], check=True, capture_output=True)


@contextmanager
def lowered(**limits: int) -> Iterator[None]:
    """The kernel's limits, put back whatever happens. Needs root."""
    kept = {name: (_INOTIFY / name).read_text() for name in limits}
    try:
        for name, value in limits.items():
            _set_limit(name, str(value))
        yield
    finally:
        for name, text in kept.items():
            _set_limit(name, text.strip())


def _set_limit(name: str, value: str) -> None:
    subprocess.run([need("sysctl"), "-q", "-w", f"fs.inotify.{name}={value}"], check=True)


@pytest.mark.parametrize("limits", [{"max_user_watches": 100}, {"max_queued_events": 16}], ids=str)
def test_d16_with_hardly_any_watches_or_room_for_events(
    vault: Path, home: Home, tmp_path: Path, limits: dict[str, int]
) -> None:
    for number in range(300):
        (vault / "Wide" / str(number)).mkdir(parents=True)
    with lowered(**limits), watching(vault, home, TODAY.isoformat()):
        for number in range(300):
            (vault / "Wide" / str(number) / f"Note {number}.md").write_text("---\ntype: contact\n---\n")
        expect_convergence(vault, tmp_path, f"{limits}")


def test_d16_stopped_and_continued(vault: Path, home: Home, tmp_path: Path) -> None:
    """As a laptop that sleeps: what changed meanwhile is seen."""
    with watching(vault, home, TODAY.isoformat()) as watcher:
        watcher.process.send_signal(signal.SIGSTOP)
        chance = random.Random(17)
        for _ in range(60):
            _edit(vault, chance)
            time.sleep(0.5)
        watcher.process.send_signal(signal.SIGCONT)
        expect_convergence(vault, tmp_path, "stopped for half a minute")


def test_d16_the_vault_goes_and_comes_back(vault: Path, home: Home, tmp_path: Path) -> None:
    """Moved away, deleted, and put back as another folder of the same name: nothing is written to the empty place."""
    with watching(vault, home, TODAY.isoformat()) as watcher:
        kept = tmp_path / "kept"
        shutil.copytree(vault, kept)
        shutil.rmtree(vault)
        end = time.monotonic() + _PATIENCE
        while not any(event["event"] in {"waiting", "problem"} for event in watcher.events()):
            assert time.monotonic() < end, "it was not told that the vault is gone"
            time.sleep(0.2)
        assert not vault.exists()
        shutil.copytree(kept, vault)
        (vault / "New.md").write_text("---\ntype: contact\n---\n")
        expect_convergence(vault, tmp_path, "the vault is back", patience=2 * _PATIENCE)
        assert watcher.process.poll() is None
