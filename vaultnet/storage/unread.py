"""Notes whose bytes or front matter cannot be read: what they are nobody can tell, but they are asked for by name.

unread_rows(connection)               ->  [NameRow("eve", "People/Eve.md", "Eve", "name")]
fault_of(connection, "People/Eve.md") ->  NothingFound("the front matter is not valid YAML ...", line=3)
"""

import sqlite3

from vaultnet.errors import NothingFound
from vaultnet.model.who import NameRow, build_name_row
from vaultnet.text.fold import fold

_UNREAD = """
SELECT DISTINCT n.path FROM problem p JOIN note n ON n.id = p.note
WHERE n.type = '' AND p.blocks_writing AND (p.rule LIKE 'frontmatter-%' OR p.rule IN ('not-utf8', 'note-unreadable'))
ORDER BY n.path
"""
_FAULT = """
SELECT p.message, p.line FROM problem p JOIN note n ON n.id = p.note
WHERE n.path = ? AND p.blocks_writing ORDER BY p.line, p."column"
"""


def unread_rows(connection: sqlite3.Connection) -> list[NameRow]:
    """By their file names: that is all that is known of them."""
    paths = (path for (path,) in connection.execute(_UNREAD))
    stems = ((path.rpartition("/")[2].removesuffix(".md"), path) for path in paths)
    return [build_name_row(fold(stem), path, stem) for stem, path in stems]


def fault_of(connection: sqlite3.Connection, path: str) -> NothingFound:
    """Why such a note is not read, and where."""
    message, line = connection.execute(_FAULT, (path,)).fetchone()
    return NothingFound(message, path=path, line=line)
