r"""The pass over the lines of a note's body: which are headings, list items, running text, and which do not count.

    "# Ada\n- [ ] call\n      her\n\n```\n- no item\n```\n"
    ->  one heading, one item with two lines of words, one region of code

It is CommonMark's block structure with offsets kept. The commonest lines, more of a paragraph, an item that is not
indented, and many of those one below the other (a log), have their own short way.
"""

import re
from collections.abc import Callable
from typing import ClassVar

from vaultnet.text.container import CODE_INDENT, QUOTE, Container, Containers
from vaultnet.text.finding import NO_ITEM, TEXT_LEAF, Findings
from vaultnet.text.hot import make_value
from vaultnet.text.line import FLAT_RUN, LINE, MARKER, columns, may_interrupt
from vaultnet.text.mask import Leaf, Region
from vaultnet.text.reading_limit import ITEM_LIMIT, Full, reading_limit
from vaultnet.text.verbatim import Verbatim, begin_fence, begin_html, verbatim_end


def scan_lines(text: str, start: int, line: int) -> Findings:
    """Read the body, which begins at `start`, on `line`."""
    return _Scanner(text, start, line).run()


class _Scanner:
    __slots__ = (
        "_end", "_found", "_headings", "_hollow", "_items", "_last", "_leaf", "_leaves", "_line", "_line_start",
        "_stack", "_stop", "_tail", "_text", "_verbatim", "_within",
    )  # fmt: skip

    def __init__(self, text: str, start: int, line: int) -> None:
        self._text = text
        self._stop = reading_limit(text, start)
        self._found = Findings(self._stop)
        self._items, self._headings, self._leaves = self._found.items, self._found.headings, self._found.leaves
        self._within = Containers(text, self._stop, self._items)
        self._stack = self._within.stack
        self._leaf: Leaf | None = None  # the running text that a plain line would continue
        self._tail = NO_ITEM  # the item whose own words the next paragraph would continue
        self._hollow = -1  # the line of an item that began without any content
        self._verbatim: Verbatim | None = None
        self._line, self._line_start, self._last, self._end = line, start, start, start

    def run(self) -> Findings:
        found = self._found
        try:
            place = self._line_start
            while place >= 0:
                place = self._read_lines(place)
        except Full:
            found.read_to = self._last = self._end
        if self._verbatim is not None:
            self._hide(self._verbatim, found.read_to)
        self._within.close(0, self._last)
        if found.read_to < len(self._text):
            found.cut_at = self._line
        return found

    def _read_lines(self, place: int) -> int:
        """Up to the next run of items that is taken at once: the place behind it; -1 at the end.

        The commonest lines (words, blank, an item that is not indented) have their own short way.
        """
        text, within = self._text, self._within
        has_returns = "\r" in text
        for line, match in enumerate(LINE.finditer(text, place, self._stop), self._line):
            kind = match.lastgroup
            end = match.end(kind or 0)
            if has_returns and text[end - 1 : end] == "\r":
                end -= 1
            if kind == "text" and self._leaf is not None:
                self._leaf[1] = self._last = end
                continue
            self._line, self._line_start, self._end = line, match.start(), end
            if self._verbatim is not None and self._stays_verbatim(self._verbatim, match):
                pass
            elif kind == "blank" and not within.quotes and self._hollow != line - 1:
                self._leaf = None
            elif kind == "item" and match.end(1) == match.start():
                run = FLAT_RUN.match(text, match.start(), self._stop)
                if run is not None and len(self._items) + 1 < ITEM_LIMIT:
                    within.close(0, self._last)
                    self._line, place = self._found.add_run(text, run, line, ITEM_LIMIT - 1)
                    self._leaf, self._last = None, self._leaves[-1][1]
                    return place
                self._flat_item(match)
            else:
                self._open(*self._within.enter(match))
            if kind != "blank":
                self._last = end
        return -1

    def _break(self) -> None:
        """A block begins that is not running text of the item before it."""
        self._within.close(self._within.depth, self._last)
        self._leaf = None
        self._tail = NO_ITEM

    def _open(self, rest: re.Match[str], indent: int) -> None:
        kind = rest.lastgroup or ""
        if indent < CODE_INDENT or kind == "blank":
            self._HANDLERS[kind](self, rest, indent)
        elif self._leaf is not None:
            self._leaf[1] = self._end
        else:
            self._break()
            self._found.regions.append(Region(rest.start(), self._end, "code"))

    def _blank(self, _rest: re.Match[str], _indent: int) -> None:
        self._leaf = None
        if self._within.depth < len(self._stack):
            self._within.close(self._within.depth, self._last)
        elif self._hollow == self._line - 1:  # an item begins with at most one blank line
            self._within.close(self._within.depth - 1, self._last)

    def _words(self, rest: re.Match[str], _indent: int) -> None:
        if self._leaf is not None:
            self._leaf[1] = self._end
        else:
            self._within.close(self._within.depth, self._last)
            self._begin_words(rest.end(1))

    def _begin_words(self, start: int) -> None:
        found = self._found
        self._leaf = leaf = found.add_leaf(start, self._end)
        item = self._stack[-1].item if self._stack else QUOTE
        if item == QUOTE:
            found.paragraphs.append((self._line, leaf, len(found.headings) - 1, self._within.quotes > 0))
        elif item == self._tail:
            found.lend_words(item, leaf)

    def _heading(self, rest: re.Match[str], _indent: int) -> None:
        item, leaf = self._tail, self._found.add_leaf(rest.end(1), self._end)
        self._break()
        if not self._stack:
            self._found.add_heading(self._text, self._line_start, self._end, self._line)
        elif self._stack[-1].item == item != NO_ITEM and self._items[item][TEXT_LEAF] is None:
            self._found.lend_words(item, leaf)

    def _rule(self, rest: re.Match[str], indent: int) -> None:
        """A thematic break, or what underlines a heading, or just signs."""
        line = self._text[rest.end(1) : self._end].rstrip(" \t")
        solid = not line.strip(line[0])
        if solid and line[0] in "-=" and self._continues():
            self._underline(2 if line[0] == "-" else 1)
        elif line[0] == "=" or (solid and len(line) < len("---")):
            self._words(rest, indent)
        else:
            self._break()

    def _continues(self) -> bool:
        """True when running text is open in the very container the line is in."""
        return self._leaf is not None and self._within.depth == len(self._stack)

    def _underline(self, level: int) -> None:
        if not self._stack:
            self._found.underline(self._text, level, self._end)
        self._leaf, self._tail = None, NO_ITEM

    def _flat_item(self, match: re.Match[str]) -> None:
        """`_item` for a line without indentation: it ends all that is open."""
        stack = self._stack
        if stack:
            self._within.close(0, self._last)
        elif self._leaf is not None and not may_interrupt(match[3]):
            self._leaf[1] = self._end
            return
        text, start, content, mark_at = self._text, match.start(), match.end(4), match.start(5)
        base = content - start if text[content - 1] == " " else columns(match[4], match.end(3) - start)
        text_start, index = match.start(6), len(self._items)
        self._leaf = leaf = [text_start, self._end]
        self._leaves.append(leaf)
        self._items.append([
            self._line, start, 0, text[mark_at] if mark_at >= 0 else "", mark_at, text_start, leaf, 0, -1,
            len(self._headings) - 1, False, -1,
        ])  # fmt: skip
        stack.append(make_value(Container, (base, base, index)))
        self._tail = index
        if index + 1 >= ITEM_LIMIT:
            raise Full

    def _item(self, rest: re.Match[str], indent: int) -> None:
        """An item with plain words behind its marker."""
        if self._leaf is not None and self._within.depth == len(self._stack) and not may_interrupt(rest[3]):
            self._leaf[1] = self._end
            return
        column = self._within.base + indent
        base = columns(rest[4], column + len(rest[3]))
        self._push_item(column, base, rest.start(5), rest.start(6))
        self._leaf = self._items[-1][TEXT_LEAF] = self._found.add_leaf(rest.start(6), self._end)

    def _deep(self, rest: re.Match[str], indent: int) -> None:
        """Any other item: an empty one, or one whose content begins with code, a quote, another item..."""
        marker = MARKER.match(self._text, rest.end(1), self._stop)
        assert marker is not None
        column = self._within.base + indent
        behind = column + len(marker[1])
        base, extra = columns(marker[2], behind), 0
        box, place = marker.start(3), marker.end()
        if base - behind > CODE_INDENT:
            base, extra, box, place = behind + 1, base - behind - 1, -1, marker.end(2)
        content = LINE.match(self._text, place, self._stop)
        assert content is not None
        empty = content.lastgroup == "blank" and box < 0
        if self._within.is_full or (self._continues() and (empty or not may_interrupt(marker[1]))):
            self._words_or_underline(rest, marker[1])
            return
        self._push_item(column, behind + 1 if empty else base, box, place)
        if empty:
            self._hollow = self._line
        elif box >= 0:
            self._begin_words(place)
        else:
            self._open(content, extra)

    def _words_or_underline(self, rest: re.Match[str], marker: str) -> None:
        if marker == "-" and self._continues() and self._text[rest.end(1) : self._end].rstrip(" \t") == "-":
            self._underline(2)
        else:
            self._words(rest, 0)

    def _push_item(self, column: int, base: int, mark_at: int, text_start: int) -> None:
        self._within.close(self._within.depth, self._last)
        index = len(self._items)
        self._items.append([
            self._line, self._line_start, column, self._text[mark_at] if mark_at >= 0 else "", mark_at, text_start,
            None, 0, self._within.parent(), len(self._headings) - 1, self._within.quotes > 0, -1,
        ])  # fmt: skip
        self._within.push(base, base - self._within.base, index)
        self._tail = index
        self._leaf = None
        if index + 1 >= ITEM_LIMIT:
            raise Full

    def _quote(self, rest: re.Match[str], indent: int) -> None:
        if self._within.is_full:
            self._words(rest, indent)
            return
        self._break()
        content, inner = self._within.behind_quote_mark(rest, indent)
        self._within.push(self._within.base, 0, QUOTE)
        self._open(content, inner)

    def _fence(self, rest: re.Match[str], _indent: int) -> None:
        self._break()
        self._verbatim = begin_fence(self._text[rest.end(1) : self._end], self._within.depth, rest.end(1))

    def _html(self, rest: re.Match[str], indent: int) -> None:
        start = rest.end(1)
        block = begin_html(self._text, start, self._within.depth, inside_paragraph=self._leaf is not None)
        end = verbatim_end(block, self._text, start, self._end) if block else -1
        if block is None or (block.kind == "comment" and end >= 0 and self._text[end : self._end].strip()):
            self._words(rest, indent)
            return
        self._break()
        self._verbatim = block
        self._end_verbatim(block, end)

    def _comment(self, rest: re.Match[str], _indent: int) -> None:
        self._break()
        self._verbatim = Verbatim("comment", -1, rest.end(1), closer="%%")

    def _math(self, rest: re.Match[str], indent: int) -> None:
        if self._text.find("$$", self._end, self._stop) < 0:
            self._words(rest, indent)
            return
        self._break()
        self._verbatim = Verbatim("math", -1, rest.end(1), closer="$$")

    def _stays_verbatim(self, block: Verbatim, match: re.Match[str]) -> bool:
        """True when the line belongs to the block, its last line included."""
        rest, indent = self._within.enter(match)
        container_ended = self._within.depth < block.depth
        if container_ended or (rest.lastgroup == "blank" and not block.closer and not block.fence):
            self._hide(block, self._last)
            return False
        if not block.fence or indent < CODE_INDENT:
            self._end_verbatim(block, verbatim_end(block, self._text, rest.end(1), self._end))
        return True

    def _end_verbatim(self, block: Verbatim, end: int) -> None:
        """Words after the end of a comment or formula are words; after HTML the line is lost, as in CommonMark."""
        if end >= 0 and (block.kind in ("html", "code") or not self._text[end : self._end].strip()):
            self._hide(block, self._end)
        elif end >= 0:
            self._hide(block, end)
            self._within.close(self._within.depth, self._last)
            self._begin_words(end)

    def _hide(self, block: Verbatim, end: int) -> None:
        self._verbatim = None
        self._found.regions.append(Region(block.start, end, block.kind))

    _HANDLERS: ClassVar[dict[str, Callable[["_Scanner", re.Match[str], int], None]]] = {
        "item": _item, "blank": _blank, "text": _words, "heading": _heading, "quote": _quote, "fence": _fence,
        "rule": _rule, "deep": _deep, "html": _html, "comment": _comment, "math": _math,
    }  # fmt: skip
