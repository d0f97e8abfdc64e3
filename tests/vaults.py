"""Vaults for tests: written in a docstring, or the example vault on its own day.

make_vault(tmp_path, '''
    == People/Ada.md
    ---
    type: contact
    ---
''')
"""

import sqlite3
import textwrap
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from vaultnet.app.init_vault import write_example
from vaultnet.app.workspace import Workspace
from vaultnet.edits.example import EXAMPLE_DAY
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.ignore import IsIgnored, compile_ignore
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan

EXAMPLE_MORNING = datetime(EXAMPLE_DAY.year, EXAMPLE_DAY.month, EXAMPLE_DAY.day, 9, 0)


def make_vault(folder: Path, text: str) -> Path:
    """Write the files of a text, each behind a line `== path`; the folder gets a `vaultnet.toml` if it names none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vaultnet.toml").touch()
    for part in textwrap.dedent(text).lstrip("\n").split("== ")[1:]:
        path, _, body = part.partition("\n")
        file = folder / path.strip()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body.encode())
    return folder


def make_example(folder: Path) -> Path:
    """The example vault on the day it was written, and its index: written once a process, then copied."""
    return _copy(_first_example(), folder)


def make_indexed(folder: Path, text: str) -> Path:
    """A vault like `make_vault`'s with its index, for a text of many tests: read once a process, then copied."""
    return _copy(_first_of(text), folder)


def _copy(first: "_First", folder: Path) -> Path:
    for path in first.folders:
        (folder / path).mkdir()
    for path, written in first.files.items():
        with (folder / path).open("xb", buffering=0) as file:
            file.write(written)
    copied = index.database_path(cache_folder(folder))
    copied.parent.mkdir(mode=0o700, parents=True)
    copied.write_bytes(first.indexed)
    _tell_of_the_copies(copied, scan(folder, first.is_ignored))
    index._seal(copied)  # without it the copy would be thrown away, being none that was left so
    return folder


def _tell_of_the_copies(copied: Path, found: Scan) -> None:
    """Let the index know the copied notes as the ones that it has read, or each command would read all of them again."""
    with closing(sqlite3.connect(copied, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.executemany(
            "UPDATE note SET mtime = ?, ctime = ?, inode = ? WHERE path = ?",
            [(*file[3:6], f"{below}/{file.name}" if below else file.name) for below, file in found.files()],
        )
        connection.executemany(
            "UPDATE folder SET digest = ? WHERE path = ?",
            [(found.digest(below), below) for below in found.folders],
        )
        connection.execute("COMMIT")


class _First(NamedTuple):
    """Bytes by path, and the folders they lie in: the vault itself, then outer ones before inner ones."""

    folders: tuple[str, ...]
    files: dict[str, bytes]
    indexed: bytes
    is_ignored: IsIgnored


@cache
def _first_example() -> _First:
    with TemporaryDirectory(prefix="vaultnet-example-") as folder:
        vault = Path(folder, "vault")
        write_example(vault, lambda: EXAMPLE_MORNING)
        return _as_it_is(vault)


@cache
def _first_of(text: str) -> _First:
    with TemporaryDirectory(prefix="vaultnet-vault-") as folder:
        vault = make_vault(Path(folder, "vault"), text)
        with open_vault(vault):
            pass
        return _as_it_is(vault)


def _as_it_is(vault: Path) -> _First:
    found = [(path, path.relative_to(vault).as_posix()) for path in sorted(vault.rglob("*"))]
    return _First(
        ("", *(name for path, name in found if path.is_dir())),
        {name: path.read_bytes() for path, name in found if path.is_file()},
        index.database_path(cache_folder(vault)).read_bytes(),
        compile_ignore(Workspace(vault, lambda: EXAMPLE_MORNING).config.ignored),
    )


def open_vault(root: Path, day: str = "2026-06-15") -> Workspace:
    """A refreshed workspace on a day, at nine in the morning."""
    workspace = Workspace(root, lambda: datetime.fromisoformat(f"{day}T09:00"))
    workspace.refresh()
    return workspace


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and modification time of every file below a folder."""
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}
