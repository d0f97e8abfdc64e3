r"""One note whose prose was edited and nothing else, brought up to date in the index by its frame (`text/frame.py`).

    reword(connection, Candidate(7, "People/Ada.md", ...), b"---\n...", digest)   ->   (Step(14, 2),)

Everything that the index says of the note stays, but for its bytes' own values, and the lines further down, which have
other numbers. Where a line's number stands in a record, or prose is part of what is said, the note has to be read.
"""

import sqlite3
from typing import Final

from vaultnet.storage.compare import Candidate
from vaultnet.storage.since_told import WITH_LINES
from vaultnet.text.frame import Frame, parse_frame, written_frame
from vaultnet.text.line_steps import Step, find_steps

_MOST_STEPS: Final = 50  # each is a part of a statement
_KNOWN: Final = "SELECT frame FROM note WHERE id = ? AND type != 'goals'"  # whose record is their text
# Under a dated heading prose is what was said; an entry of `interactions` is sought in the text; and whatever is wrong
# with a note may have to do with all of it.
_PROSE_SAYS: Final = """
SELECT EXISTS (SELECT 1 FROM touch WHERE note = ?1 AND origin IN ('heading', 'yaml'))
    OR EXISTS (SELECT 1 FROM problem WHERE note = ?1)
"""
# What must not say the same on another line without the page being made anew (see `told.py`).
_LINES_SAY: Final = """
SELECT EXISTS (SELECT 1 FROM offer WHERE note = ?1) OR EXISTS (SELECT 1 FROM tick WHERE note = ?1)
    OR EXISTS (SELECT 1 FROM debrief WHERE note = ?1) OR EXISTS (SELECT 1 FROM placing WHERE note = ?1)
    OR EXISTS (SELECT 1 FROM content WHERE note = ?1 AND instr(record, '"line":'))
"""
_REWORDED: Final = "UPDATE note SET size = ?, mtime = ?, ctime = ?, inode = ?, hash = ?, frame = ? WHERE id = ?"


def reword(connection: sqlite3.Connection, candidate: Candidate, data: bytes, digest: bytes) -> tuple[Step, ...] | None:
    """Bring the index up to date with the new bytes of a note, if only its prose is other: how the lines have moved of
    what it tells, () if none has. None, and nothing is done, if the note has to be read.
    """
    note, frame = candidate.note, written_frame(data)
    known, now = _known_frame(connection, note), parse_frame(frame)
    if known is None or now is None or known.digest != now.digest or not _is_utf8(data):
        return None
    steps = find_steps(known.lines, now.lines)
    if len(steps) > _MOST_STEPS or _any(connection, _PROSE_SAYS, note):
        return None
    if steps and _any(connection, _LINES_SAY, note):
        return None
    connection.execute(_REWORDED, (*candidate.file[2:6], digest, frame, note))
    return steps if steps and _move_lines(connection, note, steps) else ()


def _known_frame(connection: sqlite3.Connection, note: int) -> Frame | None:
    row = connection.execute(_KNOWN, (note,)).fetchone()
    return parse_frame(row[0]) if row else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _any(connection: sqlite3.Connection, question: str, note: int) -> bool:
    return bool(connection.execute(question, (note,)).fetchone()[0])


def _move_lines(connection: sqlite3.Connection, note: int, steps: tuple[Step, ...]) -> bool:
    """Whether anything that is told stands on another line now."""
    arms = "".join(f" WHEN line >= {first:d} THEN {by:d}" for first, by in reversed(steps))
    moved = 0
    for table in WITH_LINES:
        statement = f"UPDATE {table} SET line = line + CASE{arms} ELSE 0 END WHERE note = ? AND line >= ?"  # noqa: S608
        moved += connection.execute(statement, (note, next(step.first for step in steps if step.by))).rowcount
    return moved > 0
