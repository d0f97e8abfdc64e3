"""jCard (RFC 7095): a vCard in JSON, line by line.

["vcard", [["version", {}, "text", "4.0"],          VERSION:4.0
           ["tel", {"type": "home"}, "text", "1"],   <->   TEL;TYPE=home:1
           ["org", {}, "text", ["Acme", "Sales"]]]]        ORG:Acme;Sales
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from vaultnet.exchange.content_line import ContentLine, escape, split_raw, split_value
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard.book import Sheet, parse_books
from vaultnet.exchange.vcard.json_input import read_json_cards
from vaultnet.exchange.vcard.lines import build_lines

_STRUCTURED = frozenset({"N", "ADR", "ORG", "GENDER"})
_LISTS = frozenset({"NICKNAME", "CATEGORIES"})
_TEXTS = frozenset({"VERSION", "FN", "TITLE", "ROLE", "TEL", "EMAIL", "NOTE", "PRODID", "INTEREST", "EXPERTISE"})
_URIS = frozenset({"URL", "SOCIALPROFILE"})
_DAYS = frozenset({"BDAY", "ANNIVERSARY"})
_BASIC = re.compile(r"([0-9]{4}|--)([0-9]{2})([0-9]{2})")
_STAMP = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})Z")
_PROPERTY = 4  # name, parameters, type, and at least one value


def parse(sources: tuple[SourceFile, ...], _context: ImportContext) -> Parsed:
    """Raises UsageError for what is no jCard."""
    return parse_books((source.name, _sheets(source)) for source in sources)


def render(people: tuple[Exported, ...], _context: ExportContext) -> str:
    """A list of cards: one card alone is a list of one."""
    cards = [["vcard", [property_of(line) for line in build_lines(person, "4.0")]] for person in people]
    return json.dumps(cards, ensure_ascii=False, indent=1) + "\n"


def property_of(line: ContentLine) -> list[Any]:
    """A line as the array that jCard, and `vCardProps` of JSContact, have for it."""
    params: dict[str, Any] = {"group": line.group} if line.group else {}
    for key in dict.fromkeys(key for key, _ in line.params if key != "VALUE"):
        values = line.all(key)
        params[key.lower()] = values[0] if len(values) == 1 else list(values)
    return [line.name.lower(), params, *_typed(line)]


def line_of(value: Any) -> ContentLine | None:
    """A property as a line; None for an array that is none."""
    if not (isinstance(value, list) and len(value) >= _PROPERTY and isinstance(value[1], dict)):
        return None
    name, params, kind, *values = value
    group, said = "", []
    for key, given in params.items():
        texts = [str(one) for one in given] if isinstance(given, list) else [str(given)]
        if key.lower() == "group":
            group = texts[0]
        else:
            said += [(str(key).upper(), text) for text in texts]
    if not _is_usual(str(name).upper(), str(kind).lower()):
        said.append(("VALUE", str(kind).lower()))
    raw = str(kind).lower() == "unknown"
    return ContentLine(str(name).upper(), tuple(said), ",".join(_value(one, raw=raw) for one in values), group)


def _sheets(source: SourceFile) -> list[Sheet]:
    cards = read_json_cards(source.data, source.name, _is_card)
    return [Sheet(number, tuple(filter(None, map(line_of, card[1])))) for number, card in cards]


def _is_card(value: Any) -> bool:
    return (
        isinstance(value, list) and len(value) > 1 and str(value[0]).lower() == "vcard" and isinstance(value[1], list)
    )


def _is_usual(name: str, kind: str) -> bool:
    """Whether a value of that type needs no word on its type in a vCard."""
    return kind == "unknown" or (
        kind == "text" and (name in _TEXTS or name in _STRUCTURED or name in _LISTS or name.startswith("X-"))
    )


def _value(value: Any, *, raw: bool) -> str:
    if isinstance(value, list):
        parts = (",".join(map(_text, part)) if isinstance(part, list) else _text(part) for part in value)
        return ";".join(parts)
    return str(value) if raw else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return escape("" if value is None else str(value))


def _typed(line: ContentLine) -> Iterator[Any]:
    """The type and the values. A line that was kept as it stood goes as it stands."""
    name = line.name
    if name in _STRUCTURED and not line.first("VALUE"):
        yield "text"
        parts = [_component(part) for part in split_raw(line.value, ";")]
        yield parts if len(parts) > 1 else parts[0]
    elif name in _LISTS and not line.first("VALUE"):
        yield "text"
        yield from split_value(line.value, ",")
    elif name in _DAYS and _BASIC.fullmatch(line.value):
        yield "date-and-or-time"
        yield _extended(line.value)
    elif name == "REV" and _STAMP.fullmatch(line.value):
        yield "timestamp"
        yield _STAMP.sub(r"\1-\2-\3T\4:\5:\6Z", line.value)
    elif name == "UID" and line.value.startswith("urn:"):
        yield "uri"
        yield line.value
    elif name in _TEXTS or (name in _URIS) or line.first("VALUE") == "text":
        yield "uri" if name in _URIS else "text"
        yield line.text
    else:
        yield line.first("VALUE") or "unknown"
        yield line.text if line.first("VALUE") else line.value


def _component(part: str) -> str | list[str]:
    """A part may be a list of its own: two further names."""
    values = split_value(part, ",")
    return list(values) if len(values) > 1 else values[0]


def _extended(value: str) -> str:
    year, month, day = _BASIC.fullmatch(value).groups()  # type: ignore[union-attr]
    return f"{year}{'' if year == '--' else '-'}{month}-{day}"
