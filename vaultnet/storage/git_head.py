"""What tells, without calling git, that the repository's HEAD has moved: a commit, a checkout, a pull.

    head = read_git_head(root)   ...   read_git_head(root) != head      somebody has moved it since

Right after such a move notes may still be on their way to the disk, and the user is at work in git: not the moment
to write to them (promise D5).
"""

from pathlib import Path

from vaultnet.storage.git_busy import find_git_folder
from vaultnet.storage.stamp import Stamp, stamp_of

_TELLING = ("HEAD", "logs/HEAD", "ORIG_HEAD")


def read_git_head(root: Path) -> tuple[Stamp | None, ...]:
    """Stamps of the files that change when HEAD moves; () where there is no repository."""
    folder = find_git_folder(root)
    if folder is None:
        return ()
    return tuple(_stamp(folder / name) for name in _TELLING)


def _stamp(file: Path) -> Stamp | None:
    try:
        return stamp_of(file.stat())
    except OSError:
        return None
