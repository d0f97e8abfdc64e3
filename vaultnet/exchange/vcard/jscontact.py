"""JSContact (RFC 9553): cards as JSON objects, in and out; the map to and from vCard is that of RFC 9555.

{"@type": "Card", "version": "1.0", "uid": "...",                     Draft(line=1, name="Ada Example",
 "name": {"full": "Ada Example"},                          <->              birthday=PartialDate(None, 4, 17), ...)
 "anniversaries": {"k1": {"kind": "birth", "date": {"month": 4, "day": 17}}}}

What a card has and we have no field for goes out again where it stood; what a vCard had, in `vCardProps`.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from vaultnet.exchange.content_line import ContentLine, split_raw, split_value
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard.book import Sheet, parse_books
from vaultnet.exchange.vcard.day import read_day
from vaultnet.exchange.vcard.jcard import property_of
from vaultnet.exchange.vcard.jscontact_lines import CONTEXTS, KEPT, POINTER, lines_of_card
from vaultnet.exchange.vcard.json_input import read_json_cards
from vaultnet.exchange.vcard.lines import PRODID, build_lines

_NAME_KINDS = ("surname", "given", "given2", "title", "credential")
_ADDRESS_KINDS = ("postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country")
_TYPES = {word: context for context, word in CONTEXTS.items()}
_FEATURES = frozenset({"voice", "fax", "cell", "video", "pager", "text", "textphone", "main-number"})
_WITH_CONTEXTS = frozenset({"TEL", "EMAIL", "ADR", "ORG"})
_UNSAID = frozenset({"VERSION", "PRODID"})
_REVISED = "{}-{}-{}T{}:{}:{}Z"

Card = dict[str, Any]


def parse(sources: tuple[SourceFile, ...], _context: ImportContext) -> Parsed:
    """Raises UsageError for what holds no card."""
    return parse_books((source.name, _sheets(source)) for source in sources)


def render(people: tuple[Exported, ...], _context: ExportContext) -> str:
    """A list of cards."""
    cards = [card_of(build_lines(person, "4.0")) for person in people]
    return json.dumps(cards, ensure_ascii=False, indent=1) + "\n"


def card_of(lines: Iterable[ContentLine]) -> Card:
    """The lines of a vCard 4.0 as a card."""
    card: Card = {"@type": "Card", "version": "1.0", "prodId": PRODID}
    for line in lines:
        write = _WRITERS.get(line.name)
        if line.name in _UNSAID:
            continue
        if write is None or line.group or not _is_sayable(line):
            card.setdefault("vCardProps", []).append(property_of(line))
        else:
            write(card, line)
    return card


def _is_sayable(line: ContentLine) -> bool:
    """Whether a card has a place for each parameter."""
    if {key for key, _ in line.params} - {"TYPE", "SERVICE-TYPE", "VALUE", POINTER}:
        return False
    if line.name == "RELATED":
        return line.first("VALUE") == "text" or ":" in line.value
    known = {*_TYPES, *(_FEATURES if line.name == "TEL" else ())}
    return line.types <= known and (not line.types or line.name in _WITH_CONTEXTS)


def _contexts(line: ContentLine) -> Card:
    found = sorted(_TYPES[word] for word in line.types if word in _TYPES)
    return {"contexts": dict.fromkeys(found, True)} if found else {}


def _sheets(source: SourceFile) -> list[Sheet]:
    cards = read_json_cards(
        source.data, source.name, lambda value: isinstance(value, dict) and value.get("@type") == "Card"
    )
    return [Sheet(number, lines_of_card(card)) for number, card in cards]


def _add(card: Card, member: str, value: Card) -> None:
    """Into a map whose keys mean nothing: k1, k2 and so on."""
    there = card.setdefault(member, {})
    number = len(there) + 1
    while f"k{number}" in there:
        number += 1
    there[f"k{number}"] = value


def _text(member: str, key: str, **more: Any) -> Callable[[Card, ContentLine], None]:
    return lambda card, line: _add(card, member, {key: line.text, **more})


def _write_uid(card: Card, line: ContentLine) -> None:
    card["uid"] = line.text


def _write_full(card: Card, line: ContentLine) -> None:
    card.setdefault("name", {})["full"] = line.text


def _write_name(card: Card, line: ContentLine) -> None:
    parts = (split_value(part, ",") for part in split_raw(line.value, ";"))
    components = [
        {"kind": kind, "value": value}
        for kind, values in zip(_NAME_KINDS, parts, strict=False)
        for value in values
        if value
    ]
    if components:
        card.setdefault("name", {})["components"] = components


def _write_nicknames(card: Card, line: ContentLine) -> None:
    for name in split_value(line.value, ","):
        _add(card, "nicknames", {"name": name})


def _write_organization(card: Card, line: ContentLine) -> None:
    name, *units = split_value(line.value, ";")
    said: Card = {**_contexts(line), **({"name": name} if name else {})}
    if any(units):
        said["units"] = [{"name": unit} for unit in units]
    _add(card, "organizations", said)


def _write_email(card: Card, line: ContentLine) -> None:
    _add(card, "emails", {**_contexts(line), "address": line.text})


def _write_phone(card: Card, line: ContentLine) -> None:
    words = ("mobile" if word == "cell" else word for word in sorted(line.types - set(_TYPES)))
    features = dict.fromkeys(words, True)
    _add(card, "phones", {"number": line.text, **_contexts(line), **({"features": features} if features else {})})


def _write_service(card: Card, line: ContentLine) -> None:
    service = line.first("SERVICE-TYPE")
    _add(card, "onlineServices", {**({"service": service} if service else {}), "uri": line.text})


def _write_address(card: Card, line: ContentLine) -> None:
    parts = zip(_ADDRESS_KINDS, split_value(line.value, ";"), strict=False)
    _add(
        card,
        "addresses",
        {**_contexts(line), "components": [{"kind": kind, "value": value} for kind, value in parts if value]},
    )


def _day(kind: str) -> Callable[[Card, ContentLine], None]:
    def write(card: Card, line: ContentLine) -> None:
        day = read_day(line)
        if day is None:
            card.setdefault("vCardProps", []).append(property_of(line))
            return
        year = {"year": day.year} if day.year else {}
        said = {"@type": "PartialDate", **year, "month": day.month, "day": day.day}
        _add(card, "anniversaries", {"kind": kind, "date": said})

    return write


def _write_keywords(card: Card, line: ContentLine) -> None:
    card.setdefault("keywords", {}).update(dict.fromkeys(split_value(line.value, ","), True))


def _write_related(card: Card, line: ContentLine) -> None:
    relation = dict.fromkeys(sorted(line.types), True)
    card.setdefault("relatedTo", {}).setdefault(line.text, {"@type": "Relation", "relation": {}})["relation"].update(
        relation
    )


def _write_revised(card: Card, line: ContentLine) -> None:
    digits = line.value.replace("T", "")
    cuts = (digits[:4], *(digits[at : at + 2] for at in range(4, 14, 2)))
    card["updated"] = _REVISED.format(*cuts)


def _write_kept(card: Card, line: ContentLine) -> None:
    """Back to where it stood; where something of ours stands now, ours goes first."""
    member, _, key = line.first(POINTER).strip("/").partition("/")
    try:
        value = json.loads(line.text)
    except ValueError:
        return
    if key:
        card.setdefault(member, {}).setdefault(key, value)
    else:
        card.setdefault(member, value)


_WRITERS: dict[str, Callable[[Card, ContentLine], None]] = {
    "UID": _write_uid, "FN": _write_full, "N": _write_name, "NICKNAME": _write_nicknames, "ORG": _write_organization,
    "TITLE": _text("titles", "name", kind="title"), "ROLE": _text("titles", "name", kind="role"),
    "EMAIL": _write_email, "TEL": _write_phone, "SOCIALPROFILE": _write_service,
    "URL": _text("links", "uri"), "ADR": _write_address, "BDAY": _day("birth"), "ANNIVERSARY": _day("wedding"),
    "CATEGORIES": _write_keywords, "NOTE": _text("notes", "note"),
    "INTEREST": _text("personalInfo", "value", kind="interest"),
    "EXPERTISE": _text("personalInfo", "value", kind="expertise"),
    "HOBBY": _text("personalInfo", "value", kind="hobby"),
    "RELATED": _write_related, "REV": _write_revised, KEPT: _write_kept,
}  # fmt: skip
