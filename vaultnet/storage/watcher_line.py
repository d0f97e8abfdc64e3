"""The line to a watcher: one question to it, one answer, over a socket in the vault's state folder.

ask("/home/me/notes", "edition")   ->   b"3f9c..."         b"" where nobody answers at once: then do it yourself

Loaded at the very start of a command, so it takes nothing but what Python has built in.
"""

import os
import sys

from vaultnet.storage.state_place import state_place

NAME = "line"
PATIENCE = 0.05  # seconds; a walk of 10,000 notes takes as long
END = b"\n"
_AT_ONCE = 65_536
_own = os.stat(__file__)  # noqa: PTH116
# Which installation this is; whether its files are other ones since it began the watcher sees itself (`own_code.py`).
INSTALLATION = f"{sys.hexversion} {__file__} {_own.st_ino} {_own.st_mtime_ns}"


def ask(root: str, *words: str) -> bytes:
    """The answer to a question, from a watcher of the same vault, user and installation; b"" if there is none."""
    folder = state_place(root)
    if sys.platform != "linux" or not os.path.exists(f"{folder}/{NAME}"):  # noqa: PTH110
        return b""
    try:
        return _ask(folder, question(root, *words))
    except OSError:  # nobody listens, or not now
        return b""


def question(root: str, *words: str) -> bytes:
    """As it is sent: everything that must be the same on both sides comes first."""
    return "\0".join((INSTALLATION, identity(root), *words)).encode("utf-8", "surrogateescape") + END


def identity(root: str) -> str:
    """Which folder this is, whatever its name."""
    status = os.stat(root)  # noqa: PTH116
    return f"{status.st_dev} {status.st_ino}"


def _ask(folder: str, asked: bytes) -> bytes:
    import _socket  # `socket` takes as long to load as Python to start

    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        line.settimeout(PATIENCE)
        line.connect(f"/proc/self/fd/{fd}/{NAME}")  # the path itself may be longer than a socket's name
        if _user_of(line.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, 12)) != os.getuid():
            return b""
        line.sendall(asked)
        answer = b""
        while part := line.recv(_AT_ONCE):
            answer += part
        length, _, rest = answer.partition(END)
        return rest if length == str(len(rest)).encode() else b""
    finally:
        line.close()
        os.close(fd)


def _user_of(credentials: bytes) -> int:
    """Of the process at the other end: its number, its user's, its group's, four bytes each."""
    return int.from_bytes(credentials[4:8], sys.byteorder)
