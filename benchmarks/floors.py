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


FLOORS = {"start": start, "hello": hello, "walk": walk, "read": read, "frontmatter": frontmatter}

if __name__ == "__main__":
    FLOORS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
