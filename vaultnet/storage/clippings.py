"""News in the vault, out of the index: what was clipped, and what `news --fetch` has put there.

load_clippings(connection, date(2026, 3, 15))
-> (Clipping("Clippings/Tidemark Risk news.md", 9, date(2026, 6, 12), "Tidemark opens ...", "https://...", (...)), ...)
"""

import sqlite3
from datetime import date

from vaultnet.model.clipping import Clipping

_CLIPPINGS = """
SELECT n.path, k.line, k.day, k.title, k.url, p.path FROM clipping k JOIN note n ON n.id = k.note
JOIN note p ON p.id = k.target AND p.type IN ('contact', 'organization')
WHERE k.day >= ? ORDER BY k.day DESC, n.path, k.line, k.number
"""


def load_clippings(connection: sqlite3.Connection, since: date) -> tuple[Clipping, ...]:
    """What is about any organization or person that has a note, of that day or later: newest first, then by path and
    line.
    """
    found: dict[tuple[str, int, str, str, str], dict[str, None]] = {}
    for path, line, day, title, url, about in connection.execute(_CLIPPINGS, (since.isoformat(),)):
        found.setdefault((path, line, day, title, url), {})[about] = None
    return tuple(
        Clipping(path, line, date.fromisoformat(day), title, url, tuple(about))
        for (path, line, day, title, url), about in found.items()
    )
