r"""What stands in a folder, under names that are the same on every machine.

    A Mac's disk lists  Rene\u0301.md  and opens  Ren\u00e9.md  too   ->   Ren\u00e9.md, as git and Linux have it
    Linux lists         Rene\u0301.md  and knows no other             ->   as it is: only exactly so can it be opened

Paths decide ties all over the practice, so a vault must have the same ones wherever it lies (promise D9).
"""

import os
from collections.abc import Callable
from typing import Any


class _Respelled:
    """What `os.scandir` told of a file or folder, under another spelling of its name."""

    __slots__ = ("is_dir", "is_file", "is_symlink", "name", "stat")

    def __init__(self, entry: os.DirEntry[str], name: str) -> None:
        self.name = name
        self.is_dir: Callable[..., bool] = entry.is_dir
        self.is_file: Callable[..., bool] = entry.is_file
        self.is_symlink: Callable[[], bool] = entry.is_symlink
        self.stat: Callable[..., os.stat_result] = entry.stat


def list_folder(folder: int) -> tuple[list[Any], str]:
    """The entries of an open folder, in no order, as `os.DirEntry` has them; and their names, joined by NUL."""
    with os.scandir(folder) as listing:  # by descriptor: then `stat` need not walk the whole path for each file
        entries = list(listing)
    names = "\0".join([entry.name for entry in entries])
    if names.isascii():
        return entries, names
    return _composed(entries, names, folder)


def _composed(entries: list[os.DirEntry[str]], names: str, folder: int) -> tuple[list[Any], str]:
    import unicodedata  # not for the folders of most vaults

    if unicodedata.is_normalized("NFC", names):
        return entries, names
    spelled = [(entry, unicodedata.normalize("NFC", entry.name)) for entry in entries]
    respelled = [
        _Respelled(entry, name) if name != entry.name and _is_one_file(entry, name, folder) else entry
        for entry, name in spelled
    ]
    return respelled, "\0".join([entry.name for entry in respelled])


def _is_one_file(entry: os.DirEntry[str], name: str, folder: int) -> bool:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False).st_ino == entry.inode()
    except OSError:
        return False
