"""One writing vaultnet per vault at a time.

with writer_lock(root):          waits up to 6 s for the other one, then NotWritten
    commit(...)
with free_lock(root) as is_ours:          never waits: False where another vaultnet writes at this moment
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep as real_sleep

from vaultnet.errors import NotWritten
from vaultnet.storage.file_lock import open_lock, take_lock
from vaultnet.storage.state_folder import state_folder

LONGEST_WAIT = 6.0
_GLANCE = 0.05


@contextmanager
def writer_lock(root: Path, *, sleep: Callable[[float], None] = real_sleep) -> Iterator[None]:
    fd = open_lock(_lock_file(root))
    try:
        _wait_for(fd, sleep)
        _say_who(fd)
        yield
    finally:
        os.close(fd)


@contextmanager
def free_lock(root: Path) -> Iterator[bool]:
    """The lock if nobody has it: for who would rather go without than wait."""
    fd = open_lock(_lock_file(root))
    try:
        is_ours = take_lock(fd)
        if is_ours:
            _say_who(fd)
        yield is_ours
    finally:
        os.close(fd)


def _lock_file(root: Path) -> Path:
    """The device and inode tell apart two vaults that are mounted at the same place one after the other."""
    status = root.stat()
    return state_folder(root) / f"lock-{status.st_dev}-{status.st_ino}"


def _wait_for(fd: int, sleep: Callable[[float], None]) -> None:
    waited = 0.0
    while not take_lock(fd):
        if waited >= LONGEST_WAIT:
            raise NotWritten(
                f"another vaultnet{_who(fd)} has been writing to this vault for over {LONGEST_WAIT:.0f} seconds; "
                "nothing was written: wait for it or end it, then run the command again"
            )
        sleep(_GLANCE)
        waited += _GLANCE


def _say_who(fd: int) -> None:
    """For the words to whoever waits; on a full disk they go without, the lock holds all the same."""
    with suppress(OSError):
        os.ftruncate(fd, 0)
        os.pwrite(fd, str(os.getpid()).encode(), 0)


def _who(fd: int) -> str:
    number = os.pread(fd, 20, 0).decode(errors="replace")
    return f" (process {number})" if number.isdigit() else ""
