"""Where links lead once notes have moved, and how each is to be written so that it leads to the right one.

aims = LinkAims(before, after, {"People/Ada Byron.md": "People/Ada Lovelace.md"})
aims.find("Ada Byron", "Daily/2026-06-15.md")   ->  "Ada Lovelace"
aims.find("Ben Okri", "Daily/2026-06-15.md")    ->  None      it leads where it led

A link is also written anew where the new name would take it away from the note it means: it gets that note's folder.
"""

import posixpath
from collections.abc import Mapping

from vaultnet.dataclass import dataclass
from vaultnet.text.resolve import NameIndex, resolve

_SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class LinkAims:
    """`before` and `after` are the vault's notes, `moved` old path -> new path: of a note that was renamed, or of one
    that went into another.
    """

    before: NameIndex
    after: NameIndex
    moved: Mapping[str, str]

    def find(self, linkpath: str, source: str) -> str | None:
        """How the path of a link, written in the note that was `source`, is to read; None where it stays."""
        meant = resolve(self.before, linkpath, source) if linkpath else None
        if meant is None:
            return None
        wanted, place = self.moved.get(meant, meant), self.moved.get(source, source)
        if meant not in self.moved and resolve(self.after, linkpath, place) == wanted:
            return None
        return self._spelled(wanted, place, linkpath)

    def _spelled(self, wanted: str, place: str, like: str) -> str:
        """As `like` is: relative, from the root, or with as many folders; with more where that would mean another."""
        suffix = _SUFFIX if like.lower().endswith(_SUFFIX) else ""
        bare = wanted.removesuffix(_SUFFIX)
        if like.startswith(("./", "../")):
            path = posixpath.relpath(bare, posixpath.dirname(place) or ".")
            return f"{path if path.startswith('../') else f'./{path}'}{suffix}"
        if like.startswith("/"):
            return f"/{bare}{suffix}"
        parts = bare.split("/")
        for depth in range(min(like.count("/") + 1, len(parts)), len(parts)):
            path = f"{'/'.join(parts[-depth:])}{suffix}"
            if resolve(self.after, path, place) == wanted:
                return path
        return f"{bare}{suffix}"
