"""What to raise next time, out of the index: the open topics of a contact, read when somebody asks.

load_raise_next(connection)["People/Ada.md"]   ->   ("how the move to Paris went", "the flat in [[Lisbon]]")
"""

import sqlite3
from collections.abc import Mapping
from functools import partial

from vaultnet.storage.lazy import Lazy

_TOPICS = "SELECT text FROM raise_next WHERE note = (SELECT id FROM note WHERE path = ?) ORDER BY number"
_CONTACTS = "SELECT DISTINCT n.path FROM raise_next r JOIN note n ON n.id = r.note ORDER BY n.path"


def load_raise_next(connection: sqlite3.Connection) -> Mapping[str, tuple[str, ...]]:
    """Path of a contact -> the topics, in the order of the note; () for anyone else."""
    return Lazy(partial(_topics, connection), partial(_contacts, connection))


def _topics(connection: sqlite3.Connection, path: str) -> tuple[str, ...]:
    return tuple(text for (text,) in connection.execute(_TOPICS, (path,)))


def _contacts(connection: sqlite3.Connection) -> list[str]:
    return [path for (path,) in connection.execute(_CONTACTS)]
