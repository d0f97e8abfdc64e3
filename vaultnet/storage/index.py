"""The index: a disposable memo of what the notes say, one SQLite file a vault and version, in the user's cache folder.

    with open_index(database_path(cache_folder(root))) as connection:
        refresh(connection, root, ...)                                  see refresh.py

Promise D12: delete it, truncate it, flip its bits or put back an old copy, and the next command gives the same answers.
SQLite notices only some of that. So whoever closes the index last writes down its stamp (the seal), and an index that
is not as it was left is thrown away unread. A lock of the kernel's keeps that from happening under another's feet.
"""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import TypeVar

from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.schema import INDEX_VERSION, INDEXES, LAYOUT, TABLES

T = TypeVar("T")
_WAIT = 30.0  # seconds for another vaultnet to finish: a cold index of 100,000 notes takes about that long
_GLANCE = 0.02
_OURS = ("", "-wal", "-shm", "-journal", "-seal")
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NO_PLACE = {
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_FULL: "the disk is full: make room, then run the command again",
    sqlite3.SQLITE_PERM: "permission denied",
    sqlite3.SQLITE_READONLY: "the cache folder is read-only: make it writable, or name another in XDG_CACHE_HOME",
}


def database_path(cache: Path) -> Path:
    """Versions never share a file: two of them at work at once must not take turns at rebuilding."""
    return cache / f"index-{INDEX_VERSION}-{LAYOUT:08x}.sqlite"


@contextmanager
def open_index(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the index, made anew when it is missing or not as it was left. Raises CannotWrite, NotWritten."""
    with _held(path) as lock:
        try:
            if not _is_as_left(path):
                _discard(path, lock)
            connection = _open(path, lock)
        except OSError as error:
            raise _cannot_write(path, error) from error
        try:
            yield connection
        finally:
            connection.close()
            _seal(path)


@contextmanager
def open_in_memory() -> Iterator[sqlite3.Connection]:
    """An index for one command, where the cache folder is full, read-only or closed to us."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _create(connection)
        yield connection
    finally:
        connection.close()


def _open(path: Path, lock: int) -> sqlite3.Connection:
    try:
        return _connect(path)
    except sqlite3.DatabaseError as error:
        refuse_unless_broken(error, path)
    _discard(path, lock, whatever=True)
    try:
        return _connect(path)
    except sqlite3.DatabaseError as error:
        raise CannotWrite(f"{path}: the index cannot be written: {error}", path=str(path)) from error


def _cannot_write(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(f"{path}: the index cannot be written: {error.strerror}", path=str(path))


def discard(path: Path) -> None:
    """Throw the index away: the next command builds it anew. Raises CannotWrite, NotWritten."""
    with _held(path) as lock:
        try:
            _discard(path, lock, whatever=True)
        except OSError as error:
            raise _cannot_write(path, error) from error


def refuse_unless_broken(error: sqlite3.DatabaseError, path: Path) -> None:
    """What a new index would not mend, as a message of what would."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        raise NotWritten("the index is busy with another vaultnet: run the command again") from error
    if code in _NO_PLACE:
        raise CannotWrite(f"{path}: the index cannot be written: {_NO_PLACE[code]}", path=str(path)) from error


@contextmanager
def _held(path: Path) -> Iterator[int]:
    """The lock that everybody shares who has the index open; it goes with the process that held it."""
    try:
        path.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # the names of vaults are nobody's business
        path.parent.mkdir(mode=0o700, exist_ok=True)
        lock = os.open(f"{path}-lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise CannotWrite(f"{path.parent}: the index cannot be written: {error.strerror}", path=str(path)) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield lock
    finally:
        os.close(lock)


def _discard(path: Path, lock: int, *, whatever: bool = False) -> None:
    """Remove the index once nobody else has it open; not at all if it was made anew meanwhile.

    SQLite finds its log by name: a file removed under a connection would later cost the new index its log.
    """

    def attempt() -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(lock, fcntl.LOCK_SH)
            return not whatever and _is_as_left(path)
        if whatever or not _is_as_left(path):
            for suffix in _OURS:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        fcntl.flock(lock, fcntl.LOCK_SH)
        return True

    if not _patiently(attempt):
        raise NotWritten(
            f"{path}: the index is broken, and another vaultnet (`vaultnet watch`?) has it open: end that one, then "
            "run the command again"
        )


def _patiently(attempt: Callable[[], T]) -> T:
    """The result of an attempt once it is true, or the last one."""
    waited = 0.0
    while not (result := attempt()) and waited < _WAIT:
        sleep(_GLANCE)
        waited += _GLANCE
    return result


def _connect(path: Path) -> sqlite3.Connection:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise CannotWrite(f"{path}: the index cannot be written: {error.strerror}", path=str(path)) from error
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if _version(connection) != LAYOUT:
            _patiently(lambda: _create(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _create(connection: sqlite3.Connection) -> bool:
    """Make the tables; False while another process is at it, which SQLite's own patience does not always cover."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _BUSY:
            return False
        raise
    if _version(connection) != LAYOUT:  # nobody was quicker
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise sqlite3.DatabaseError("tables of another version")
        run_script(connection, TABLES)
        run_script(connection, INDEXES)
        connection.execute("INSERT INTO meta VALUES ('generation', '0'), ('fingerprint', '')")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("COMMIT")
    return True


def keep_log(connection: sqlite3.Connection) -> None:
    """From the first filling on whoever writes keeps a log, so that nobody who reads has to wait. The first filling has
    nothing to read beside it: taken back through SQLite's older journal it writes each of its pages once, not twice.
    """
    with suppress(sqlite3.OperationalError):  # somebody else has it open: then the next refresh that writes
        connection.execute("PRAGMA journal_mode = WAL")


def begin_log(connection: sqlite3.Connection) -> None:
    """Write something that changes nothing. The first to write into a new log waits twice for the disk; whoever is
    about to write has that over then.
    """
    connection.execute(f"PRAGMA user_version = {LAYOUT}")  # an UPDATE with the same value would write no page


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Several statements inside the transaction under way (`executescript` would commit it)."""
    statements: Iterable[str] = filter(str.strip, script.split(";\n"))
    for statement in statements:
        connection.execute(statement)


def _is_as_left(path: Path) -> bool:
    """Whether nobody but vaultnet has had the file in hand. While its log or journal is there it is in use, or its user
    was killed: then SQLite puts it right.
    """
    if _is_in_use(path):
        return True
    stamp = _stamp(path)
    return stamp is None or stamp == _read_seal(path)


def _is_in_use(path: Path) -> bool:
    return os.path.lexists(f"{path}-wal") or os.path.lexists(f"{path}-journal")


def _seal(path: Path) -> None:
    """Whoever closes the index last writes down how it was left. An index without its seal is made anew: so a disk
    that refuses this costs time, and no answer.
    """
    with suppress(OSError):
        stamp = _stamp(path)
        if stamp is None or _is_in_use(path) or stamp == _read_seal(path):
            return
        fd = os.open(f"{path}-seal", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            os.write(fd, stamp)
        finally:
            os.close(fd)


def _read_seal(path: Path) -> bytes:
    try:
        fd = os.open(f"{path}-seal", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return b""
    try:
        return os.read(fd, 200)
    finally:
        os.close(fd)


def _stamp(path: Path) -> bytes | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n".encode()


def meta(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def accept_missing(connection: sqlite3.Connection) -> None:
    """Forget that many notes vanished at once."""
    connection.execute("DELETE FROM meta WHERE key = 'vanished'")
