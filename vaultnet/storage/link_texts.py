r"""How to link each note: by its name, or with its folder where the name is not unique.

load_link_texts(connection)["People/Ada Lovelace.md"]   ->  "[[Ada Lovelace]]"
load_link_texts(connection)["People/C# Dev.md"]         ->  "[C# Dev](People/C%23%20Dev.md)", no wikilink can hold it
load_link_texts(connection)["People/Nia\nNew.md"]       ->  "[Nia New](People/Nia%0ANew.md)", and a link is on one line
"""

import sqlite3
from collections.abc import Mapping
from urllib.parse import quote

from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import all_paths
from vaultnet.text.composed import composed
from vaultnet.text.lazy_pattern import lazy_pattern

_NOT_IN_WIKILINKS = lazy_pattern(r"[\[\]|#^\x00-\x1f]|%%")
_BARE = str.maketrans({"[": "(", "]": ")"} | {chr(control): " " for control in range(32)})
_TWINS = "SELECT count(*) FROM note WHERE key = (SELECT key FROM note WHERE path = ?)"


def load_link_texts(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Path of a note -> the link to it."""

    def link_text(path: str) -> str:
        written = composed(path)
        stem = written.rsplit("/", 1)[-1].removesuffix(".md")
        if _NOT_IN_WIKILINKS.search(stem) or stem != stem.strip():
            return f"[{stem.translate(_BARE)}]({quote(written)})"
        (twins,) = connection.execute(_TWINS, (path,)).fetchone()
        return f"[[{stem}]]" if twins <= 1 or "/" not in path else f"[[{written.removesuffix('.md')}|{stem}]]"

    return Lazy(link_text, lambda: all_paths(connection))
