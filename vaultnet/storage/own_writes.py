"""Which changes of notes were vaultnet's own, and how long a note has to rest before the watcher may write to it.

    own = OwnWrites(root)
    own.remember(["People/Ada.md"])                  right after writing, before anybody else is looked at
    own.is_own("People/Ada.md")        ->  True      until another program saves it
    own.seconds_until_free("Daily/2026-06-15.md", 2.0)  ->  1.4

Own writes are known by the file's stamp, not by the time: a save that follows in the same second is still seen.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from vaultnet.storage.stamp import Stamp, stamp_of
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

# Promise D5: `watch` writes a note at most this often, so that an editor is not made to reload all the time.
BETWEEN_WRITES = 5.0


class OwnWrites:
    """The stamps of what vaultnet wrote and of what it saw changing; as many as there were notes written to."""

    def __init__(self, root: Path, calls: SystemCalls = SYSTEM) -> None:
        self._root = root
        self._calls = calls
        self._own: dict[str, Stamp] = {}
        self.seen: dict[str, tuple[Stamp, float]] = {}  # each since a moment of the monotonic clock

    def remember(self, paths: Iterable[str]) -> None:
        for path in paths:
            stamp = self._stamp(path)
            if stamp is not None:
                self._own[path] = stamp

    def is_own(self, path: str) -> bool:
        return path in self._own and self._own[path] == self._stamp(path)

    def seconds_until_free(self, path: str, quiet: float) -> float:
        """0 for a note that has rested, and for one that is not there yet."""
        stamp = self._stamp(path)
        if stamp is None:
            return 0.0
        rest = BETWEEN_WRITES if self._own.get(path) == stamp else quiet
        return max(0.0, rest - max(self._calls.now() - stamp.ctime_ns / 1e9, self._watched(path, stamp)))

    def _watched(self, path: str, stamp: Stamp) -> float:
        """For how long we have seen it at rest ourselves: a clock that was moved makes the change time worthless."""
        now = time.monotonic()
        known = self.seen.get(path)
        if known is None or known[0] != stamp:
            known = self.seen[path] = (stamp, now)
        return now - known[1]

    def _stamp(self, path: str) -> Stamp | None:
        try:
            return stamp_of((self._root / path).lstat())
        except OSError:
            return None
