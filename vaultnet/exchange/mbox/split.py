r"""A mailbox cut into its messages, one after another, however large it is: only their heads are copied.

[*split_mbox(b"From ada@x.example Fri May  1 10:00:00 2026\nSubject: Hi\n\nFrom here on ...\n")]
->  [Piece(line=1, postmark="Fri May  1 10:00:00 2026", head=b"Subject: Hi\n\n")]

A message begins with a line `From SENDER DATE` at the start of the file or behind an empty line, and with a header
right behind it: "From here on" in somebody's letter, and the `>From ` that careful programs make of it, begin none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FROM = re.compile(rb"From \S+[ \t]([^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,40}\d{4})[ \t]*\r?\n(?=[!-9;-~]+:)")
_LONGEST_HEAD = 256 * 1024
_LONGEST_LINE = 1_000
_FIRST_HEADER = re.compile(rb"\s*[!-9;-~]{1,100}:")
_HEADER_OF_MAIL = re.compile(rb"(?im)^(?:from|to|date|subject|received|return-path|message-id|delivered-to):")
_LOOKED_AT = 16 * 1024


class Piece(NamedTuple):
    """`head` is the beginning of a message, its headers whole; `line` that of its `From ` line, or 1."""

    line: int
    postmark: str
    head: bytes


def is_mbox(data: bytes) -> bool:
    """Whether the first line is one that a message of a mailbox begins with."""
    return _FROM.match(data[: _LONGEST_LINE * 2].lstrip()) is not None


def is_message(data: bytes) -> bool:
    """Whether it begins as a single message does, as Maildir and `.eml` keep them."""
    head = data[:_LOOKED_AT]
    return _FIRST_HEADER.match(head) is not None and _HEADER_OF_MAIL.search(head) is not None


def split_mbox(data: bytes) -> Iterator[Piece]:
    """Every message by its place. `data` may be a map of the file: no more than one message of it is ever copied."""
    start = len(data[:_LONGEST_LINE]) - len(data[:_LONGEST_LINE].lstrip())
    found = _FROM.match(data, start)
    line, counted = 1, 0
    while found is not None:
        line += _count_lines(data, counted, found.start())
        counted = found.start()
        following = _next(data, found.end())
        end = following.start() if following else len(data)
        head = data[found.end() : min(end, found.end() + _LONGEST_HEAD)]
        yield Piece(line, found[1].decode("ascii", "replace"), head)
        found = following


def _next(data: bytes, start: int) -> re.Match[bytes] | None:
    place = data.find(b"\nFrom ", start)
    while place != -1:
        before = data[max(place - 2, 0) : place + 1]
        found = _FROM.match(data, place + 1) if before.endswith((b"\n\n", b"\n\r\n")) else None
        if found is not None:
            return found
        place = data.find(b"\nFrom ", place + 1)
    return None


def _count_lines(data: bytes, start: int, end: int) -> int:
    step = 1 << 20
    return sum(data[place : min(place + step, end)].count(b"\n") for place in range(start, end, step))
