"""The copies that sync services and merge tools leave when two machines changed one note (promise D15).

    find_conflict_copies(["Ada.md", "Ada.sync-conflict-20260502-101112-ABCDEFG.md", "Ada 2.md"])
    ->  {"Ada.sync-conflict-20260502-101112-ABCDEFG.md", "Ada 2.md"}
    read_copy_name("Ada (Mira's conflicted copy 2026-05-02).md")   ->   CopyName("Ada.md", "Mira", "2026-05-02")

They are never read as people, never deleted, and merged on request. `Ada 2.md` is one only beside an `Ada.md`. What
Google Drive (`Ada (1).md`) and OneDrive (`Ada-LAPTOP.md`) make of a name is what people make of one too: such a file is
a note.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern

# Every copy's name has one of these: in most folders no name does, which one pass each tells.
_TELLING = (
    "onfli",
    " 2.md",
    ".orig",
    "_BACKUP_",
    "_LOCAL_",
    "_REMOTE_",
    "_BASE_",
    "онфликт",
    "競合",
    "冲突",
    "衝突",
    "충돌",
)
_DOTTED = lazy_pattern(r"\.sync-conflict-(\d{8}-\d{6})(?:-(\w{7}))?")  # Syncthing, in whatever language
_UNDERLINED = lazy_pattern(r"_conflict-(?:([^/-]{1,80})-)?(\d{8}-\d{6})")  # ownCloud, Nextcloud of earlier days
_MERGETOOL = lazy_pattern(r"_(?:BACKUP|LOCAL|REMOTE|BASE)_\d+(?=\.)")
_BRACKETS = lazy_pattern(r" ?\(((?:[^()]|\([^()]{0,80}\)){1,200})\)")  # a device may have brackets of its own
_ENGLISH = lazy_pattern(r"conflict(?:ed|ing) copy|\bSFConflict|^case conflict", re.IGNORECASE)
_CONFLICT = lazy_pattern(r"[ck]onfli|конфликт|競合|冲突|衝突|충돌", re.IGNORECASE)
_COPY = lazy_pattern(r"[ck](?:ó|o\u0301?)pi|копи|コピー|副本|複本|사본", re.IGNORECASE)
_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}")
_WHEN = lazy_pattern(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ -]?(\d{2})[-.:]?(\d{2})(?:[-.:]?\d{2})?)?")
_PHRASE = lazy_pattern(
    r"conflict(?:ed|ing) copy|in konflikt stehende kopie|copie en conflit|copia (?:en conflicto|conflictiva)"
    r"|copia in conflitto|c(?:ó|o\u0301)pia em conflito|conflicterende kopie|SFConflict|case conflict(?: \d+)?",
    re.IGNORECASE,
)
_OF = lazy_pattern(r"^(?:von|from|of|de|di|van|da) ", re.IGNORECASE)
_NUMBERED = " 2.md"  # iCloud


class CopyName(NamedTuple):
    """What a copy's name tells: the note's name, and the device and the time (ISO, to the minute) where it does."""

    original: str
    device: str = ""
    when: str = ""


def find_conflict_copies(names: Collection[str]) -> frozenset[str]:
    """Those of one folder's names that are conflict copies."""
    joined = "\n".join(names)
    if not any(sign in joined for sign in _TELLING):
        return frozenset()
    return frozenset(name for name in names if _is_sure(name) or _is_numbered_twin(name, names))


def read_copy_name(name: str) -> CopyName:
    """What the name of a conflict copy says. A copy of a copy is a copy of the first note."""
    if name.endswith(_NUMBERED):
        return CopyName(f"{name.removesuffix(_NUMBERED)}.md")
    read = CopyName(name)
    while (found := _take_mark(read.original)) is not None:
        read = CopyName(found.original, read.device or found.device, read.when or found.when)
    return read


def _is_sure(name: str) -> bool:
    return _take_mark(name) is not None


def _is_numbered_twin(name: str, names: Collection[str]) -> bool:
    """Also where iCloud holds the note itself elsewhere."""
    if not name.endswith(_NUMBERED):
        return False
    original = f"{name.removesuffix(_NUMBERED)}.md"
    return original in names or f".{original}.icloud" in names


def _take_mark(name: str) -> CopyName | None:
    """The name without its last mark of a copy; None where it has none."""
    if name.endswith(".orig"):
        return CopyName(name.removesuffix(".orig"))
    if found := _DOTTED.search(name):
        return CopyName(_without(name, found), found[2] or "", _when(found[1]))
    if found := _UNDERLINED.search(name):
        return CopyName(_without(name, found), found[1] or "", _when(found[2]))
    if found := _MERGETOOL.search(name):
        return CopyName(_without(name, found))
    marks = [found for found in _BRACKETS.finditer(name) if _is_mark(found[1])]
    return CopyName(_without(name, marks[-1]), _device(marks[-1][1]), _when(marks[-1][1])) if marks else None


def _without(name: str, mark: re.Match[str]) -> str:
    return name[: mark.start()] + name[mark.end() :]


def _is_mark(words: str) -> bool:
    """The words of a service, in the user's language: then its day is there too, and no title says all of it."""
    if _ENGLISH.search(words):
        return True
    return bool(_CONFLICT.search(words) and _COPY.search(words) and _DAY.search(words))


def _when(words: str) -> str:
    found = _WHEN.search(words)
    if not found:
        return ""
    year, month, day, hour, minute = found.groups()
    return f"{year}-{month}-{day}{f' {hour}:{minute}' if hour else ''}"


def _device(words: str) -> str:
    """`Mira's conflicted copy 2026-05-02` and `Conflicted copy phone 202605021011` name somebody or something."""
    found = _PHRASE.search(words)
    if not found:
        return ""
    before = words[: found.start()].strip()
    after = _OF.sub("", _WHEN.sub("", words[found.end() :], count=1).strip())
    return (before.removesuffix("'s").removesuffix("\u2019s") or after).strip(" -\u2014")
