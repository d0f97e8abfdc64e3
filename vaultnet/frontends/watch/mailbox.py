"""What has happened since the watcher last asked: paths from the watching thread, and the wish to stop from a signal.

mailbox.post("People/Ada.md")       from another thread, at every event
mailbox.stop("SIGTERM")             from a signal's handler
mailbox.take(45.0)                  frozenset({"People/Ada.md"}), as soon as there is something, or empty after 45 s
"""

from queue import Empty, SimpleQueue
from threading import Lock

# A burst of any size is one look at the vault: beyond this the names are of no use, only that there were some.
_MOST = 10_000


class Mailbox:
    """One reader. What is posted while it is busy waits here, every path once."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._lock = Lock()
        self._wake: SimpleQueue[None] = SimpleQueue()  # its `put` may be called from a signal's handler, a lock may not
        self.stopped_by = ""

    def post(self, path: str) -> None:
        with self._lock:
            is_first = not self._paths
            if len(self._paths) < _MOST:
                self._paths.add(path)
        if is_first:
            self._wake.put(None)

    def stop(self, why: str) -> None:
        self.stopped_by = self.stopped_by or why
        self._wake.put(None)

    def take(self, seconds: float) -> frozenset[str]:
        """What was posted; waits for the first of it no longer than so many seconds."""
        if not self.stopped_by:
            try:
                self._wake.get(timeout=max(seconds, 0.0))
            except Empty:
                return frozenset()
        with self._lock:
            paths = frozenset(self._paths)
            self._paths.clear()
        return paths
