"""What a scan finds new, changed or gone, folder by folder, by comparing stamps with those in the index.

compare(connection, scan)  ->  Difference(new=[Candidate(7, "People/Ada.md", ...)], changed=[...], gone=[(3, "bob")])
"""

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from vaultnet.storage.scan import FileStamp, Scan
from vaultnet.storage.schema import NOTE_TABLES

# Nanoseconds: a file changed this shortly ago may change again without a new stamp. Its change time is kept as 0, so
# that the next refresh looks at its bytes once more (git's racy rule).
_RACY = 2_000_000_000
_UNSIGNED = 0x7FFF_FFFF_FFFF_FFFF  # SQLite's integers are signed


class Candidate(NamedTuple):
    """A file to look into. `hash` is that of its bytes as the index has them, None for a new file."""

    note: int
    path: str
    folder: str
    file: FileStamp
    hash: bytes | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Between a scan and the index; `gone` are ids with their keys; `is_first` when the index knew no note at all."""

    is_first: bool
    new: list[Candidate] = field(default_factory=list)
    changed: list[Candidate] = field(default_factory=list)
    gone: list[tuple[int, str]] = field(default_factory=list)


def digest(files: Iterable[FileStamp]) -> int:
    """One number for the stamps and names of a folder's files. Names count by their order too: if a file system lists
    them in another one, the folder is compared file by file, and found the same.
    """
    files = list(files)
    names = crc32("\0".join([file.name for file in files]).encode())
    return (sum([hash(file[1:6]) for file in files]) ^ names) & _UNSIGNED  # the hash of numbers is the same everywhere


def compare(connection: sqlite3.Connection, scan: Scan) -> Difference:
    """The difference; folders are noted as the scan found them."""
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM note").fetchone()[0]
    difference = Difference(is_first=last == 0)
    known = dict(connection.execute("SELECT path, digest FROM folder").fetchall())
    racy_from = time.time_ns() - _RACY
    for folder, files in scan.folders.items():
        if known.pop(folder, None) != digest(files):
            settled = [_settled(file, racy_from) for file in files]
            last = _compare_folder(connection, folder, settled, last, difference)
            row = (folder, digest(settled), len(settled))
            connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", row)
    for folder in known:
        difference.gone.extend(connection.execute("SELECT id, key FROM note WHERE folder = ?", (folder,)))
        connection.execute("DELETE FROM folder WHERE path = ?", (folder,))
    return difference


def _settled(file: FileStamp, racy_from: int) -> FileStamp:
    return file._replace(ctime=0) if file.ctime >= racy_from else file


def _compare_folder(
    connection: sqlite3.Connection, folder: str, files: Iterable[FileStamp], last: int, difference: Difference
) -> int:
    """New files get the numbers after `last`; the last number given is returned."""
    rows = connection.execute(
        "SELECT path, id, key, hash, read, size, mtime, ctime, inode FROM note WHERE folder = ?", (folder,)
    )
    known = {path: rest for path, *rest in rows}
    for file in files:
        path = f"{folder}/{file.name}" if folder else file.name
        row = known.pop(path, None)
        if row is None:
            last += 1
            difference.new.append(Candidate(last, path, folder, file, None))
        elif tuple(row[3:]) != file[1:6] or not file.ctime:
            difference.changed.append(Candidate(row[0], path, folder, file, row[2]))
    difference.gone.extend((row[0], row[1]) for row in known.values())
    return last


def look_again(connection: sqlite3.Connection, candidates: Iterable[Candidate]) -> None:
    """Let the next refresh read these files whatever their stamps say."""
    for candidate in candidates:
        connection.execute("UPDATE note SET ctime = 0 WHERE id = ?", (candidate.note,))
        connection.execute("UPDATE folder SET digest = -1 WHERE path = ?", (candidate.folder,))


def forget_everything(connection: sqlite3.Connection) -> None:
    for table in (*NOTE_TABLES, "note", "folder"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  (names of our own tables)
