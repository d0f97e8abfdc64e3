"""Answers that hold as long as nothing changed: kept in the index, dropped with its next generation.

remember(connection, "agenda 2026-06-15", "{...}");  recall(connection, "agenda 2026-06-15")  ->  "{...}"
"""

import sqlite3

from vaultnet.storage.index import meta, set_meta

_PREFIX = "memo "


def recall(connection: sqlite3.Connection, key: str) -> str | None:
    """The answer remembered for this state of the vault, None if there is none."""
    generation, _, value = meta(connection, _PREFIX + key).partition("\n")
    return value if value and generation == _state(connection) else None


def remember(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep an answer for this state; those of other states are of no use any more."""
    state = _state(connection)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return  # another process is at work on the index: the answer stands, and is worked out anew next time
    connection.execute("DELETE FROM meta WHERE key LIKE ? AND value NOT LIKE ?", (f"{_PREFIX}%", f"{state}\n%"))
    set_meta(connection, _PREFIX + key, f"{state}\n{value}")
    connection.execute("COMMIT")


def _state(connection: sqlite3.Connection) -> str:
    return f"{meta(connection, 'generation')} {meta(connection, 'fingerprint')}"
