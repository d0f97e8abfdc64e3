"""What cannot be undercut: each floor is a program that does only the unavoidable part of a command's work.

    python floors.py walk VAULT      start Python, import click and sqlite3, look at every file's stamp

Nothing is imported but by the floor that names it, so that a floor is not paid for by another.
"""

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

Row = tuple[object, ...]
SYNCED = 50  # times that `synced` writes its file


def start(_root: str) -> None:
    """Start Python."""


def hello(_root: str) -> None:
    """A click program that does nothing."""
    import click

    click.command()(lambda: None).main([], standalone_mode=False)


def imports(_root: str) -> None:
    """Import click and sqlite3: what `walk` does before it walks."""
    import sqlite3

    import click

    _ = (click, sqlite3)


def walk(root: str) -> None:
    """Import click and sqlite3, walk the vault, and stat every file."""
    import sqlite3

    import click

    _ = (click, sqlite3)
    for entry in _files(root):
        entry.stat(follow_symlinks=False)


def read(root: str) -> None:
    """Read every byte."""
    for entry in _files(root):
        with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123  (a floor takes the shortest way)
            file.read()


def frontmatter(root: str) -> None:
    """What most scripts do: python-frontmatter over every note, into a list."""
    import frontmatter as library

    posts = [library.load(entry.path) for entry in _files(root) if entry.name.endswith(".md")]
    assert posts


def least(root: str) -> None:
    """The least an index of this kind does: read every note, its front matter by the quickest reader of YAML there is,
    one pattern over each line of a log and one for links, and store what that finds in the same tables.
    """
    from vaultnet.storage import schema

    connection = _database(schema.TABLES)
    rows: dict[str, list[Row]] = {"note": [], "content": [], "name": [], "contact": [], "touch": [], "ref": []}
    columns = {table: len(connection.execute(f"SELECT * FROM {table}").description) for table in rows}
    rows_of = _row_maker()

    def store() -> None:
        for table, some in rows.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns[table])})", some)
            some.clear()

    for number, (path, text) in enumerate(_notes(root)):
        for table, values in rows_of(number, path, text):
            rows[table].append((*values, *("",) * (columns[table] - len(values))))
        if number % 1_000 == 0:
            store()
    store()
    connection.executescript(schema.INDEXES)  # which commits first


def _row_maker() -> Callable[[int, str, str], Iterator[tuple[str, Row]]]:
    """Of a note: each row's table, and the columns that have something to say."""
    import re

    import yaml12

    line = re.compile(r"^- (\d{4}-\d\d-\d\d) ([a-z ]+): (.*)$", re.MULTILINE)
    link = re.compile(r"\[\[([^\]|#]+)")

    def rows_of(number: int, path: str, text: str) -> Iterator[tuple[str, Row]]:
        head, _, body = text[4:].partition("\n---\n") if text.startswith("---\n") else ("", "", text)
        keys: dict[str, Any] = yaml12.parse_yaml(head) if head else {}  # type: ignore[assignment]
        folder, _, file = path.rpartition("/")
        yield "note", (number, path, folder, file, 1, len(text))
        yield "content", (number, head)
        for name in {file, *keys.get("aliases", ()), *(keys[key] for key in ("uid", "email") if key in keys)}:
            yield "name", (name, number)
        if keys.get("type") == "contact":
            yield "contact", (number, keys.get("uid", ""), file)
        for count, match in enumerate(line.finditer(body)):
            yield "touch", (number, count, match.start(), *match.groups())
        for count, match in enumerate(link.finditer(text)):
            yield "ref", (number, count, "", match[1], match[0])

    return rows_of


def fulltext(root: str) -> None:
    """Full text and nothing else: FTS5 takes every note as it is read."""
    connection = _database("CREATE VIRTUAL TABLE search USING fts5(title, text)")
    texts = ((path.rpartition("/")[2][:-3], text) for path, text in _notes(root))
    connection.executemany("INSERT INTO search VALUES (?, ?)", texts)
    connection.execute("COMMIT")


def synced(file: str) -> None:
    """Write one file and have it on the disk, so many times that what one of them takes can be seen."""
    for _ in range(SYNCED):
        out = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(out, b"- 2026-06-14 call: hello\n" * 100)
        os.fsync(out)
        os.close(out)


def render(packed: str) -> None:
    """Import Jinja, compile the templates of a page and fill them in: a JSON list of [templates, name, what is said]."""
    import json

    from vaultnet.storage.template_engine import Source, render_sources

    with open(packed, encoding="utf-8") as file:  # noqa: PTH123
        sources, name, context = json.load(file)
    render_sources({name: Source(*source) for name, source in sources.items()}, name, context)


def batches(packed: str) -> None:
    """Write and sync the files that a JSON list of [path, text] names, a hundred at a time."""
    import json

    with open(packed, encoding="utf-8") as file:  # noqa: PTH123
        files = json.load(file)
    for start in range(0, len(files), 100):
        opened = []
        for path, text in files[start : start + 100]:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            os.write(out, text.encode())
            opened.append(out)
        for out in opened:
            os.fsync(out)
            os.close(out)


def _database(tables: str) -> "sqlite3.Connection":
    """A new one in the midst of its one transaction, in a file that has no name any more; nothing is synced."""
    import sqlite3
    import tempfile

    with tempfile.TemporaryDirectory(prefix="vaultnet-floor-") as folder:
        connection = sqlite3.connect(f"{folder}/index.sqlite", isolation_level=None)
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables}; BEGIN")
    return connection


def _notes(root: str) -> Iterator[tuple[str, str]]:
    """Every note's path and text, line ends as they are in Unix."""
    for entry in _files(root):
        if entry.name.endswith(".md"):
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123
                yield entry.path[len(root) + 1 :], file.read().decode().replace("\r\n", "\n")


def _files(root: str) -> Iterator[os.DirEntry[str]]:
    waiting = [root]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name[0] != ".":
                        waiting.append(entry.path)
                else:
                    yield entry


FLOORS = {
    "start": start,
    "hello": hello,
    "imports": imports,
    "walk": walk,
    "read": read,
    "frontmatter": frontmatter,
    "batches": batches,
    "least": least,
    "fulltext": fulltext,
    "synced": synced,
    "render": render,
}

if __name__ == "__main__":
    FLOORS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
