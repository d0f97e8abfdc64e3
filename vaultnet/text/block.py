r"""Managed blocks: items with ids, sealed, and placed in a note without changing a byte outside of the block.

seal("- [ ] Call [[Ada]] ^vn-3f2a9c41\n")  ->  "- [ ] Call [[Ada]] ^vn-3f2a9c41-572b1eab\n"
parse_item("- [x] Call [[Ada]] ^vn-3f2a9c41-572b1eab she was out")
->  BlockItem(key="3f2a9c41", mark="x", generated=False, typed="she was out", text="Call [[Ada]] she was out", ...)
replace(parse_document(text), "agenda", sealed, heading="Networking")  ->  the new text
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from vaultnet.dataclass import dataclass
from vaultnet.text.block_merge import merge, title_of
from vaultnet.text.checkbox import drop_fields
from vaultnet.text.composed import composed
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.item_id import digest, drop_item_ids, find_item_id, length_of_prefix
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.line import MARKER, line_end_of, next_line
from vaultnet.text.managed_block import block_markers
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import blank_line_at_end, find_section, refuse_if_broken

PREFIX_LIMIT: Final = 1000  # characters of a line in which the generated part is sought

# The last line of a block with text that bears no ids: three bytes of digest for each such line, as base64. It is to
# text lines what SUM is to items, so that a section's title can change while a line the user typed is never lost.
TEXT_SUMS: Final = lazy_pattern(r"<!-- vn:([A-Za-z0-9+/=]*+) -->")
_SUM_BYTES: Final = 3

_UNSEALED = lazy_pattern(r"\^vn-[0-9a-f]{8}\Z")
_BLOCK_ID = lazy_pattern(r"[A-Za-z0-9-]++")
_NEUTRAL: Final = (("^vn-", "&#94;vn-"), ("<!--", "&lt;!--"), ("-->", "--&gt;"), ("%%", "%&#37;"))


@dataclass(frozen=True, slots=True)
class BlockItem:
    """`generated`: the words are as they were generated. `text`: all words, without box, Tasks fields and id.
    `typed` is the user's part of it: what follows the generated words (`offered`), or all where those were changed.
    """

    key: str
    mark: str
    generated: bool
    typed: str
    text: str
    offered: str


def item_key(day: date | str, section: str, who: str, origin: str = "") -> str:
    """KEY: the day, the section of the page, the contact's uid or else path, and what the item came from."""
    return digest(composed("\x1f".join((str(day), section, who, origin))))


def one_line(text: str) -> str:
    """A value that may stand inside a block: no line ends, no marker or comment signs, no block ids, no lone `."""
    line = " ".join(drop_item_ids(text).split())
    while _BLOCK_ID.fullmatch(line, line.rfind(" ^") + 2) and " ^" in line:
        line = line[: line.rfind(" ^")]
    for sign, entity in _NEUTRAL:
        line = line.replace(sign, entity)
    return line.replace("`", "&#96;") if line.count("`") % 2 else line


def seal(inner: str) -> str:
    """Add SUM to each line that ends with ` ^vn-KEY`, and the sums of the lines without ids below them."""
    sealed: list[str] = []
    sums: list[bytes] = []
    for line in inner.split("\n"):
        bare = line.rstrip()
        if _UNSEALED.search(bare[-len("^vn-00000000") :]):
            sealed.append(f"{bare}-{digest(_words(bare)[1])}{line[len(bare) :]}")
            continue
        if bare and not find_item_id(bare) and not TEXT_SUMS.fullmatch(bare):
            sums.append(text_sum(bare))
        if not TEXT_SUMS.fullmatch(bare):
            sealed.append(line)
    whole = "\n".join(sealed)
    if not sums:
        return whole
    code = b64encode(b"".join(dict.fromkeys(sums))).decode()
    return f"{whole}{'' if whole.endswith(chr(10)) else chr(10)}<!-- vn:{code} -->\n"


def parse_item(line_text: str) -> BlockItem | None:
    """Read a line, or an item's words; None when it bears no id."""
    found = find_item_id(line_text)
    if found is None:
        return None
    mark, text = _words(line_text)
    length = length_of_prefix(text, found.sum, PREFIX_LIMIT) if found.sum else -1
    offered = text[: max(length, 0)]
    return BlockItem(found.key, mark, length == len(text), text[len(offered) :].strip(), text, offered)


def generated_texts(inner: str) -> frozenset[str]:
    """Of the inside of a block, the lines without ids that were generated, bare; the line of their sums among them."""
    lines = [line.strip() for line in inner.split("\n")]
    codes = {line: found[1] for line in lines if (found := TEXT_SUMS.fullmatch(line))}
    sums = frozenset().union(*map(_read_sums, codes.values()))
    return frozenset(codes) | {line for line in lines if not find_item_id(line) and text_sum(line) in sums}


