"""Writing a file that is no note, whole or not at all: exports, what vaultnet remembers, the files of a new vault.

    write_whole(Path("~/labels.pdf"), b"%PDF...")     .vn~3f9c0a1b2c4d, complete and on the disk   ->   labels.pdf

Readers see the file before or after, a kill or a power cut leaves it before or after. No journal, no recovery: what is
not ours is refused by the caller before it is written.
"""

import os
from pathlib import Path

from vaultnet.storage.beneath import FOLDER, Place
from vaultnet.storage.looks import Looks
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.temporary import TEMPORARY_NAME, write_temporary

_LEFT_OVER_AFTER = 60.0  # seconds: no write takes so long


def write_whole(file: Path, data: bytes, *, mode: int | None = None, calls: SystemCalls = SYSTEM) -> None:
    """Raises OSError; then the file is as it was. `mode` is that of the new file, else what the umask leaves."""
    sweep_drafts(file.parent, calls)
    folder = calls.open(file.parent, FOLDER)
    try:
        looks = None if mode is None else Looks(mode)
        temporary = write_temporary(Place(folder, file.name), data, calls, like=looks)
        try:
            calls.rename(temporary, file.name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            calls.unlink(temporary, dir_fd=folder)
            raise
        calls.fsync(folder)
    finally:
        os.close(folder)


def sweep_drafts(folder: Path, calls: SystemCalls = SYSTEM) -> None:
    """What a vaultnet that was killed left here; in a vault every command sees to that."""
    for left in folder.glob(".vn~*"):
        if TEMPORARY_NAME.fullmatch(left.name) and calls.now() - left.lstat().st_mtime > _LEFT_OVER_AFTER:
            left.unlink(missing_ok=True)
