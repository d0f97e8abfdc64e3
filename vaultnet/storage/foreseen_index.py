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
    """A copy of the index in memory with the changed notes read anew; the index itself where nothing would change.
    Changes of known notes only.
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

    batch = RowBatch(copy, LinkTargets(copy, {}).find)
    for change in changes:
        row = copy.execute("SELECT id FROM note WHERE path = ?", (change.path,)).fetchone()
        if row is not None:
            batch.replace(row[0])
            batch.add(row[0], build_entry(change.path, change.after, rules), rules.settings)
    batch.flush()
