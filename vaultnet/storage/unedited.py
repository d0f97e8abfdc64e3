"""Files whose stamps are others and whose bytes are not: told by their digest, before anything is loaded that reads
notes.

without_unedited(connection, root, [Candidate(7, "People/Ada.md", ...)])   ->   [], and note 7 has its new stamp

A note saved a moment ago is looked at again by every command for two seconds (git's racy rule); a copy, a restore or a
`touch` changes stamps alone.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from vaultnet.storage.compare import Candidate
from vaultnet.storage.small_file import Unusual, read_plainly
from vaultnet.text.blake2 import blake2b

_LARGE = 10_000_000  # bytes: not read twice
_READ = b"\x01"  # behind the digest of a note that was read, see `reading.py`


def without_unedited(connection: sqlite3.Connection, root: Path, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are not surely as they were; the others are noted with the stamps they have now."""
    rest: list[Candidate] = []
    for candidate in candidates:
        if _is_unedited(root, candidate):
            values = (*candidate.file[2:6], candidate.note)
            connection.execute("UPDATE note SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE id = ?", values)
        else:
            rest.append(candidate)
    return rest


def _is_unedited(root: Path, candidate: Candidate) -> bool:
    if candidate.file.kind != "note" or candidate.file.size > _LARGE or candidate.hash is None:
        return False
    try:
        data = read_plainly(str(root), candidate.path)
    except Unusual:
        return False
    return data is not None and blake2b(data, digest_size=16).digest() + _READ == candidate.hash
