"""Which notes the system says have changed, as hints: a path at a time, told from another thread.

    watcher = Watcher(root, post)           post("People/Ada.md") at every change, until stop()
    watcher.start()                         OSError where the system gives no watches

    vim saves Ada.md: 4913, Ada.md~, .Ada.md.swp, Ada.md, 35 events in all   ->   post("Ada.md"), a few times

Only hints: watchdog drops without a word what overflows the kernel's queue, and what it was given no watch for. Whoever
has to know looks at the vault himself (`refresh`), at a hint and every so often without one (promise D16).
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from vaultnet.storage.config import SETTINGS_FILE
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.scanned import NOTE_ENDINGS

# Opening, and closing without a change, stay in the kernel: our own reading of 10,000 notes would fill its queue.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
_NOT_ENTERED = "node_modules"


class Watcher:
    """Watches one vault's folder. `is_ignored` may be replaced while it runs, when the settings have changed."""

    def __init__(self, root: Path, post: Callable[[str], None], is_ignored: IsIgnored = ignore_nothing) -> None:
        self._root = Path(os.path.realpath(root))
        self._post = post
        self._observer = Observer()
        self.is_ignored = is_ignored

    def start(self) -> None:
        # What watchdog logs (an overflow, a folder gone while it was being watched) is what the walk is for.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL + 1)
        self._observer.schedule(_Teller(self._tell), str(self._root), recursive=True, event_filter=_CHANGES)
        self._observer.start()

    def stop(self) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def _tell(self, name: str, *, is_folder: bool) -> None:
        path = os.path.relpath(name, self._root) if name else ""
        if is_telling(path, is_folder=is_folder) and not self._is_left_alone(path, is_folder=is_folder):
            self._post(path)

    def _is_left_alone(self, path: str, *, is_folder: bool) -> bool:
        if self.is_ignored is ignore_nothing:
            return False
        above = [place for place in _folders_above(path) if self.is_ignored(place, is_folder=True)]
        return bool(above) or self.is_ignored(path, is_folder=is_folder)


def is_telling(path: str, *, is_folder: bool) -> bool:
    """Whether a change of this name may change what the notes say. Names with a dot in front (git, Obsidian, vim's
    `.swp`, emacs' `.#`, our own `.vn~`) never do, nor do names without a note's ending (`Ada.md~`, `#Ada.md#`, `4913`).
    """
    parts = path.split("/")
    if not path or any(part.startswith(".") for part in parts) or _NOT_ENTERED in parts:
        return False
    return is_folder or path == SETTINGS_FILE or path.lower().endswith(NOTE_ENDINGS)


def _folders_above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


class _Teller(FileSystemEventHandler):
    """watchdog's own way of being listened to; a move tells of both its ends."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell_of = tell

    def dispatch(self, event: FileSystemEvent) -> None:
        for name in (event.src_path, event.dest_path):
            if name:
                self._tell_of(os.fsdecode(name), is_folder=event.is_directory)
