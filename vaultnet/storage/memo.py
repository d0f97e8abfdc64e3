"""Answers kept in the index: those that hold as long as nothing changed, and those that no note can change.

remember(connection, "agenda 2026-06-15", "{...}", generation);  recall(connection, "agenda 2026-06-15")  ->  "{...}"
once(connection, "working days NL 2026", work_out)   ->  what `work_out` said when it was first asked
"""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from vaultnet.storage.index import meta, set_meta

_PREFIX = "memo "


def recall(connection: sqlite3.Connection, key: str) -> str | None:
    """The answer remembered for this state of the vault, None if there is none. An answer that depends on a note's text
    besides what the index tells of it has to look at that text itself.
    """
    state, _, value = meta(connection, _PREFIX + key).partition("\n")
    return value if value and state == _state(connection) else None


def remember(connection: sqlite3.Connection, key: str, value: str, generation: int) -> None:
    """Keep an answer for this state; those of other states are of no use any more.

    `generation` is that of the refresh before the answer was worked out: where another process (`watch`) has found an
    edit since, the answer may be of before that edit, and is not kept.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return  # another process is at work on the index: the answer stands, and is worked out anew next time
    try:
        if int(meta(connection, "generation")) == generation:
            state = _state(connection)
            connection.execute("DELETE FROM meta WHERE key LIKE ? AND value NOT LIKE ?", (f"{_PREFIX}%", f"{state}\n%"))
            set_meta(connection, _PREFIX + key, f"{state}\n{value}")
        connection.execute("COMMIT")
    except sqlite3.OperationalError:  # a full disk: likewise
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def once(connection: sqlite3.Connection, key: str, work_out: Callable[[], Any]) -> Any:
    """An answer, as JSON has it, to a question whose key says all that it depends on; worked out once for an index."""
    kept = meta(connection, key)
    if not kept:
        kept = json.dumps(work_out())
        keep(connection, key, kept)
    return json.loads(kept)


def keep(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Into the index, if it lets us: while another process is at work on it the answer is worked out anew next time."""
    with suppress(sqlite3.OperationalError):
        set_meta(connection, key, value)


def _state(connection: sqlite3.Connection) -> str:
    """What the notes tell, the settings, and which installation it is that answers: another one may say it better."""
    own = os.stat(__file__)  # noqa: PTH116  (pathlib is not loaded for this)
    return f"{meta(connection, 'told')} {meta(connection, 'fingerprint')} {own.st_ino} {own.st_mtime_ns}"
