"""Reading a small settings file by the shortest way, which is good as long as nothing about the file is unusual.

    read_plainly("/home/me/notes", ".obsidian/app.json")   ->   b"{...}", None where there is no such file

Every command reads a handful of them. What is unusual (a symlink on the way, a save under way, no permission) raises
Unusual, and `whole_read.py` sees to it with all care.
"""

import os
import stat
from contextlib import suppress

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class Unusual(Exception):  # noqa: N818  (an answer: read it with more care)
    """The short way is not for this file."""


def read_plainly(root: str, path: str, *, largest: int | None = None) -> bytes | None:
    """A file's bytes, None if it is not there. Raises Unusual, for a file of more than `largest` bytes too."""
    *folders, name = path.split("/")
    fds: list[int] = []
    try:
        fds.append(os.open(root, _FOLDER))
        for folder in folders:
            fds.append(os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=fds[-1]))
        fds.append(os.open(name, _FILE, dir_fd=fds[-1]))
        return _read(fds[-1], largest)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unusual from error
    finally:
        for fd in fds:
            with suppress(OSError):
                os.close(fd)


def _read(fd: int, largest: int | None) -> bytes:
    before = os.fstat(fd)
    if largest is not None and before.st_size > largest:
        raise Unusual
    data = os.read(fd, before.st_size + 1)
    after = os.fstat(fd)
    is_settled = (before.st_mtime_ns, before.st_ctime_ns) == (after.st_mtime_ns, after.st_ctime_ns)
    if not (stat.S_ISREG(before.st_mode) and is_settled and len(data) == before.st_size == after.st_size):
        raise Unusual
    return data