def _words(line: str) -> tuple[str, str]:
    """The mark of the box, and the words without it, without Tasks fields, without id; blanks count as one."""
    bare = line.lstrip(" \t>")
    marker = MARKER.match(bare)
    found = find_item_id(bare)
    words = bare if found is None else f"{bare[: found.start]} {bare[found.end :]}"
    text = " ".join(drop_fields(words[marker.end() :] if marker else words).split())
    return (marker[3] or "" if marker else ""), text


def text_sum(line: str) -> bytes:
    """What the line of sums holds of a line without an id."""
    return bytes.fromhex(digest(line.strip()))[:_SUM_BYTES]


# Placing a block


def replace(document: Document, name: str, sealed_inner: str, *, heading: str = "") -> str:
    """The note with the block made anew. Where it has none, the block goes below the heading, which is made at the
    end of the note if need be; without a heading, to the end of the note.

    Raises Refused where the note is broken, or the result would not read as it should.
    """
    refuse_if_broken(document)
    text = document.text
    line_end = line_end_of(text)
    block = next((block for block in document.blocks if block.name == name), None)
    if block is not None:
        old = _split(text[block.inner_start : block.inner_end])
        inner = _merged(old, _split(sealed_inner), line_end)
        edit = Edit(block.inner_start, block.inner_end, inner)
    else:
        inner = _merged([], _split(sealed_inner), line_end)
        edit = _new_block(document, name, inner, heading, line_end)
    after = apply_edits(text, [edit])
    if after != text:
        _refuse_unless_read(document, after, name, inner)
    return after


def _split(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def _merged(old: Sequence[str], new: Sequence[str], line_end: str) -> str:
    """The inside of the block, in the note's line ends; the sums of its text come last."""
    lines = [f"{line.rstrip()}{line_end}" for line in new]
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    text = [line for line in lines if not TEXT_SUMS.fullmatch(line.strip())]
    sums = [line for line in lines if TEXT_SUMS.fullmatch(line.strip())]
    kept = [line for line in old if not TEXT_SUMS.fullmatch(line.strip())]
    return "".join(merge(kept, text, line_end, _touched(old, text)) + sums)


def _touched(old: Iterable[str], new: Iterable[str]) -> Callable[[str], bool]:
    """Tells the user's lines of the old block. Where its sums are gone, text is known by what the new block says."""
    codes = [found[1] for line in old if (found := TEXT_SUMS.fullmatch(line.strip()))]
    sums = frozenset().union(*map(_read_sums, codes))
    words = {line.strip() for line in new}
    titles = set() if codes else {title_of(line) for line in words} - {""}

    def is_touched(line: str) -> bool:
        item = parse_item(line)
        if item is not None:
            return not item.generated or item.mark not in ("", " ")
        bare = line.strip()
        return not (bare in words or text_sum(bare) in sums or title_of(bare) in titles)

    return is_touched


def _read_sums(code: str) -> frozenset[bytes]:
    try:
        data = b64decode(code)
    except ValueError:
        return frozenset()
    return frozenset(data[place : place + _SUM_BYTES] for place in range(0, len(data), _SUM_BYTES))


def _new_block(document: Document, name: str, inner: str, heading: str, line_end: str) -> Edit:
    text = document.text
    begin, end = block_markers(name)
    block = f"{begin}{line_end}{inner}{end}"
    section = find_section(document, [heading]) if heading else None
    if section is None:
        title = f"## {heading}{line_end}" if heading else ""
        return Edit(len(text), len(text), f"{blank_line_at_end(text)}{title}{block}{line_end}")
    place = section.body_start
    if text[place - 1] != "\n":
        return Edit(place, place, f"{line_end}{block}")
    crowded = place < len(text) and text[place : next_line(text, place)].strip()
    return Edit(place, place, f"{block}{line_end}{line_end if crowded else ''}")


def _refuse_unless_read(document: Document, after: str, name: str, inner: str) -> None:
    """A value that broke the block, or a note whose last comment never ends, would be seen here."""
    result = parse_document(after)
    refuse_if_broken(result)
    names = {block.name for block in document.blocks} | {name}
    found = [block for block in result.blocks if block.name == name]
    if {block.name for block in result.blocks} != names or after[found[0].inner_start : found[0].inner_end] != inner:
        message = f"the block {name} would not be read as one here: look for a comment or code fence without an end"
        line = found[0].line if found else 1
        raise Refused(Problem("block-unreadable", message, line, blocks_writing=True))
