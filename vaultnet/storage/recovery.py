"""The recovery folder: whatever a write moved out of the vault stays here until it is certain that nobody misses it.

    recovery = Recovery(root)
    commit(root, path, base, new, why, recovery=recovery)     the displaced file is moved here, still the same inode
    recovery.settle()                                          before the command ends

`settle` looks at each displaced file once more. It still is what vaultnet had read, and nobody has it open for writing:
removed. It differs, so another program saved into it after all: kept for good, and returned to be announced. Somebody
still has it open: left for the next command. The file itself is kept, not a copy: that is what a late writer writes to.

Beside each file lies a small JSON file that says whose bytes these are.
"""

import errno
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from vaultnet.dataclass import dataclass, fields
from vaultnet.errors import CannotWrite
from vaultnet.storage.beneath import FOLDER, Place, open_folder
from vaultnet.storage.digest import digest
from vaultnet.storage.state_folder import private_folder, state_folder
from vaultnet.storage.system_calls import SYSTEM, SystemCalls
from vaultnet.storage.whole_file import write_whole
from vaultnet.storage.whole_read import open_to_read, read_descriptor

IN_VAULT = ".vaultnet/recovery"
# Where the kernel cannot say whether a file is open (not on Linux, network file systems), we wait this long instead.
_LATE_WRITER_SECONDS = 60.0
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Displaced:
    """What is known of one file in the recovery folder. `expected` is the digest it has if nobody wrote to it."""

    path: str
    expected: str
    why: str
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A save by another program that is not in the live note: `file` holds it, `path` is the note it belongs to."""

    path: str
    file: Path
    why: str


class Recovery:
    """The recovery folders of one vault. A class, because which folder works is found out once and remembered."""

    def __init__(self, root: Path, calls: SystemCalls = SYSTEM) -> None:
        self._root = root
        self._calls = calls
        self._use_vault = False
        self._state: Path | None = None

    def take(self, place: Place, name: str, displaced: Displaced) -> None:
        """Move the file `name` of that folder here. OSError if that cannot be done; then it is where it was."""
        if not self._use_vault:
            try:
                _move_in(self._state_recovery(), place, name, displaced, self._calls)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                self._use_vault = True  # the state folder is on another file system, as it often is
            else:
                return
        _move_in(self._vault_recovery(), place, name, displaced, self._calls)

    def settle(self) -> tuple[Kept, ...]:
        """Remove what nobody misses; return what was found to hold a save of another program just now."""
        looked_at = [self._look(file, displaced) for file, displaced in self._all() if not displaced.is_kept]
        return tuple(kept for kept in looked_at if kept is not None)

    def make_room(self) -> None:
        """Remove what surely nobody misses; all else is left for `settle`, and announced there. On a full disk this is
        the room that taking back needs.
        """
        for file, displaced in self._all():
            with suppress(OSError):
                if not displaced.is_kept and self._is_missed(file, displaced) is False:
                    _remove(file)

    def sweep_drafts(self) -> None:
        """Labels that a killed vaultnet had begun to write. Under the `writer_lock` only."""
        for folder in self._folders():
            for draft in folder.glob("*.draft"):
                draft.unlink(missing_ok=True)

    def kept(self) -> tuple[Kept, ...]:
        """All that was ever kept and not purged."""
        return tuple(Kept(one.path, file, one.why) for file, one in self._all() if one.is_kept)

    def purge(self, is_meant: Callable[[str, Path], bool] = lambda _path, _file: True) -> int:
        """Remove everything for which (path of the note it belongs to, file) holds; how many files that were.

        Raises CannotWrite: what was to go and is still there must not be passed over in silence.
        """
        gone = [file for file, one in self._all() if is_meant(one.path, file)]
        for file in gone:
            try:
                _remove(file)
            except OSError as error:
                raise CannotWrite(f"cannot be removed: {error.strerror}", path=str(file)) from error
        return len(gone)

    def _state_recovery(self) -> Path:
        if self._state is None:
            self._state = private_folder(state_folder(self._root) / "recovery")
        return self._state

    def _vault_recovery(self) -> Path:
        """In the vault, kept out of git by a file of its own: the user's own ignore files are not ours to edit."""
        with open_folder(self._root, f"{IN_VAULT}/.gitignore", self._calls, make=True):
            folder = private_folder(self._root / IN_VAULT)
        ignore = folder / ".gitignore"
        if not ignore.exists() or not ignore.stat().st_size:  # empty: a disk that was full
            write_whole(ignore, b"*\n", calls=self._calls)
        return folder

    def _all(self) -> Iterator[tuple[Path, Displaced]]:
        for folder in self._folders():
            for label in sorted(folder.glob("*.json")):
                yield label.with_suffix(""), _read_label(label)

    def _folders(self) -> Iterator[Path]:
        for folder in (self._state_recovery(), self._root / IN_VAULT):
            if folder.is_dir() and not folder.is_symlink():
                yield folder

    def _look(self, file: Path, displaced: Displaced) -> Kept | None:
        try:
            is_missed = self._is_missed(file, displaced)
        except (
            FileNotFoundError
        ):  # we were killed between writing the label and moving the file, or between both removals
            is_missed = False
        except OSError:  # it cannot be read: then it cannot be shown to be worthless either
            is_missed = True
        if is_missed is None:
            return None
        if not is_missed:
            with suppress(OSError):  # what cannot be removed now is looked at again by the next command
                _remove(file)
            return None
        kept = Displaced(displaced.path, displaced.expected, displaced.why, is_kept=True)
        with suppress(OSError):  # a full disk: the file is kept all the same, and announced once more
            _write_label(file, kept)
        return Kept(displaced.path, file, displaced.why)

    def _is_missed(self, file: Path, displaced: Displaced) -> bool | None:
        """Does it hold somebody's save? None = it does not now, but somebody may still write to it."""
        folder = os.open(file.parent, FOLDER)
        try:
            fd = open_to_read(Place(folder, file.name), self._calls)
        finally:
            os.close(folder)
        try:
            is_open = self._calls.is_open_for_writing(fd)  # asked first: after a no, nothing changes any more
            opened = read_descriptor(fd, self._calls)
            if opened is None:
                return None
            if digest(opened.note.data) != displaced.expected:
                return True
            age = self._calls.now() - opened.status.st_ctime
            return None if is_open or (is_open is None and age < _LATE_WRITER_SECONDS) else False
        finally:
            os.close(fd)


