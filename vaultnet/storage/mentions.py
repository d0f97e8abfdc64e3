"""Which files of the vault may hold a link to a note of some name: all are looked through, few have to be read closely.

find_mentions(root, paths, {"ada byron"})  ->  ["Daily/2026-06-15.md", "People/Ben Okri.md"]
find_canvases(root)                        ->  ["Maps/Risk.canvas"]
"""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from vaultnet.storage.files import LARGEST
from vaultnet.text.resolve import fold_path


def find_mentions(root: Path, paths: Iterable[str], keys: Collection[str]) -> list[str]:
    """The paths whose text has one of the folded names in it, also percent-encoded or with YAML's doubled `'`.

    What cannot be read at all is left out: `check` tells of it. What is too large to be looked through may have one.
    """
    wanted = tuple({spelling for key in keys for spelling in (key, key.replace("'", "''"))})
    return [path for path in paths if _mentions(root / path, wanted)]


def find_canvases(root: Path) -> list[str]:
    """Every canvas outside of hidden folders, sorted."""
    return sorted(_canvases(root))


def _canvases(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(".canvas"):
                yield (Path(folder) / name).relative_to(root).as_posix()


def _mentions(file: Path, wanted: tuple[str, ...]) -> bool:
    try:
        if file.stat().st_size > LARGEST:
            return True
        text = file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return False
    folded = fold_path(text)
    if "\\" in text:  # an escape in a quoted value may spell any letter
        return True
    if "%" in text:
        folded += fold_path(unquote(text))
    return any(name in folded for name in wanted)
