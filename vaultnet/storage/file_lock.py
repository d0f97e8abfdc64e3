"""Locks of the kernel's: they go with the process that held them, however that ended, so they are never stale.

fd = open_lock(state_folder(root) / "watch");  take_lock(fd)   ->   False while another process has it
"""

import fcntl
import os
from pathlib import Path

from vaultnet.errors import CannotWrite


def open_lock(file: Path) -> int:
    """The file to be locked, made where there is none; whoever closes it lets the lock go."""
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise CannotWrite(f"{file}: {error.strerror}", path=str(file)) from error


def take_lock(fd: int) -> bool:
    """Take it if nobody has it; never waits."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
