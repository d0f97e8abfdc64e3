"""Every folder of a vault watched at once, on Linux: which of them may have changed, known for certain.

    watch = FolderWatch(root, post)
    watch.start()                   OSError where the system gives no watches
    watch.drain()                   what has happened so far: post("People/Ada.md"), and
    watch.dirty                ->   {"People"}       since `begin` was last called; emptied by whoever has looked there
    watch.is_sure              ->   False once it has lost its way, or where it is blind: then only a walk knows

Hints for people are paths that tell (`is_telling`); certainty is by folders: any event at all makes its folder dirty.
A folder that is new is watched first, and then it is dirty with everything below it, so that whatever came into it
before the watch stood is found by looking. A folder that was moved has its watches below another name: it is lost, as
after an overflow, and starts anew. That is rare, and hard to get right in any other way. It is blind to what happens on
another disk in the vault, in a folder that it may not read, and on file systems that other machines change.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from vaultnet.storage.file_system import tells_all
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.inotify import (
    DELETED,
    FOLDER_DELETED,
    FOLDER_MOVED,
    FORGOTTEN,
    IS_FOLDER,
    MOVED_FROM,
    MOVED_TO,
    OVERFLOWED,
    UNMOUNTED,
    FolderEvent,
    Inotify,
)
from vaultnet.storage.telling import is_entered, is_left_alone, is_telling

_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}  # since it was listed: the event that says so is in the queue
_LOST = OVERFLOWED | UNMOUNTED


class FolderWatch:
    """Watches one vault's folder. `is_ignored` may be replaced while it runs, when the settings have changed."""

    def __init__(self, root: Path, post: Callable[[str], None], is_ignored: IsIgnored = ignore_nothing) -> None:
        self.is_ignored = is_ignored
        self.dirty: set[str] = set()
        self.is_lost = self.is_blind = False
        self._root = os.path.realpath(root)
        self._post = post
        self._inotify: Inotify | None = None
        self._folders: dict[int, str] = {}
        self._device = 0

    @property
    def is_sure(self) -> bool:
        return self._inotify is not None and not (self.is_lost or self.is_blind)

    @property
    def fd(self) -> int | None:
        """Can be read when something has happened; another one whenever it begins anew."""
        return self._inotify.fd if self._inotify else None

    def start(self) -> None:
        """Watch everything, from the beginning. Whoever has to know walks the vault after it. Raises OSError."""
        self.stop()
        self._inotify = Inotify()
        self._device = os.stat(self._root).st_dev  # noqa: PTH116  (pathlib would make an object)
        self.is_lost, self.is_blind = False, not tells_all(self._root)
        try:
            self._watch_below("")
        except BaseException:
            self.stop()
            raise
        self.dirty.clear()

    def stop(self) -> None:
        if self._inotify is not None:
            self._inotify.close()
        self._inotify = None
        self._folders.clear()
        self.dirty.clear()

    def drain(self) -> None:
        """Take in all that has happened until now."""
        while self._inotify is not None and (events := self._inotify.read()):
            for event in events:
                self._take(event)

    def _take(self, event: FolderEvent) -> None:
        if event.mask & _LOST:
            self.is_lost = True
            return
        folder = self._folders.get(event.watch)
        if event.mask & FORGOTTEN:
            self._folders.pop(event.watch, None)
            return
        if folder is None:  # of a folder that was deleted: the one above it knows
            return
        if event.mask & (FOLDER_DELETED | FOLDER_MOVED):
            self.is_lost = self.is_lost or not folder  # the vault's own; of others the folder above tells
            return
        self.dirty.add(folder)
        is_folder = bool(event.mask & IS_FOLDER)
        path = f"{folder}/{event.name}" if folder else event.name
        if is_folder and event.name and is_entered(event.name):
            self._take_folder(path, event.mask)
        if (
            event.name
            and is_telling(path, is_folder=is_folder)
            and not is_left_alone(path, self.is_ignored, is_folder=is_folder)
        ):
            self._post(path)

    def _take_folder(self, path: str, mask: int) -> None:
        if mask & (MOVED_FROM | MOVED_TO):
            self.is_lost = True
        elif not mask & DELETED:
            try:
                self._watch_below(path)
            except OSError:  # the limit is reached
                self.is_blind = True

    def _watch_below(self, top: str) -> None:
        """The folder and those in it; each is watched before it is listed. Raises OSError at the limit of watches."""
        assert self._inotify is not None
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            place = f"{self._root}/{folder}" if folder else self._root
            try:
                self._folders[self._inotify.watch(place)] = folder
                waiting += self._folders_in(folder, place)
            except OSError as error:
                if error.errno == errno.ENOSPC or not folder:
                    raise
                if error.errno not in _GONE:
                    self.is_blind = True  # it cannot be entered
            self.dirty.add(folder)

    def _folders_in(self, folder: str, place: str) -> list[str]:
        prefix = f"{folder}/" if folder else ""
        found: list[str] = []
        with os.scandir(place) as entries:
            for entry in entries:
                if is_entered(entry.name) and entry.is_dir(follow_symlinks=False):
                    found.append(prefix + entry.name)
                    if entry.stat(follow_symlinks=False).st_dev != self._device:
                        self.is_blind = True
        return found
