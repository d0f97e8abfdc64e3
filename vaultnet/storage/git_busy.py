"""Whether git is in the middle of something that our writing would spoil.

    find_git_operation(root)   ->   "a merge" while .git/MERGE_HEAD exists, None when git rests

The repository may be the vault, lie above it, or be a worktree, whose `.git` is a file that names the real folder.
No git is called: the vault may be a stranger's (promise S1).
"""

from pathlib import Path

_SIGNS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "index.lock": "a git command",
}


def find_git_operation(root: Path) -> str | None:
    git_folder = find_git_folder(root)
    if git_folder is None:
        return None
    return next((words for name, words in _SIGNS.items() if (git_folder / name).exists()), None)


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
