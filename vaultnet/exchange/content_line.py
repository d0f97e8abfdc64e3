r"""One line of a vCard or an iCalendar file: taken apart, put together, and folded as the RFCs have it.

parse_content_line("item1.TEL;TYPE=home,voice:+31 6")
->  ContentLine("TEL", (("TYPE", "home"), ("TYPE", "voice")), "+31 6", "item1")
fold_line("NOTE:" + "ö" * 60)      lines of at most 75 octets, no letter taken apart
split_value(r"Acme\, Inc.;Sales", ";")  ->  ("Acme, Inc.", "Sales")
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_HEAD = re.compile(r"[ \t]{0,9}(?:([\w-]{1,80})\.)?([A-Za-z0-9][\w/-]{0,80})[ \t]{0,9}(?=[;:])", re.ASCII)
_ESCAPE = re.compile(r"\\([nN\\,;:])")
_LINE_END = re.compile(r"\r\n|\n|\r")
_CARET = re.compile(r"\^([n^'])")  # RFC 6868
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "Q", "7BIT", "8BIT"})
_SPELLED = {"X-ABLABEL": "X-ABLabel", "X-ABADR": "X-ABADR", "X-ABSHOWAS": "X-ABShowAs"}  # as Apple does
_NO_KEY = re.compile(r"[^A-Z0-9-]+")
_QUOTED = frozenset(":;,")
_SPECIAL = re.compile(r"[\\,;]")
# C0 but tab and line feed, C1, and halves of a letter, which JSON can hold and no file.
_CONTROLS = frozenset(map(chr, (*range(9), *range(11, 32), *range(127, 160), *range(0xD800, 0xE000))))
INERT_URL = "X-URL"  # of our own: an address that no program is to take for a link, such as `javascript:`
_LONGEST_PARAMS = 20_000  # characters of parameters; more is no line that anybody wrote
_LONGEST = 75  # octets of a line


class ContentLine(NamedTuple):
    """`name` and the names of parameters are in capitals; a parameter with several values stands several times. `value`
    is as written, with its escapes; `number` is the line of the file where it begins, 0 for one that we made.
    """

    name: str
    params: tuple[tuple[str, str], ...]
    value: str
    group: str = ""
    number: int = 0

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a parameter."""
        return tuple(value for key, value in self.params if key == name)

    def first(self, name: str) -> str:
        """The value of a parameter, "" where there is none."""
        return next((value for key, value in self.params if key == name), "")

    @property
    def types(self) -> frozenset[str]:
        """The kinds it is of, in small letters: home, work, cell, pref."""
        return frozenset(value.lower() for value in self.all("TYPE"))

    @property
    def text(self) -> str:
        return unescape(self.value)


def parse_content_line(text: str, number: int = 0) -> ContentLine | None:
    """Never raises; None for what is no such line."""
    head = _HEAD.match(text)
    if head is None:
        return None
    colon = _colon(text, head.end())
    if colon < 0:
        return None
    params = tuple(_params(text[head.end() : colon]))
    return ContentLine(head[2].upper(), params, text[colon + 1 :], head[1] or "", number)


def is_content_line(text: str) -> bool:
    """Whether a line begins a property: what does not goes on with the one before."""
    return _HEAD.match(text) is not None and ":" in text


def render_content_line(line: ContentLine) -> str:
    """On one line, without its end."""
    values: dict[str, list[str]] = {}
    for key, value in line.params:
        values.setdefault(key, []).append(_param_value(value))
    params = "".join(f";{key}={','.join(found)}" for key, found in values.items())
    group = f"{line.group}." if line.group else ""
    value = line.value.replace("\n", "\\n")
    text = f"{group}{_SPELLED.get(line.name, line.name)}{params}:{value}"
    return text if text.isprintable() else "".join(char for char in text if char not in _CONTROLS)


def fold_line(text: str) -> str:
    """The line with its end, CRLF; its continuations begin with a blank."""
    if len(text) * 4 <= _LONGEST or len(text.encode()) <= _LONGEST:
        return f"{text}\r\n"
    lines: list[str] = []
    start = width = 0
    for at, char in enumerate(text):
        octets = len(char.encode())
        if width + octets > _LONGEST:
            lines.append(text[start:at])
            start, width = at, 1
        width += octets
    lines.append(text[start:])
    return "\r\n ".join(lines) + "\r\n"


def escape(text: str) -> str:
    r"""A text as a value: `\`, `,`, `;` and line ends escaped, without control characters."""
    lines = _LINE_END.sub("\n", text)
    shown = "".join(char for char in lines if char not in _CONTROLS)
    return _SPECIAL.sub(r"\\\g<0>", shown).replace("\n", "\\n")


def unescape(value: str) -> str:
    r"""The text that a value means. A colon may be escaped too (old Apple cards); any other `\` is one."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def split_value(value: str, separator: str) -> tuple[str, ...]:
    """The parts of a compound value (`;`) or a list (`,`), unescaped."""
    return tuple(unescape(part) for part in split_raw(value, separator))


def split_raw(value: str, separator: str) -> tuple[str, ...]:
    """The same with its escapes, for parts that have parts."""
    return tuple(_split(value, separator)) if "\\" in value else tuple(value.split(separator))


def join_values(parts: Sequence[str], separator: str) -> str:
    return separator.join(map(escape, parts))


def _split(value: str, separator: str) -> Iterator[str]:
    start = place = 0
    while place < len(value):
        if value[place] == "\\":
            place += 2
            continue
        if value[place] == separator:
            yield value[start:place]
            start = place + 1
        place += 1
    yield value[start:]


def _colon(text: str, start: int) -> int:
    """Where the value begins: the first colon outside quotation marks; where one is never closed, the first."""
    place, limit = start, start + _LONGEST_PARAMS
    while True:
        colon, quote = text.find(":", place, limit), text.find('"', place, limit)
        if colon < 0 or quote < 0 or colon < quote:
            return colon if colon >= 0 else text.find(":", start, limit)
        closing = text.find('"', quote + 1, limit)
        if closing < 0:
            return text.find(":", start, limit)
        place = closing + 1


def _params(text: str) -> Iterator[tuple[str, str]]:
    for part in _outside_quotes(text, ";"):
        key, sign, value = part.partition("=")
        key = key.strip().upper()
        if not sign:
            if key:
                yield ("ENCODING" if key in _ENCODINGS else "TYPE"), part.strip()
            continue
        key = _NO_KEY.sub("", key) or "X"
        for one in _outside_quotes(value, ","):
            bare = _CARET.sub(lambda found: _CARETS[found[1]], one.strip().strip('"'))
            yield from ((key, each) for each in (bare.split(",") if key == "TYPE" else [bare]))


def _outside_quotes(text: str, separator: str) -> list[str]:
    if '"' not in text:
        return text.split(separator)
    parts, start, is_quoted = [], 0, False
    for place, char in enumerate(text):
        if char == '"':
            is_quoted = not is_quoted
        elif char == separator and not is_quoted:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _param_value(value: str) -> str:
    safe = _LINE_END.sub("^n", value.replace("^", "^^")).replace('"', "^'")
    return f'"{safe}"' if _QUOTED & set(safe) else safe
