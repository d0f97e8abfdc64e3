"""Tags in the body: `#people/friend`, by Obsidian's rules.

"met at #pycon-2026, #1984"  ->  Tag("pycon-2026", 7, 18)
"""

import re
from typing import NamedTuple

from vaultnet.text.hot import make_value

# What Obsidian leaves out of a tag: blanks, most ASCII punctuation, general punctuation; joiners stay, emoji need them.
_TAG = re.compile(
    "#(?<![^\\s\ufeff]#)([^\\s\u2000-\u200b\u200e-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\\[\\]\\\\]++)"
)


class Tag(NamedTuple):
    """`text[start:end]` is the tag with its `#`; `name` is as written, without it."""

    name: str
    start: int
    end: int


def find_tags(text: str, start: int, end: int) -> list[Tag]:
    """Every tag in `text[start:end]`; a number alone (`#1984`) is none."""
    tags: list[Tag] = []
    for match in _TAG.finditer(text, start, end):
        name = match[1]
        if name[-1] == "/":
            name = name.rstrip("/")
        if name and not name.isdigit():
            begin = match.start()
            tags.append(make_value(Tag, (name, begin, begin + 1 + len(name))))
    return tags
