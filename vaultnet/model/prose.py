r"""The running text of a note, as somebody who has no vault reads it.

"---\ntype: contact\n---\nKnows [[Ben|her brother]] well. ^a1\n<!-- vaultnet:brief -->\n...\n## Log\n- ...\n"
->  "Knows her brother well."
"""

import re
from collections.abc import Set as AbstractSet

from vaultnet.model.sections import folded_heading, section_end
from vaultnet.text.document import Document
from vaultnet.text.link import Link

_COMMENT = re.compile(r"<!--(?>(?:[^-]|-(?!->))*)(?:-->|\Z)|%%(?>(?:[^%]|%(?!%))*)(?:%%|\Z)")
_BLOCK_ID = re.compile(r"[ \t]\^[A-Za-z0-9-]{1,60}$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def prose_of(document: Document, without: AbstractSet[str]) -> str:
    """The body without generated blocks, comments and the sections of these (folded) headings; links as the words that
    a reader sees. "" where nothing is left.
    """
    text = document.text
    cuts = [(block.start, block.end, "") for block in document.blocks]
    cuts += (
        (heading.start, section_end(document, number), "")
        for number, heading in enumerate(document.headings)
        if folded_heading(heading.text) in without
    )
    parts: list[str] = []
    place = document.body_start
    for start, end, words in sorted([*cuts, *map(_shown, document.links)]):
        if start >= place:
            parts += (text[place:start], words)
        place = max(place, end)
    parts.append(text[place:])
    shown = _COMMENT.sub("", "".join(parts).replace("\r\n", "\n"))
    lines = (line.rstrip() for line in _BLOCK_ID.sub("", shown).split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def _shown(link: Link) -> tuple[int, int, str]:
    name = link.path.rpartition("/")[2] or link.subpath
    return link.start, link.end, "" if link.embed else link.display or name
