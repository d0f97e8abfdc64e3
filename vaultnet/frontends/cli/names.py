"""Contacts' names for the shell's completion, out of the index as it stands.

names_that_begin(flags, "Ad")   ->   ["Ada Lovelace"]
"""

import sqlite3

from vaultnet.errors import VaultnetError
from vaultnet.frontends.cli.context import Flags

_MOST = 200
_NAMES = """
SELECT DISTINCT n.title FROM name m JOIN note n ON n.id = m.note
WHERE n.type = 'contact' AND (m.key >= :begin AND m.key < :end OR instr(m.key, :word)) ORDER BY n.title LIMIT :most
"""


def names_that_begin(flags: Flags, typed: str) -> list[str]:
    """Contacts whose name, or a word of it, begins with what was typed. Nothing is better than an error here."""
    from vaultnet.storage.cache_folder import cache_folder
    from vaultnet.storage.index import database_path, open_index
    from vaultnet.storage.vault_root import find_root
    from vaultnet.text.fold import fold

    try:
        root = find_root(flags.folder())
        database = database_path(cache_folder(root)) if root else None
        if database is None or not database.exists():
            return []
        wanted = fold(typed)
        parameters = {"begin": wanted, "end": f"{wanted}\U0010ffff", "word": f" {wanted}", "most": _MOST}
        with open_index(database) as connection:
            return [title for (title,) in connection.execute(_NAMES, parameters)]
    except (VaultnetError, sqlite3.Error, OSError):
        return []
