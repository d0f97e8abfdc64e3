"""Whether a note could be written to at all, asked before anything is: one that is read-only must not stop the others.

find_obstacle(root, "People/Ada.md")   ->   None, or "permission denied: make the note and its folder writable for you"
"""

import errno
import os
from pathlib import Path
from typing import Final

ADVICE: Final = {
    errno.ENOSPC: "the disk is full: make room, then run the command again",
    errno.EDQUOT: "your disk quota is used up: make room, then run the command again",
    errno.EACCES: "permission denied: make the note and its folder writable for you",
    errno.EPERM: "the system does not permit it: look at owner and attributes (lsattr) of the note and its folder",
    errno.EROFS: "the file system is read-only: mount it for writing",
    errno.EIO: "the disk reports an error: look after your backup, then check the disk",
    errno.EMFILE: "too many files are open: run the command again",
    errno.ENAMETOOLONG: "the name is too long for this file system",
}


def find_obstacle(root: Path, path: str) -> str | None:
    """What keeps a note that is there from being written to; None where nothing is known to.

    A promise of nothing: whoever writes still has to ask again (`storage/write_job.py`).
    """
    note = root / path
    try:
        mode = note.stat().st_mode
    except OSError:
        return None  # not there, or not to be seen: reading and writing say it better
    # The owner's own mark counts also for root, whom the system would let write.
    may_write = mode & 0o222 and os.access(note, os.W_OK) and os.access(note.resolve().parent, os.W_OK | os.X_OK)
    return None if may_write else ADVICE[errno.EACCES]
