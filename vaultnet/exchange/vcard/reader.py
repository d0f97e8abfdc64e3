r"""vCard files as they are found in the wild, taken apart into cards and their lines: nothing in them is an error.

BEGIN:VCARD
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Ex=C3=A4=      Card(1, (ContentLine("N", (), "Exämple;Ada"),
 mple;Ada                                           ->          ContentLine("PHOTO", (...), "/9j/4AA...")), ...)
PHOTO;BASE64:/9j/4AA...
END:VCARD

What it puts up with: soft breaks and base64 without indentation, line ends of every kind, a character set for each
property, cards that are glued together or never end, lines that belong to nobody.
"""

import quopri
import re
from collections.abc import Iterator, Sequence

from vaultnet.dataclass import dataclass, field
from vaultnet.errors import UsageError
from vaultnet.exchange.content_line import ContentLine, is_content_line, parse_content_line
from vaultnet.exchange.decoding import decode

_LINE_END = re.compile(r"\r\n|\n|\r")
_BEGIN = re.compile(r"[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(r"[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_GLUED = re.compile(r"(END:VCARD)[ \t]*(?=BEGIN:VCARD)", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
_CHARSET = re.compile(
    r"(?:utf|iso|windows|cp|shift|sjis|euc|gb|big5|koi|mac|latin|ks_c|tis|hz|johab)[\w-]{0,20}", re.IGNORECASE
)
_ENDLESS = "has no END:VCARD"
_LONGEST_TAIL = 100_000  # characters of text that somebody broke into lines of its own
_KEPT_PARAMS = frozenset({"CHARSET", "ENCODING"})  # how a value was written, not what it says


@dataclass(slots=True)
class Card:
    """`number` is its first line. `fault` says what was wrong with it as a whole, "" for nothing."""

    number: int
    lines: list[ContentLine] = field(default_factory=list)
    fault: str = ""


@dataclass(slots=True)
class CardFile:
    """`strays` are lines (numbers) outside of any card, the first of each run."""

    cards: list[Card] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)


def read_cards(data: bytes, name: str) -> CardFile:
    """Raises UsageError for what holds no card at all."""
    found = CardFile()
    card: Card | None = None
    nested = 0
    was_stray = False
    for number, line in _logical_lines(_text(data, name)):
        is_stray = False
        if _BEGIN.fullmatch(line):
            if card and _is_agent(card):
                nested += 1
            else:
                card = _begun(found, card, number)
        elif card is None:
            is_stray = bool(line.strip())
            found.strays += [number] if is_stray and not was_stray else []
        elif _END.fullmatch(line):
            nested, card = (nested - 1, card) if nested else (0, None)
        elif not nested:
            _add(card, line, number)
        was_stray = is_stray
    if card:
        card.fault = _ENDLESS
    if not found.cards:
        raise UsageError("holds no vCard: there is no line BEGIN:VCARD", path=name)
    return found


def _begun(found: CardFile, open_card: Card | None, number: int) -> Card:
    if open_card:
        open_card.fault = _ENDLESS
    card = Card(number)
    found.cards.append(card)
    return card


def _text(data: bytes, name: str) -> str:
    """Bytes that are not UTF-8 stay as they are, for each property may have a character set of its own."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 in data[:200]:
        return decode(data, name).text
    if data.startswith(b"PK\x03\x04"):
        return decode(data, name).text
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _add(card: Card, line: str, number: int) -> None:
    read = parse_content_line(line, number)
    if read is not None:
        card.lines.append(_decoded(read))
    elif card.lines and line.strip():
        last = card.lines[-1]
        if len(last.value) < _LONGEST_TAIL:
            card.lines[-1] = last._replace(value=f"{last.value}\\n{_in_charset(line, '')}")
        else:
            card.fault = f"has more text without a name than fits from line {number} on"


def _is_agent(card: Card) -> bool:
    """`AGENT:` of version 2.1 holds a card of its own, which is somebody else's."""
    return bool(card.lines) and card.lines[-1].name == "AGENT" and not card.lines[-1].value.strip()


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """(number, line) with continuations joined."""
    lines = _LINE_END.split(_GLUED.sub("\\1\n", text))
    at = 0
    while at < len(lines):
        first = at
        at += 1
        if lines[first].strip():
            parts, at = _continued(lines, first)
            yield first + 1, "".join(parts)
        else:
            yield first + 1, ""


def _continued(lines: Sequence[str], first: int) -> tuple[list[str], int]:
    """The parts of the line that begins there, and where the next one does."""
    head = lines[first].partition(":")[0].upper()
    is_quoted = "QUOTED-PRINTABLE" in head
    is_binary = "BASE64" in head or "ENCODING=B" in head
    parts, at = [lines[first]], first + 1
    while at < len(lines):
        line = lines[at]
        if is_quoted and parts[-1].endswith("=") and not _END.fullmatch(line):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif line[:1] in {" ", "\t"}:
            parts.append(line[1:])
        elif is_binary and line and ":" not in line and _BASE64.fullmatch(line):
            parts.append(line)
        elif not line.strip() or is_content_line(line):
            break
        else:  # a text whose line ends nobody escaped
            parts.append(("=0A" if is_quoted else "\\n") + line)
        at += 1
    return parts, at


def _decoded(line: ContentLine) -> ContentLine:
    """The value as text; binary stays as it is."""
    charset, encoding = line.first("CHARSET"), line.first("ENCODING").upper()
    value = line.value
    if encoding in {"QUOTED-PRINTABLE", "Q"}:
        raw = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
        value = _of_bytes(raw, charset).replace("\r\n", "\n").replace("\n", "\\n")
    else:
        value = _in_charset(value, charset)
    kept = tuple(pair for pair in line.params if pair[0] not in _KEPT_PARAMS or (encoding in {"B", "BASE64"}))
    params = tuple((key, _in_charset(one, charset)) for key, one in kept)
    return line._replace(value=value, params=params)


def _in_charset(value: str, charset: str) -> str:
    if value.isascii() and "\x1b" not in value:
        return value
    return _of_bytes(value.encode("utf-8", "surrogateescape"), charset)


def _of_bytes(raw: bytes, charset: str) -> str:
    """In UTF-8 where it is, whatever is said of it; else as the property says; else as Windows writes."""
    if b"\x1b" not in raw:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
    known = charset if _CHARSET.fullmatch(charset) else ""
    for name in filter(None, (known, "cp1252")):
        try:
            return raw.decode(name)
        except (ValueError, LookupError):
            continue
    return raw.decode("latin-1")
