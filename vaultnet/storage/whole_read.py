r"""Reading a file whole, and never half of a save that is under way.

    read_whole(place, calls)   ->   NoteBytes(data=b"# Ada\n", stamp=Stamp(size=6, ...))

The stamp is taken before and after; if they differ, somebody wrote meanwhile, and we read again.
"""

import os
import stat
from typing import NamedTuple

from vaultnet.storage.beneath import Place
from vaultnet.storage.stamp import Stamp, stamp_of
from vaultnet.storage.system_calls import SystemCalls

_ATTEMPTS = 50
_PAUSE = 0.02
# Without O_NONBLOCK opening a named pipe would wait for ever.
_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class NoteBytes(NamedTuple):
    data: bytes
    stamp: Stamp


class Unsettled(Exception):  # noqa: N818  (an answer: the caller says it in its own words)
    """The file changed each time while it was read: for a second somebody has been writing without a pause."""


class NotAFile(Exception):  # noqa: N818
    """A folder, a pipe or a device stands where a note should be."""


class Opened(NamedTuple):
    """A file's bytes together with all that a copy of it must keep."""

    note: NoteBytes
    status: os.stat_result


def open_to_read(place: Place, calls: SystemCalls) -> int:
    return calls.open(place.name, _READ, dir_fd=place.folder)


def read_whole(place: Place, calls: SystemCalls) -> NoteBytes:
    return read_with_status(place, calls).note


def read_with_status(place: Place, calls: SystemCalls) -> Opened:
    for _ in range(_ATTEMPTS):
        fd = open_to_read(place, calls)
        try:
            opened = read_descriptor(fd, calls)
        finally:
            os.close(fd)
        if opened is not None:
            return opened
        calls.sleep(_PAUSE)
    raise Unsettled(place.name)


def read_descriptor(fd: int, calls: SystemCalls) -> Opened | None:
    """The bytes behind an open descriptor, or None if they changed meanwhile."""
    before = calls.fstat(fd)
    if not stat.S_ISREG(before.st_mode):
        raise NotAFile
    data = _read_bytes(fd, before.st_size, calls)
    after = calls.fstat(fd)
    if stamp_of(before) != stamp_of(after) or len(data) != after.st_size:
        return None
    return Opened(NoteBytes(data, stamp_of(after)), after)


def _read_bytes(fd: int, size: int, calls: SystemCalls) -> bytes:
    """Up to the end of the file, wherever it is by now; one byte more than its size shows that it has not grown."""
    parts: list[bytes] = []
    got = 0
    while part := calls.pread(fd, max(size - got, 0) + 1, got):
        parts.append(part)
        got += len(part)
        if got > size:
            break
    return b"".join(parts)
