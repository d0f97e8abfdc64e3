"""Which vault a folder is in.

find_root(Path("/home/me/notes/People"))   ->   Path("/home/me/notes"), where vaultnet.toml lies
"""

import os
from pathlib import Path

_MARKERS = ("vaultnet.toml", ".obsidian", ".git")


def find_root(start: Path) -> Path | None:
    """The vault that holds `start`: the nearest folder with `vaultnet.toml`, `.obsidian` or `.git` in it."""
    here = str(start.absolute())
    while not any(os.path.exists(os.path.join(here, marker)) for marker in _MARKERS):  # noqa: PTH110, PTH118
        here, below = os.path.dirname(here), here  # noqa: PTH120
        if here == below:
            return None
    return Path(here)
