"""Two renames the standard library lacks: swap two names, and move only where nothing stands.

    exchange(folder, ".vn~1c...", folder, "Ada.md")   both names stay, their files change places, in one step
    move_new(folder, ".vn~1c...", folder, "Ada.md")   FileExistsError if there is an Ada.md

Swapping is what makes writing safe (promise D5): whatever another program saved in the last microsecond is in our hands
afterwards, not gone. Linux has both as `renameat2`, macOS as `renameatx_np`; elsewhere, and on file systems without
them, `OSError` with an errno of `UNSUPPORTED`.
"""

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class _Door(NamedTuple):
    function: str
    exchange: int
    no_replace: int


_DOORS = {
    "linux": _Door("renameat2", exchange=2, no_replace=1),
    "darwin": _Door("renameatx_np", exchange=2, no_replace=4),
}


def exchange(from_folder: int, from_name: str, to_folder: int, to_name: str) -> None:
    """Swap the two files; both must exist."""
    door = _DOORS.get(sys.platform)
    _rename(from_folder, from_name, to_folder, to_name, door.exchange if door else 0)


def move_new(from_folder: int, from_name: str, to_folder: int, to_name: str) -> None:
    """Rename, but never over something."""
    door = _DOORS.get(sys.platform)
    _rename(from_folder, from_name, to_folder, to_name, door.no_replace if door else 0)


def _rename(from_folder: int, from_name: str, to_folder: int, to_name: str, flag: int) -> None:
    call = _system_function()
    if call is None or not flag:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    failure = call(from_folder, os.fsencode(from_name), to_folder, os.fsencode(to_name), flag)
    if failure:
        raise OSError(failure, os.strerror(failure), from_name, None, to_name)


@cache
def _system_function() -> Callable[..., int] | None:
    """The C function, wrapped to answer with its errno (0 = done), or None where the C library has none."""
    import ctypes  # 6 ms, needed only by commands that write

    door = _DOORS.get(sys.platform)
    if door is None:
        return None
    function: Any = getattr(ctypes.CDLL(None, use_errno=True), door.function, None)
    if function is None:
        return None
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return lambda *arguments: ctypes.get_errno() if function(*arguments) else 0
