"""The peers at work: each does the nearest job it has, on the same notes, in turn with ours.

compare(subject)    ->    [PeerFound("cold index", 1_000, "obsidiantools", "0.11.0", pair, "links and plain text ...")]
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.measure import Cost, Home, MeasureError, Pair, measure, nothing
from benchmarks.peer_programs import find_program
from benchmarks.subject import Subject

LIMIT = 300.0  # seconds for one run of a peer
_ROUNDS = 3
_LONG = 40.0  # seconds: a run that takes longer is made once


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a peer beside ours. `does` says what the peer does, and what it leaves out or does besides."""

    job: str
    program: str
    does: str
    prepare: "Callable[[Subject, str], Sides]"
    most: int = 10_000  # notes: beyond, it is not asked


@dataclass(frozen=True, slots=True)
class Sides:
    """Both command lines, and what has to be done before each run. `remark` is added to what the peer does."""

    theirs: Sequence[str]
    ours: Sequence[str]
    before_theirs: Callable[[], None] = nothing
    before_ours: Callable[[], None] = nothing
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PeerFound:
    """`pair` has the peer as its floor. None where it could not be measured; `does` then says why."""

    job: str
    size: int
    peer: str
    version: str
    pair: Pair | None
    does: str

    @property
    def is_ahead(self) -> bool | None:
        """Whether we are, by CPU time."""
        return None if self.pair is None else self.pair.ratio < 1


def compare(subject: Subject, jobs: Sequence[Job]) -> list[PeerFound]:
    return [_one(subject, job) for job in jobs]


def _one(subject: Subject, job: Job) -> PeerFound:
    program = find_program(job.program)
    if program.reason:
        return PeerFound(job.job, subject.notes, program.name, program.version, None, program.reason)
    if subject.notes > job.most:
        return PeerFound(job.job, subject.notes, program.name, program.version, None, "not asked at this size")
    try:
        sides = job.prepare(subject, program.path)
        pair = in_turn(sides, subject.home)
    except MeasureError as failure:
        said = str(failure).replace(str(subject.place), "...")
        return PeerFound(job.job, subject.notes, program.name, program.version, None, f"{said}. {job.does}")
    does = f"{job.does}{'; ' if sides.remark else ''}{sides.remark}"
    return PeerFound(job.job, subject.notes, program.name, program.version, pair, does)


def in_turn(sides: Sides, home: Home) -> Pair:
    """Three rounds after one that does not count; one only where that takes long."""
    environment = home.environment()
    theirs: list[Cost] = []
    ours: list[Cost] = []
    for _ in range(_ROUNDS + 1):
        sides.before_theirs()
        theirs.append(measure(sides.theirs, environment, LIMIT))
        sides.before_ours()
        ours.append(measure(sides.ours, environment))
        if theirs[-1].wall > _LONG:
            break
    start = 1 if len(ours) > 1 else 0
    return Pair(tuple(theirs[start:]), tuple(ours[start:]))
