r"""Finds the lines of a front-matter block on which its top-level keys stand, without reading the rest.

find_key_offset("---\na: 1\nb: 2\n---\n", 4, 14, "b")  ->  9
"""

from yaml12 import parse_yaml

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.yaml_value import key_text, type_plain

_PLAIN_KEY_END = lazy_pattern(r":(?=[ \t\r]|$)")
_QUOTED_KEY = lazy_pattern(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=[ \t\r]|$)""")


def find_key_offset(text: str, start: int, end: int, key: str) -> int:
    """Offset of the line whose key reads as `key`; -1 when there is none."""
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        if line_key(text[position:line_end]) == key:
            return position
        position = line_end + 1
    return -1


def line_key(line: str) -> str | None:
    """The key of a line that begins with one at column 1, as the reader names it."""
    if line.startswith((" ", "\t", "#", "- ", "? ", "{", "[")):
        return None
    if line.startswith(('"', "'")):
        quoted = _QUOTED_KEY.match(line)
        return _unquote(quoted[1]) if quoted else None
    colon = _PLAIN_KEY_END.search(line)
    return key_text(type_plain(line[: colon.start()].rstrip(" \t"))) if colon else None


def _unquote(source: str) -> str | None:
    try:
        return str(parse_yaml(source))
    except ValueError:
        return None
