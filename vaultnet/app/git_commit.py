"""What a command wrote, as one commit (`git.commit = true`): these files and no others, and nothing is ever pushed.

    commit_written(root, {"People/Ada.md": ("vaultnet", "log", "coffee with Ada")})   ->   ()
    git log -1 --format=%s                                                            ->   vaultnet log: People/Ada.md

The message names the command and the notes; what was typed behind the command may be somebody's words, and stays in
the note. The notes are written when this begins: whatever git has against it becomes a notice.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.errors import UsageError
from vaultnet.storage.git import find_repository, is_at_home
from vaultnet.storage.git_busy import find_git_operation
from vaultnet.storage.git_commit import commit_files

_WITH_VALUE = {"-C", "--today"}  # options that may stand before the command, and take a word


def commit_written(root: Path, written: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Commit the files as they are now; `written` has the command line that wrote each. Returns words to the user.

    What lies in a hidden folder, as the trash, is no note, and most people have git ignore it.
    """
    written = {path: words for path, words in written.items() if not path.startswith(".")}
    if not written:
        return ()
    operation = find_git_operation(root)
    if operation is not None:
        return (f"The notes are written, but not committed: {operation} is under way in this repository",)
    try:
        repository = find_repository(root)
        if repository is None:
            return ("The notes are written, but not committed: this vault is in no git repository",)
        if not is_at_home(repository):
            return ("The notes are written, but not committed: .git leads into a repository that knows nothing of it",)
        committed = commit_files(repository, root, list(written), build_message(written))
    except UsageError as error:
        return (f"The notes are written, but not committed: {error.message}",)
    except OSError as error:  # no room for the index that the commit is made in, say
        return (f"The notes are written, but not committed: {error.strerror}",)
    return tuple(f"{path} is written, but not committed: {reason}" for path, reason in committed.left_out)


def build_message(written: Mapping[str, Sequence[str]]) -> str:
    r"""`vaultnet log: People/Ada.md`, all paths in the body where there are several."""
    names = [_one_line(path) for path in sorted(written)]
    commands = " and ".join(dict.fromkeys(map(_command, written.values())))
    subject = f"vaultnet {commands}: {names[0]}"
    if len(names) == 1:
        return f"{subject}\n"
    body = "".join(f"{name}\n" for name in names)
    return f"{subject} and {len(names) - 1} more\n\n{body}"


def _one_line(path: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in path)


def _command(words: Sequence[str]) -> str:
    rest = iter(words[1:])
    for word in rest:
        if word in _WITH_VALUE:
            next(rest, "")
        elif not word.startswith("-"):
            return word
    return "write"
