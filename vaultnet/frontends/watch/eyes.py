"""Whether the vault is there, and the watcher that is to be looking at it: a disk may be unmounted, a folder replaced.

eyes = Eyes(root, mailbox.post)
eyes.open()        ->  True once the vault is there and is watched; False while it is gone
eyes.trouble       ->  "" or why the system tells of no changes: then one has to look more often
"""

from collections.abc import Callable
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.vault_root import find_root
from vaultnet.storage.watcher import Watcher


class Eyes:
    """At most one watcher at a time, of the folder that stands at the vault's path now."""

    def __init__(self, root: Path, post: Callable[[str], None]) -> None:
        self.trouble = ""
        self.is_new = False  # whether the last `open` began to watch
        self._root = root
        self._post = post
        self._is_ignored: IsIgnored = ignore_nothing
        self._watcher: Watcher | None = None
        self._watched: tuple[int, int] | None = None

    def open(self) -> bool:
        self.is_new = False
        there = self._identity()
        if there != self._watched:
            self.close()
            if there is not None:
                self._start(there)
        return there is not None

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
        self._watcher = self._watched = None

    def ignore(self, is_ignored: IsIgnored) -> None:
        self._is_ignored = is_ignored
        if self._watcher is not None:
            self._watcher.is_ignored = is_ignored

    def _start(self, there: tuple[int, int]) -> None:
        self._watched, self.is_new, self.trouble = there, True, ""
        watcher = Watcher(self._root, self._post, self._is_ignored)
        try:
            watcher.start()
        except OSError as error:
            watcher.stop()
            self.trouble = error.strerror or str(error)
        else:
            self._watcher = watcher

    def _identity(self) -> tuple[int, int] | None:
        """Device and inode; None for no folder, or only the empty place where a disk was mounted."""
        try:
            status = self._root.stat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if find_root(self._root) == self._root.absolute() else None
