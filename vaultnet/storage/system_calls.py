"""Every call to the operating system by which notes are read and written, in one table.

A test hands in a table whose calls fail, stop or kill the process at a chosen point, and looks at what is left:

    replace(SYSTEM, fsync=raise_enospc)   ->   commit(..., calls=that)   ->   CannotWrite, the note as it was
"""

import os
import sys
import time
from collections.abc import Callable

from vaultnet.dataclass import dataclass
from vaultnet.storage.lease import is_open_for_writing
from vaultnet.storage.rename_exchange import exchange, move_new


def _listxattr(fd: int) -> list[str]:
    """No names where Python offers no extended attributes (all but Linux): then the other three are never called."""
    return os.listxattr(fd) if sys.platform == "linux" else []


def _getxattr(fd: int, name: str) -> bytes:
    assert sys.platform == "linux"
    return os.getxattr(fd, name)


def _setxattr(fd: int, name: str, value: bytes) -> None:
    assert sys.platform == "linux"
    os.setxattr(fd, name, value)


def _removexattr(fd: int, name: str) -> None:
    assert sys.platform == "linux"
    os.removexattr(fd, name)


@dataclass(frozen=True, slots=True)
class SystemCalls:
    """Folders are given as open descriptors, so that no symlink swapped in meanwhile leads elsewhere.

    `close` is not among them: after a good `fsync` it has nothing left to say, and before one we are failing already.
    """

    open: Callable[..., int] = os.open
    pread: Callable[[int, int, int], bytes] = os.pread
    write: Callable[[int, bytes | memoryview], int] = os.write
    fsync: Callable[[int], None] = os.fsync
    fstat: Callable[[int], os.stat_result] = os.fstat
    mkdir: Callable[..., None] = os.mkdir
    exchange: Callable[[int, str, int, str], None] = exchange
    move_new: Callable[[int, str, int, str], None] = move_new
    link: Callable[..., None] = os.link
    rename: Callable[..., None] = os.rename
    unlink: Callable[..., None] = os.unlink
    fchmod: Callable[[int, int], None] = os.fchmod
    fchown: Callable[[int, int, int], None] = os.fchown
    listxattr: Callable[[int], list[str]] = _listxattr
    getxattr: Callable[[int, str], bytes] = _getxattr
    setxattr: Callable[[int, str, bytes], None] = _setxattr
    removexattr: Callable[[int, str], None] = _removexattr
    is_open_for_writing: Callable[[int], bool | None] = is_open_for_writing
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


SYSTEM = SystemCalls()
