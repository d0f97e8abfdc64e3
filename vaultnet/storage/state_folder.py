"""Where vaultnet keeps what it must remember of a vault outside the vault: journal, recovery, lock.

    state_folder(Path("/home/me/notes"))   ->   ~/.local/state/vaultnet/vaults/notes-1f9ac2d0e4b7 (0700)

In the vault it would be synced, and merged, and spoilt. The folder goes by the vault's real path alone: device numbers
change over a reboot, and an undo lost by that is worse than a stale one, which is refused by the hashes of the notes.
"""

import os
import sys
from pathlib import Path

from vaultnet.errors import CannotWrite
from vaultnet.storage.state_place import state_place, vault_name


def state_folder(root: Path) -> Path:
    """The vault's own folder in the user's state folder, made if it is not there, closed to everyone else."""
    folder = find_state_folder(root)
    private_folder(folder.parent.parent)
    private_folder(folder.parent)
    return private_folder(folder)


def find_state_folder(root: Path) -> Path:
    """Where that folder is or would be; nothing is made."""
    if sys.platform != "linux":
        from platformdirs import user_state_path

        return user_state_path("vaultnet") / "vaults" / vault_name(os.path.realpath(root))
    return Path(state_place(str(root)))


def has_unfinished_steps(root: Path) -> bool:
    """Whether a command was interrupted, or is at work: one look at the names in the journal, since every command asks.

    What the names say is `journal.py`'s to know; asked here, so that it need not be loaded.
    """
    folder = find_state_folder(root)
    names = [*_names_in(folder), *_names_in(folder / "journal")]
    return any(name.endswith(("-open.step", "-undoing.step", ".draft")) or name[:4] == ".vn~" for name in names)


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  (pathlib would make an object of each)
    except OSError:  # none there; one that cannot be read is said by whoever writes
        return []


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
