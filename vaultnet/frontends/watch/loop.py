"""The watcher's round: wait for a change, look at the vault a moment later, and tend it once everything is at rest.

    Loop(root, open_workspace, say, mailbox, Desk(...)).run()       until mailbox.stop("SIGTERM")

    Ada.md is saved     ->   indexed, 0.3 s after the last event of the batch
                        ->   ticks absorbed and today's block refreshed, 2 s after the last change ([watch] quiet)
    nothing is told     ->   a look every 45 s all the same: events are hints (promise D16)

Nothing that goes wrong in a round ends it: the fault is told once, and the next round tries again.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.app.tended import Tended
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass, field, replace
from vaultnet.errors import NotWritten
from vaultnet.frontends.watch.caretaker import Caretaker, Look
from vaultnet.frontends.watch.complaints import Complaints, in_short
from vaultnet.frontends.watch.event import Event, Say
from vaultnet.frontends.watch.eyes import Eyes
from vaultnet.frontends.watch.gate import Gate
from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.frontends.watch.timetable import Pace, Timetable
from vaultnet.frontends.watch.wording import indexed, started, stopped, wrote
from vaultnet.model.settings import WatchSettings
from vaultnet.storage.answering import Answering
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.vouching import Vouched
from vaultnet.storage.watch_lock import WatchState

_ASK_AGAIN = 5.0  # seconds: a vault that is gone, a note that could not be written
_MOST_IN_A_ROW = 3  # writes without a look in between: another program may be setting back what we write
_FEW = 16  # changed notes, which are read while their batch settles; a larger one may be a part of one larger still
_LOOKS_WHEN_ASKED = 3  # then somebody is saving all the time, and whoever asks sees for himself
_BLIND_WALK = 10.0  # between looks where the system tells of nothing


# What a command asks for in these words, out of the index that is vouched for; b"" where it has to do that itself.
HandOver = Callable[[Sequence[str], Vouched], bytes]


def hand_over_nothing(words: Sequence[str], vouched: Vouched) -> bytes:  # noqa: ARG001  (the answer to everything)
    return b""


def pace_of(settings: WatchSettings) -> Pace:
    return Pace(quiet=settings.quiet, walk=settings.walk)


@dataclass(slots=True)
class Desk:
    """What a watcher keeps of its own doings: its state for those who ask, and its sums."""

    state: WatchState
    note: Callable[[WatchState], None]
    moment: Callable[[], str]  # ISO 8601, with the zone
    batches: int = 0
    written: int = 0
    absorbed: int = 0
    told: set[str] = field(default_factory=set)  # paths of the batch under way

    def looked(self) -> None:
        self._note(replace(self.state, looked=self.moment()))

    def wrote(self, tended: Tended) -> None:
        self.written += len(tended.paths)
        self.absorbed += len(tended.touches)
        self._note(replace(self.state, wrote=self.moment()))

    def waits_for(self, why: str) -> bool:
        """True when that is news."""
        is_news = why != self.state.waits_for
        if is_news:
            self._note(replace(self.state, waits_for=why))
        return is_news

    def _note(self, state: WatchState) -> None:
        self.state = state
        self.note(state)


class Loop:
    """One vault, looked after in one thread. `pace` is for tests, which have no seconds to spare."""

    def __init__(
        self,
        root: Path,
        open_workspace: Callable[[], Workspace],
        say: Say,
        mailbox: Mailbox,
        desk: Desk,
        words: Sequence[str],
        pace: Callable[[WatchSettings], Pace] = pace_of,
        hand_over: HandOver = hand_over_nothing,
    ) -> None:
        self._root = root
        self._say = say
        self._mailbox = mailbox
        self._desk = desk
        self._pace_of = pace
        self._hand_over = hand_over
        self._eyes = Eyes(root, mailbox)
        self._gate = Gate(root)
        self._looking, self._tending, self._answering = Complaints(say), Complaints(say), Complaints(say)
        self._caretaker = Caretaker(root, open_workspace, words, self._tending.notice)
        self._in_a_row = 0
        self._times = Timetable(pace(WatchSettings()), look_at=time.monotonic())

    @property
    def is_at_rest(self) -> bool:
        """Whether all that was told has been looked into and written; for who watches the watcher."""
        return self._times.is_at_rest

    def run(self) -> None:
        """Until the mailbox is told to stop."""
        self._say(started(str(self._root), self._desk.state.pid))
        with Answering(self._root) as line:
            self._mailbox.listen(line.fd, lambda: self._answer_on(line))
            try:
                while not self._mailbox.stopped_by:
                    self._hear(self._mailbox.take(self._round()))
            finally:
                self._mailbox.ignore(line.fd)
                self._eyes.close()
                self._caretaker.rest()
        desk = self._desk
        self._say(stopped(self._mailbox.stopped_by, desk.batches, desk.written, desk.absorbed))

    def _round(self) -> float:
        """Whatever is due; the seconds until something else is."""
        if not self._eyes.open():
            self._caretaker.rest()
            self._wait_for("the vault is not there: unmounted, moved or renamed?")
            return _ASK_AGAIN
        now = time.monotonic()
        if self._eyes.is_new:
            self._caretaker.vouched = None  # of what happened before it began to watch nobody knows
            self._wait_for("")
            self._times.look_at = self._times.walk_at = now
            if self._eyes.trouble:
                words = f"The system tells of no changes ({self._eyes.trouble}): looking every {_BLIND_WALK:.0f} s"
                self._say(Event("notice", words))
        if self._times.must_look(now):
            self._look(now)
        elif self._times.must_write(now):
            self._write(now)
        elif self._times.must_look_ahead(now):
            self._look_ahead()
        elif self._times.is_settling:
            self._caretaker.prepare()
        return self._times.wait(time.monotonic())

    def _answer_on(self, line: Answering) -> None:
        line.answer(self._answer)
        if line.is_outdated:
            self._answering.notice(["vaultnet was changed or upgraded since this watcher began: start it anew"])

    def _answer(self, words: Sequence[str]) -> bytes:
        try:
            return self._reply(words)
        except Exception as error:  # noqa: BLE001  (told once, and survived: see Complaints)
            self._answering.tell(error)
            return b""

    def _reply(self, words: Sequence[str]) -> bytes:
        vouched = self._vouched()
        if vouched is None:
            return b""
        return vouched.edition.encode() if words == ["edition"] else self._hand_over(words, vouched)

    def _vouched(self) -> Vouched | None:
        """What is known for certain at this moment; where something has just happened, after a look at it."""
        for _ in range(_LOOKS_WHEN_ASKED):
            if not (self._eyes.has_news() or self._caretaker.owes_look):
                return self._caretaker.vouched if self._eyes.is_sure else None
            if self._caretaker.vouched is None or self._gate.is_git_at_it():
                return None
            self._hear(self._mailbox.taken())
            self._look(time.monotonic(), is_asked=True)
        return None

    def _hear(self, paths: frozenset[str]) -> None:
        """What others have changed; our own writes are no news."""
        foreign = [path for path in paths if not self._caretaker.own.is_own(path)]
        if foreign or (self._eyes.is_lost and not self._times.is_settling):  # it is lost until the look: told once
            self._desk.told.update(foreign)
            self._times.changed(time.monotonic())
            if self._caretaker.is_ahead:
                self._caretaker.rest()

    def _look_ahead(self) -> None:
        self._times.looked_ahead()
        if len(self._desk.told) <= _FEW and not self._gate.is_git_at_it():
            self._caretaker.look_ahead(self._eyes.take())

    def _look(self, now: float, *, is_asked: bool = False) -> None:
        if self._gate.is_git_at_it() and self._times.hold(now):
            self._caretaker.rest()
            return
        look: Look | None = None
        dirty = self._eyes.take()
        try:
            look = self._caretaker.look(None if self._times.must_walk(now) and not is_asked else dirty)
        except Exception as error:  # noqa: BLE001  (told once, and survived: see Complaints)
            self._complain(self._looking, error)
        else:
            if self._looking.over():
                self._wait_for("")
        self._looked(look, took=time.monotonic() - now)

    def _looked(self, look: Look | None, *, took: float = 0.0) -> None:
        """Set the next times by what was found (None: it could not be looked at), and tell of it."""
        changes = look.changes if look else 0
        is_stale = look is not None and look.is_stale
        self._times.pace = self._pace()
        was_told = bool(self._desk.told)
        walked = look is None or look.walked
        times = time.monotonic(), changes
        self._times.looked(*times, was_told=was_told, is_stale=is_stale, took=took, walked=walked)
        if look is not None:
            self._eyes.ignore(compile_ignore(self._caretaker.ignored))
            if changes:
                self._desk.batches += 1
                self._say(indexed(look, self._desk.told))
        self._desk.told.clear()
        self._desk.looked()

    def _pace(self) -> Pace:
        pace = self._pace_of(self._caretaker.settings)
        return replace(pace, walk=min(pace.walk, _BLIND_WALK)) if self._eyes.trouble else pace

    def _write(self, now: float) -> None:
        closed = self._gate.closed(now)
        if closed is not None:
            if closed.is_worth_saying:
                self._wait_for(closed.why)
            self._times.write_after(now, closed.seconds)
            return
        try:
            tended = self._caretaker.tend(self._eyes.take)
        except Exception as error:  # noqa: BLE001  (told once, and survived: see Complaints)
            self._try_again(error)
            return
        if isinstance(tended, Look):  # somebody saved after the last look: first that is to be at rest
            self._looked(tended)
            self._times.write_after(time.monotonic(), self._times.pace.quiet)
            return
        self._after(tended)

    def _after(self, tended: Tended) -> None:
        if tended.refused is None:
            self._tending.over()
            self._wait_for("")
        if tended.paths:
            self._desk.wrote(tended)
            self._say(wrote(tended))
        self._in_a_row = self._in_a_row + 1 if tended.paths else 0
        if tended.refused is not None:
            self._try_again(tended.refused)
        elif (tended.paths or tended.wait) and self._in_a_row < _MOST_IN_A_ROW:
            self._times.write_after(time.monotonic(), tended.wait)  # what was written must need no second writing
        else:
            self._times.wrote()

    def _try_again(self, error: Exception) -> None:
        """A note that was busy: soon, the first time. Else whenever something changes, and after each look."""
        if self._complain(self._tending, error) and isinstance(error, NotWritten):
            self._times.write_after(time.monotonic(), _ASK_AGAIN)
        else:
            self._times.wrote()

    def _complain(self, complaints: Complaints, error: Exception) -> bool:
        """Tell it, if it is news, and let it stand in the state for as long as it is so."""
        self._desk.waits_for(in_short(error))
        return complaints.tell(error)

    def _wait_for(self, why: str) -> None:
        if self._desk.waits_for(why):
            words = f"Nothing is written for now: {why}" if why else "Writing again: what was in the way is over"
            self._say(Event("waiting" if why else "resumed", words, {"why": why} if why else {}))
