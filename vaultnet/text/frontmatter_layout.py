r"""Where each key and value of a front-matter block stands, to the character: what the editor splices by.

    find_layout(parse_frontmatter("---\na: 1 # x\n---\n")).entry("a")  ->  Entry(key_start=4, value "1" at 7..8, ...)

libyaml's events give the places; the entries must be the keys that the reader saw, in its order, each on a line of its
own at the first column. Whatever is laid out otherwise is refused.
"""

from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.text.frontmatter import FrontMatter
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.span import Span, column_of, line_of
from vaultnet.text.yaml_nodes import Node, Unreadable, build_nodes, node_key, node_value
from vaultnet.text.yaml_value import Value, is_same

_COLON = lazy_pattern(r"[ \t]*:")
_BLOCK_HEADER = lazy_pattern(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One top-level key. Offsets count in the whole text.

    The value is `inline` (what stands behind the colon, a comment excluded; empty at the colon's end when nothing does)
    and `rest`: whole lines below, beginning with the line end before them; empty when there are none.
    """

    key: str
    node: Node
    key_start: int
    colon_end: int
    inline: Span
    rest: Span

    @property
    def is_inline(self) -> bool:
        return self.inline.start < self.inline.end


class Layout(NamedTuple):
    """The entries of a block. `shift` turns a node's offset into the text's."""

    entries: tuple[Entry, ...]
    shift: int

    def entry(self, key: str) -> Entry:
        return next(entry for entry in self.entries if entry.key == key)


def find_layout(frontmatter: FrontMatter) -> Layout:
    """Locate every entry. Raises Refused for a block that is faulty, or laid out in a way the editor does not know."""
    refuse_faulty(frontmatter)
    fence = frontmatter.fence
    if fence is None:
        return Layout((), 0)
    block = frontmatter.text[fence.inner_start : fence.inner_end]
    try:
        root = build_nodes(block)
    except Unreadable as answer:
        raise Refused(answer.problem) from answer
    pairs = root.pairs() if root and root.kind == "map" else []
    values: dict[str, Value] = {node_key(key): node_value(value) for key, value in pairs}
    if (root and root.kind != "map") or list(values) != list(frontmatter.values) or not _agree(values, frontmatter):
        raise Refused(_unknown_layout(2))
    return Layout(tuple(_locate(frontmatter.text, fence.inner_start, *pair) for pair in pairs), fence.inner_start)


def refuse_faulty(frontmatter: FrontMatter) -> None:
    """Raise the first fault that forbids writing to the note."""
    for problem in frontmatter.problems:
        if problem.blocks_writing:
            raise Refused(problem)


def refuse_aliases(text: str, entry: Entry, shift: int) -> None:
    """An anchor, alias or tag in what is touched: its other places would change, or the tag would be lost."""
    for node in entry.node.walk():
        if node.anchor or node.tag or node.kind == "alias":
            place = shift + node.start
            message = f"the value of `{entry.key}` holds an anchor, alias or tag (& * !): edit it by hand"
            line, column = line_of(text, place), column_of(text, place)
            raise Refused(Problem("frontmatter-alias", message, line, column, blocks_writing=True))


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset within the block ends, its line end excluded; the closing fence is yet to come."""
    end = text.index("\n", offset)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def content_end(text: str, node: Node, shift: int) -> int:
    """Where a node's own text ends; libyaml lets blocks run on over blank lines and comments."""
    if node.kind in ("list", "map") and not node.flow:
        return max(content_end(text, child, shift) for child in node.children)
    end = shift + node.end
    if node.style not in ("|", ">"):
        return end
    header = _BLOCK_HEADER.match(text, shift + node.start)
    keeps_blank_lines = header is not None and "+" in header[0]
    while not text[(before := text.rfind("\n", 0, end)) + 1 : end].strip(" \t\r"):
        if keeps_blank_lines and end < shift + node.end:
            break
        end = before
    return end - 1 if text[end - 1] == "\r" else end


def _agree(values: dict[str, Value], frontmatter: FrontMatter) -> bool:
    return is_same(values, dict(frontmatter.values))


def _locate(text: str, shift: int, key: Node, value: Node) -> Entry:
    key_start = shift + key.start
    colon = _COLON.match(text, shift + key.end)
    if (
        colon is None
        or key.anchor
        or key.tag
        or column_of(text, key_start) != 1
        or line_of(text, key_start) != line_of(text, colon.end())
    ):
        raise Refused(_unknown_layout(line_of(text, key_start)))
    inline, rest = _split_value(text, shift, value, colon.end())
    return Entry(node_key(key), value, key_start, colon.end(), inline, rest)


def _split_value(text: str, shift: int, value: Node, colon_end: int) -> tuple[Span, Span]:
    start, end = shift + value.start, content_end(text, value, shift)
    head_end = line_end(text, colon_end)
    if start == shift + value.end:  # nothing is written: null
        return Span(colon_end, colon_end), Span(head_end, head_end)
    last = line_end(text, end)
    if start > head_end:
        before = text.rfind("\n", 0, start)
        before -= text[before - 1] == "\r"
        return Span(colon_end, colon_end), Span(before, last)
    header = _BLOCK_HEADER.match(text, start) if value.style in ("|", ">") else None
    if header:
        return Span(*header.span()), Span(head_end, max(end, head_end))
    return Span(start, end), Span(last, last)


def _unknown_layout(line: int) -> Problem:
    message = (
        "vaultnet edits front matter whose keys stand at the beginning of their own lines, `key: value`: "
        "rewrite it so, or edit it by hand"
    )
    return Problem("frontmatter-layout", message, line, blocks_writing=True)
