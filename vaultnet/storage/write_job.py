"""One write to one note, and the checks that every kind of write begins and ends with.

job = Job(root, "People/Ada.md", base, "log coffee", ...)
settled(job, place)     the note is still `base`, ours to write, and at rest; else NotWritten
dispose(job, place, ".vn~3f9c0a1b2c4d", new)     the temporary file goes, unless somebody saved into it
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from vaultnet.dataclass import dataclass
from vaultnet.errors import NotWritten
from vaultnet.storage.beneath import Place
from vaultnet.storage.digest import digest
from vaultnet.storage.git_busy import find_git_operation
from vaultnet.storage.looks import Looks
from vaultnet.storage.quiet import LONGEST_WAIT, is_quiet, wait_until_quiet
from vaultnet.storage.recovery import Displaced, Recovery
from vaultnet.storage.stamp import Stamp, stamp_of
from vaultnet.storage.system_calls import SystemCalls
from vaultnet.storage.whole_read import NotAFile, Opened, open_to_read, read_descriptor, read_with_status

QUIET_WITH_EXCHANGE = 0.3
QUIET_WITHOUT_EXCHANGE = 2.0


@dataclass(frozen=True, slots=True)
class Job:
    """Which note of which vault, what it must still be, and why. `is_own`: whether vaultnet wrote that
    last; asked only where the note was saved a moment ago.

    `settles_conflict`: the write is itself the settling of a conflict, so that a merge under way is no reason to wait.
    `looks`: of a note that is new, where they are not the usual ones.
    """

    root: Path
    path: str
    base: bytes
    why: str
    is_own: Callable[[], bool]
    recovery: Recovery
    calls: SystemCalls
    settles_conflict: bool = False
    looks: Looks | None = None

    def not_written(self, reason: str) -> NotWritten:
        return NotWritten(f"{self.path}: {reason}; the note was left as it is", path=self.path)

    def refuse_during_git(self) -> None:
        operation = find_git_operation(self.root, only_running=self.settles_conflict)
        if operation is not None:
            raise self.not_written(
                f"{operation} is under way in this repository: finish it, then run the command again"
            )

    def displaced(self, expected: bytes) -> Displaced:
        return Displaced(self.path, digest(expected), self.why)


def settled(job: Job, place: Place, quiet: float = QUIET_WITH_EXCHANGE) -> Opened:
    """The note, once it is known to be `base` and at rest. A last change that was our own needs no rest."""
    opened = expect_base(job, place)
    if not is_quiet(glance(job, place), quiet, job.calls) and job.is_own():
        return opened
    if not wait_until_quiet(lambda: glance(job, place), quiet, job.calls):
        reason = (
            f"it has been changing for over {LONGEST_WAIT:.0f} seconds: close it elsewhere, then run the command again"
        )
        raise job.not_written(reason)
    job.refuse_during_git()
    return expect_base(job, place)


def glance(job: Job, place: Place) -> Stamp:
    """The note's stamp without reading it."""
    with _missing_named(job):
        return stamp_of(os.stat(place.name, dir_fd=place.folder, follow_symlinks=False))


def expect_base(job: Job, place: Place) -> Opened:
    with _missing_named(job):
        opened = read_with_status(place, job.calls)
    if opened.note.data != job.base:
        raise job.not_written("it has changed since it was read: run the command again")
    if opened.status.st_nlink > 1:
        raise job.not_written(f"the file has {opened.status.st_nlink} names (hard links): make it a file of its own")
    if not opened.status.st_mode & 0o222:
        raise OSError(errno.EACCES, "the note is read-only")
    return opened


def expect_displaced_base(job: Job, place: Place, name: str) -> None:
    """What we moved out of the note's place is what it was a moment ago: nobody saved in between."""
    if read_with_status(Place(place.folder, name), job.calls).note.data != job.base:
        raise job.not_written("another program saved it in this moment: run the command again")


@contextlib.contextmanager
def _missing_named(job: Job) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise job.not_written("it is no longer there: run the command again") from error


def is_there(place: Place, name: str) -> bool:
    try:
        os.stat(name, dir_fd=place.folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


@contextlib.contextmanager
def removed_on_failure(place: Place, temporary: str, calls: SystemCalls) -> Iterator[None]:
    """For as long as the temporary file is surely ours."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(FileNotFoundError):  # it had taken its place when the failure came
            calls.unlink(temporary, dir_fd=place.folder)
        raise


def dispose(job: Job, place: Place, temporary: str, ours: bytes) -> None:
    """Remove the temporary file if it holds our bytes and nothing else; whatever else it holds is somebody's save."""
    try:
        is_ours = _holds_only(place, temporary, ours, job.calls)
    except (OSError, NotAFile):  # not known to be ours: so it is kept
        is_ours = False
    if is_ours:
        job.calls.unlink(temporary, dir_fd=place.folder)
    else:
        job.recovery.take(place, temporary, job.displaced(ours))


def _holds_only(place: Place, name: str, ours: bytes, calls: SystemCalls) -> bool:
    """Also for ever: nobody has it open for writing."""
    fd = open_to_read(Place(place.folder, name), calls)
    try:
        is_open = calls.is_open_for_writing(fd)
        opened = read_descriptor(fd, calls)
    finally:
        os.close(fd)
    return is_open is False and opened is not None and opened.note.data == ours
