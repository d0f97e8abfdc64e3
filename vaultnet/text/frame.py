r"""The frame of a note: all of it but its plain prose. Two texts of one frame say the same, line numbers apart.

    frame_of(b"# Ada\n\nLikes tea.\n\n- 2026-05-02 call: moved\n")               ->   Frame("cc59c515e40b8729", (5,))
    frame_of(b"# Ada\n\nLikes tea.\n\nAnd cake.\n\n- 2026-05-02 call: moved\n")   ->   Frame("cc59c515e40b8729", (7,))

Prose is most of what people write, and a paragraph of letters and commas says nothing that the index keeps. So that an
edit of it can be told before anything is loaded that reads notes, this knows nothing of Markdown but where a paragraph
stands alone, at the left edge. Whatever holds a sign that may mean something belongs to the frame, and so does all that
stands behind the first code, comment, formula or HTML.
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.blake2 import blake2b

_SIZE_LIMIT: Final = 1_000_000  # bytes: of a larger note, how much is read depends on how long its prose is
_BOM: Final = b"\xef\xbb\xbf"
_FRONT_MATTER: Final = re.compile(rb"---[ \t\r]*+\n(?:[^\n]*+\n)*?---[ \t\r]*+(?:\n|\Z)")
# One sign is found many times faster than two.
_VERBATIM: Final = ((b"<", b"<"), (b"`", b"```"), (b"~", b"~~~"), (b"%", b"%%"), (b"$", b"$$"))
_INDENTED: Final = (b" ", b"\t")

# Lines, each with the line end before it. A line of prose begins with a letter, and holds no date.
_BLANK: Final = rb"\n[ \t]*+\r?(?=\n|\Z)"
_LETTERS: Final = rb"""[A-Za-z ,.;?!"'()\x80-\xff-]*+"""
_NUMBERS: Final = rb"(?>(?:[0-9]{1,4}+(?![-./]?[0-9])" + _LETTERS + rb")*)"
_PROSE: Final = rb"(?>(?:\n(?=[A-Za-z\x80-\xff])" + _LETTERS + _NUMBERS + rb"\r?(?=\n|\Z))+)(?=" + _BLANK + rb"|\Z)"
# A blank line or a paragraph beneath a heading, or a blank line anywhere, and all such that follow.
_GAP: Final = re.compile(
    rb"\n(?:(\#{1,6}[ ][^\n\[]*+)(?:" + _BLANK + rb"|" + _PROSE + rb")|[ \t]*+\r?(?=\n|\Z))"
    rb"(?>(?:" + _BLANK + rb"|" + _PROSE + rb")*)"
)


class Frame(NamedTuple):
    """`digest` is of everything but the gaps, in which only prose and blank lines stand; `lines` are the numbers of the
    lines that follow each gap, from 1.
    """

    digest: str
    lines: tuple[int, ...]


def frame_of(data: bytes) -> Frame | None:
    """The frame of a note's bytes, which are UTF-8; None for a note in which all may matter."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    if data.startswith(b"---", start):
        front_matter = _FRONT_MATTER.match(data, start)
        if front_matter is None:
            return None
        start = front_matter.end()
    if len(data) > _SIZE_LIMIT or b"\0" in data:
        return None
    stop = _verbatim(data, start)
    # What stands at the top stands as if beneath a heading, and the last line ends.
    body = b"\n# \n%b\n" % data[start:stop]
    place, line, lines, kept = 0, data.count(b"\n", 0, start), [], [data[:start]]
    for gap in _GAP.finditer(body):
        end = gap.end()
        if body[end + 1 : end + 2] in _INDENTED:  # of a list above, from which a paragraph would part it
            continue
        kept.append(body[place : max(gap.start(), gap.end(1))])
        line += body.count(b"\n", place, end)
        place = end
        lines.append(line)
    if place == len(body):
        lines.pop()
    digest = blake2b(b"\0".join((*kept, body[place:], data[stop:])), digest_size=8)
    return Frame(digest.hexdigest(), tuple(lines))


def written_frame(data: bytes) -> str:
    """The frame as the index keeps it: `cc59c515e40b8729 5`, "" for none."""
    frame = frame_of(data)
    return f"{frame.digest} {' '.join(map(str, frame.lines))}" if frame else ""


def parse_frame(written: str) -> Frame | None:
    """What `written_frame` wrote."""
    digest, *lines = written.split() or ("",)
    return Frame(digest, tuple(map(int, lines))) if digest else None


def _verbatim(data: bytes, start: int) -> int:
    """Behind the first sign of what is not running text: no paragraph from there on is surely prose."""
    stop = len(data)
    for sign, whole in _VERBATIM:
        place = data.find(sign, start, stop)
        if place >= 0 and (place := data.find(whole, place, stop)) >= 0:
            stop = place + 1
    return stop
