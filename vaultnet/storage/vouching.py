"""What a watcher vouches for: that the index of this edition says what the vault says, but for a few folders.

    ask_watcher(root)   ->   Vouched("3f9c...", frozenset()), or None: then only a walk over the vault knows

A watcher that has taken in all events of the kernel's and has looked wherever there was one knows, at that moment, that
whatever was saved before the question is in the index. The edition is of the index that it saw: one that somebody else
has written to since, or made anew, has another one, and is not vouched for.
"""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from vaultnet.storage.watcher_line import ask


class Vouched(NamedTuple):
    """`dirty`: folders that may be other than the index has them; where one came or went, the one above it too."""

    edition: str
    dirty: Collection[str] = ()


def ask_watcher(root: Path) -> Vouched | None:
    edition = ask(str(root), "edition").decode()
    return Vouched(edition) if edition else None
