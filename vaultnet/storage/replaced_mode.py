"""How open to others a note is made that takes the place of another one (promise D22).

mode_of(root, ["People/Ada.md"])   ->   0o600      for the `Ada King.md` that it is renamed to, or its copy in the trash

A new note is as open as the user's umask says; what was closed to others must not be opened by a new name.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from vaultnet.storage.beneath import OutsideVault, open_folder
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

_OURS = 0o600
_BITS = 0o777


def mode_of(root: Path, paths: Iterable[str], calls: SystemCalls = SYSTEM) -> int | None:
    """What all of the notes allow; None where none of them is there."""
    mode: int | None = None
    for path in paths:
        try:
            with open_folder(root, path, calls) as place:
                status = os.stat(place.name, dir_fd=place.folder, follow_symlinks=False)
        except (OSError, OutsideVault):  # whoever takes it away says so
            continue
        mode = status.st_mode & (_BITS if mode is None else mode)
    return None if mode is None else mode | _OURS
