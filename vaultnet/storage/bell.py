"""A pipe of a process's own that wakes it where it waits for descriptors to read.

bell.ring()       from another thread, or a signal's handler, where a lock may not be taken
bell.fd           can be read until bell.silence()
"""

import os
from contextlib import suppress


class Bell:
    """However often it is rung, it rings once."""

    def __init__(self) -> None:
        self.fd, self._rope = os.pipe()
        os.set_blocking(self.fd, False)
        os.set_blocking(self._rope, False)

    def ring(self) -> None:
        with suppress(BlockingIOError):  # it rings already
            os.write(self._rope, b"!")

    def silence(self) -> None:
        with suppress(BlockingIOError):
            while os.read(self.fd, 4096):
                pass

    def close(self) -> None:
        os.close(self.fd)
        os.close(self._rope)
