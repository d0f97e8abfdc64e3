"""Which events are hints, and which names are nobody's business."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.telling import is_telling
from vaultnet.storage.watcher import Watcher

LONGEST = 10.0  # seconds: only a test that fails waits for so long


class _Posts:
    def __init__(self) -> None:
        self.paths: list[str] = []
        self.changed = threading.Condition()

    def __call__(self, path: str) -> None:
        with self.changed:
            self.paths.append(path)
            self.changed.notify_all()

    def until(self, path: str) -> set[str]:
        with self.changed:
            assert self.changed.wait_for(lambda: path in self.paths, LONGEST), self.paths
            return set(self.paths)


@contextmanager
def _watching(vault: Path, *ignored: str) -> Iterator[_Posts]:
    posts = _Posts()
    watcher = Watcher(vault, posts)
    if ignored:
        watcher.is_ignored = compile_ignore(ignored)
    watcher.start()
    try:
        yield posts
    finally:
        watcher.stop()


@pytest.mark.parametrize(
    ("path", "is_folder", "tells"),
    [
        ("Ada.md", False, True),
        ("People/Ada.MARKDOWN", False, True),
        ("vaultnet.toml", False, True),
        ("People", True, True),
        ("Sub/vaultnet.toml", False, False),
        ("", True, False),
        (".", True, False),
        (".git/HEAD.md", False, False),
        (".obsidian/workspace.json", False, False),
        (".vn~0123456789ab", False, False),
        ("People/.Ada.md.swp", False, False),
        ("People/.#Ada.md", False, False),
        ("People/#Ada.md#", False, False),
        ("People/Ada.md~", False, False),
        ("People/4913", False, False),
        ("People/Ada.md.tmp.4711", False, False),
        ("node_modules/a/README.md", False, False),
        ("picture.png", False, False),
    ],
)
def test_names_that_tell(path: str, is_folder: bool, tells: bool) -> None:
    assert is_telling(path, is_folder=is_folder) is tells


def test_changes_are_posted_and_reading_is_not(vault: Path) -> None:
    (vault / "Ada.md").write_text("a\n")
    (vault / "Old").mkdir()
    with _watching(vault, "Old/") as posts:
        (vault / "Ada.md").read_text()
        (vault / "Old" / "Note.md").write_text("x\n")
        (vault / "People").mkdir()
        posts.until("People")
        (vault / "People" / "Bob.md").write_text("b\n")
        posts.until("People/Bob.md")
        assert "Ada.md" not in posts.paths
        (vault / "Ada.md").rename(vault / "Eve.md")
        assert posts.until("Eve.md") >= {"Ada.md", "People", "People/Bob.md"}
        assert not [path for path in posts.paths if path.startswith("Old")]


def test_a_vault_reached_through_a_symlink(vault: Path) -> None:
    link = vault.with_name("link")
    link.symlink_to(vault)
    with _watching(link) as posts:
        (link / "Ada.md").write_text("a\n")
        posts.until("Ada.md")


def test_stopping_a_watcher_that_never_began(vault: Path) -> None:
    Watcher(vault, _Posts()).stop()
