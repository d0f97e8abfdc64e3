"""What notes have newly said since something new was last told (`told`, a generation), in so far as it changes little:
lines that moved, and touches that were added to people's logs. Whoever remembers an answer looks here.

    load_moved(connection)   ->   [Move(17, "People/Ada.md", ((12, 1),))] from her line 12 on: one further down
    load_added(connection)   ->   [Addition(17, AddedTouch("People/Ada.md", "2026-06-13", "2026-06-13", "call"))]

What an edit says is found out in `told.py`, which a run that finds nothing changed does not load.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.storage.index import meta, set_meta

# Their lines say where something stands, and nothing asks which of two notes has it further up.
WITH_LINES = ("touch", "task", "kept", "raise_next", "clipping", "message")
_MOST_MOVED = 1_000
_MOST_ADDED = 200


class Move(NamedTuple):
    """`steps`: from which line on everything stands how many lines further down; None where that is not known."""

    generation: int
    path: str
    steps: Sequence[tuple[int, int]] | None


class AddedTouch(NamedTuple):
    """A touch without tags in the log of a contact's own note, with that contact. The days are ISO dates."""

    path: str
    day: str
    known: str
    kind: str


class Addition(NamedTuple):
    generation: int
    touch: AddedTouch


def note_moved(
    connection: sqlite3.Connection, generation: int, moved: Mapping[str, Sequence[tuple[int, int]] | None]
) -> None:
    """Keep that these notes say the same as before, on other lines; and on which, where that is known."""
    if not moved:
        return
    moves = [*load_moved(connection), *(Move(generation, path, steps) for path, steps in moved.items())]
    if len(moves) > _MOST_MOVED:
        begin_anew(connection, generation)
    else:
        set_meta(connection, "moved", json.dumps(moves))


def note_added(connection: sqlite3.Connection, generation: int, added: Sequence[AddedTouch]) -> None:
    """Keep that these touches are new since `told`; where they are too many, that is what is told."""
    additions = [*load_added(connection), *(Addition(generation, touch) for touch in added)]
    if len(additions) > _MOST_ADDED:
        begin_anew(connection, generation)
    else:
        set_meta(connection, "added", json.dumps(additions))


def begin_anew(connection: sqlite3.Connection, generation: int) -> None:
    """Something new is said: what was worked out before this generation holds no longer."""
    set_meta(connection, "told", str(generation))
    set_meta(connection, "moved", "[]")
    set_meta(connection, "added", "[]")


def load_moved(connection: sqlite3.Connection) -> list[Move]:
    """The notes that have said the same since `told`, on other lines, the oldest first."""
    return [Move(*move) for move in json.loads(meta(connection, "moved") or "[]")]


def load_added(connection: sqlite3.Connection) -> list[Addition]:
    """The touches that were added since `told`, the oldest addition first."""
    found = json.loads(meta(connection, "added") or "[]")
    return [Addition(generation, AddedTouch(*touch)) for generation, touch in found]


def text_digest(connection: sqlite3.Connection, path: str) -> str:
    """The digest of a note's text, "" where there is no such note."""
    row = connection.execute("SELECT hex(hash) FROM note WHERE path = ?", (path,)).fetchone()
    return row[0] if row else ""
