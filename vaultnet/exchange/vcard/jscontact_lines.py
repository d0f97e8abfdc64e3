"""A JSContact card (RFC 9553) as the lines of a vCard, as RFC 9555 maps them.

{"@type": "Card", "uid": "ada", "name": {"full": "Ada Example"},        UID:ada
 "phones": {"p1": {"number": "+31 6"}},                            ->   FN:Ada Example
 "speakToAs": {"grammaticalGender": "feminine"}}                        TEL:+31 6
                                                                        JSPROP;JSPTR=speakToAs:{"grammaticalGender"...
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vaultnet.exchange.content_line import ContentLine, escape, join_values
from vaultnet.exchange.vcard.jcard import line_of

KEPT = "JSPROP"  # RFC 9555, 3.2.1: what a vCard has no property for, as JSON
POINTER = "JSPTR"
CONTEXTS = {"private": "home", "work": "work"}
_NAME_KINDS = (("surname", "surname2"), ("given",), ("given2",), ("title",), ("credential", "generation"))
_ADDRESS_KINDS = (
    ("postOfficeBox",), ("apartment", "room", "floor", "building", "block", "extended"),
    ("number", "name", "direction", "landmark", "subdistrict", "district", "street"),
    ("locality",), ("region",), ("postcode",), ("country",),
)  # fmt: skip
_INFO = {"hobby": "HOBBY", "interest": "INTEREST", "expertise": "EXPERTISE"}
_DAYS = {"birth": "BDAY", "wedding": "ANNIVERSARY", "death": "DEATHDATE"}
_PASSED_OVER = frozenset({"@type", "version", "prodId", "updated", "created", "language"})

Lines = Iterator[ContentLine]


def lines_of_card(card: Mapping[str, Any]) -> tuple[ContentLine, ...]:
    """What cannot be said by a line is one that keeps its JSON."""
    lines: list[ContentLine] = []
    for key, value in card.items():
        read = _READERS.get(key)
        if key in _PASSED_OVER or value in (None, {}, []):
            continue
        try:
            found = [*read(value)] if read else []
        except (AttributeError, KeyError, TypeError, ValueError):  # a card that is not as the RFC has it
            found = []
        lines += found or [kept_line(key, value)]
    return tuple(lines)


def kept_line(key: str, value: Any) -> ContentLine:
    """A member of a card that stays as it is."""
    return ContentLine(KEPT, ((POINTER, key),), escape(json.dumps(value, ensure_ascii=False, sort_keys=True)))


def _line(name: str, value: Any, *params: tuple[str, str], raw: bool = False) -> ContentLine:
    return ContentLine(name, params, str(value) if raw else escape(str(value)))


def _contexts(value: Any) -> tuple[tuple[str, str], ...]:
    found = (CONTEXTS.get(word, word) for word, is_so in (value.get("contexts") or {}).items() if is_so)
    return tuple(("TYPE", word) for word in sorted(found))


def _each(value: Any) -> list[Any]:
    return list(value.values())


def _text(name: str) -> Callable[[Any], Lines]:
    return lambda value: iter((_line(name, value),))


def _name(value: Any) -> Lines:
    components = value.get("components") or []
    parts = [[one["value"] for one in components if one.get("kind") in kinds] for kinds in _NAME_KINDS]
    if any(parts):
        yield ContentLine("N", (), ";".join(join_values(part, ",") for part in parts))
    full = value.get("full") or "".join(_spoken(components, value.get("defaultSeparator", " ")))
    if full:
        yield _line("FN", full)


def _spoken(components: list[Any], separator: str) -> Iterator[str]:
    for number, one in enumerate(components):
        is_separator = one.get("kind") == "separator"
        if number and not is_separator and components[number - 1].get("kind") != "separator":
            yield separator
        yield one["value"]


def _nicknames(value: Any) -> Lines:
    yield ContentLine("NICKNAME", (), join_values([one["name"] for one in _each(value)], ","))


def _organizations(value: Any) -> Lines:
    for one in _each(value):
        units = [unit["name"] for unit in one.get("units", ())]
        yield ContentLine("ORG", _contexts(one), join_values([one.get("name", ""), *units], ";"))


def _titles(value: Any) -> Lines:
    for one in _each(value):
        yield _line("ROLE" if one.get("kind") == "role" else "TITLE", one["name"])


def _emails(value: Any) -> Lines:
    return (_line("EMAIL", one["address"], *_contexts(one)) for one in _each(value))


def _phones(value: Any) -> Lines:
    for one in _each(value):
        features = sorted(feature for feature, is_so in (one.get("features") or {}).items() if is_so)
        types = (("TYPE", "cell" if feature == "mobile" else feature) for feature in features)
        yield _line("TEL", one["number"], *_contexts(one), *types)


def _services(value: Any) -> Lines:
    for one in _each(value):
        params = tuple(
            (key, one[word]) for key, word in (("SERVICE-TYPE", "service"), ("X-USER", "user")) if one.get(word)
        )
        yield _line("SOCIALPROFILE", one.get("uri") or one.get("user", ""), *params)


def _links(value: Any) -> Lines:
    return (_line("URL", one["uri"]) for one in _each(value))


def _addresses(value: Any) -> Lines:
    for one in _each(value):
        components = one.get("components") or []
        separator = one.get("defaultSeparator", " ")
        parts = [separator.join(c["value"] for c in components if c.get("kind") in kinds) for kinds in _ADDRESS_KINDS]
        if not any(parts):
            parts[2] = one["full"]
        parts[6] = parts[6] or one.get("countryCode", "").upper()
        yield ContentLine("ADR", _contexts(one), join_values(parts, ";"))


def _anniversaries(value: Any) -> Lines:
    for key, one in value.items():
        name, day = _DAYS.get(one.get("kind", "")), one["date"]
        if name and "utc" in day:
            yield _line(name, day["utc"], raw=True)
        elif name and {"month", "day"} <= day.keys():
            year = f"{day['year']:04}" if "year" in day else "--"
            yield _line(name, f"{year}{day['month']:02}{day['day']:02}", raw=True)
        else:
            yield kept_line(f"anniversaries/{key}", one)


def _keywords(value: Any) -> Lines:
    yield ContentLine("CATEGORIES", (), join_values([word for word, is_so in value.items() if is_so], ","))


def _notes(value: Any) -> Lines:
    return (_line("NOTE", one["note"]) for one in _each(value))


def _info(value: Any) -> Lines:
    return (_line(_INFO[one["kind"]], one["value"]) for one in _each(value))


def _related(value: Any) -> Lines:
    for who, one in value.items():
        kinds = tuple(("TYPE", kind) for kind, is_so in sorted((one.get("relation") or {}).items()) if is_so)
        yield _line("RELATED", who, *kinds)


def _members(value: Any) -> Lines:
    return (_line("MEMBER", who, raw=True) for who, is_so in value.items() if is_so)


def _media(value: Any) -> Lines:
    return (
        _line({"photo": "PHOTO", "sound": "SOUND"}.get(one["kind"], "LOGO"), one["uri"], raw=True)
        for one in _each(value)
    )


def _properties(value: Any) -> Lines:
    return filter(None, map(line_of, value))


_READERS: dict[str, Callable[[Any], Lines]] = {
    "uid": _text("UID"), "kind": _text("KIND"), "name": _name, "nicknames": _nicknames, "organizations": _organizations,
    "titles": _titles, "emails": _emails, "phones": _phones, "onlineServices": _services, "links": _links,
    "addresses": _addresses, "anniversaries": _anniversaries, "keywords": _keywords, "notes": _notes,
    "personalInfo": _info, "relatedTo": _related, "members": _members, "media": _media, "vCardProps": _properties,
}  # fmt: skip
