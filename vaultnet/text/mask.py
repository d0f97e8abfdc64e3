"""Where markup does not count: code, comments, math, HTML.

    "see `[[Ada]]` and %%[[Ben]]%% [[Cy]]"  ->  Region(4, 13, "code"), Region(18, 29, "comment"): only [[Cy]] is a link

Whole lines (fences, indented code, HTML and comment blocks) are found by the line pass (`scan.py`); here are the
regions within a text block, read from left to right as CommonMark does, so that what opens first wins.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern

Leaf = list[int]  # [start, end] of a block of running text: a heading, a paragraph, an item's own words


class Region(NamedTuple):
    start: int
    end: int
    kind: str


_OPENERS: Final = ("`", "$", "%%", "<")
_TOKEN = lazy_pattern(
    r"""\\[\\$<%]
  | (?P<code>\\?`++)
  | (?P<comment>%%)
  | (?P<html_comment><!--)
  | (?P<display>\$\$)
  | (?P<math>\$(?![\s$])[^$\n]*+(?<![\s\\])\$(?!\d))
  | (?P<html>(?<!\]\()</?[A-Za-z](?>(?:[^<>"'\[\]\n]|"[^"<>\n]*+"|'[^'<>\n]*+')*)>)""",
    re.VERBOSE,
)
_RUN = lazy_pattern(r"`+")


def may_hide(text: str, start: int, end: int) -> bool:
    """False where nothing in `text[start:end]` can begin a region: so it is in nearly every note."""
    return any(text.find(opener, start, end) >= 0 for opener in _OPENERS)


def find_inline_regions(text: str, leaves: Sequence[Leaf]) -> list[Region]:
    """The regions inside the given text blocks (in order), in order."""
    if not leaves or not may_hide(text, leaves[0][0], leaves[-1][1]):
        return []
    finder = _Finder(text, leaves[-1][1])
    for start, end in leaves:
        finder.read_leaf(start, end)
    return finder.regions


class _Finder:
    """Reads leaf after leaf; remembers where each length of backtick run stands so that no run is sought twice."""

    __slots__ = ("_end", "_runs", "_text", "regions")

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = 0
        self._runs: dict[int, list[int]] = {}
        self.regions: list[Region] = []
        for run in _RUN.finditer(text, 0, end):
            self._runs.setdefault(run.end() - run.start(), []).append(run.start())

    def read_leaf(self, start: int, end: int) -> None:
        self._end = end
        lost: set[str] = set()  # kinds that have no end any more in this leaf
        position = start
        while token := _TOKEN.search(self._text, position, end):
            kind = token.lastgroup
            position = token.end()
            if kind is None or kind in lost:
                continue
            stop = _ENDS[kind](self, token)
            if stop >= 0:
                name = _NAMES.get(kind, kind)
                self.regions.append(Region(token.start(), stop, name))
                position = stop
            elif kind != "code":
                lost.add(kind)

    def code_end(self, token: re.Match[str]) -> int:
        """The next run of as many backticks; a backslash takes the first one away from an opening run only."""
        start, end = token.span()
        length = end - start - (2 if self._text[start] == "\\" else 0)
        places = self._runs.get(length, [])
        index = bisect_right(places, end - 1)
        return places[index] + length if index < len(places) and places[index] + length <= self._end else -1

    def comment_end(self, token: re.Match[str]) -> int:
        return self._after("%%", token.end())

    def html_comment_end(self, token: re.Match[str]) -> int:
        return self._after("-->", token.end())

    def display_end(self, token: re.Match[str]) -> int:
        return self._after("$$", token.end())

    def _after(self, closer: str, position: int) -> int:
        found = self._text.find(closer, position, self._end)
        return found + len(closer) if found >= 0 else -1


def _whole(_finder: _Finder, token: re.Match[str]) -> int:
    return token.end()


_ENDS: Final[dict[str, Callable[[_Finder, re.Match[str]], int]]] = {
    "code": _Finder.code_end,
    "comment": _Finder.comment_end,
    "html_comment": _Finder.html_comment_end,
    "display": _Finder.display_end,
    "math": _whole,
    "html": _whole,
}
_NAMES: Final = {"html_comment": "comment", "display": "math"}


class Mask:
    """All regions of a note, in order; asked for every link, tag and field."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, regions: Sequence[Region]) -> None:
        self._starts = [region.start for region in regions]
        self._ends = [region.end for region in regions]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def hides(self, offset: int) -> bool:
        """True when the character at `offset` lies in a region."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def hides_either(self, first: int, last: int) -> bool:
        """True for markup that begins or ends inside a region; a region inside the markup does not matter."""
        return self.hides(first) or self.hides(last)


NO_MASK: Final = Mask(())
