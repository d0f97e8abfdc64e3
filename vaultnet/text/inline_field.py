"""Dataview's inline fields: a whole line (`Last Contact:: 2026-05-02`, also behind a list marker), `[key:: value]`,
`(key:: value)`. Logseq's page properties are the first form.

    "- met [channel:: email] today"  ->  InlineField("channel", "email", 6, 23)
    "**Last Contact**:: 2026-05-02"  ->  InlineField("last-contact", "2026-05-02", 0, 29)
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mask import Mask

# Key characters: letters of any script, digits, blanks, `_ - /`, and what is no ASCII punctuation (emoji).
_KEY: Final = r"[^\[\](){}<>:\n\r!\"\#$%&'+,.;=?@\\^`|]"
_LINE = lazy_pattern(
    rf"""(?:^|(?<=\ufeff))[ \t>]*+(?>(?:(?:[-*+]|[0-9]{{1,9}}[.)])[ \t]++)?)(?>(?:\[[^\r\n]\][ \t]++)?)
    ({_KEY}++)::(?!:)([^\n]*+)""",
    re.MULTILINE | re.VERBOSE,
)
_TOKEN = lazy_pattern(rf"\\.|(?P<field>[\[(]({_KEY}++)::(?!:))|(?P<opener>[\[(])|(?P<closer>[\])])|(?P<end>\n)")
_OPENERS: Final = {"]": "[", ")": "("}


class InlineField(NamedTuple):
    """`text[start:end]`: the brackets and what is in them, or from the key to the end of the value."""

    key: str
    value: str
    start: int
    end: int


class _Open(NamedTuple):
    start: int
    key: str  # "" for a bracket that is no field
    value_start: int


def canonical_key(key: str) -> str:
    """`Last Contact` and `**last contact**` are both `last-contact`."""
    bare = "".join(char for char in key if char not in "*~`").strip("_ \t")
    return "-".join(bare.lower().split())


def find_inline_fields(text: str, start: int, end: int, mask: Mask) -> list[InlineField]:
    """Every field in `text[start:end]` that is not masked. A line is one field only when it holds no bracketed one."""
    if text.find("::", start, end) < 0:
        return []
    fields, lines = _bracketed(text, start, end, mask)
    for match in _LINE.finditer(text, start, end):
        at = match.start(1)
        if match.start() in lines or (mask and mask.hides_either(at, match.end(1))):
            continue
        value_end = match.start(2) + len(match[2].rstrip())
        if key := canonical_key(match[1]):
            fields.append(InlineField(key, match[2].strip(), at, value_end))
    return sorted(fields, key=_start)


def _start(field: InlineField) -> int:
    return field.start


def _bracketed(text: str, start: int, end: int, mask: Mask) -> tuple[list[InlineField], set[int]]:
    """The fields in brackets, and the starts of the lines they stand in.

    One pass with a stack for each kind of bracket: only its own kind nests in a value.
    """
    fields: list[InlineField] = []
    lines: set[int] = set()
    line = start
    stacks: dict[str, list[_Open]] = {"[": [], "(": []}
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        if kind == "end":
            line = token.end()
            stacks = {"[": [], "(": []}
        elif kind is None or (mask and mask.hides(token.start())):
            continue
        elif kind != "closer":
            stacks[token[0][0]].append(_Open(token.start(), token[2] or "", token.end()))
        elif (stack := stacks[_OPENERS[token[0]]]) and (field := _close(text, stack.pop(), token.start())):
            while fields and fields[-1].start > field.start:  # fields inside the value
                fields.pop()
            fields.append(field)
            lines.add(line)
    return fields, lines


def _close(text: str, opened: _Open, end: int) -> InlineField | None:
    key = canonical_key(opened.key)
    return InlineField(key, text[opened.value_start : end].strip(), opened.start, end + 1) if key else None
