r"""The one module through which notes are read and written.

    note = read_note(root, "People/Ada.md")                                NoteBytes(data=b"# Ada\n", stamp=Stamp(...))
    text = decode(note.data)                                               str, or a Problem if it is not UTF-8
    commit(root, "People/Ada.md", note.data, new, "log coffee with Ada")   "written", "unchanged", or NotWritten

`commit` writes only if the file still is what was read, in one step: readers and a power cut see it before or after.
`CannotWrite` is the disk's refusal, `NotWritten` ours; after both the note is as it was. A command that writes several
notes makes one `Recovery` for all and calls its `settle()` at the end, under the `writer_lock`.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from vaultnet.errors import CannotWrite, NothingFound, NotWritten
from vaultnet.storage.beneath import OutsideVault, open_folder
from vaultnet.storage.create_note import create_note, remove_note
from vaultnet.storage.looks import Looks
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.replace_note import replace_note
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.whole_read import NotAFile, NoteBytes, Unsettled, read_whole
from vaultnet.storage.writable import ADVICE
from vaultnet.storage.write_job import Job
from vaultnet.text.problem import Problem

LARGEST = 20_000_000  # bytes: beyond this it is no note, whatever it is called; as text it can take four times as many
Outcome = Literal["written", "unchanged"]
# A note that is known to be gone; what cannot be read for another reason must not be taken for one.
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})


def read_note(root: Path, path: str, *, calls: SystemCalls = SYSTEM) -> NoteBytes:
    """The note's bytes, and the stamp they had. `NothingFound` if it is not there or not in the vault."""
    try:
        with open_folder(root, path, calls) as place:
            return read_whole(place, calls)
    except OutsideVault as error:
        raise NothingFound(f"{path}: not a path inside the vault", path=path) from error
    except NotAFile as error:
        raise NothingFound(f"{path}: not a file", path=path) from error
    except Unsettled as error:
        raise NotWritten(f"{path}: another program keeps writing to it: run the command again", path=path) from error
    except OSError as error:
        if error.errno in _NOT_THERE:
            raise NothingFound(f"{path}: {error.strerror}", path=path) from error
        raise CannotWrite(f"{path}: the note cannot be read: {_reason(error)}", path=path) from error


def decode(data: bytes) -> str | Problem:
    """The text of a note, a BOM included, or why it has none: nothing is ever replaced by a question mark."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        return Problem(
            "not-utf8",
            f"byte 0x{data[error.start]:02x} is not UTF-8: save the note as UTF-8; until then it is left alone",
            line=before.count(b"\n") + 1,
            column=len(before) - before.rfind(b"\n"),
            blocks_writing=True,
        )


def _is_foreign() -> bool:
    return False


def commit(
    root: Path,
    path: str,
    base: bytes | None,
    new: bytes,
    why: str,
    *,
    recovery: Recovery | None = None,
    is_own: Callable[[], bool] = _is_foreign,
    settles_conflict: bool = False,
    looks: Looks | None = None,
    calls: SystemCalls = SYSTEM,
) -> Outcome:
    """Make the note `new` if it still is `base` (None: if it is not there).

    `is_own` tells whether `base` is what vaultnet itself last wrote there: after that no quiet time is needed.
    `settles_conflict` is for `resolve` alone: a merge of git's that is under way does not stop it.
    `looks` are those of a new note which takes another one's place (`looks.py`).
    """
    if new == base:
        return "unchanged"
    job = Job(root, path, base or b"", why, is_own, recovery or Recovery(root, calls), calls, settles_conflict, looks)
    with _said_plainly(job):
        job.refuse_during_git()
        with open_folder(root, path, calls, make=base is None) as place:
            if base is None:
                create_note(job, place, new)
            else:
                replace_note(job, place, new)
    if recovery is None:
        job.recovery.settle()
    return "written"


def remove(
    root: Path,
    path: str,
    base: bytes,
    why: str,
    *,
    recovery: Recovery | None = None,
    is_own: Callable[[], bool] = _is_foreign,
    settles_conflict: bool = False,
    calls: SystemCalls = SYSTEM,
) -> None:
    """Take the note away if it still is `base`. The keywords are those of `commit`."""
    job = Job(root, path, base, why, is_own, recovery or Recovery(root, calls), calls, settles_conflict)
    with _said_plainly(job):
        job.refuse_during_git()
        with open_folder(root, path, calls) as place:
            remove_note(job, place)
    if recovery is None:
        job.recovery.settle()


def _reason(error: OSError) -> str:
    return ADVICE.get(error.errno or 0, os.strerror(error.errno or 0))


@contextmanager
def _said_plainly(job: Job) -> Iterator[None]:
    """What the system or a check refuses, as a message that names the note and says what to do."""
    try:
        yield
    except OutsideVault as error:
        raise job.not_written(
            "not a path inside the vault (`..`, absolute, a symlink out of it, or git's own)"
        ) from error
    except NotAFile as error:
        raise job.not_written("not a file but a folder, a pipe or a device") from error
    except Unsettled as error:
        raise job.not_written("another program keeps writing to it: run the command again") from error
    except FileNotFoundError as error:
        raise job.not_written("its folder is no longer there: run the command again") from error
    except OSError as error:
        message = f"{job.path}: {_reason(error)}; the note was left as it is"
        raise CannotWrite(message, path=job.path) from error
