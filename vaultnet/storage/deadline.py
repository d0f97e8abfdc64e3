"""A moment at which a connection is cut, whatever it is doing: a time-out of a socket starts anew with every byte.

with Deadline(30) as deadline:
    deadline.guard(connection)      an answer that drips, a byte a second, ends after thirty of them
    ...
deadline.has_passed                 what was read is not all there was
"""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Deadline:
    """Holds for all connections that it guards: those of redirects, too."""

    def __init__(self, seconds: float) -> None:
        self.has_passed = False
        self._guarded: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for guarded in self._guarded:
                guarded.close()
            self._guarded.clear()

    def guard(self, connection: socket.socket) -> None:
        """A handle of our own on the connection: TLS takes the socket itself over."""
        with self._lock:
            self._guarded.append(connection.dup())
            if self.has_passed:
                _cut(connection)

    def _pass(self) -> None:
        with self._lock:
            self.has_passed = True
            for guarded in self._guarded:
                _cut(guarded)


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # the other side has gone already
        connection.shutdown(socket.SHUT_RDWR)
