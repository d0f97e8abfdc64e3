"""Where vaultnet keeps what it must remember of a vault outside the vault: journal, recovery, lock.

    state_folder(Path("/home/me/notes"))   ->   ~/.local/state/vaultnet/vaults/notes-1f9ac2d0e4b7 (0700)

In the vault it would be synced, and merged, and spoilt. The folder goes by the vault's real path alone: device numbers
change over a reboot, and an undo lost by that is worse than a stale one, which is refused by the hashes of the notes.
"""

import os
import re
from pathlib import Path

from vaultnet.errors import CannotWrite
from vaultnet.storage.digest import digest


def state_folder(root: Path) -> Path:
    """The vault's own folder in the user's state folder, made if it is not there, closed to everyone else."""
    from platformdirs import user_state_path

    real = os.path.realpath(root)
    readable = re.sub(r"[^A-Za-z0-9]+", "-", Path(real).name).strip("-")[:40] or "vault"
    vaults = private_folder(private_folder(user_state_path("vaultnet")) / "vaults")
    return private_folder(vaults / f"{readable}-{digest(os.fsencode(real))[:12]}")


def private_folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        message = (
            f"{folder}: {error.strerror}: vaultnet keeps there what undo needs; set XDG_STATE_HOME to another place"
        )
        raise CannotWrite(message, path=str(folder)) from error
    return folder
