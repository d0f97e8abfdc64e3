"""Which notes the system says have changed, as hints: a path at a time, told from another thread.

    watcher = Watcher(root, post)           post("People/Ada.md") at every change, until stop()
    watcher.start()                         OSError where the system gives no watches

    vim saves Ada.md: 4913, Ada.md~, .Ada.md.swp, Ada.md, 35 events in all   ->   post("Ada.md"), a few times

For systems other than Linux, which has `folder_watch.py`. Only hints: watchdog drops without a word what it was given
no watch for, and holds events back. Whoever has to know walks the vault (`refresh`), at a hint and every so often
without one (promise D16).
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

from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.telling import is_left_alone, is_telling

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


class Watcher:
    """Watches one vault's folder. `is_ignored` may be replaced while it runs, when the settings have changed."""

    def __init__(self, root: Path, post: Callable[[str], None], is_ignored: IsIgnored = ignore_nothing) -> None:
        self._root = Path(os.path.realpath(root))
        self._post = post
        self._observer = Observer()
        self.is_ignored = is_ignored
        # Nothing to read from, and nothing that is sure: see `folder_watch.py`.
        self.fd: int | None = None
        self.dirty: set[str] = set()
        self.is_sure = self.is_lost = False

    def start(self) -> None:
        # What watchdog logs (an overflow, a folder gone while it was being watched) is what the walk is for.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL + 1)
        self._observer.schedule(_Teller(self._tell), str(self._root), recursive=True, event_filter=_CHANGES)
        self._observer.start()

    def stop(self) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def drain(self) -> None:
        """What there is comes by itself."""

    def _tell(self, name: str, *, is_folder: bool) -> None:
        path = os.path.relpath(name, self._root) if name else ""
        if is_telling(path, is_folder=is_folder) and not is_left_alone(path, self.is_ignored, is_folder=is_folder):
            self._post(path)


class _Teller(FileSystemEventHandler):
    """watchdog's own way of being listened to; a move tells of both its ends."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell_of = tell

    def dispatch(self, event: FileSystemEvent) -> None:
        for name in (event.src_path, event.dest_path):
            if name:
                self._tell_of(os.fsdecode(name), is_folder=event.is_directory)
