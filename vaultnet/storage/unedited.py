"""Which of the files with a new stamp need not be read at all: the first step of a refresh, before anything is loaded
that reads notes. Their bytes are as they were, or other in their prose only (such a note is settled by `reworded.py`).

settle_unread(connection, root, [Candidate(7, "People/Ada.md", ...)])   ->   Unread(rest=[], ...), and note 7 has its
                                                                           new stamp

A note saved a moment ago is looked at again by every command for two seconds (git's racy rule); a copy, a restore or a
`touch` changes stamps alone; and most of what people write is prose.
"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vaultnet.storage.compare import Candidate
from vaultnet.storage.small_file import Unusual, read_plainly
from vaultnet.text.blake2 import blake2b

if TYPE_CHECKING:  # not for a run that finds nothing changed
    from vaultnet.text.line_steps import Step

_MANY = 512  # from so many on, files are not read a first time to see whether they have to be read
_LARGE = 10_000_000  # bytes: not read twice
_READ = b"\x01"  # behind the digest of a note that was read, see `reading.py`


class Unread(NamedTuple):
    """`rest` has to be read; `reworded` are how many of the others have other bytes. `moved`: how the lines have moved
    in those of them in which something is told further down.
    """

    rest: list[Candidate]
    reworded: int
    moved: dict[str, tuple["Step", ...]]


def settle_unread(connection: sqlite3.Connection, root: Path, candidates: list[Candidate]) -> Unread:
    """Note in the index what need not be read to be known."""
    if len(candidates) > _MANY:
        return Unread(candidates, 0, {})
    rest: list[Candidate] = []
    moved: dict[str, tuple[Step, ...]] = {}
    reworded = 0
    for candidate in candidates:
        data = _bytes(root, candidate)
        digest = blake2b(data or b"", digest_size=16).digest() + _READ
        if data is None:
            rest.append(candidate)
        elif digest == candidate.hash:
            values = (*candidate.file[2:6], candidate.note)
            connection.execute("UPDATE note SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE id = ?", values)
        else:
            from vaultnet.storage.reworded import reword  # not for a run that finds every note as it was

            steps = reword(connection, candidate, data, digest)
            if steps is None:
                rest.append(candidate)
            else:
                reworded += 1
                moved |= {candidate.path: steps} if steps else {}
    return Unread(rest, reworded, moved)


def _bytes(root: Path, candidate: Candidate) -> bytes | None:
    """The bytes of a note that was read as a whole when it was read last; None where more care is needed."""
    file, digest = candidate.file, candidate.hash
    if file.kind != "note" or not file.read or file.size > _LARGE or digest is None or not digest.endswith(_READ):
        return None
    try:
        return read_plainly(str(root), candidate.path)
    except Unusual:
        return None
