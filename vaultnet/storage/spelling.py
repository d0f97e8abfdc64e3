"""Whether a file is there under exactly this spelling, also where the file system takes `ada.md` for `Ada.md`.

is_spelled_so(root, "People/ada.md")   ->   False   while the folder lists Ada.md
"""

import unicodedata
from pathlib import Path, PurePosixPath


def is_spelled_so(root: Path, path: str) -> bool:
    """One listing of the folder; how an accent is encoded is the file system's matter and makes no other name."""
    name = PurePosixPath(path).name
    try:
        return any(_composed(entry.name) == _composed(name) for entry in (root / path).parent.iterdir())
    except OSError:
        return False


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
