r"""File names that make trouble between machines: bytes that are no UTF-8, and two names that are one elsewhere.

    is_utf8("Ren\udce9e.md")                        ->   False (Latin-1 bytes, as os.scandir hands them over)
    find_name_twins(["Ada.md", "ada.md", "Bob.md"])  ->   [("Ada.md", "ada.md")]

On macOS and Windows `Ada.md` and `ada.md` are one file, on a Mac so are the two ways to write an é.
"""

import unicodedata
from collections.abc import Sequence


def is_utf8(name: str) -> bool:
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def find_name_twins(names: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of names of one folder that fold alike."""
    joined = "\n".join(names)
    folded = joined.lower().split("\n") if joined.isascii() else [_fold(name) for name in names]
    if len(folded) != len(names):  # a name with a line break in it
        folded = [_fold(name) for name in names]
    if len(set(folded)) == len(names):
        return []
    pairs: list[tuple[str, str]] = []
    first_by_fold: dict[str, str] = {}
    for fold, name in sorted(zip(folded, names, strict=True)):
        first = first_by_fold.setdefault(fold, name)
        if first != name:
            pairs.append((first, name))
    return pairs


def _fold(name: str) -> str:
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
