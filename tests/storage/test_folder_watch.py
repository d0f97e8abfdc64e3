"""Which folders may be other than they were: never one too few."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vaultnet.storage import folder_watch
from vaultnet.storage.folder_watch import FolderWatch
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.inotify import OVERFLOWED, FolderEvent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
Doing = Callable[[Path], object]


class _Watched:
    """A vault with People/Ada.md, watched; the disk of a test tells everything, whatever it is."""

    def __init__(self, vault: Path) -> None:
        (vault / "People" / "Inner").mkdir(parents=True)
        (vault / "Old").mkdir()
        (vault / "People" / "Ada.md").write_text("a\n")
        self.vault = vault
        self.posts: set[str] = set()
        self.watch = FolderWatch(vault, self.posts.add, compile_ignore(["Old/"]))


@pytest.fixture
def watched(vault: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Watched]:
    monkeypatch.setattr(folder_watch, "tells_all", lambda _: True)
    found = _Watched(vault)
    found.watch.start()
    yield found
    found.watch.stop()


CASES: dict[str, tuple[Doing, set[str], set[str]]] = {
    "nothing": (lambda _: None, set(), set()),
    "read": (lambda root: (root / "People/Ada.md").read_text(), set(), set()),
    "write": (lambda root: (root / "People/Ada.md").write_text("b\n"), {"People"}, {"People/Ada.md"}),
    "draft": (lambda root: (root / "People/.Ada.md.swp").write_text("b\n"), {"People"}, set()),
    "times": (lambda root: os.utime(root / "People/Ada.md", (1, 1)), {"People"}, {"People/Ada.md"}),
    "rights": (lambda root: (root / "People/Ada.md").chmod(0o600), {"People"}, {"People/Ada.md"}),
    "delete": (lambda root: (root / "People/Ada.md").unlink(), {"People"}, {"People/Ada.md"}),
    "settings": (lambda root: (root / "vaultnet.toml").write_text("\n"), {""}, {"vaultnet.toml"}),
    "ignored": (lambda root: (root / "Old/x.md").write_text("x\n"), {"Old"}, set()),
    "hidden": (lambda root: (root / ".obsidian").mkdir(), {""}, set()),
    "move": (
        lambda root: (root / "People/Ada.md").rename(root / "Eve.md"), {"People", ""}, {"People/Ada.md", "Eve.md"},
    ),
    "remove folder": (lambda root: (root / "People/Inner").rmdir(), {"People"}, {"People/Inner"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_happens_makes_its_folder_dirty(watched: _Watched, case: str) -> None:
    doing, dirty, told = CASES[case]
    doing(watched.vault)
    watched.watch.drain()
    assert watched.watch.is_sure
    assert watched.watch.dirty == dirty
    assert watched.posts == told


def test_a_new_folder_is_dirty_with_all_that_came_into_it_before_it_was_watched(watched: _Watched) -> None:
    inner = watched.vault / "New" / "Inner"
    inner.mkdir(parents=True)
    (inner / "Bob.md").write_text("b\n")
    watched.watch.drain()
    assert watched.watch.dirty == {"", "New", "New/Inner"}
    watched.watch.dirty.clear()
    (inner / "Bob.md").write_text("c\n")
    watched.watch.drain()
    assert watched.watch.dirty == {"New/Inner"}, "and watched from then on"


def test_it_loses_its_way_where_a_folder_moves_and_finds_it_again(watched: _Watched) -> None:
    (watched.vault / "People").rename(watched.vault / "Folk")
    watched.watch.drain()
    assert not watched.watch.is_sure
    watched.watch.start()
    (watched.vault / "Folk" / "Inner" / "x.md").write_text("x\n")
    watched.watch.drain()
    assert (watched.watch.is_sure, watched.watch.dirty) == (True, {"Folk/Inner"})


def test_it_is_lost_where_the_kernel_lost_events_and_where_the_vault_goes(watched: _Watched) -> None:
    watched.watch._take(FolderEvent(-1, OVERFLOWED, ""))
    assert not watched.watch.is_sure
    watched.watch.start()
    watched.vault.rename(watched.vault.with_name("elsewhere"))
    watched.watch.drain()
    assert not watched.watch.is_sure


def test_it_is_blind_on_a_disk_that_does_not_tell_and_in_a_folder_that_is_closed(
    watched: _Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: str) -> int:
        if place.endswith("Inner"):
            raise PermissionError(13, "Permission denied")
        return 1

    monkeypatch.setattr("vaultnet.storage.inotify.Inotify.watch", lambda _, place: refuse(place))
    watched.watch.start()
    assert not watched.watch.is_sure
    monkeypatch.undo()
    monkeypatch.setattr(folder_watch, "tells_all", lambda _: False)
    watched.watch.start()
    assert not watched.watch.is_sure


def test_a_vault_reached_through_a_symlink(watched: _Watched) -> None:
    link = watched.vault.with_name("link")
    link.symlink_to(watched.vault)
    watch = FolderWatch(link, watched.posts.add)
    watch.start()
    (link / "People" / "Ada.md").write_text("c\n")
    watch.drain()
    assert watch.dirty == {"People"}
    watch.stop()
    watch.stop()  # twice is as well
