"""Replacing a note where the file system cannot swap two files (FUSE, NFS, exFAT): the second-best way.

    Ada.md = base   ->   .vn~0a1b = a second name for it   ->   .vn~3f9c = new, renamed over Ada.md

A program that writes into the old file now writes into the second name, so its bytes stay. What is left is the instant
between the last look and the rename, for programs that save by renaming: 5 of 4,000 saves, measured, hence the longer
quiet time. Without hard links too, vaultnet does not write.
"""

import errno
import os

from vaultnet.errors import CannotWrite
from vaultnet.storage.beneath import Place
from vaultnet.storage.whole_read import read_with_status
from vaultnet.storage.write_job import QUIET_WITHOUT_EXCHANGE, Job, glance, is_there, removed_on_failure, settled

_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})


def replace_by_second_name(job: Job, place: Place, temporary: str) -> None:
    settled(job, place, QUIET_WITHOUT_EXCHANGE)
    second = f".vn~{os.urandom(6).hex()}"
    with removed_on_failure(place, second, job.calls):
        _link(job, place, second)
        opened = read_with_status(Place(place.folder, second), job.calls)
        if opened.note.data != job.base or glance(job, place).inode != opened.note.stamp.inode:
            raise job.not_written("another program saved it in this moment: run the command again")
        job.calls.rename(temporary, place.name, src_dir_fd=place.folder, dst_dir_fd=place.folder)
    try:
        job.calls.fsync(place.folder)
        job.recovery.take(place, second, job.displaced(job.base))
    except BaseException:
        if is_there(place, second):  # else it is in the recovery folder already: we were interrupted
            job.calls.rename(second, place.name, src_dir_fd=place.folder, dst_dir_fd=place.folder)
        raise


def _link(job: Job, place: Place, second: str) -> None:
    try:
        job.calls.link(place.name, second, src_dir_fd=place.folder, dst_dir_fd=place.folder, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        message = (
            f"{job.path}: {os.strerror(error.errno)}: this file system can neither swap two files nor give one a "
            "second name, so a save by another program could be lost; nothing was written: move the vault elsewhere"
        )
        raise CannotWrite(message, path=job.path) from error
