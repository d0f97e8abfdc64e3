"""What only a map of the network asks the index: who introduced whom, and what is to be in no picture.

load_introducers(connection)   ->  (("People/Emeka Obi.md", "People/Naledi Mokoena.md"), ...)
load_private(connection)       ->  frozenset({"People/Gerd.md"})       contacts and organizations with `private: true`
"""

import sqlite3

_INTRODUCERS = """
SELECT DISTINCT b.path, a.path FROM ref r JOIN note a ON a.id = r.note AND a.type = 'contact'
JOIN note b ON b.id = r.target AND b.type = 'contact' WHERE r.role = 'introduced-by' ORDER BY 1, 2
"""
_PRIVATE = """
SELECT path FROM note JOIN content ON note = id
WHERE type IN ('contact', 'organization') AND json_extract(record, '$.private')
"""


def load_introducers(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """(who introduced, whom to me), paths of contacts, by path."""
    return tuple(connection.execute(_INTRODUCERS).fetchall())


def load_private(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(path for (path,) in connection.execute(_PRIVATE))
