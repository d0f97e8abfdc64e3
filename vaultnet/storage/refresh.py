"""Bringing the index up to date by the difference of file stamps: what has not changed is not read.

    refresh(connection, root, scan, fingerprint, rules)  ->  Refreshed(added=1, changed=1, removed=0, unchanged=9_998)

What is in the index depends on three things only: the notes' bytes, the settings (`fingerprint`), and `INDEX_VERSION`.
A refreshed index is the index that a new one would be.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vaultnet.storage.collector_at_rest import collector_at_rest
from vaultnet.storage.compare import Difference, compare, forget_everything, known_digests
from vaultnet.storage.index import accept_missing, keep_log, meta, set_meta
from vaultnet.storage.scanned import Scan
from vaultnet.storage.since_told import note_moved
from vaultnet.storage.unedited import settle_unread

if TYPE_CHECKING:  # reading notes loads the parsers: not for a run that finds nothing changed
    from vaultnet.model.rules import Rules
    from vaultnet.storage.told import Told

EDITION = "edition"  # in `meta`
_ATTEMPTS = 3
_SMALL = 16  # so many edited notes are looked at for whether they say anything new
_FEW = 5  # so many notes may go at once without a question, or a tenth of all


class Refreshed(NamedTuple):
    """What a refresh found. `generation` grows by one whenever anything that commands can see has changed; the index
    keeps beside it the last one in which a note said something new (`told.py`). `edition` names this state of the
    index: each refresh that writes anything writes another, and none ever comes back (`vouching.py`).
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    generation: int
    rebuilt: bool = False
    edition: str = ""


def refresh(
    connection: sqlite3.Connection,
    root: Path,
    scan: Callable[[Mapping[str, int]], Scan],
    fingerprint: str,
    rules: "Callable[[], Rules]",
    *,
    progress: Callable[[int, int], None] | None = None,
    commits: bool = True,
) -> Refreshed:
    """Bring the index up to date with the vault. `scan` is told the digests of the folders as the index has them;
    `rules` is called only if a note has to be read. Where it is not to commit, that is left to `commit`.

    Where another process has changed the index since the scan, the scan may be older than what is in it: scan again,
    the last time without regard to what the index knows, which may change once more.
    """
    for attempt in range(_ATTEMPTS):
        seen = _data_version(connection)
        is_last = attempt == _ATTEMPTS - 1
        edition = meta(connection, EDITION)  # before the digests: older than those, it is of no use to anybody
        known = {} if is_last or meta(connection, "fingerprint") != fingerprint else known_digests(connection)
        found = scan(known)
        if known and _is_unchanged(found, known):
            return Refreshed(0, 0, 0, found.file_count(), int(meta(connection, "generation")), edition=edition)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _data_version(connection) == seen or is_last:
                result = _update(connection, root, found, known, fingerprint, rules, progress)
                if commits:
                    commit(connection)
                return result
            connection.execute("ROLLBACK")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    raise AssertionError("the last attempt returns")


def commit(connection: sqlite3.Connection) -> None:
    """The last step of a refresh, where that had anything to write."""
    if connection.in_transaction:
        connection.execute("COMMIT")
        keep_log(connection)


def _is_unchanged(scan: Scan, known: Mapping[str, int]) -> bool:
    if len(scan.unchanged) + len(scan.folders) != len(known):
        return False
    return all(known.get(folder) == scan.digest(folder) for folder in scan.folders)


def _data_version(connection: sqlite3.Connection) -> int:
    """Another number whenever another process has written."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _update(
    connection: sqlite3.Connection,
    root: Path,
    scan: Scan,
    known: Mapping[str, int],
    fingerprint: str,
    rules: "Callable[[], Rules]",
    progress: Callable[[int, int], None] | None,
) -> Refreshed:
    before = _count(connection)
    rebuilt = meta(connection, "fingerprint") != fingerprint
    if rebuilt:
        forget_everything(connection)
        set_meta(connection, "fingerprint", fingerprint)
    difference = compare(connection, scan, known)
    added, removed = len(difference.new), len(difference.gone)
    unread = settle_unread(connection, root, difference.changed)
    difference = difference._replace(changed=unread.rest)
    is_small = len(difference.changed) <= _SMALL and not (added or removed or rebuilt)
    edited = [candidate.note for candidate in difference.changed]
    told = _told_by(connection, edited) if edited and is_small else None
    changed = unread.reworded
    if edited or added or removed:
        changed += _read(connection, root, difference, rules, progress)
    _note_vanished(connection, before)
    generation = int(meta(connection, "generation"))
    if added or removed or changed or rebuilt:
        generation += 1
        set_meta(connection, "generation", str(generation))
        if edited or not is_small:
            from vaultnet.storage.told import note_what_is_new

            note_what_is_new(connection, generation, told, _told_by(connection, edited) if told else None)
        note_moved(connection, generation, unread.moved)
    edition = os.urandom(8).hex()
    set_meta(connection, EDITION, edition)
    return Refreshed(added, changed, removed, scan.file_count() - added - changed, generation, rebuilt, edition)


def _read(
    connection: sqlite3.Connection,
    root: Path,
    difference: Difference,
    rules: "Callable[[], Rules]",
    progress: Callable[[int, int], None] | None,
) -> int:
    """How many of the changed notes really changed."""
    from vaultnet.storage.reading import Reading

    with collector_at_rest():
        return Reading(connection, root, rules, progress).run(difference)


def _told_by(connection: sqlite3.Connection, notes: list[int]) -> "Told":
    from vaultnet.storage.told import told_by

    return told_by(connection, notes)


def _count(connection: sqlite3.Connection) -> int:
    """How many notes the folders were found to have; to count the rows would take longer, the more there are."""
    count: int = connection.execute("SELECT coalesce(sum(files), 0) FROM folder").fetchone()[0]
    return count


def _note_vanished(connection: sqlite3.Connection, before: int) -> None:
    """Promise D11: remember that many notes went at once, until they are back or the user accepts it."""
    expected = max(before, int(meta(connection, "vanished").partition(" ")[2] or 0))
    missing = expected - _count(connection)
    if missing > max(_FEW, expected // 10):
        set_meta(connection, "vanished", f"{missing} {expected}")
    else:
        accept_missing(connection)
