"""Which vault a folder is in.

find_root(Path("/home/me/notes/People"))   ->   Path("/home/me/notes"), where vaultnet.toml lies
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:  # asked at the very start of a command, before pathlib is loaded
    from pathlib import Path

_MARKERS = ("vaultnet.toml", ".obsidian", ".git")


def find_root(start: "Path") -> "Path | None":
    """The vault that holds `start`: the nearest folder with `vaultnet.toml`, `.obsidian` or `.git` in it."""
    from pathlib import Path

    found = root_of(str(start.absolute()))
    return None if found is None else Path(found)


def root_of(here: str) -> str | None:
    """The same in text; `here` is an absolute path."""
    while not any(os.path.exists(os.path.join(here, marker)) for marker in _MARKERS):  # noqa: PTH110, PTH118
        here, below = os.path.dirname(here), here  # noqa: PTH120
        if here == below:
            return None
    return here
