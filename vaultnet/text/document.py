r"""A note as text: front matter and body taken apart in one pass, every part with its offsets. Knows no people.

parse_document("---\ntype: contact\n---\n## Log\n- 2026-05-02 coffee: she met [[Ben]]\n")
-> Document(frontmatter=..., headings=(Heading(...),), items=(ListItem(...),), links=(Link(...),), ...)
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from vaultnet.dataclass import dataclass
from vaultnet.text.conflict import find_conflicts
from vaultnet.text.finding import BLOCK, START, TEXT_LEAF, TEXT_START, Findings, RawItem, RawParagraph
from vaultnet.text.frontmatter import FrontMatter, parse_frontmatter
from vaultnet.text.heading import Heading
from vaultnet.text.hot import make_value
from vaultnet.text.inline_field import InlineField, find_inline_fields
from vaultnet.text.link import Link, find_links
from vaultnet.text.list_item import ItemRun, Items, ListItem
from vaultnet.text.managed_block import ManagedBlock, find_managed_blocks
from vaultnet.text.mask import NO_MASK, Mask, Region, find_inline_regions
from vaultnet.text.paragraph import Paragraph
from vaultnet.text.problem import Problem
from vaultnet.text.scan import scan_lines
from vaultnet.text.tag import Tag, find_tags

_DATE = re.compile(r"[0-9]{4}[-/.]?[0-9]{2}[-/.]?[0-9]{2}")

Part = TypeVar("Part", Link, Tag, InlineField)


@dataclass(frozen=True, slots=True)
class Document:
    """All parts are in the order of the text. `problems` holds the front matter's too."""

    text: str
    frontmatter: FrontMatter
    headings: tuple[Heading, ...]
    items: Items
    paragraphs: tuple[Paragraph, ...]
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    fields: tuple[InlineField, ...]
    blocks: tuple[ManagedBlock, ...]
    problems: tuple[Problem, ...]
    regions: tuple[Region, ...]  # of the body, where markup does not count

    @property
    def body_start(self) -> int:
        return self.frontmatter.body_start

    @property
    def is_writable(self) -> bool:
        """False after a fault that makes any write a gamble (promise D2)."""
        return not any(problem.blocks_writing for problem in self.problems)

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        return _parts_in(self.links, start, end)


def parse_document(text: str) -> Document:
    """Read a note. Never raises: whatever is wrong with it is among the problems."""
    frontmatter = parse_frontmatter(text)
    start = frontmatter.body_start or int(text.startswith("\ufeff"))
    line = text.count("\n", 0, start) + 1
    found = scan_lines(text, start, line)
    stop = found.read_to
    blocks, broken = find_managed_blocks(
        text, start, line, Mask([each for each in found.regions if each.kind == "code"])
    )
    regions = found.regions
    inline = find_inline_regions(text, found.leaves)
    if inline:
        regions = sorted(regions + inline)
    mask = Mask(regions) if regions else NO_MASK
    links = find_links(text, start, stop, mask)
    fields = find_inline_fields(text, start, stop, mask)
    return Document(
        text=text,
        frontmatter=frontmatter,
        headings=tuple(found.headings),
        items=_items(found, blocks),
        paragraphs=_paragraphs(text, found.paragraphs, blocks, links, fields),
        links=tuple(links),
        tags=tuple(_tags(text, start, stop, mask, links)),
        fields=tuple(fields),
        blocks=tuple(blocks),
        problems=(*frontmatter.problems, *broken, *find_conflicts(text, start), *_too_large(found)),
        regions=tuple(regions),
    )


def _items(found: Findings, blocks: Sequence[ManagedBlock]) -> Items:
    raw, place = found.items, 0
    parts: list[ListItem | ItemRun] = []
    for run in found.runs:
        parts += [_item(each, blocks) for each in raw[place : run.first]]
        if blocks:
            parts += [item._replace(block=_block_at(item.start, blocks)) for item in run.items()]
        else:
            parts.append(run)
        place = run.first + len(run.lines)
    parts += [_item(each, blocks) for each in raw[place:]]
    return Items(parts)


def _item(raw: RawItem, blocks: Sequence[ManagedBlock]) -> ListItem:
    leaf = raw[TEXT_LEAF]
    raw[TEXT_LEAF] = leaf[1] if leaf else raw[TEXT_START]
    if blocks:
        raw[BLOCK] = _block_at(raw[START], blocks)
    return make_value(ListItem, raw)


def _paragraphs(
    text: str,
    found: Sequence[RawParagraph],
    blocks: Sequence[ManagedBlock],
    links: Sequence[Link],
    fields: Sequence[InlineField],
) -> tuple[Paragraph, ...]:
    kept = (
        (line, start, end, heading, quoted)
        for line, (start, end), heading, quoted in found
        if _any_in(links, start, end) or _any_in(fields, start, end) or _DATE.search(text, start, end)
    )
    return tuple(Paragraph(*raw, _block_at(raw[1], blocks) if blocks else -1) for raw in kept)


def _tags(text: str, start: int, stop: int, mask: Mask, links: Sequence[Link]) -> list[Tag]:
    """A tag inside a link is part of the link (`[[Plan #2b]]`)."""
    tags = find_tags(text, start, stop)
    if tags and mask:
        tags = [tag for tag in tags if not mask.hides(tag.start)]
    around = [link for link in links if link.subpath or "#" in link.display] if tags else []
    if around:
        tags = [tag for tag in tags if not _is_inside(around, tag.start)]
    return tags


def _is_inside(links: Sequence[Link], offset: int) -> bool:
    index = bisect_right(links, offset, key=_start) - 1
    return index >= 0 and offset < links[index].end


def _too_large(found: Findings) -> tuple[Problem, ...]:
    if not found.cut_at:
        return ()
    message = "this note is too large to be read whole: what stands behind this line is not looked at"
    return (Problem("note-too-large", message, found.cut_at, severity="warning"),)


def _block_at(offset: int, blocks: Sequence[ManagedBlock]) -> int:
    """Index of the block around `offset`, or -1."""
    index = bisect_right(blocks, offset, key=_start) - 1
    return index if index >= 0 and offset < blocks[index].end else -1


def _start(part: Link | Tag | InlineField | ManagedBlock) -> int:
    return part.start


def _any_in(parts: Sequence[Link] | Sequence[InlineField], start: int, end: int) -> bool:
    index = bisect_left(parts, start, key=_start)
    return index < len(parts) and parts[index].start < end


def _parts_in(parts: tuple[Part, ...], start: int, end: int) -> tuple[Part, ...]:
    low = bisect_left(parts, start, key=_start)
    return parts[low : bisect_left(parts, end, low, key=_start)]
