r"""The containers a line stands in: quotes and list items, matched against its `>` marks and its indentation.

With `- a` and a quote in it open, `  > b` is in both; `b` is in neither (but goes on with the words of the quote).

    "- a\n  > b\n"  ->  the stack [(base 2, width 2, item 0), (base 4, width 0, a quote)]

Bases are columns from the start of the line; they count only while no quote is open, since a `>` may stand anywhere.
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.finding import END, NO_ITEM, RawItem
from vaultnet.text.line import LINE, columns

DEPTH_LIMIT: Final = 60
CODE_INDENT: Final = 4
QUOTE: Final = NO_ITEM  # in place of an item's index


class Container(NamedTuple):
    base: int
    width: int
    item: int


class Containers:
    """`depth` containers of the `stack` hold the current line; their content begins at column `base`."""

    __slots__ = ("_items", "_stop", "_text", "base", "depth", "quotes", "stack")

    def __init__(self, text: str, stop: int, items: list[RawItem]) -> None:
        self._text = text
        self._stop = stop
        self._items = items
        self.stack: list[Container] = []
        self.quotes = 0
        self.depth = self.base = 0

    @property
    def is_full(self) -> bool:
        return len(self.stack) >= DEPTH_LIMIT

    def enter(self, match: re.Match[str]) -> tuple[re.Match[str], int]:
        """Match a line against the open containers: what is left of it, and its indentation within them."""
        if self.quotes:
            return self._enter_quoted(match)
        start, first = match.span(1)
        stack = self.stack
        depth = len(stack)
        column = columns(self._text[start:first]) if first > start else 0
        if match.lastgroup != "blank":
            while depth and stack[depth - 1].base > column:
                depth -= 1
        self.depth = depth
        self.base = stack[depth - 1].base if depth else 0
        return match, column - self.base

    def _enter_quoted(self, match: re.Match[str]) -> tuple[re.Match[str], int]:
        rest, indent = match, columns(match[1])
        self.base = depth = 0
        for _, width, item in self.stack:
            if item == QUOTE:
                if rest.lastgroup != "quote" or indent >= CODE_INDENT:
                    break
                rest, indent = self.behind_quote_mark(rest, indent)
            elif rest.lastgroup != "blank":
                if indent < width:
                    break
                self.base += width
                indent -= width
            depth += 1
        self.depth = depth
        return rest, indent

    def behind_quote_mark(self, rest: re.Match[str], indent: int) -> tuple[re.Match[str], int]:
        """What follows a `>`; one blank after it, or one column of a tab, belongs to the mark."""
        place = rest.end(1) + 1
        column = self.base + indent + 1
        self.base = column + (self._text[place : place + 1] in (" ", "\t"))
        content = LINE.match(self._text, place, self._stop)
        assert content is not None
        return content, max(columns(content[1], column) - self.base, 0)

    def push(self, base: int, width: int, item: int) -> None:
        """Open a container in the ones the line is in; all others are closed."""
        self.stack.append(Container(base, width, item))
        self.quotes += item == QUOTE
        self.base = base
        self.depth = len(self.stack)

    def close(self, depth: int, end: int) -> None:
        """Close containers until `depth` are left; their items end at `end`."""
        stack = self.stack
        while len(stack) > depth:
            item = stack.pop().item
            if item == QUOTE:
                self.quotes -= 1
            else:
                self._items[item][END] = end

    def parent(self) -> int:
        """The innermost open item, -1 when there is none."""
        return next((container.item for container in reversed(self.stack) if container.item != QUOTE), -1)
