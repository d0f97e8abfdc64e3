"""A change to a file, as a value: shown by a dry run, applied by the workspace only if the file is still `before`.

FileChange("People/Ada.md", before="...", after="...", why="log coffee with Ada")
FileRemoval("People/A. Lovelace.md", before="...", why="merge into Ada")     the note is to be gone

Renaming is one of each. Both go through the journal, so that `undo` brings a removed note back byte for byte.
"""

from typing import NamedTuple


class FileChange(NamedTuple):
    """`path` is relative to the vault, with `/`. `before` is None for a file that must not exist yet.

    `settles_conflict`: the change is itself what a broken note, or a merge of git's that is under way, waits for.
    """

    path: str
    before: str | None
    after: str
    why: str
    settles_conflict: bool = False

    @property
    def is_change(self) -> bool:
        return self.before != self.after


class FileRemoval(NamedTuple):
    """A note that is to be taken away, if it still is `before`."""

    path: str
    before: str
    why: str
    settles_conflict: bool = False

    @property
    def after(self) -> None:
        return None

    @property
    def is_change(self) -> bool:
        return True


Change = FileChange | FileRemoval


def render_diff(change: Change) -> str:
    """The change as a unified diff, byte for byte (a missing final newline is said as diff(1) says it)."""
    import difflib  # noqa: PLC0415  (only a dry run shows a diff; every command plans changes)

    lines = difflib.unified_diff(
        _lines(change.before or ""),
        _lines(change.after or ""),
        fromfile="/dev/null" if change.before is None else f"a/{change.path}",
        tofile="/dev/null" if change.after is None else f"b/{change.path}",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    r"""Split after ``\n`` only: `str.splitlines` would also split at U+2028 and its kin."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
