"""Which names tell that notes may say something else, and which folders are looked into at all.

is_telling("People/Ada.md", is_folder=False)        ->   True
is_telling("People/.Ada.md.swp", is_folder=False)   ->   False
"""

from vaultnet.storage.config import SETTINGS_FILE
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.scanned import NOTE_ENDINGS

_NOT_ENTERED = "node_modules"


def is_telling(path: str, *, is_folder: bool) -> bool:
    """Whether a change of this name may change what the notes say. Names with a dot in front (git, Obsidian, vim's
    `.swp`, emacs' `.#`, our own `.vn~`) never do, nor do names without a note's ending (`Ada.md~`, `#Ada.md#`, `4913`).
    """
    parts = path.split("/")
    if not path or not all(map(is_entered, parts)):
        return False
    return is_folder or path == SETTINGS_FILE or path.lower().endswith(NOTE_ENDINGS)


def is_entered(name: str) -> bool:
    """Whether a folder of this name is looked into."""
    return not name.startswith(".") and name != _NOT_ENTERED


def is_left_alone(path: str, is_ignored: IsIgnored, *, is_folder: bool) -> bool:
    """Whether the vault's owner wants it ignored, by itself or with a folder above it."""
    if is_ignored is ignore_nothing:
        return False
    parts = path.split("/")
    above = ["/".join(parts[:count]) for count in range(1, len(parts))]
    return any(is_ignored(place, is_folder=True) for place in above) or is_ignored(path, is_folder=is_folder)
