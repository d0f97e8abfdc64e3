"""The temporary file beside a note that holds its new bytes, complete and on the disk, before the note is touched.

    write_temporary(place, b"...", status, calls)   ->   ".vn~3f9c0a1b2c4d", with the note's mode, owner and attributes

The name is short and fixed in length: a name made from the note's would be too long for some notes.
"""

import os

from vaultnet.storage.beneath import Place
from vaultnet.storage.rename_exchange import UNSUPPORTED
from vaultnet.storage.system_calls import SystemCalls
from vaultnet.storage.whole_read import open_to_read
from vaultnet.text.lazy_pattern import lazy_pattern

TEMPORARY_NAME = lazy_pattern(r"\.vn~[0-9a-f]{12}")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_PRIVATE = 0o600
_AS_USUAL = 0o666  # less the umask, as for any file a person makes
# Security labels are given by the system's policy; those of the user and the access list are the file's own.
_KEPT_ATTRIBUTES = ("user.", "system.posix_acl_access")


def write_temporary(
    place: Place, data: bytes, like: os.stat_result | None, calls: SystemCalls, *, mode: int | None = None
) -> str:
    """Write `data` beside the file and force it to the disk. `like` is the status of the file it shall replace; where
    there is none, `mode` is the new file's.
    """
    name = f".vn~{os.urandom(6).hex()}"
    fd = calls.open(name, _NEW, _AS_USUAL if like is None and mode is None else _PRIVATE, dir_fd=place.folder)
    try:
        _write_all(fd, data, calls)
        if like is not None:
            _copy_looks(place, fd, like, calls)
        elif mode is not None:
            calls.fchmod(fd, mode)
        calls.fsync(fd)
    except BaseException:
        calls.unlink(name, dir_fd=place.folder)
        raise
    finally:
        os.close(fd)
    return name


def _write_all(fd: int, data: bytes, calls: SystemCalls) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[calls.write(fd, rest) :]


def _copy_looks(place: Place, fd: int, like: os.stat_result, calls: SystemCalls) -> None:
    """Owner first: changing it clears the set-id bits; the access list before the mode, which is part of it."""
    mine = calls.fstat(fd)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        calls.fchown(fd, like.st_uid, like.st_gid)
    _copy_attributes(place, fd, calls)
    calls.fchmod(fd, like.st_mode & 0o7777)


def _copy_attributes(place: Place, fd: int, calls: SystemCalls) -> None:
    source = open_to_read(place, calls)
    try:
        wanted = {name: calls.getxattr(source, name) for name in _kept(source, calls)}
    finally:
        os.close(source)
    for name in _kept(fd, calls):
        if name not in wanted:  # an access list the folder hands to new files, and this file has none
            calls.removexattr(fd, name)
    for name, value in wanted.items():
        calls.setxattr(fd, name, value)


def _kept(fd: int, calls: SystemCalls) -> list[str]:
    """Names of the attributes to keep; none on a disk that has no attributes at all, as many FUSE and network disks."""
    try:
        names = calls.listxattr(fd)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return []
    return [name for name in names if name.startswith(_KEPT_ATTRIBUTES)]
