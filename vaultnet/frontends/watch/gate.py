"""What stands in the way of writing just now, whatever there is to write: git at work in the vault's repository.

    gate = Gate(root)
    gate.closed(now)   ->   Closed("a rebase is under way", 2.0), or None       look again after so many seconds

During a merge or rebase nothing is written, nor within five seconds of a moved HEAD (promise D5).
"""

from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import NamedTuple

from vaultnet.storage.git_busy import find_git_operation
from vaultnet.storage.git_head import read_git_head

_SHORT = "a git command"
_BETWEEN_LOOKS = 2.0
_AFTER_MOVED_HEAD = 5.0


class Closed(NamedTuple):
    """Why nothing may be written, and after how many seconds to ask again. A short wait is nothing to talk of."""

    why: str
    seconds: float
    is_worth_saying: bool


class Gate:
    """Knows when it saw HEAD moving; `now` is in seconds on a clock that never goes back."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._head = read_git_head(root)
        self._moved = float("-inf")

    def is_git_at_it(self) -> bool:
        """A git command is changing files at this moment; unlike a merge it is over by itself."""
        return find_git_operation(self._root) == _SHORT

    def closed(self, now: float) -> Closed | None:
        operation = find_git_operation(self._root)
        if operation is not None:
            is_long = operation != _SHORT
            return Closed(f"{operation} is under way in this repository", _BETWEEN_LOOKS, is_long)
        head = read_git_head(self._root)
        if head != self._head:
            self._head, self._moved = head, now
        rest = self._moved + _AFTER_MOVED_HEAD - now
        return Closed("HEAD has just moved", rest, False) if rest > 0 else None
