"""What has happened since the watcher last asked: paths that were posted, the wish to stop, and descriptors to read.

mailbox.post("People/Ada.md")       by whoever watches, at every event, maybe in another thread
mailbox.stop("SIGTERM")             from a signal's handler
mailbox.listen(fd, desk.answer)     called when there is something to read
mailbox.take(45.0)                  frozenset({"People/Ada.md"}), as soon as something has happened, or empty after 45 s
"""

import select
from collections.abc import Callable
from threading import Lock

from vaultnet.storage.bell import Bell

# A burst of any size is one look at the vault: beyond this the names are of no use, only that there were some.
_MOST = 10_000


class Mailbox:
    """One reader. What is posted while it is busy waits here, every path once."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._lock = Lock()
        self._bell = Bell()
        self._heard: dict[int, Callable[[], None]] = {self._bell.fd: self._bell.silence}
        self.stopped_by = ""

    def post(self, path: str) -> None:
        with self._lock:
            is_first = not self._paths
            if len(self._paths) < _MOST:
                self._paths.add(path)
        if is_first:
            self._bell.ring()

    def stop(self, why: str) -> None:
        self.stopped_by = self.stopped_by or why
        self._bell.ring()

    def listen(self, fd: int | None, hear: Callable[[], None]) -> None:
        if fd is not None:
            self._heard[fd] = hear

    def ignore(self, fd: int | None) -> None:
        if fd is not None:
            self._heard.pop(fd, None)

    def take(self, seconds: float) -> frozenset[str]:
        """What was posted; waits no longer than so many seconds for the first thing that happens."""
        if not self.stopped_by:
            # Not `poll`, which waits in whole milliseconds.
            for fd in select.select(list(self._heard), (), (), max(seconds, 0.0))[0]:
                self._heard.get(fd, self._bell.silence)()
            self._bell.silence()  # what rang in the meantime is taken now
        return self.taken()

    def taken(self) -> frozenset[str]:
        """What was posted until now."""
        with self._lock:
            paths = frozenset(self._paths)
            self._paths.clear()
        return paths

    def close(self) -> None:
        self._bell.close()
