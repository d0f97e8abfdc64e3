"""A walk over the few folders that may be other than the index has them; all others are told out of the index.

    scan_folders(root, is_ignored, known, files, {"People"})   ->   the Scan that a whole walk would give, or None

What lies in a folder is that folder's affair, but for files of several names and those without blocks, which only the
whole vault explains. Where it meets one, or anything else that it cannot be sure of, the answer is None: walk.
"""

import os
import sqlite3
from collections.abc import Collection, Mapping
from pathlib import Path

from vaultnet.storage.ignore import IsIgnored
from vaultnet.storage.index import meta
from vaultnet.storage.refresh import EDITION
from vaultnet.storage.scan import Walk
from vaultnet.storage.scanned import Scan
from vaultnet.storage.vouching import Vouched

_TO_LOOK_AT_AGAIN = -1  # the digest of a folder with a note that could not be read to the end (`compare.look_again`)


def scan_vouched(
    connection: sqlite3.Connection, root: Path, ignore: IsIgnored, known: Mapping[str, int], vouched: Vouched
) -> Scan | None:
    """The scan, if it is this very index that is vouched for."""
    if vouched.edition != meta(connection, EDITION):
        return None
    files = dict(connection.execute("SELECT path, files FROM folder").fetchall())
    return scan_folders(root, ignore, known, files, vouched.dirty)


def scan_folders(
    root: Path, ignore: IsIgnored, known: Mapping[str, int], files: Mapping[str, int], dirty: Collection[str]
) -> Scan | None:
    """`known` are the digests of all folders of the index, `files` how many each has. A folder that is not `known` is
    found through the one above it, which has to be among the `dirty` ones then.
    """
    walk = Walk(os.path.realpath(root), ignore, frozenset(), with_files=False, known=known)
    again = {folder for folder, digest in known.items() if digest == _TO_LOOK_AT_AGAIN}
    gone: set[str] = set()
    visited: dict[str, set[str]] = {}  # with the folders that were found in each
    for folder in sorted((again | set(dirty)) & known.keys(), key=lambda path: path.split("/")):
        if not _is_below(folder, gone):
            gone |= _visit(walk, folder, known, visited)
    found = walk.scan
    if found.untold or walk.symlinks or any(one.problem.rule == "folder-unreadable" for one in found.problems):
        return None
    for folder, count in files.items():
        if folder not in visited and not _is_below(folder, gone):
            found.unchanged[folder] = count
    return found


def _visit(walk: Walk, top: str, known: Mapping[str, int], visited: dict[str, set[str]]) -> set[str]:
    """Look into a folder, and into those in it that are new. The folders that were in it and are no more."""
    waiting = [(top, _is_ignored(walk, top))]
    while waiting:
        folder, is_ignored = waiting.pop()
        prefix = f"{folder}/" if folder else ""
        below = [prefix + name for name in walk.visit(folder, is_ignored=is_ignored)]
        visited[folder] = set(below)
        new = [path for path in reversed(below) if path not in known]
        waiting += [(path, is_ignored or walk.ignores_folder(path)) for path in new]
    return {path for path in known if path and path.rpartition("/")[0] == top and path not in visited[top]}


def _is_ignored(walk: Walk, folder: str) -> bool:
    parts = folder.split("/") if folder else []
    return any(walk.ignores_folder("/".join(parts[:count])) for count in range(1, len(parts) + 1))


def _is_below(folder: str, gone: Collection[str]) -> bool:
    return bool(gone) and any(folder == top or folder.startswith(f"{top}/") for top in gone)
