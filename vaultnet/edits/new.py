"""A new note: a file name that every system can hold, and a place where it stands in nobody's way.

portable_name("AC/DC: Live?")  ->  "AC DC Live"        portable_name("CON")  ->  "CON_"
plan_new("contact", "Ada Lovelace", text, folder="People", existing_paths=paths, rows=rows)
->  FileChange("People/Ada Lovelace.md", before=None, after=text, why="new contact Ada Lovelace")
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import count

from vaultnet.errors import UsageError
from vaultnet.model.who import NameRow
from vaultnet.text.change import FileChange
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.resolve import key_of

_SUFFIX = ".md"
_LONGEST = 200  # bytes of UTF-8, the suffix among them
_ROOM_FOR_NUMBER = 8
# What Windows forbids, and what a wikilink cannot hold.
_ILLEGAL = lazy_pattern(r'[#|^:%\[\]*"\\/<>?]')
_NO_LETTERS = {"Cc": " ", "Cf": "", "Cs": " ", "Zl": " ", "Zp": " "}  # control, invisible, half a letter, line ends
_DEVICE = lazy_pattern(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|\Z)", re.IGNORECASE)


def portable_name(name: str) -> str:
    """The name as a file name without suffix; raises UsageError where nothing is left of it."""
    visible = "".join(_NO_LETTERS.get(unicodedata.category(char), char) for char in _ILLEGAL.sub(" ", name))
    bare = " ".join(unicodedata.normalize("NFC", visible).split()).lstrip(". ")
    bare = _shorten(_DEVICE.sub(r"\1_", bare, count=1) if _DEVICE.match(bare) else bare)
    if not bare:
        raise UsageError(f'"{name}" leaves no letters for a file name')
    return bare


def plan_new(
    kind: str,
    name: str,
    rendered: str,
    *,
    folder: str,
    existing_paths: Iterable[str],
    rows: Iterable[NameRow] = (),
    force: bool = False,
) -> FileChange:
    """The note, or UsageError where there is one of this name or alias already (`rows` are those of this kind).

    With `force` it gets the first free name of `Ada`, `Ada (2)`, `Ada (3)`: free in the whole vault, for links' sake.
    """
    stem = portable_name(name)
    paths = tuple(existing_paths)
    twins = () if force else _twins(name, stem, paths, rows)
    if twins:
        message = f'{", ".join(twins)}: "{name}" is there already; --force makes another one'
        raise UsageError(message, path=twins[0], candidates=twins)
    path = "/".join(filter(None, (folder.strip("/"), free_stem(stem, set(map(key_of, paths))) + _SUFFIX)))
    return FileChange(path, None, rendered, f"new {kind} {name}")


def usual_folder(paths: Iterable[str], default: str) -> str:
    """The folder where most notes of a kind live; of two such the first by name, `default` where there is none."""
    folders = Counter(path.rpartition("/")[0] for path in paths)
    return min(folders, key=lambda folder: (-folders[folder], folder), default=default)


def _shorten(stem: str) -> str:
    """Cut between letters, so that a number and the suffix still fit."""
    room = _LONGEST - len(_SUFFIX) - _ROOM_FOR_NUMBER
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ")


def _twins(name: str, stem: str, paths: Sequence[str], rows: Iterable[NameRow]) -> tuple[str, ...]:
    """Notes that a person, or a disk that knows no case, would take for this one."""
    names = {fold(name), fold(stem)}
    named = {row.path for row in rows if row.key in names}
    alike = {path for path in paths if key_of(path) == key_of(stem) or fold(_stem(path)) in names}
    return tuple(sorted(named | alike))


def free_stem(stem: str, taken: Container[str]) -> str:
    """The first of `Ada`, `Ada (2)`, `Ada (3)` that is not among the keys of the notes there are.

    `Ada 2` beside an `Ada` would be taken for the copy that iCloud leaves, and never be read.
    """
    numbered = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(name for name in numbered if key_of(name) not in taken)


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(_SUFFIX)
