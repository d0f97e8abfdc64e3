"""Which note a link means, exactly as Obsidian finds it.

index = NameIndex(["People/Ada Lovelace.md", "Archive/People/Ada Lovelace.md"])
resolve(index, "ada lovelace", "Daily/2026-05-02.md")  ->  "People/Ada Lovelace.md"      (the shortest path wins)
resolve(index, "Ada", "Daily/2026-05-02.md")           ->  None     (aliases never resolve)
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence

_SUFFIX = ".md"


def fold_path(path: str) -> str:
    """Names that differ in case or in Unicode normal form are one name."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def key_of(linkpath: str) -> str:
    """The folded last segment without `.md`. A link can only mean notes with its key: adding or removing a note
    changes nothing for links with another one.
    """
    folded = fold_path(linkpath)
    return folded[folded.rfind("/") + 1 :].removesuffix(_SUFFIX)


class NameIndex:
    """The files a vault's links may mean, by key."""

    __slots__ = ("_paths_by_key",)

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths_by_key: dict[str, list[str]] = {}
        for path in sorted(set(paths), key=_rank):
            self._paths_by_key.setdefault(key_of(path), []).append(path)

    def files(self, key: str) -> Sequence[str]:
        """The files a link with this key may mean, shortest path first, then in alphabetical order."""
        return self._paths_by_key.get(key, ())


def resolve(index: NameIndex, linkpath: str, source_path: str) -> str | None:
    """The note that `linkpath`, written in the note `source_path`, means; None when there is none.

    `linkpath` comes without `#subpath`; an empty one is the note itself.
    """
    if not linkpath:
        return source_path
    folder = source_path[: source_path.rfind("/") + 1]
    files = index.files(key_of(linkpath))
    if linkpath.startswith(("./", "../")):
        wanted = _join(folder, linkpath)
        return _find(files, wanted) if wanted else None
    if linkpath.startswith("/"):
        return _find(files, linkpath[1:])
    if not files:
        return None
    return _find(files, linkpath) or _find(files, folder + linkpath) or _find_suffix(files, linkpath)


def _find(files: Sequence[str], wanted: str) -> str | None:
    """The file at just this path: the same spelling first, then one that differs in case or normal form only."""
    for spelling in (wanted, wanted + _SUFFIX):
        if _holds(files, spelling):
            return spelling
    ends = _spellings(wanted)
    return next((path for path in files if fold_path(path) in ends), None)


def _find_suffix(files: Sequence[str], wanted: str) -> str | None:
    ends = tuple(f"/{spelling}" for spelling in _spellings(wanted))
    return next((path for path in files if f"/{fold_path(path)}".endswith(ends)), None)


def _spellings(wanted: str) -> tuple[str, str]:
    folded = fold_path(wanted)
    return folded, folded + _SUFFIX


def _join(folder: str, linkpath: str) -> str:
    """A relative link from its folder's point of view; "" when it leads out of the vault or to a folder."""
    parts = folder.split("/")[:-1]
    *above, name = linkpath.split("/")
    for part in above:
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "" if name in ("", ".", "..") else "/".join((*parts, name))


def _rank(path: str) -> tuple[int, str]:
    return len(path), path


def _holds(files: Sequence[str], path: str) -> bool:
    place = bisect_left(files, _rank(path), key=_rank)
    return place < len(files) and files[place] == path
