"""When the watcher does what: it looks soon after the last change, writes a while later, and looks unasked.

    times = Timetable(Pace(quiet=2.0, walk=45.0), look_at=0.0)
    times.changed(10.0)        a save: look at 10.3, write at 12.0; another one at 10.2: look at 10.5, write at 12.2
    times.wait(10.2)           ->  0.15, to look ahead at 10.35

Pure: moments are seconds on a clock that never goes back, given by whoever asks.
"""

from vaultnet.dataclass import dataclass, field

_NEVER = float("inf")
_AHEAD = 0.5  # of the time that a batch settles: once it has been still for so long, little more is likely to come
_MANY = 200  # notes at once: then the system may well have lost some of the events
_LONGEST_WALK = 60.0  # but promise D16 gives no longer


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. `settle` without an event make a batch, which waits no longer than `longest` altogether; `quiet` without
    one, and vaultnet writes; `walk` is between two looks that nobody asked for, `soon` if there is a reason to doubt;
    a look may take one part in `cost` of the time until the next one.
    """

    quiet: float = 2.0
    walk: float = 45.0
    settle: float = 0.3
    longest: float = 10.0
    soon: float = 10.0
    cost: float = 100.0


@dataclass(slots=True)
class Timetable:
    """What is due when. At the beginning a look is, and then a write. `walk_at`: a look from then on is a walk over the
    whole vault, whatever was told.
    """

    pace: Pace
    look_at: float
    write_at: float = _NEVER
    walk_at: float = field(default=-_NEVER, init=False)
    ahead_at: float = field(default=_NEVER, init=False)  # when to begin the look at a batch that is settling
    first: float | None = field(default=None, init=False)  # the first event of a batch that was not looked into yet

    def changed(self, now: float) -> None:
        """An event: the batch it belongs to is not complete before it has been still for a moment."""
        self.first = now if self.first is None else self.first
        self.look_at = min(now + self.pace.settle, self.first + self.pace.longest)
        self.ahead_at = now + self.pace.settle * _AHEAD
        self.write_at = now + self.pace.quiet

    def hold(self, now: float) -> bool:
        """Put the look off a little, as while git is at work; False once the batch has waited long enough."""
        if self.first is None or now >= self.first + self.pace.longest:
            return False
        self.look_at = now + self.pace.settle
        self.ahead_at = now + self.pace.settle * _AHEAD
        return True

    def looked_ahead(self) -> None:
        """Once, unless more comes in."""
        self.ahead_at = _NEVER

    def looked(
        self, now: float, changes: int, *, was_told: bool, is_stale: bool, took: float = 0.0, walked: bool = True
    ) -> None:
        """After a look that found so many changed notes. One that nobody told of, or very many at once, are a reason to
        look again soon (promise D16). `is_stale`: what stands in the notes may no longer be right.
        """
        self.first, self.ahead_at = None, _NEVER
        if walked:
            self.walk_at = now + max(self.pace.walk, min(took * self.pace.cost, _LONGEST_WALK))
        if changes >= _MANY or (changes > 0 and not was_told):
            self.walk_at = min(now + self.pace.soon, self.walk_at)
        self.look_at = self.walk_at
        if not is_stale:
            self.write_at = _NEVER
        elif self.write_at == _NEVER:
            self.write_at = now + self.pace.quiet

    def write_after(self, now: float, seconds: float) -> None:
        self.write_at = now + seconds

    def wrote(self) -> None:
        """Nothing is left to write until a look finds something."""
        self.write_at = _NEVER

    @property
    def is_at_rest(self) -> bool:
        """Nothing has come in that was not looked into, and nothing is left to write."""
        return self.first is None and self.write_at == _NEVER

    @property
    def is_settling(self) -> bool:
        """Something has come in, and a look at it is still to come."""
        return self.first is not None

    def must_look(self, now: float) -> bool:
        return now >= self.look_at

    def must_look_ahead(self, now: float) -> bool:
        return now >= self.ahead_at

    def must_walk(self, now: float) -> bool:
        return now >= self.walk_at

    def must_write(self, now: float) -> bool:
        """Never before a look at what has come in since."""
        return self.first is None and now >= self.write_at

    def wait(self, now: float) -> float:
        return max(0.0, min(self.look_at, self.ahead_at, self.write_at if self.first is None else _NEVER) - now)
