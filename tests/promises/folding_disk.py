"""A disk as a Mac or a Windows machine has it, for Linux: names that fold alike are one file. A FUSE program.

    python -m tests.promises.folding_disk BEHIND PLACE fold     Ada.md = ada.md, and every name comes back decomposed
    python -m tests.promises.folding_disk BEHIND PLACE plain    names as they are; only that no two files can be swapped

What lies at PLACE is kept in the folder BEHIND. There is no RENAME_EXCHANGE in either, as on most FUSE and network disks.
It needs the package mfusepy, and from the system /dev/fuse and fuse3.
"""

# A disk is made of the very calls, with the arguments that it is given.
# ruff: noqa: ARG002, PTH101, PTH102, PTH104, PTH106, PTH108, PTH115, PTH120, PTH208, PTH211

import errno
import os
import sys
import unicodedata
from functools import partial
from typing import Any

from mfusepy import FUSE, FuseOSError, Operations


class _Fuse(FUSE):  # type: ignore[misc]
    """mfusepy forgets the flags of a rename, and would answer an exchange by overwriting."""

    def rename_fuse_3(self, old: bytes, new: bytes, flags: int) -> int:
        if flags:
            raise FuseOSError(errno.EINVAL)
        return int(super().rename_fuse_3(old, new, flags))


class FoldingDisk(Operations):  # type: ignore[misc]
    """Every call goes to the folder behind, under the name that the folder has for it."""

    use_ns = True

    def __init__(self, behind: str, *, is_folding: bool) -> None:
        self._behind = behind
        self._is_folding = is_folding

    def _real(self, path: str) -> str:
        here = self._behind
        for part in filter(None, path.split("/")):
            here = f"{here}/{self._name_in(here, part)}"
        return here

    def _name_in(self, folder: str, name: str) -> str:
        """As the folder spells it; a new name decomposed, as HFS+ keeps it."""
        if not self._is_folding or os.path.lexists(f"{folder}/{name}"):
            return name
        try:
            return next((there for there in os.listdir(folder) if _fold(there) == _fold(name)), _decomposed(name))
        except OSError:
            return name

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        status = os.lstat(self._real(path)) if fh is None else os.fstat(fh)
        names = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino", "st_blocks")
        times = {name: getattr(status, f"{name}_ns") for name in ("st_atime", "st_mtime", "st_ctime")}
        return {**{name: getattr(status, name) for name in names}, **times}

    def readdir(self, path: str, fh: int) -> list[tuple[str, dict[str, int], int]]:
        """With inodes: the kernel leaves out an entry that has none."""
        with os.scandir(self._real(path)) as listing:
            return [(entry.name, {"st_ino": entry.inode()}, 0) for entry in listing]

    def open(self, path: str, flags: int) -> int:
        return os.open(self._real(path), flags & ~os.O_NOFOLLOW)

    def create(self, path: str, mode: int, flags: int = os.O_RDWR) -> int:
        return os.open(self._real(path), flags | os.O_CREAT, mode)

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return os.pread(fh, size, offset)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        """A file opened to append is written at its end, whatever the kernel takes for it."""
        return os.pwrite(fh, data, offset)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        os.truncate(self._real(path) if fh is None else fh, length)
        return 0

    def release(self, path: str, fh: int) -> int:
        os.close(fh)
        return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        os.fsync(fh)
        return 0

    def rename(self, old: str, new: str) -> int:
        before, after = self._real(old), self._real(new)
        if before == after:  # only the letters differ: the file takes the new spelling
            after = f"{os.path.dirname(before)}/{_decomposed(new.rpartition('/')[2])}"
        os.rename(before, after)
        return 0

    def link(self, target: str, source: str) -> int:
        os.link(self._real(source), self._real(target))
        return 0

    def symlink(self, target: str, source: str) -> int:
        os.symlink(source, self._real(target))
        return 0

    def readlink(self, path: str) -> str:
        return os.readlink(self._real(path))

    def unlink(self, path: str) -> int:
        os.unlink(self._real(path))
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        os.mkdir(self._real(path), mode)
        return 0

    def rmdir(self, path: str) -> int:
        os.rmdir(self._real(path))
        return 0

    def chmod(self, path: str, mode: int) -> int:
        os.chmod(self._real(path), mode)
        return 0

    def chown(self, path: str, uid: int, gid: int) -> int:
        os.chown(self._real(path), uid, gid)
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        if times:
            os.utime(self._real(path), ns=times)
        else:
            os.utime(self._real(path))
        return 0


def _decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


if __name__ == "__main__":
    # Nothing is remembered by the kernel: what is behind may be changed under it.
    fresh = {"entry_timeout": 0, "attr_timeout": 0, "negative_timeout": 0, "use_ino": True, "direct_io": True}
    disk = FoldingDisk(sys.argv[1], is_folding=sys.argv[3] == "fold")
    partial(_Fuse, **fresh)(disk, sys.argv[2], foreground=True, nothreads=False)
