r"""Managed blocks: what stands between vaultnet's two marker lines, and the faults those lines can have.

"<!-- vaultnet:agenda -->\n- [ ] call\n<!-- /vaultnet:agenda -->\n"
->  ManagedBlock("agenda", start=0, inner_start=25, inner_end=36, end=62, line=1)
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mask import Mask
from vaultnet.text.problem import MOST_PROBLEMS, Problem

_SIGN: Final = "vaultnet:"
_MARKER = lazy_pattern(r"<!-- (/?)vaultnet:([A-Za-z0-9][A-Za-z0-9_-]{0,63}) -->[ \t]*+(?:\r?\n|\r?\Z)")


class ManagedBlock(NamedTuple):
    """Marker lines with their line ends are in `start..end`; `inner_start..inner_end` is what stands between them."""

    name: str
    start: int
    inner_start: int
    inner_end: int
    end: int
    line: int


class _Marker(NamedTuple):
    name: str
    closes: bool
    start: int
    end: int
    line: int


_MESSAGES: Final = {
    "block-unclosed": "the block {name} has no end: add the line <!-- /vaultnet:{name} --> behind it",
    "block-unopened": "<!-- /vaultnet:{name} --> ends a block that was not begun: remove the line",
    "block-nested": "the block {name} begins inside another block: move it out, or remove its marker lines",
    "block-duplicate": "the block {name} stands in this note twice: remove one of them",
}


def block_markers(name: str) -> tuple[str, str]:
    """The two marker lines of a block, without line ends."""
    return f"<!-- {_SIGN}{name} -->", f"<!-- /{_SIGN}{name} -->"


def find_managed_blocks(text: str, start: int, line: int, code: Mask) -> tuple[list[ManagedBlock], list[Problem]]:
    """The blocks behind `start` (on `line`), but for those shown in a code fence. A broken one is a problem."""
    if "<" not in text or text.find(_SIGN, start) < 0:
        return [], []
    reader = _Reader()
    for marker in _markers(text, start, line, code):
        if marker.closes:
            reader.close(marker)
        else:
            reader.open(marker)
    return reader.finish()


def _markers(text: str, start: int, line: int, code: Mask) -> Iterator[_Marker]:
    """Marker lines, by `str.find`: a pattern that spans lines would be quadratic in markers that never end."""
    place, counted = text.find(_SIGN, start), start
    while place >= 0:
        begin = place - len("<!-- ") - (text[place - 1] == "/")
        found = _MARKER.match(text, begin) if begin >= start else None
        if found and (begin == start or text[begin - 1] == "\n") and not code.hides(begin):
            line += text.count("\n", counted, begin)
            counted = begin
            yield _Marker(found[2], bool(found[1]), begin, found.end(), line)
        place = text.find(_SIGN, place + len(_SIGN))


class _Reader:
    """Pairs the markers up. A block inside another one is reported once, where it begins."""

    __slots__ = ("_blocks", "_names", "_nested", "_opened", "_problems")

    def __init__(self) -> None:
        self._blocks: list[ManagedBlock] = []
        self._problems: list[Problem] = []
        self._opened: _Marker | None = None
        self._nested: list[str] = []
        self._names: set[str] = set()

    def open(self, marker: _Marker) -> None:
        if self._opened is not None:
            self._report("block-nested", marker)
            self._nested.append(marker.name)
            return
        if marker.name in self._names:
            self._report("block-duplicate", marker)
        self._names.add(marker.name)
        self._opened = marker

    def close(self, marker: _Marker) -> None:
        opened = self._opened
        if self._nested and self._nested[-1] == marker.name:
            self._nested.pop()
        elif opened is not None and opened.name == marker.name:
            self._blocks.append(
                ManagedBlock(marker.name, opened.start, opened.end, marker.start, marker.end, opened.line)
            )
            self._opened = None
            self._nested.clear()
        else:
            self._report("block-unopened", marker)

    def finish(self) -> tuple[list[ManagedBlock], list[Problem]]:
        if self._opened is not None:
            self._report("block-unclosed", self._opened)
        return self._blocks, self._problems

    def _report(self, rule: str, marker: _Marker) -> None:
        if len(self._problems) == MOST_PROBLEMS:  # each blocks writing: one more changes nothing
            return
        message = _MESSAGES[rule].format(name=marker.name)
        self._problems.append(Problem(rule, message, marker.line, blocks_writing=True))
