r"""Where a list begins and ends, and what belongs to each of its items, by lines alone.

cut_items(["- a", "  - nested", "", "- b"])
->  [Item(gap=None, lines=("- a", "  - nested")), Item(gap=1, lines=("- b",))]
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from vaultnet.text.line import columns

_BULLET = re.compile(r"([ \t]*+)[-*+](?:([ \t]++)|\Z)")
_RULE = re.compile(r"[ \t]*+(?:(?>(?:-[ \t]*+){3,})|(?>(?:\*[ \t]*+){3,}))\Z")
# What cannot go on with the words of the item above it.
_BLOCK_START = re.compile(
    r"[ \t]*+(?:#|>|<|\||```|~~~|%%|\$\$|---|\*\*\*|___|===|[-*+](?:[ \t]|\Z)|[0-9]{1,9}[.)][ \t])"
)
_DAY = re.compile(
    r"[ \t]*+[-*+][ \t]++(?:\[[^\r\n]\][ \t]++)?(?:\[\[)?([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?![0-9])"
)
_CODE_INDENT: Final = 4
_PLAIN_COLUMN: Final = 2  # where the words of an item that is not indented begin
_NOT_PLAIN: Final = ("", " ", "\t", "-", "*")


class Item(NamedTuple):
    """`gap`: the blank lines between this item and the one before; None for the first. `lines[0]` is its head."""

    gap: int | None
    lines: tuple[str, ...]


def begins_list(line: str) -> bool:
    """True for a bullet of the top level."""
    found = _BULLET.match(line)
    return found is not None and columns(found[1]) < _CODE_INDENT and not _RULE.match(line)


def list_end(lines: Sequence[str], start: int) -> int:
    """Behind the last line of the list that begins on `start`; blank lines at its end are not its own."""
    column, end, index = _content_column(lines[start]), start + 1, start + 1
    while index < len(lines):
        line = lines[index]
        if _is_plain(line):
            column = _PLAIN_COLUMN
        elif not line.strip():
            index += 1
            continue
        elif _starts_item(line, column):
            column = _content_column(line)
        elif _indent(line) < column and (end < index or _BLOCK_START.match(line)):
            break
        end = index = index + 1
    return end


def cut_items(lines: Sequence[str]) -> list[Item]:
    """The items of one list, with all that is nested in them."""
    items: list[Item] = []
    start, end, column, gap = 0, 0, -1, None
    for index, line in enumerate(lines):
        is_plain = _is_plain(line)
        if not (is_plain or line.strip()):
            continue
        if is_plain or column < 0 or _starts_item(line, column):
            if column >= 0:
                items.append(Item(gap, tuple(lines[start:end])))
                gap = index - end
            start, column = index, _PLAIN_COLUMN if is_plain else _content_column(line)
        end = index + 1
    if column >= 0:
        items.append(Item(gap, tuple(lines[start:end])))
    return items


def is_list(lines: Sequence[str]) -> bool:
    """True when the lines, at whatever depth, are one list and nothing else."""
    first = next((line for line in lines if line.strip()), "")
    return (
        bool(_BULLET.match(first)) and not _RULE.match(first) and lines[0] == first and list_end(lines, 0) == len(lines)
    )


def day_of(head: str) -> str:
    """The day that an item begins with, as `20260502`; "" for none."""
    found = _DAY.match(head)
    return "".join(found.groups()) if found else ""


def _is_plain(line: str) -> bool:
    """The commonest item, told without a pattern: a log has thousands."""
    return line[:2] == "- " and line[2:3] not in _NOT_PLAIN


def _starts_item(line: str, column: int) -> bool:
    found = _BULLET.match(line)
    return found is not None and columns(found[1]) < column and not _RULE.match(line)


def _content_column(line: str) -> int:
    found = _BULLET.match(line)
    assert found is not None
    return columns(found[1]) + 2


def _indent(line: str) -> int:
    return columns(line[: len(line) - len(line.lstrip(" \t"))])
