"""Copying a shipped tree into a new, empty folder, its texts changed on the way.

copy_shipped("example-vault", Path("demo"), lambda text: shift_dates(text, 30))  ->  ("Daily/2026-07-10.md", ...)
"""

import os
from collections.abc import Callable
from pathlib import Path

from vaultnet.errors import CannotWrite, UsageError
from vaultnet.storage.shipped import shipped_path

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
    return tuple(_copy(source / path, folder, change(path), change) for path in _files(source))


def _files(source: Path) -> list[str]:
    found = (Path(folder, name) for folder, _, names in os.walk(source) for name in names)
    return sorted(path.relative_to(source).as_posix() for path in found)


def _copy(source: Path, folder: Path, path: str, change: Callable[[str], str]) -> str:
    data = source.read_bytes()
    if source.suffix in _TEXT_SUFFIXES:
        data = change(data.decode("utf-8")).encode("utf-8")
    target = folder / path
    make_folder(target.parent)
    try:
        with target.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise CannotWrite(f"cannot be written: {error.strerror}", path=str(target)) from error
    return path
