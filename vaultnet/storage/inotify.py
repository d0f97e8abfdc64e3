"""The kernel's list of what happens in folders, on Linux: an event is in it before the call that caused it returns.

    inotify = Inotify()
    number = inotify.watch("/home/me/notes/People")
    ...somebody saves Ada.md...
    inotify.read()   ->   [FolderEvent(number, CLOSED_WRITTEN, "Ada.md")]    [] at once if there is nothing

So whoever has read until there is nothing left knows of everything that was over when he began to read. That is more
than watchdog offers, which reads in a thread of its own, holds moves back for half a second, and drops an overflow.
"""

import ctypes
import errno
import os
import struct
from typing import NamedTuple

CHANGED, ATTRIBUTES, CLOSED_WRITTEN = 0x002, 0x004, 0x008
MOVED_FROM, MOVED_TO, CREATED, DELETED = 0x040, 0x080, 0x100, 0x200
FOLDER_DELETED, FOLDER_MOVED = 0x400, 0x800  # the watched folder itself
UNMOUNTED, OVERFLOWED, FORGOTTEN, IS_FOLDER = 0x2000, 0x4000, 0x8000, 0x4000_0000
_CHANGES = 0xFCE  # all of the above that can be asked for; reading alone is none of them
_ONLY_FOLDERS, _NO_SYMLINK = 0x100_0000, 0x200_0000
_HEAD = struct.Struct("iIII")  # watch, mask, cookie, length of the name
_AT_ONCE = 65_536  # bytes


class FolderEvent(NamedTuple):
    """Something happened in the folder watched under this number; `name` is "" where it was to the folder itself."""

    watch: int
    mask: int
    name: str


class Inotify:
    """A queue of the kernel's. Raises OSError where the system has none, or none left."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self.fd = self._checked(self._libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK))

    def watch(self, folder: str) -> int:
        """The number of the watch; the same one where the folder is watched already. Raises OSError."""
        mask = _CHANGES | _ONLY_FOLDERS | _NO_SYMLINK
        return self._checked(self._libc.inotify_add_watch(self.fd, os.fsencode(folder), mask))

    def read(self) -> list[FolderEvent]:
        """Some of what has happened, in order; [] when all has been read."""
        try:
            data = os.read(self.fd, _AT_ONCE)
        except BlockingIOError:
            return []
        events: list[FolderEvent] = []
        at = 0
        while at < len(data):
            watch, mask, _, length = _HEAD.unpack_from(data, at)
            at += _HEAD.size + length
            name = os.fsdecode(data[at - length : at].rstrip(b"\0"))
            events.append(FolderEvent(watch, mask, name))
        return events

    def close(self) -> None:
        os.close(self.fd)

    def _checked(self, result: int) -> int:
        if result < 0:
            number = ctypes.get_errno()
            raise OSError(number, "inotify watch limit reached" if number == errno.ENOSPC else os.strerror(number))
        return result
