"""Copying a shipped tree into a new, empty folder, its texts changed on the way.

copy_shipped("example-vault", Path("demo"), lambda text: shift_dates(text, 30))  ->  ("Daily/2026-07-10.md", ...)
"""

import os
from collections.abc import Callable
from pathlib import Path

from vaultnet.errors import CannotWrite, UsageError
from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.system_calls import SYSTEM

_TEXT_SUFFIXES = {".md", ".toml", ".json", ".base", ".canvas", ""}


def make_folder(folder: Path) -> None:
    """The folder and those above it, if they are not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot be made: {error.strerror}", path=str(folder)) from error


def copy_shipped(name: str, folder: Path, change: Callable[[str], str]) -> tuple[str, ...]:
    """The files written, by path. `change` is applied to paths and texts; every file is made, none overwritten.

    Raises UsageError unless the folder is empty or not there.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty: name a new folder for the example vault")
    make_folder(folder)
    source = shipped_path(name)
    written: list[str] = []
    try:
        # The settings last: what a kill leaves unfinished is no vault yet.
        for path in sorted(_files(source), key=lambda path: path == "vaultnet.toml"):
            written.append(change(path))
            _copy(source / path, folder, written[-1], change)
    except CannotWrite:
        _take_away(folder, written)
        raise
    return tuple(sorted(written))


def _take_away(folder: Path, written: list[str]) -> None:
    """An example that the disk did not take whole leaves an empty folder, so that it can be tried again."""
    for path in written:
        (folder / path).unlink(missing_ok=True)
    for below, _, _ in os.walk(folder, topdown=False):
        if Path(below) != folder:
            Path(below).rmdir()


def _files(source: Path) -> list[str]:
    found = (Path(folder, name) for folder, _, names in os.walk(source) for name in names)
    return sorted(path.relative_to(source).as_posix() for path in found)


def _copy(source: Path, folder: Path, path: str, change: Callable[[str], str]) -> None:
    data = source.read_bytes()
    if source.suffix in _TEXT_SUFFIXES:
        data = change(data.decode("utf-8")).encode("utf-8")
    target = folder / path
    make_folder(target.parent)
    try:
        fd = SYSTEM.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[SYSTEM.write(fd, rest) :]
        finally:
            os.close(fd)
    except OSError as error:
        raise CannotWrite(f"cannot be written: {error.strerror}", path=str(target)) from error
