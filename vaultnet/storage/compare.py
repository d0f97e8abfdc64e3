"""What a scan finds new, changed or gone, folder by folder, by comparing stamps with those in the index.

compare(connection, scan, known_digests(connection))
->  Difference(new=[Candidate(7, "People/Ada.md", ...)], changed=[...], gone=[(3, "bob")])
"""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vaultnet.storage.scanned import FileStamp, Scan
from vaultnet.storage.schema import NOTE_TABLES

# Nanoseconds: a file changed this shortly ago may change again without a new stamp. Its change time is kept as 0, so
# that the next refresh looks at its bytes once more (git's racy rule).
_RACY = 2_000_000_000


class Candidate(NamedTuple):
    """A file to look into. `hash` is that of its bytes as the index has them, None for a new file."""

    note: int
    path: str
    folder: str
    file: FileStamp
    hash: bytes | None


class Difference(NamedTuple):
    """Between a scan and the index; `gone` are ids with their keys; `is_first` when the index knew no note at all."""

    is_first: bool
    new: list[Candidate]
    changed: list[Candidate]
    gone: list[tuple[int, str]]


def known_digests(connection: sqlite3.Connection) -> dict[str, int]:
    """Every folder that the index knows, with the digest it had."""
    return dict(connection.execute("SELECT path, digest FROM folder").fetchall())


def compare(connection: sqlite3.Connection, scan: Scan, digests: Mapping[str, int]) -> Difference:
    """The difference; folders are noted as the scan found them. `digests` are the folders' as the index has them, where
    that is known already; otherwise none.
    """
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM note").fetchone()[0]
    difference = Difference(last == 0, [], [], [])
    known = dict(digests) or known_digests(connection)
    for folder in scan.unchanged:
        known.pop(folder, None)
    racy_from = time.time_ns() - _RACY
    for folder, files in scan.folders.items():
        if known.pop(folder, None) != scan.digest(folder):
            settled = [_settled(file, racy_from) for file in files]
            last = _compare_folder(connection, folder, settled, last, difference)
            row = (folder, scan.digest(folder, settled), len(settled))
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
