"""Whether git is in the middle of something that our writing would spoil.

    find_git_operation(root)   ->   "a merge" while .git/MERGE_HEAD exists, None when git rests

The repository may be the vault, lie above it, or be a worktree, whose `.git` is a file that names the real folder.
No git is called: the vault may be a stranger's (promise S1).
"""

import time
from pathlib import Path

_RUNNING = "index.lock"
# No command of git's takes so long over its index. A git that was killed (with Obsidian, say) leaves its lock behind,
# and whoever is told to wait for it would wait for ever.
_OLD_SECONDS = 600
_LEFT_BEHIND = "a git command (does none run? then one that died left .git/index.lock: remove it)"
_SIGNS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
    _RUNNING: "a git command",
}


def find_git_operation(root: Path, *, only_running: bool = False) -> str | None:
    """What is under way, in words. `only_running`: a command of git's that runs at this moment, and not a merge that
    waits for somebody to settle its conflicts.
    """
    git_folder = find_git_folder(root)
    if git_folder is None:
        return None
    signs = (_RUNNING,) if only_running else _SIGNS
    name = next((name for name in signs if (git_folder / name).exists()), None)
    if name == _RUNNING and _is_old(git_folder / name):
        return _LEFT_BEHIND
    return name and _SIGNS[name]


def _is_old(file: Path) -> bool:
    try:
        return time.time() - file.stat().st_mtime > _OLD_SECONDS
    except FileNotFoundError:
        return False


def find_git_folder(root: Path) -> Path | None:
    """The git folder of the repository that holds `root`, or None."""
    for folder in (root, *root.absolute().parents):
        marker = folder / ".git"
        if marker.is_dir():
            return marker
        if marker.is_file():
            return _named_in(marker)
    return None


def _named_in(marker: Path) -> Path | None:
    """What the `.git` file of a worktree or submodule says: `gitdir: ../.git/worktrees/notes`."""
    words = marker.read_bytes()[:4096].decode(errors="surrogateescape")
    if not words.startswith("gitdir:"):
        return None
    return marker.parent / words.removeprefix("gitdir:").strip()
