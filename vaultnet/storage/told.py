"""What the index says of a few notes, so that an edit that says nothing new can be told from one that does.

    before = told_by(connection, [7]);  ...note 7 is read anew...;  after = told_by(connection, [7])
    before == after               ->   True: not even a line has another number
    before.rows == after.rows     ->   True: the same in the same order, further up or down

Prose is most of what people write. A line of it changes the note's bytes, and the numbers of the lines below it, and
nothing else that a page is made of.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vaultnet.storage.index import meta, set_meta
from vaultnet.storage.schema import NOTE_TABLES

_NOTE = "SELECT path, key, read, type, title, day FROM note WHERE id = ?"
# Their lines say where something stands, and nothing asks which of two notes has it further up.
WITH_LINES = ("touch", "task", "kept", "raise_next", "clipping", "message")
_MOST_MOVED = 1_000


class Told(NamedTuple):
    """`rows` are all rows of the notes but what is of their bytes alone (sizes, times, digest), without the lines of
    some; `order` is the order of those `lines`.
    """

    rows: tuple[tuple[object, ...], ...]
    order: tuple[int, ...]
    lines: tuple[int, ...]


class Move(NamedTuple):
    """`steps`: from which line on everything stands how many lines further down; None where that is not known."""

    generation: int
    path: str
    steps: Sequence[tuple[int, int]] | None


def told_by(connection: sqlite3.Connection, notes: Iterable[int]) -> Told:
    rows: list[tuple[object, ...]] = []
    lines: list[int] = []
    for note in notes:
        rows += [("note", *row) for row in connection.execute(_NOTE, (note,))]
        for table in NOTE_TABLES:
            cursor = connection.execute(f"SELECT * FROM {table} WHERE note = ?", (note,))  # noqa: S608  (our own tables)
            if table not in WITH_LINES:
                rows += [(table, *row) for row in cursor]
                continue
            at = [column[0] for column in cursor.description].index("line")
            for row in cursor:
                rows.append((table, *row[:at], *row[at + 1 :]))
                lines.append(row[at])
    return Told(tuple(rows), tuple(sorted(range(len(lines)), key=lines.__getitem__)), tuple(lines))


def note_what_is_new(connection: sqlite3.Connection, generation: int, before: Told | None, after: Told | None) -> None:
    """Keep as `told` the generation in which a note last said something new (None: too much changed to look), and as
    `moved` the notes that have said the same since, on other lines.
    """
    if before is None or after is None or before[:2] != after[:2]:
        _begin_anew(connection, generation)
    elif before.lines != after.lines:
        note_moved(connection, generation, {str(row[1]): None for row in after.rows if row[0] == "note"})


def note_moved(
    connection: sqlite3.Connection, generation: int, moved: Mapping[str, Sequence[tuple[int, int]] | None]
) -> None:
    """Keep that these notes say the same as before, on other lines; and on which, where that is known."""
    if not moved:
        return
    moves = [*load_moved(connection), *(Move(generation, path, steps) for path, steps in moved.items())]
    if len(moves) > _MOST_MOVED:
        _begin_anew(connection, generation)
    else:
        set_meta(connection, "moved", json.dumps(moves))


def _begin_anew(connection: sqlite3.Connection, generation: int) -> None:
    set_meta(connection, "told", str(generation))
    set_meta(connection, "moved", "[]")


def load_moved(connection: sqlite3.Connection) -> list[Move]:
    """The notes that have said the same since `told`, on other lines, the oldest first."""
    return [Move(*move) for move in json.loads(meta(connection, "moved") or "[]")]


def text_digest(connection: sqlite3.Connection, path: str) -> str:
    """The digest of a note's text, "" where there is no such note."""
    row = connection.execute("SELECT hex(hash) FROM note WHERE path = ?", (path,)).fetchone()
    return row[0] if row else ""
