"""Where a watcher is asked: a socket in the vault's state folder, for the user alone, there as long as the watcher is.

    with Answering(root) as line:
        line.answer(lambda words: b"3f9c...")      one question, if one has come in; b"" where there is no answer

One that a killed watcher left behind is taken away by the next; until then nobody answers on it. Nor is there any
answer once our own code is not what stands on disk any more: who asks has read that.
"""

import os
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from vaultnet.storage.own_code import OwnCode, code_folders
from vaultnet.storage.state_folder import state_folder
from vaultnet.storage.watcher_line import END, NAME, PATIENCE, question

_LONGEST = 65_536  # bytes of a question
_WAITING = 64


class Answering:
    """Under the `watch_lock` only. `fd` can be read when somebody asks; None where the system has no such sockets."""

    def __init__(self, root: Path, code: Iterable[str] | None = None) -> None:
        """`code`: the folders of our own code, unless it is where it always is."""
        self._root = root
        self._code = OwnCode(code_folders() if code is None else code)
        self._file = state_folder(root) / NAME
        self._socket: socket.socket | None = None

    @property
    def fd(self) -> int | None:
        return self._socket.fileno() if self._socket else None

    def __enter__(self) -> Self:
        """What keeps it from standing keeps nobody from anything: without it commands walk, as they did."""
        self._code.start()
        with suppress(OSError):
            self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._code.stop()
        if self._socket is not None:
            self._socket.close()
            self._file.unlink(missing_ok=True)

    @property
    def is_outdated(self) -> bool:
        """Whether our own code is that of yesterday."""
        return self._code.has_changed()

    def answer(self, reply: Callable[[list[str]], bytes]) -> None:
        """Take one question and answer it. Whoever asks waits no longer than PATIENCE, and neither do we for him."""
        assert self._socket is not None
        with suppress(OSError):
            line, _ = self._socket.accept()
            with line:
                line.settimeout(PATIENCE)
                words = self._words_of(line)
                answer = reply(words) if words else b""
                line.sendall(b"%d%s%s" % (len(answer), END, answer))

    def _words_of(self, line: socket.socket) -> list[str]:
        """What is asked; [] of another vault (this one was moved), or by another installation."""
        asked = b""
        while not asked.endswith(END) and len(asked) < _LONGEST and (part := line.recv(_LONGEST)):
            asked += part
        start = question(str(self._root)).removesuffix(END) + b"\0"
        if self.is_outdated or not (asked.startswith(start) and asked.endswith(END)):
            return []
        return asked.removeprefix(start).removesuffix(END).decode("utf-8", "surrogateescape").split("\0")

    def _open(self) -> None:
        self._file.unlink(missing_ok=True)
        folder = os.open(self._file.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listening.setblocking(False)
            listening.bind(f"/proc/self/fd/{folder}/{NAME}")  # the path itself may be longer than a socket's name
            self._file.chmod(0o600)  # the folder it lies in is closed to others already
            listening.listen(_WAITING)
        except OSError:
            listening.close()
            raise
        finally:
            os.close(folder)
        self._socket = listening
