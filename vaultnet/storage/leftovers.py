"""Temporary files that a killed vaultnet left in the vault: `.vn~` and 12 hex digits.

    sweep_leftovers(root, ["People/.vn~0123456789ab"], known={...}, recovery=recovery)

One that is empty, a second name of a note, or holds bytes the journal knows, is removed. Anything else may be a save
by another program, swapped out in the very moment of the kill: it goes to the recovery folder and is announced.
"""

import os
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from vaultnet.errors import CannotWrite
from vaultnet.storage.beneath import OutsideVault, Place, open_folder
from vaultnet.storage.digest import digest
from vaultnet.storage.recovery import Displaced, Recovery
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.temporary import TEMPORARY_NAME
from vaultnet.storage.whole_read import NotAFile, open_to_read, read_descriptor


def find_leftovers(root: Path, folders: Iterable[str]) -> list[str]:
    """Those in the given folders ("" is the vault itself). A whole scan finds all of them."""
    found: list[str] = []
    for folder in sorted(set(folders)):
        if (root / folder).is_dir():
            names = (entry.name for entry in (root / folder).iterdir() if _is_temporary(entry))
            found.extend(str(PurePosixPath(folder, name)) for name in sorted(names))
    return found


def sweep_leftovers(
    root: Path, paths: Iterable[str], *, known: Collection[str], recovery: Recovery, calls: SystemCalls = SYSTEM
) -> None:
    """Under the `writer_lock` only: a vaultnet at work has such files too. Raises CannotWrite where the disk refuses
    it.
    """
    for path in paths:
        try:
            with open_folder(root, path, calls) as place:
                _sweep(place, path, known, recovery, calls)
        except (FileNotFoundError, NotAFile, OutsideVault):  # tidied up by its own vaultnet, or never ours
            continue
        except OSError as error:
            message = f"{path}: a temporary file of an earlier command cannot be removed: {error.strerror}"
            raise CannotWrite(message, path=path) from error


def _sweep(place: Place, path: str, known: Collection[str], recovery: Recovery, calls: SystemCalls) -> None:
    if _is_worthless(place, known, calls):
        calls.unlink(place.name, dir_fd=place.folder)
    else:
        recovery.take(place, place.name, Displaced(path, "", "left by a vaultnet that was killed"))


def _is_temporary(entry: Path) -> bool:
    """No folder, pipe or symlink of that name is ever ours."""
    return bool(TEMPORARY_NAME.fullmatch(entry.name)) and entry.is_file() and not entry.is_symlink()


def _is_worthless(place: Place, known: Collection[str], calls: SystemCalls) -> bool:
    fd = open_to_read(place, calls)
    try:
        is_open = calls.is_open_for_writing(fd)  # asked first: after a no, nothing changes any more
        opened = read_descriptor(fd, calls)
    finally:
        os.close(fd)
    if opened is None:  # somebody writes to it
        return False
    if opened.status.st_nlink > 1 or not opened.note.data:
        return True
    return digest(opened.note.data) in known and is_open is not True
