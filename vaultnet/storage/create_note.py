"""Making a note that must not be there yet, and taking one away again (undo).

    create_note(job, place, new)    .vn~3f9c = new, complete   ->   Ada.md, or NotWritten if there is an Ada.md
    remove_note(job, place)         Ada.md  ->  aside, still `base`?  ->  the recovery folder, else back to its place

The file appears whole: nobody ever sees it half written, and nothing is ever overwritten.
"""

import os

from vaultnet.storage.beneath import Place
from vaultnet.storage.rename_exchange import UNSUPPORTED
from vaultnet.storage.system_calls import SystemCalls
from vaultnet.storage.temporary import write_temporary
from vaultnet.storage.write_job import Job, dispose, expect_displaced_base, is_there, removed_on_failure, settled


def create_note(job: Job, place: Place, new: bytes) -> None:
    temporary = write_temporary(place, new, job.calls, like=job.looks)
    with removed_on_failure(place, temporary, job.calls):
        try:
            _appear(place, temporary, job.calls)
        except FileExistsError as error:
            raise job.not_written("there is a file of that name already") from error
    try:
        job.calls.fsync(place.folder)
    except BaseException:
        job.calls.rename(place.name, temporary, src_dir_fd=place.folder, dst_dir_fd=place.folder)
        dispose(job, place, temporary, new)
        raise


def remove_note(job: Job, place: Place) -> None:
    settled(job, place)
    aside = f".vn~{os.urandom(6).hex()}"
    try:
        job.calls.rename(place.name, aside, src_dir_fd=place.folder, dst_dir_fd=place.folder)
        expect_displaced_base(job, place, aside)
        job.calls.fsync(place.folder)
        job.recovery.take(place, aside, job.displaced(job.base))
    except BaseException:
        if is_there(place, aside):  # else nothing has moved yet, or it is in the recovery folder already
            _put_back(job, place, aside)
        raise


def _put_back(job: Job, place: Place, aside: str) -> None:
    try:
        _appear(place, aside, job.calls)
    except FileExistsError:  # a new file came to its place meanwhile: that one stays, this one is kept and announced
        job.recovery.take(place, aside, job.displaced(b""))


def _appear(place: Place, temporary: str, calls: SystemCalls) -> None:
    """Give the temporary file its name if that is free. Where there is no such rename, a link does the same."""
    try:
        calls.move_new(place.folder, temporary, place.folder, place.name)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        calls.link(temporary, place.name, src_dir_fd=place.folder, dst_dir_fd=place.folder, follow_symlinks=False)
        calls.unlink(temporary, dir_fd=place.folder)
