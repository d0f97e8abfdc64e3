"""Whether the vault is there, and the watcher that is to be looking at it: a disk may be unmounted, a folder replaced.

eyes = Eyes(root, mailbox)
eyes.open()        ->  True once the vault is there and is watched; False while it is gone
eyes.trouble       ->  "" or why the system tells of no changes: then one has to look more often
eyes.take()        ->  {"People"}: the only folders in which anything has happened since; None: it may be anywhere
"""

import sys
from collections.abc import Set as AbstractSet
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import TYPE_CHECKING

from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.vault_root import find_root

if TYPE_CHECKING:
    from vaultnet.storage.folder_watch import FolderWatch
    from vaultnet.storage.watcher import Watcher


class Eyes:
    """At most one watcher at a time, of the folder that stands at the vault's path now."""

    def __init__(self, root: Path, mailbox: Mailbox) -> None:
        self.trouble = ""
        self.is_new = False  # whether the last `open` began to watch
        self._root = root
        self._mailbox = mailbox
        self._is_ignored: IsIgnored = ignore_nothing
        self._watch: FolderWatch | Watcher | None = None
        self._watched: tuple[int, int] | None = None

    def open(self) -> bool:
        self.is_new = False
        there = self._identity()
        if there != self._watched:
            self.close()
            if there is not None:
                self._watched, self.is_new = there, True
                self._start()
        return there is not None

    def close(self) -> None:
        self._stop()
        self._watched = None

    def ignore(self, is_ignored: IsIgnored) -> None:
        self._is_ignored = is_ignored
        if self._watch is not None:
            self._watch.is_ignored = is_ignored

    @property
    def is_sure(self) -> bool:
        """Whether it knows of everything that has happened in the folder that is the vault."""
        return self._watch is not None and self._watch.is_sure and self._watched == self._identity()

    def has_news(self) -> bool:
        """Whether there is something to look at, as of this moment."""
        if self._watch is None:
            return True
        self._watch.drain()
        return bool(self._watch.dirty) or not self._watch.is_sure

    @property
    def is_lost(self) -> bool:
        """Whether there is reason to look everywhere, soon."""
        return self._watch is not None and self._watch.is_lost

    def take(self) -> AbstractSet[str] | None:
        """What it was told up to now is forgotten with the answer: whoever asks looks there, or everywhere."""
        if self._watch is None:
            return None
        self._watch.drain()
        if self._watch.is_lost:
            self._start()
            return None
        dirty = frozenset(self._watch.dirty)
        self._watch.dirty.clear()
        return dirty if self._watch.is_sure else None

    def _start(self) -> None:
        """Begin to watch, or begin anew."""
        self._stop()
        self.trouble = ""
        watch = self._make()
        try:
            watch.start()
        except OSError as error:
            watch.stop()
            self.trouble = error.strerror or str(error)
        else:
            self._watch = watch
            self._mailbox.listen(watch.fd, watch.drain)

    def _stop(self) -> None:
        if self._watch is not None:
            self._mailbox.ignore(self._watch.fd)
            self._watch.stop()
        self._watch = None

    def _make(self) -> "FolderWatch | Watcher":
        if sys.platform != "linux":
            from vaultnet.storage.watcher import Watcher

            return Watcher(self._root, self._mailbox.post, self._is_ignored)
        from vaultnet.storage.folder_watch import FolderWatch

        return FolderWatch(self._root, self._mailbox.post, self._is_ignored)

    def _identity(self) -> tuple[int, int] | None:
        """Device and inode; None for no folder, or only the empty place where a disk was mounted."""
        try:
            status = self._root.stat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if find_root(self._root) == self._root.absolute() else None
