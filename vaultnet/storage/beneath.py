"""Opening folders inside the vault, and never outside (promise S2).

    open_folder(root, "People/Ada.md", calls)   ->   (descriptor of People, "Ada.md")
    "../x.md", "/etc/passwd", a symlink that leads out of the vault   ->   OutsideVault

Every component is opened in turn without following symlinks. Where one is met, the real place is worked out, must lie
inside the vault, and is then walked the same way: a symlink swapped in between is an error, not a way out.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from vaultnet.storage.system_calls import SystemCalls

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_A_SYMLINK_STANDS_THERE = frozenset({errno.ELOOP, errno.ENOTDIR, errno.EMLINK})


class OutsideVault(Exception):  # noqa: N818  (an answer: it becomes a refusal in the words of the command)
    """A path that does not stay inside the vault."""


class Place(NamedTuple):
    """An open folder and a name in it: all that is needed to work on one file."""

    folder: int
    name: str


def split_path(path: str) -> tuple[str, ...]:
    """The components of a vault path; `..`, absolute paths and whatever belongs to git are refused."""
    parts = tuple(path.split("/"))
    if "\0" in path or any(part in {"", ".", ".."} or part.casefold() == ".git" for part in parts):
        raise OutsideVault(path)
    return parts


@contextmanager
def open_folder(root: Path, path: str, calls: SystemCalls, *, make: bool = False) -> Iterator[Place]:
    """The real folder that holds `path`, opened, and the file's real name in it; made on the way if `make`."""
    parts = split_path(path)
    try:
        folder = _walk(root, parts[:-1], calls, make=make)
    except OSError as error:
        if error.errno not in _A_SYMLINK_STANDS_THERE:
            raise
        parts = _real_parts(root, path)
        folder = _walk(root, parts[:-1], calls, make=make)
    try:
        if _is_symlink(folder, parts[-1]):
            parts = _real_parts(root, path)
            os.close(folder)
            folder = -1
            folder = _walk(root, parts[:-1], calls, make=False)
        yield Place(folder, parts[-1])
    finally:
        if folder >= 0:
            os.close(folder)


def _is_symlink(folder: int, name: str) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return False


def _real_parts(root: Path, path: str) -> tuple[str, ...]:
    """Where a path with symlinks in it really is, as components below the real root."""
    real_root, real = os.path.realpath(root), os.path.realpath(root / path)
    if not real.startswith(real_root.rstrip("/") + "/"):
        raise OutsideVault(path)
    return split_path(os.path.relpath(real, real_root))


def _walk(root: Path, folders: tuple[str, ...], calls: SystemCalls, *, make: bool) -> int:
    here = calls.open(root, FOLDER)
    for name in folders:
        try:
            below = _enter(here, name, calls, make=make)
        finally:
            os.close(here)
        here = below
    return here


def _enter(folder: int, name: str, calls: SystemCalls, *, make: bool) -> int:
    try:
        return calls.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=folder)
    except FileNotFoundError:
        if not make:
            raise
    with suppress(FileExistsError):  # made by another program in this very moment: as good as ours
        calls.mkdir(name, dir_fd=folder)
    calls.fsync(folder)
    return calls.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=folder)
