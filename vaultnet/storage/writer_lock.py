"""One writing vaultnet per vault at a time.

    with writer_lock(root):          waits up to 6 s for the other one, then NotWritten
        commit(...)

The lock is the kernel's: it goes with the process that held it, however that ended, so it is never stale.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep as real_sleep

from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.state_folder import state_folder

LONGEST_WAIT = 6.0
_GLANCE = 0.05


@contextmanager
def writer_lock(root: Path, *, sleep: Callable[[float], None] = real_sleep) -> Iterator[None]:
    fd = _open_lock(root)
    try:
        _wait_for(fd, sleep)
        os.ftruncate(fd, 0)
        os.pwrite(fd, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(fd)


def _open_lock(root: Path) -> int:
    """The device and inode tell apart two vaults that are mounted at the same place one after the other."""
    status = root.stat()
    file = state_folder(root) / f"lock-{status.st_dev}-{status.st_ino}"
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise CannotWrite(f"{file}: {error.strerror}", path=str(file)) from error


def _wait_for(fd: int, sleep: Callable[[float], None]) -> None:
    waited = 0.0
    while not _take(fd):
        if waited >= LONGEST_WAIT:
            raise NotWritten(
                f"another vaultnet{_who(fd)} has been writing to this vault for over {LONGEST_WAIT:.0f} seconds; "
                "nothing was written: wait for it or end it, then run the command again"
            )
        sleep(_GLANCE)
        waited += _GLANCE


def _take(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _who(fd: int) -> str:
    number = os.pread(fd, 20, 0).decode(errors="replace")
    return f" (process {number})" if number.isdigit() else ""