def _move_in(folder: Path, place: Place, name: str, displaced: Displaced, calls: SystemCalls) -> None:
    """The label first: a file without one would never be looked at again."""
    file = folder / f"{os.urandom(8).hex()}-{displaced.expected}"
    _write_label(file, displaced)
    there = os.open(folder, FOLDER)
    try:
        calls.rename(name, file.name, src_dir_fd=place.folder, dst_dir_fd=there)
    except BaseException:
        if not file.exists():  # an interruption right after the move is not a failure of it
            _label(file).unlink()
        raise
    finally:
        os.close(there)


def _label(file: Path) -> Path:
    return file.with_name(f"{file.name}.json")


def _read_label(label: Path) -> Displaced:
    """What a power cut left empty: the file's name says all the same whether its bytes are missed."""
    try:
        return Displaced(**json.loads(label.read_bytes()))
    except (OSError, ValueError, TypeError):
        return Displaced(_UNKNOWN, label.stem.partition("-")[2], "its label is lost")


def _write_label(file: Path, displaced: Displaced) -> None:
    """Written aside and renamed, so that a kill never leaves half a label."""
    draft = file.with_name(f"{file.name}.draft")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as stream:
            json.dump({item.name: getattr(displaced, item.name) for item in fields(displaced)}, stream)
        draft.rename(_label(file))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _remove(file: Path) -> None:
    """The file first: a label without a file is swept, a file without a label would stay for ever."""
    file.unlink(missing_ok=True)
    _label(file).unlink(missing_ok=True)
