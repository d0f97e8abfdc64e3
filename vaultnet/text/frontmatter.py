r"""Front matter: where the block is, byte for byte, and what it says (YAML 1.2, as Obsidian reads it).

    "---\ntier: close\nmet: 2024-03-02\n---\nText"
    -> FrontMatter(values={"tier": "close", "met": "2024-03-02"}, body_start=36, ...)

The block begins at the first byte (a BOM may stand before it) with a line `---` and ends with the next line `---`;
blanks and tabs may follow either, as Obsidian allows. Nothing else is a fence: neither `----`, nor an indented one,
nor a first line that is blank, nor YAML's `...`. Lines end at "\n"; a "\r" before it belongs to the line end.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from vaultnet.dataclass import dataclass, field
from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter_keys import find_key_offset
from vaultnet.text.problem import Problem
from vaultnet.text.property_conflict import THEIRS, find_property_conflicts
from vaultnet.text.span import column_of, line_of
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import Value

__all__ = ["Fence", "FrontMatter", "Value", "find_fence", "find_key", "parse_frontmatter"]

_BOM = "\ufeff"
_BLANKS = " \t\r"
_NOTHING: Mapping[str, Value] = MappingProxyType({})
_UNCLOSED = Problem(
    "frontmatter-unclosed",
    "the front matter has no closing line `---`: add one (or begin the note with an empty line, "
    "where `---` is meant as a rule)",
    blocks_writing=True,
)


class Fence(NamedTuple):
    """Exact offsets: `text[start:body_start]` is the block with both fences, `text[inner_start:inner_end]` its YAML.

    A block that is never closed has nothing within, and its body begins right after the opening line.
    """

    start: int
    inner_start: int
    inner_end: int
    body_start: int
    closed: bool


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says. Values are empty where `problems` tell that it cannot be read."""

    fence: Fence | None
    values: Mapping[str, Value]
    problems: tuple[Problem, ...]
    text: str = field(repr=False, compare=False)

    @property
    def editable(self) -> bool:
        """False after a fault that forbids any command to write to the note (promise D2)."""
        return not any(problem.blocks_writing for problem in self.problems)

    @property
    def body_start(self) -> int:
        """Where the text after the block begins: 0 without a block, 1 after a BOM."""
        if self.fence:
            return self.fence.body_start
        return 1 if self.text.startswith(_BOM) else 0

    def line(self, key: str) -> int:
        return self.place(key)[0]

    def place(self, key: str) -> tuple[int, int]:
        """Line and column, from 1, of a top-level key; of the opening fence where the key has no line of its own."""
        offset = -1
        if self.fence:
            offset = find_key_offset(self.text, self.fence.inner_start, self.fence.inner_end, key)
        return (1, 1) if offset < 0 else (line_of(self.text, offset), column_of(self.text, offset))


def find_fence(text: str) -> Fence | None:
    """The block's offsets; None where the first line is not `---`. `str.find` only: it runs on every note."""
    start = 1 if text.startswith(_BOM) else 0
    if not text.startswith("---", start):
        return None
    first_end = text.find("\n", start)
    if text[start + 3 : first_end if first_end >= 0 else None].strip(_BLANKS):
        return None
    if first_end < 0:
        return Fence(start, len(text), len(text), len(text), closed=False)
    closing = first_end
    while (closing := text.find("\n---", closing)) >= 0:
        line_end = text.find("\n", closing + 4)
        if not text[closing + 4 : line_end if line_end >= 0 else None].strip(_BLANKS):
            body_start = line_end + 1 if line_end >= 0 else len(text)
            return Fence(start, first_end + 1, closing + 1, body_start, closed=True)
        closing += 1
    return Fence(start, first_end + 1, first_end + 1, first_end + 1, closed=False)


def parse_frontmatter(text: str) -> FrontMatter:
    """Read the block of a note. Never raises: what is wrong stands in `problems`."""
    fence = find_fence(text)
    if fence is None:
        return FrontMatter(None, _NOTHING, (), text)
    if not fence.closed:
        return FrontMatter(fence, _NOTHING, (_UNCLOSED,), text)
    block = text[fence.inner_start : fence.inner_end]
    values, problems = read_block(block)
    if THEIRS in block:
        problems += find_property_conflicts(text, fence.inner_start, fence.inner_end, values)
    return FrontMatter(fence, values, problems, text)


def find_key(frontmatter: FrontMatter, names: Iterable[str]) -> str | None:
    """The note's own spelling of the first of `names` it has, matched without regard to case, `-`, `_` and blanks."""
    spelling_by_fold: dict[str, str] = {}
    for key in frontmatter.values:
        spelling_by_fold.setdefault(fold_key(key), key)
    return next((spelling_by_fold[fold] for fold in map(fold_key, names) if fold in spelling_by_fold), None)
