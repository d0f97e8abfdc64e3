"""Temporary files that a killed vaultnet left in the vault: `.vn~` and 12 hex digits.

    sweep_leftovers(root, ["People/.vn~0123456789ab"], known={...}, recovery=recovery)

One that is empty, a second name of a note, or holds bytes the journal knows, is removed. Anything else may be a save
by another program, swapped out in the very moment of the kill: it goes to the recovery folder and is announced.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from vaultnet.storage.beneath import Place, open_folder
from vaultnet.storage.digest import digest
from vaultnet.storage.recovery import Displaced, Recovery
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.temporary import TEMPORARY_NAME
from vaultnet.storage.whole_read import read_with_status


def find_leftovers(root: Path, folders: Iterable[str]) -> list[str]:
    """Those in the given folders ("" is the vault itself). A whole scan finds all of them."""
    found: list[str] = []
    for folder in sorted(set(folders)):
        if (root / folder).is_dir():
            names = (entry.name for entry in (root / folder).iterdir() if TEMPORARY_NAME.fullmatch(entry.name))
            found.extend(str(PurePosixPath(folder, name)) for name in sorted(names))
    return found


def sweep_leftovers(
    root: Path, paths: Iterable[str], *, known: Collection[str], recovery: Recovery, calls: SystemCalls = SYSTEM
) -> None:
    """Under the `writer_lock` only: a vaultnet at work has such files too."""
    for path in paths:
        with suppress(FileNotFoundError), open_folder(root, path, calls) as place:  # its vaultnet has tidied up itself
            if _is_worthless(place, known, calls):
                calls.unlink(place.name, dir_fd=place.folder)
            else:
                recovery.take(place, place.name, Displaced(path, "", "left by a vaultnet that was killed"))


def _is_worthless(place: Place, known: Collection[str], calls: SystemCalls) -> bool:
    opened = read_with_status(place, calls)
    if opened.status.st_nlink > 1 or not opened.note.data:
        return True
    return digest(opened.note.data) in known and not _is_open(place, calls)


def _is_open(place: Place, calls: SystemCalls) -> bool:
    fd = calls.open(place.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=place.folder)
    try:
        return calls.is_open_for_writing(fd) is True
    finally:
        os.close(fd)
