"""The peers at work: each does the nearest job it has, on the same notes, in turn with ours.

compare(subject)    ->    [PeerFound("cold index", 1_000, "obsidiantools", "0.11.0", pair, "links and plain text ...")]
"""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, Home, MeasureError, Pair, measure, nothing
from benchmarks.peer_programs import find_program
from benchmarks.subject import Subject

LIMIT = 300.0  # seconds for one run of a peer
_ROUNDS = 3
_LONG = 10.0  # seconds: a run that takes longer is made once


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a peer beside ours. `does` says what the peer does, and what it leaves out or does besides."""

    job: str
    program: str
    does: str
    prepare: "Callable[[Subject, str], Sides]"
    most: int = 10_000  # notes: beyond, it is not asked
    apart: str = ""  # why it does not count among those that we are to be ahead of


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
    """`pair` has the peer as its floor. None where it could not be measured; `does` then says why. `apart` as of the job;
    `of`, `by` and `run` as of what was found of ours.
    """

    job: str
    size: int
    peer: str
    version: str
    pair: Pair | None
    does: str
    apart: str = ""
    of: str = "notes"
    by: str = ""
    run: str = ""

    @property
    def is_ahead(self) -> bool | None:
        """Whether we are, by CPU time."""
        return None if self.pair is None else self.pair.ratio < 1


def compare(subject: Subject, jobs: Sequence[Job]) -> list[PeerFound]:
    return [_one(subject, job) for job in jobs]


def _one(subject: Subject, job: Job) -> PeerFound:
    program = find_program(job.program)

    def found(pair: Pair | None, does: str) -> PeerFound:
        return PeerFound(
            job.job, subject.notes, program.name, program.version, pair, does, job.apart, subject.of, by="peers"
        )

    if program.reason:
        return found(None, program.reason)
    if subject.notes > job.most:
        return found(None, f"not asked at this size. {job.does}")
    try:
        sides = job.prepare(subject, program.path)
        pair = in_turn(sides, subject.home)
    except MeasureError as failure:
        return found(None, f"{str(failure).replace(str(subject.place), '...')}. {job.does}")
    return found(pair, f"{job.does}{'; ' if sides.remark else ''}{sides.remark}")


def prepare(subject: Subject, line: Sequence[str]) -> None:
    """A preparation. Raises MeasureError."""
    try:
        done = subprocess.run(
            line, env=subject.home.environment(), capture_output=True, text=True, check=False, timeout=LIMIT,
            cwd=subject.place,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise MeasureError(f"`{' '.join(line[1:3])}` not done within {LIMIT:.0f} s") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).rpartition("\n")[2]
        raise MeasureError(f"`{' '.join(line[1:3])}`: {said[:160]}")


def empty_folder(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


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
