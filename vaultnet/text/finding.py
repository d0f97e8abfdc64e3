r"""What the line pass finds, before the links are read: headings, items, paragraphs, running text, and what is masked.

    "# Ada\n- call\n"  ->  Findings(headings=[Heading(...)], items=[[2, 6, 0, "", ...]], leaves=[[0, 5], [8, 12]])

An item's words and a paragraph grow line by line, so they are lists until the pass is over.
"""

import re
from typing import Any, Final, TypeAlias

from vaultnet.dataclass import dataclass, field
from vaultnet.text.heading import Heading, heading_text
from vaultnet.text.hot import make_value
from vaultnet.text.list_item import ItemRun
from vaultnet.text.mask import Leaf, Region, may_hide

# The fields of a ListItem in order, as far as known; in place of `text_end` stands the leaf of its words, if any. None
# in place of one that is in a run: nothing is ever nested in it.
RawItem: TypeAlias = Any
START, TEXT_START, TEXT_LEAF, END, BLOCK = 1, 5, 6, 7, 11

RawParagraph: TypeAlias = tuple[int, Leaf, int, bool]  # line, words, heading, quoted
NO_ITEM: Final = -1


@dataclass(slots=True)
class Findings:
    """All in the order of the text. `read_to` is where reading ended; `cut_at` the line of it in too large a note."""

    read_to: int
    cut_at: int = 0
    headings: list[Heading] = field(default_factory=list)
    items: list[RawItem] = field(default_factory=list)
    runs: list[ItemRun] = field(default_factory=list)
    paragraphs: list[RawParagraph] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)

    def add_leaf(self, start: int, end: int) -> Leaf:
        leaf = [start, end]
        self.leaves.append(leaf)
        return leaf

    def add_run(self, text: str, run: re.Match[str], line: int, limit: int) -> tuple[int, int]:
        """The items of a `FLAT_RUN` that begins on `line`, up to `limit` items in all. The last item of the list is not
        among them, for it may go on: returned are its line and where it begins.
        """
        start, behind = run.span()
        room = limit - len(self.items)
        lines = text[start : behind - 1].split("\n", room)
        if len(lines) > room:
            behind = start + sum(map(len, lines[:room])) + room
            del lines[room:]
        items = ItemRun(len(self.items), line, start, len(self.headings) - 1, lines)
        self.runs.append(items)
        self.items += [None] * len(lines)
        if may_hide(text, start, behind) or "\r" in lines[-1]:
            self.leaves += [[item.text_start, item.text_end] for item in items.items()]
        else:  # one for all: nothing in them can begin a region
            self.leaves.append([start + 2, behind - 1])
        return line + len(lines), behind

    def add_heading(self, text: str, start: int, end: int, line: int) -> None:
        words = text[start:end].lstrip(" ")
        level = len(words) - len(words.lstrip("#"))
        self.headings.append(make_value(Heading, (level, heading_text(words), start, end, line)))

    def underline(self, text: str, level: int, end: int) -> None:
        """The last paragraph is a heading: the line that ends at `end` underlines it."""
        line, leaf, _, _ = self.paragraphs.pop()
        words = " ".join(text[leaf[0] : leaf[1]].split())
        start = text.rfind("\n", 0, leaf[0]) + 1 or int(text.startswith("\ufeff"))
        self.headings.append(Heading(level, words, start, end, line))

    def lend_words(self, item: int, leaf: Leaf) -> None:
        """Running text that belongs to an item as its own words (also the second paragraph of them)."""
        raw = self.items[item]
        if raw[TEXT_LEAF] is None:
            raw[TEXT_START] = leaf[0]
        raw[TEXT_LEAF] = leaf
