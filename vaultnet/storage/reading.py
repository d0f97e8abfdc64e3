"""Reading the notes that a refresh found new or changed, into the index.

Reading(connection, root, rules, progress).run(difference)  ->  how many of the changed ones really changed
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from vaultnet.errors import VaultnetError
from vaultnet.model.entry import build_entry
from vaultnet.model.rules import Rules
from vaultnet.storage.beneath import OutsideVault, open_folder
from vaultnet.storage.compare import Candidate, Difference, look_again
from vaultnet.storage.files import LARGEST, decode, read_note
from vaultnet.storage.index import run_script
from vaultnet.storage.link_targets import LinkTargets
from vaultnet.storage.rows import RowBatch
from vaultnet.storage.schema import DROP_INDEXES, INDEXES, NOTE_TABLES
from vaultnet.storage.system_calls import SYSTEM
from vaultnet.text.blake2 import blake2b
from vaultnet.text.frame import written_frame
from vaultnet.text.problem import Problem
from vaultnet.text.resolve import key_of

_MANY = 256  # from so many files on, each is opened in its open folder, and not looked at twice
_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_STEP = 64  # notes that are read before somebody is told how far it has come
_CACHE_KIB = 65_536  # what SQLite may hold while everything is read anew


class Reading:
    """One pass over the files of a difference, inside the transaction of a refresh."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        root: Path,
        rules: Callable[[], Rules],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._connection = connection
        self._root = root
        self._rules = rules
        self._progress = progress
        self._gone: list[Candidate] = []  # since the scan
        self._unread: list[Candidate] = []  # there, but not to be read
        self._changed = 0

    def run(self, difference: Difference) -> int:
        """Read what is new and changed, remove what is gone; how many of the changed ones really changed."""
        self._remove([note for note, _ in difference.gone])
        coming: dict[str, dict[str, int]] = {}
        for candidate in difference.new:
            coming.setdefault(key_of(candidate.path), {})[candidate.path] = candidate.note
        targets = LinkTargets(self._connection, coming, is_first=difference.is_first)
        with self._without_indexes() if difference.is_first else ExitStack():
            self._read_all([*difference.changed, *difference.new], RowBatch(self._connection, targets.find))
        self._remove([candidate.note for candidate in self._gone])
        moved = {key_of(candidate.path) for candidate in self._gone}
        if not difference.is_first:
            moved.update(coming, (key for _, key in difference.gone))
        LinkTargets(self._connection, {}).resolve_again(moved)
        look_again(self._connection, self._unread)
        return self._changed

    @contextmanager
    def _without_indexes(self) -> Iterator[None]:
        """The indexes made at the end, in one go, instead of kept right row by row."""
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        run_script(self._connection, DROP_INDEXES)
        yield
        run_script(self._connection, INDEXES)

    def _remove(self, notes: list[int]) -> None:
        if not notes:
            return  # a statement costs its making, though it is run for nothing
        rows = [(note,) for note in notes]
        for table in NOTE_TABLES:
            self._connection.executemany(f"DELETE FROM {table} WHERE note = ?", rows)  # noqa: S608  (our own tables)
        self._connection.executemany("DELETE FROM note WHERE id = ?", rows)

    def _read_all(self, candidates: list[Candidate], batch: RowBatch) -> None:
        done = 0
        for folder, group in groupby(candidates, key=attrgetter("folder")):
            with ExitStack() as stack:
                descriptor = self._open(folder, stack) if len(candidates) >= _MANY else None
                for candidate in group:
                    if self._progress and not done % _STEP:
                        self._progress(done, len(candidates))
                    self._read_one(candidate, descriptor, batch)
                    done += 1
        batch.flush()

    def _open(self, folder: str, stack: ExitStack) -> int | None:
        with suppress(OSError, OutsideVault):
            return stack.enter_context(open_folder(self._root, f"{folder}/\n".lstrip("/"), SYSTEM)).folder
        return None

    def _read_one(self, candidate: Candidate, folder: int | None, batch: RowBatch) -> None:
        data = self._data(candidate, folder)
        if data is None:
            self._gone.append(candidate)
            return
        read = candidate.file.read
        told = data.message.encode() if isinstance(data, Problem) else data
        digest = blake2b(told, digest_size=16).digest() + bytes([read + isinstance(data, Problem)])
        if digest == candidate.hash:
            self._keep_stamp(candidate)
            return
        if candidate.hash is not None:
            self._changed += 1
            batch.replace(candidate.note)
        text = decode(data) if isinstance(data, bytes) else data
        kind, title, day, frame = "", "", "", ""
        if isinstance(text, Problem):
            batch.add_problems(candidate.note, (text,))
        elif read:
            kind, title, day = self._add_entry(candidate, text, batch)
            frame = written_frame(told)
        path, file = candidate.path, candidate.file
        batch.add_note(
            (candidate.note, path, candidate.folder, key_of(path), read, *file[2:6], digest, kind, title, day, frame)
        )

    def _add_entry(self, candidate: Candidate, text: str, batch: RowBatch) -> tuple[str, str, str]:
        rules = self._rules()
        try:
            entry = build_entry(candidate.path, text, rules)
        except Exception as error:
            error.add_note(f"while reading {candidate.path}")
            raise
        batch.add(candidate.note, entry, rules.settings)
        return entry.type, entry.title, entry.day

    def _keep_stamp(self, candidate: Candidate) -> None:
        self._connection.execute(
            "UPDATE note SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE id = ?",
            (*candidate.file[2:6], candidate.note),
        )

    def _data(self, candidate: Candidate, folder: int | None) -> bytes | Problem | None:
        """The bytes of a file; why there are none; None if it is gone. Of a file that is not read, none at all."""
        file = candidate.file
        if not file.read:
            return b""
        if file.size > LARGEST:
            return Problem("note-too-large", f"larger than {LARGEST // 1_000_000} MB: it is not read")
        data = _read_at_once(folder, file.name, file.size) if folder is not None else None
        if data is not None:
            return data
        try:
            return read_note(self._root, candidate.path).data
        except VaultnetError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            self._unread.append(candidate)
            message = error.message.removeprefix(f"{candidate.path}: ")
            return Problem("note-unreadable", f"the note cannot be read: {message}", blocks_writing=True)


def _read_at_once(folder: int, name: str, size: int) -> bytes | None:
    """The bytes of a file as long as the scan found it: None sends the caller the careful way.

    A save under way at this very moment has changed the stamp since the scan, and the next refresh sees that.
    """
    try:
        descriptor = os.open(name, _READ, dir_fd=folder)
    except OSError:
        return None
    try:
        data = os.read(descriptor, size + 1)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return data if len(data) == size else None
