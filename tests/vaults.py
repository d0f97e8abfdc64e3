"""Vaults for tests: written in a docstring, or the example vault on its own day.

make_vault(tmp_path, '''
    == People/Ada.md
    ---
    type: contact
    ---
''')
"""

import atexit
import shutil
import textwrap
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from vaultnet.app.init_vault import write_example
from vaultnet.app.workspace import Workspace
from vaultnet.edits.example import EXAMPLE_DAY
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder

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
    vault, indexed = _first_example()
    shutil.copytree(vault, folder, copy_function=shutil.copyfile)
    copied = index.database_path(cache_folder(folder))
    copied.parent.mkdir(mode=0o700, parents=True)
    shutil.copyfile(indexed, copied)
    index._seal(copied)  # without it the copy would be thrown away, being none that was left so
    return folder


@cache
def _first_example() -> tuple[Path, Path]:
    """A vault that no test writes to, and a copy of its index, outside the home of the test that happens to be first."""
    folder = Path(mkdtemp(prefix="vaultnet-example-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    vault, indexed = folder / "vault", folder / "index.sqlite"
    write_example(vault, lambda: EXAMPLE_MORNING)
    shutil.copyfile(index.database_path(cache_folder(vault)), indexed)
    return vault, indexed


def open_vault(root: Path, day: str = "2026-06-15") -> Workspace:
    """A refreshed workspace on a day, at nine in the morning."""
    workspace = Workspace(root, lambda: datetime.fromisoformat(f"{day}T09:00"))
    workspace.refresh()
    return workspace


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and modification time of every file below a folder."""
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}
