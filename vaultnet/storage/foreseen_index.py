"""The index as it will be once changes are written, for pages that are only shown (promise D7).

with foreseen_index(connection, (FileChange("People/Ada.md", before, after, ...),), rules) as copy:
    load_network(copy, today, settings)

What the real run would see after writing is what the preview sees: the same rows, read from the same texts.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from vaultnet.model.rules import Rules
from vaultnet.text.change import FileChange


@contextmanager
def foreseen_index(
    connection: sqlite3.Connection, changes: Sequence[FileChange], rules: Rules
) -> Iterator[sqlite3.Connection]:
    """A copy of the index in memory with the changed notes read anew, and the new ones read; the index itself where
    nothing would change.
    """
    if not changes:
        yield connection
        return
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.backup(copy)
        _read_anew(copy, changes, rules)
        yield copy


def _read_anew(copy: sqlite3.Connection, changes: Sequence[FileChange], rules: Rules) -> None:
    from vaultnet.model.entry import build_entry
    from vaultnet.storage.link_targets import LinkTargets
    from vaultnet.storage.rows import RowBatch
    from vaultnet.text.resolve import key_of

    entries = [build_entry(change.path, change.after, rules) for change in changes]
    known = dict(copy.execute("SELECT path, id FROM note").fetchall())
    new = [entry for entry in entries if entry.path not in known]
    first = max(known.values(), default=0) + 1
    for number, entry in enumerate(new, first):
        known[entry.path] = number
        folder = entry.path.rpartition("/")[0]
        row = (number, entry.path, folder, key_of(entry.path), 1, 0, 0, 0, 0, b"", entry.type, entry.title, entry.day)
        copy.execute("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')", row)
    targets = LinkTargets(copy, {})
    batch = RowBatch(copy, targets.find)
    for entry in entries:
        batch.replace(known[entry.path])
        batch.add(known[entry.path], entry, rules.settings)
    batch.flush()
    if new:
        targets.resolve_again({key_of(entry.path) for entry in new})
