"""A vault with a watcher at work in a thread, for tests: do something to the files, wait for what it tells.

with watched(vault) as eye:
    eye.vault.joinpath("Ada.md").write_text("...")
    eye.wait("indexed")
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch.event import Event
from vaultnet.frontends.watch.loop import Desk, Loop
from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.frontends.watch.timetable import Pace
from vaultnet.storage.watch_lock import WatchState

LONGEST = 10.0  # seconds: only a test that fails waits for so long
PACE = Pace(quiet=0.2, walk=1_000.0, settle=0.15, longest=20.0, soon=1_000.0)


@dataclass
class Watched:
    """What the watcher has told so far, and noted as its state."""

    vault: Path
    now: datetime = datetime(2026, 6, 15, 9, 0)
    events: list[Event] = field(default_factory=list)
    state: WatchState = WatchState(0, "")  # noqa: RUF009  (nor is a state)
    told: threading.Condition = field(default_factory=threading.Condition)
    looks: int = 0  # into the vault, whatever they found
    numbers: Iterator[int] = field(default_factory=count)
    loop: Loop | None = None

    def say(self, event: Event) -> None:
        with self.told:
            self.events.append(event)
            self.told.notify_all()

    def note(self, state: WatchState) -> None:
        with self.told:
            self.looks += state.looked != self.state.looked
            self.state = state
            self.told.notify_all()

    def wait(self, name: str, words: str = "", *, after: int = 0) -> int:
        """The number of events up to and with the first such one; `after` so many."""

        def found() -> int | None:
            later = enumerate(self.events[after:], after + 1)
            return next((at for at, one in later if one.name == name and words in one.words), None)

        with self.told:
            assert self.told.wait_for(found, LONGEST), (name, words, self.events[after:])
            return found() or 0

    def rest(self) -> int:
        """Wait until everything is looked into and written; the number of events up to then."""
        assert self.loop is not None
        deadline = time.monotonic() + LONGEST
        while not (self.loop.is_at_rest and self.state.looked):
            assert time.monotonic() < deadline, self.events
            time.sleep(0.005)
        return len(self.events)

    def sentinel(self) -> int:
        """Save a note that nothing depends on: once the watcher has seen it, it has seen all that was before."""
        after = self.rest()
        name = f"Sentinel {next(self.numbers)}.md"
        (self.vault / name).write_text("x\n")
        return self.wait("indexed", name, after=after)

    def names(self, after: int = 0) -> list[str]:
        return [event.name for event in self.events[after:]]


@contextmanager
def watched(vault: Path, pace: Pace = PACE) -> Iterator[Watched]:
    """The watcher's thread runs within; it has looked and tended once when this begins."""
    eye, mailbox, moments = Watched(vault), Mailbox(), count(1)
    desk = Desk(eye.state, eye.note, lambda: str(next(moments)))
    loop = Loop(
        vault,
        lambda: Workspace(vault, lambda: eye.now),
        eye.say,
        mailbox,
        desk,
        ("vaultnet", "watch"),
        lambda settings: replace(pace, quiet=settings.quiet or pace.quiet),
    )
    eye.loop = loop
    thread = threading.Thread(target=loop.run)
    thread.start()
    try:
        eye.rest()
        yield eye
    finally:
        mailbox.stop("the test")
        thread.join(LONGEST)
        mailbox.close()
    assert not thread.is_alive()
    assert eye.events[-1].name == "stopped"
