"""What a note's file is besides its bytes: how open it is, whose it is, its attributes and access list (promise D22).

    read_looks(place, status, calls)    ->   Looks(mode=0o640, owner=(1000, 100), attributes={"user.color": b"red"})
    looks_of(root, ["People/Ada.md"])   ->   the same, for the `Ada King.md` it is renamed to, or its copy in the trash
    put_on(fd, looks, calls)                 on the file that takes a note's place: all of it, or OSError
    put_on_if_allowed(fd, looks, calls)      on a note under a new name: as far as the system lets us

A new note is as open as the user's umask says; what was closed to others must not be opened by a new name.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from vaultnet.storage.beneath import OutsideVault, Place, open_folder
from vaultnet.storage.rename_exchange import UNSUPPORTED
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.whole_read import NotAFile, open_to_read

_OURS = 0o600
_BITS = 0o777
_ALL_BITS = 0o7777
_GROUP = 0o070
_SAME = -1  # to chown
# Security labels are given by the system's policy; those of the user and the access list are the file's own.
_KEPT_ATTRIBUTES = ("user.", "system.posix_acl_access")


class Looks(NamedTuple):
    """`owner`: user and group. What is None is left as the system gives it to a new file."""

    mode: int
    owner: tuple[int, int] | None = None
    attributes: Mapping[str, bytes] | None = None


def read_looks(place: Place, status: os.stat_result, calls: SystemCalls) -> Looks:
    """Those of a file that is there."""
    source = open_to_read(place, calls)
    try:
        attributes = {name: calls.getxattr(source, name) for name in _kept(source, calls)}
    finally:
        os.close(source)
    return Looks(status.st_mode & _ALL_BITS, (status.st_uid, status.st_gid), attributes)


def looks_of(root: Path, paths: Iterable[str], calls: SystemCalls = SYSTEM) -> Looks | None:
    """Those of the one note that is taken away; of several only the mode, what all of them allow; None where none of
    them is there.
    """
    found = [looks for path in paths if (looks := _find_looks(root, path, calls)) is not None]
    if not found:
        return None
    mode = _BITS
    for looks in found:
        mode &= looks.mode
    return found[0]._replace(mode=mode | _OURS) if len(found) == 1 else Looks(mode | _OURS)


def _find_looks(root: Path, path: str, calls: SystemCalls) -> Looks | None:
    try:
        with open_folder(root, path, calls) as place:
            status = os.stat(place.name, dir_fd=place.folder, follow_symlinks=False)
            with suppress(OSError):
                return read_looks(place, status, calls)
            return Looks(status.st_mode & _ALL_BITS, (status.st_uid, status.st_gid))  # all that the disk tells
    except (OSError, OutsideVault, NotAFile):  # whoever takes it away says so
        return None


def put_on(fd: int, looks: Looks, calls: SystemCalls) -> None:
    """Owner first: changing it clears the set-id bits; the access list before the mode, which is part of it."""
    if looks.owner is not None:
        _give(fd, *looks.owner, calls)
    if looks.attributes is not None:
        _set_attributes(fd, looks.attributes, calls)
    calls.fchmod(fd, looks.mode)


def put_on_if_allowed(fd: int, looks: Looks, calls: SystemCalls) -> None:
    """A note that may not be given to its owner is ours; one whose group or access list may not be kept is no more
    open to our group than to everybody.
    """
    is_kept = True
    if looks.owner is not None:
        user, group = looks.owner
        is_kept = _is_allowed(_give, fd, user, group, calls) or _is_allowed(_give, fd, _SAME, group, calls)
    if looks.attributes is not None:
        is_kept &= _is_allowed(_set_attributes, fd, looks.attributes, calls)
    calls.fchmod(fd, looks.mode if is_kept else looks.mode & (_BITS ^ _GROUP | looks.mode << 3 & _GROUP))


def _is_allowed(change: Callable[..., None], *arguments: object) -> bool:
    try:
        change(*arguments)
    except OSError:
        return False
    return True


def _give(fd: int, user: int, group: int, calls: SystemCalls) -> None:
    mine = calls.fstat(fd)
    if (mine.st_uid, mine.st_gid) != (user, group):
        calls.fchown(fd, user, group)


def _set_attributes(fd: int, wanted: Mapping[str, bytes], calls: SystemCalls) -> None:
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
