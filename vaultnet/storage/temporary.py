"""The temporary file beside a note that holds its new bytes, complete and on the disk, before the note is touched.

    write_temporary(place, b"...", calls, like=looks)   ->   ".vn~3f9c0a1b2c4d", with the note's mode, owner, attributes

The name is short and fixed in length: a name made from the note's would be too long for some notes.
"""

import os

from vaultnet.storage.beneath import Place
from vaultnet.storage.looks import Looks, put_on, put_on_if_allowed
from vaultnet.storage.system_calls import SystemCalls
from vaultnet.text.lazy_pattern import lazy_pattern

TEMPORARY_NAME = lazy_pattern(r"\.vn~[0-9a-f]{12}")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_PRIVATE = 0o600
_AS_USUAL = 0o666  # less the umask, as for any file a person makes


def write_temporary(
    place: Place, data: bytes, calls: SystemCalls, *, like: Looks | None, replaces: bool = False
) -> str:
    """Write `data` beside the file and force it to the disk, looking as `like` does: in all if it `replaces` that very
    file, else as far as the system lets us; where there is nothing to look like, as any new file.
    """
    name = f".vn~{os.urandom(6).hex()}"
    fd = calls.open(name, _NEW, _AS_USUAL if like is None else _PRIVATE, dir_fd=place.folder)
    try:
        _write_all(fd, data, calls)
        if like is not None:
            (put_on if replaces else put_on_if_allowed)(fd, like, calls)
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
