"""One watcher per vault, and what it says of itself to those who ask.

with watch_lock(root) as note:                  AlreadyWatched, naming the process, where one is at it already
    note(WatchState(pid=4711, since="2026-06-15T08:00:03+02:00", ...))
read_watch_state(root)                          the state, None where no watcher runs
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from vaultnet.dataclass import dataclass
from vaultnet.errors import AlreadyWatched
from vaultnet.storage.file_lock import open_lock, take_lock
from vaultnet.storage.state_folder import state_folder

# Of one length always, so that a reader sees one state and never the end of a longer one.
_LENGTH = 4096


@dataclass(frozen=True, slots=True)
class WatchState:
    """Moments are ISO 8601 with the zone, "" for never: when it began, last looked at the vault, last wrote a note.
    `waits_for` says why nothing is written at present, "" where nothing is in the way.
    """

    pid: int
    since: str
    looked: str = ""
    wrote: str = ""
    waits_for: str = ""


@contextmanager
def watch_lock(root: Path) -> Iterator[Callable[[WatchState], None]]:
    """The lock for as long as the watcher runs; what is yielded notes its state."""
    fd = open_lock(state_folder(root) / "watch")
    try:
        if not take_lock(fd):
            raise AlreadyWatched(
                f"a watcher{_process(fd)} is looking after this vault already: one is enough, so this one has stopped; "
                "`vaultnet watch --status` says how it is doing"
            )
        yield lambda state: _write(fd, state)
    finally:
        os.close(fd)


def read_watch_state(root: Path) -> WatchState | None:
    fd = open_lock(state_folder(root) / "watch")
    try:
        return None if take_lock(fd) else _read(fd)
    finally:
        os.close(fd)


def _write(fd: int, state: WatchState) -> None:
    os.pwrite(fd, json.dumps(asdict(state)).encode()[:_LENGTH].ljust(_LENGTH), 0)


def _read(fd: int) -> WatchState | None:
    """None in the moment between taking the lock and the first state."""
    data = os.pread(fd, _LENGTH, 0).strip()
    return WatchState(**json.loads(data)) if data else None


def _process(fd: int) -> str:
    state = _read(fd)
    return f" (process {state.pid}, since {state.since[:16].replace('T', ' ')})" if state else ""
