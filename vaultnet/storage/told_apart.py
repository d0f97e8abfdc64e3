"""Pairs of people of whom a note says that they are two, for `dupes` and `merge`: `not-same-as: "[[Ben Byron]]"`.

load_told_apart(connection)  ->  {"People/B. Byron.md": frozenset({"People/Ben Byron.md"})}
"""

import sqlite3
from collections import defaultdict

_QUERY = """
SELECT s.path, t.path FROM ref r JOIN note s ON s.id = r.note JOIN note t ON t.id = r.target
WHERE r.role = 'not-same-as'
"""


def load_told_apart(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Path of the note that says so -> paths of the others."""
    others: defaultdict[str, set[str]] = defaultdict(set)
    for path, other in connection.execute(_QUERY):
        others[path].add(other)
    return {path: frozenset(found) for path, found in others.items()}
