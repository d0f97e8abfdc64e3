"""What cannot be undercut: each floor is a program that does only the unavoidable part of a command's work.

    python floors.py walk VAULT      start Python, import click and sqlite3, look at every file's stamp

Nothing is imported but by the floor that names it, so that a floor is not paid for by another.
"""

import os
import sys
from collections.abc import Iterator


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
}

if __name__ == "__main__":
    FLOORS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
