"""All that the index says of a few notes, taken before and after they are read anew: what the edit has newly said.

    before = told_by(connection, [7]);  ...note 7 is read anew...;  after = told_by(connection, [7])
    before == after               ->   True: not even a line has another number
    before.rows == after.rows     ->   True: the same in the same order, further up or down
    added_touches(before, after)  ->   (AddedTouch("People/Ada.md", ...),); None where anything else is new

    note_what_is_new(connection, 17, before, after)     keeps what comes of it (`since_told.py`):
    a line of prose              ->   the note's lines have moved
    a touch in a log             ->   the same, and that touch was added
    a tag, a task, another name  ->   `told` is 17: nothing that is remembered holds any longer

Prose is most of what people write: it changes the note's bytes, the numbers of the lines below it, and nothing else
that a page is made of. A touch in a log says nothing of anybody else: where a page has not looked at that person, it
may still be as it was (`app/still_right.py`).
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from vaultnet.storage.schema import NOTE_TABLES
from vaultnet.storage.since_told import WITH_LINES, AddedTouch, begin_anew, note_added, note_moved

_NOTE = "SELECT id, path, key, read, type, title, day FROM note WHERE id = ?"


class Told(NamedTuple):
    """`rows` are all rows of the notes but what is of their bytes alone (sizes, times, digest), without the lines of
    some; `order` is the order of those `lines`.
    """

    rows: tuple[tuple[object, ...], ...]
    order: tuple[int, ...]
    lines: tuple[int, ...]


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
    """Keep it in the index; None: too much changed to look."""
    if before is None or after is None or (added := added_touches(before, after)) is None:
        begin_anew(connection, generation)
        return
    if added:
        note_added(connection, generation, added)
    if before.lines != after.lines:
        note_moved(connection, generation, {str(row[2]): None for row in after.rows if row[0] == "note"})


def added_touches(before: Told, after: Told) -> tuple[AddedTouch, ...] | None:
    """What the notes say now and did not before, where it is touches of people in their own logs; None where anything
    else is new, is gone, or stands in another order.
    """
    if before[:2] == after[:2]:
        return ()  # at most further up or down
    if _without_touches(before) != _without_touches(after):
        return None
    people = {row[1]: str(row[2]) for row in after.rows if row[0] == "note" and row[5] == "contact"}
    known = [row for row in before.rows if row[0] == "touch"]
    added, at = [], 0
    for row in after.rows:
        if row[0] != "touch":
            continue
        if at < len(known) and _is_same(known[at], row):
            at += 1
            continue
        _, note, _, day, day_known, _, kind, _, _, _, tags, origin, _, _, target = row  # without its line
        if tags != "" or origin != "log" or target != note or note not in people:
            return None
        added.append(AddedTouch(people[note], str(day), str(day_known), str(kind)))
    return tuple(added) if at == len(known) else None


def _is_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """But for its number, which grows with the lines above."""
    return one[1] == other[1] and one[3:] == other[3:]


def _without_touches(told: Told) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """All other rows; and those that stand on a line, in its note's order."""
    others = [row for row in told.rows if row[0] != "touch"]
    placed = zip((row for row in told.rows if row[0] in WITH_LINES), told.lines, strict=True)
    in_order = sorted((row[1], line, row[0], row[2]) for row, line in placed if row[0] != "touch")
    return others, [(note, table, number) for note, _, table, number in in_order]
