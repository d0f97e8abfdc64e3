"""A child of this process that reads a share of many notes, while the parent reads the others and writes.

with second_reader(shares, read) as take:       `read` turns a share of notes into plain data
    take()  ->  what `read` made of the first share;   take()  ->  of the second;   None once the child is gone

It pays for a first index only (`MANY`): the rows have to be packed, sent and unpacked, and a fork costs some hundredths
of a second. Nobody depends on the child. Where it cannot be started, or dies, the parent reads its share as well, and
meets whatever error there was by itself. It stays no further ahead than the pipe is long, so memory stays bounded.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from signal import SIG_DFL, SIGINT, SIGTERM, signal
from typing import Any, TypeVar

Share = TypeVar("Share")
Take = Callable[[], Any]

MANY = 3_000  # notes: below that one process is done as soon
_LENGTH = 8  # bytes of a number that says how many follow
_PIPE = 1 << 20  # bytes: the most that Linux allows to everybody


@contextmanager
def second_reader(shares: Sequence[Share], read: Callable[[Share], Any]) -> Iterator[Take]:
    """`take` gives the results in order; None stands for those that have to be read here."""
    child, pipe = _start(shares, read) if shares and _may_fork() else (0, -1)
    try:
        yield lambda: _receive(pipe)
    finally:
        if child:
            os.close(pipe)  # one that still writes finds nobody there, and ends
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _may_fork() -> bool:
    """With another thread in this process (`watch`) a lock might be held for ever in the child; with one processor
    there is nothing to gain.
    """
    threads = sys.modules.get("threading")
    alone = threads is None or threads.active_count() == 1
    return alone and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _start(shares: Sequence[Share], read: Callable[[Share], Any]) -> tuple[int, int]:
    pipe, ours = os.pipe()
    _widen(ours)
    try:
        child = os.fork()
    except OSError:
        os.close(pipe)
        os.close(ours)
        return 0, -1
    if child:
        os.close(ours)
        return child, pipe
    code = 1
    try:
        for number in (SIGINT, SIGTERM):
            signal(number, SIG_DFL)
        os.close(pipe)
        for share in shares:
            _send(ours, marshal.dumps(read(share)))
        code = 0
    finally:
        os._exit(code)  # nothing that was open before is closed here: it is the parent's


def _widen(pipe: int) -> None:
    from fcntl import F_SETPIPE_SZ, fcntl

    with suppress(OSError):
        fcntl(pipe, F_SETPIPE_SZ, _PIPE)


def _send(pipe: int, data: bytes) -> None:
    rest = memoryview(len(data).to_bytes(_LENGTH) + data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _receive(pipe: int) -> Any:
    head = _read(pipe, _LENGTH) if pipe >= 0 else b""
    data = _read(pipe, int.from_bytes(head)) if len(head) == _LENGTH else b""
    try:
        return marshal.loads(data)  # noqa: S302  (from our own child, by a pipe that nobody else has)
    except (EOFError, ValueError, TypeError):
        return None


def _read(pipe: int, length: int) -> bytes:
    parts = []
    while length and (part := os.read(pipe, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
