"""Full text search: what the notes say, folded, in an FTS5 table of the index that the first search fills.

refresh_search(connection, read, progress)        only notes that changed since the last search are read again
search_notes(connection, (Word("pension"), Word("moves to", is_phrase=True)))
->  {"People/Ada.md": 4.21, ...}                   path -> score: the rarer the words, the higher; the title counts most

Nobody but `find` pays for it: other commands neither fill the table nor read it.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from vaultnet.model.condition import Word
from vaultnet.text.fold import fold_letters

_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE IF NOT EXISTS searched (note INTEGER PRIMARY KEY, hash BLOB NOT NULL);
"""
_GONE = "SELECT note FROM searched EXCEPT SELECT id FROM note WHERE read = 1"
# By the title too, which may be the file's name: the number of a note that is gone may be another's of the same bytes.
_CHANGED = """
SELECT n.id, n.path, n.title, hex(n.hash) || n.title, s.note IS NOT NULL
FROM note n LEFT JOIN searched s ON s.note = n.id
WHERE n.read = 1 AND s.hash IS NOT hex(n.hash) || n.title ORDER BY n.path
"""
_FOUND = """
SELECT n.path, -bm25(search, 8.0, 1.0) FROM search JOIN note n ON n.id = search.rowid WHERE search MATCH ?
"""
_BATCH = 1_000  # notes a transaction: each of them ends with a merge of what FTS5 has gathered
# Scripts without blanks between words: each sign is a word, and a word of several a phrase.
_UNSPACED = re.compile(r"([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_NO_WORD = re.compile(r"[^\w]+")

Read = Callable[[str], str]
Progress = Callable[[str, int, int], None]


def refresh_search(connection: sqlite3.Connection, read: Read, progress: Progress) -> None:
    """Bring the table up to date with the index. `read` gives a note's text, "" for one that cannot be read."""
    connection.executescript(_TABLES)
    gone = [note for (note,) in connection.execute(_GONE)]
    changed = connection.execute(_CHANGED).fetchall()
    for first in range(0, max(len(changed), len(gone), 0), _BATCH):
        connection.execute("BEGIN IMMEDIATE")
        for note in gone[first : first + _BATCH]:
            _forget(connection, note)
        batch = changed[first : first + _BATCH]
        for note, *_, is_known in batch:
            if is_known:
                _forget(connection, note)
        texts = ((note, searchable(title), searchable(read(path))) for note, path, title, _, _ in batch)
        connection.executemany("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", texts)
        connection.executemany("INSERT INTO searched VALUES (?, ?)", [(note, digest) for note, *_, digest, _ in batch])
        connection.execute("COMMIT")
        progress("reading text", min(first + _BATCH, len(changed)), len(changed))


def _forget(connection: sqlite3.Connection, note: int) -> None:
    connection.execute("DELETE FROM search WHERE rowid = ?", (note,))
    connection.execute("DELETE FROM searched WHERE note = ?", (note,))


def search_notes(connection: sqlite3.Connection, words: Sequence[Word]) -> dict[str, float]:
    """Path -> score of the notes that hold every word, and none of the negated ones; {} without a word to look for.
    `pens*` is any word that begins so.
    """
    wanted = " AND ".join(_matching(word) for word in words if not word.is_negated)
    if not wanted:
        return {}
    found = {path: round(score, 3) for path, score in connection.execute(_FOUND, (wanted,))}
    return {path: found[path] for path in found.keys() - paths_with_any(connection, words)}


def paths_with_any(connection: sqlite3.Connection, words: Iterable[Word]) -> frozenset[str]:
    """The notes that hold one of the negated words."""
    unwanted = " OR ".join(_matching(word) for word in words if word.is_negated)
    return frozenset(path for path, _ in connection.execute(_FOUND, (unwanted,))) if unwanted else frozenset()


def searchable(text: str) -> str:
    """Text as it is compared: folded, in scripts without blanks every sign a word. Which blanks stand between words is
    nothing to FTS5, and to take them together would cost as much as all of the folding.
    """
    bare = fold_letters(text)
    return bare if bare.isascii() else _UNSPACED.sub(r" \1 ", bare)


def _matching(word: Word) -> str:
    """As FTS5 wants it: always in quotation marks, so that nothing that is typed is an operator."""
    bare = searchable(word.text.rstrip("*"))
    words = " ".join(_NO_WORD.sub(" ", bare).split())
    return f'"{words}"{" *" if word.text.endswith("*") and not word.is_phrase else ""}' if words else '""'
