"""A row of a table as a draft: each value under the name of the field that it belongs to.

build_draft(5, "people.csv", [("first-name", "Ada"), ("last-name", "Example"), ("birthday", "in May")])
->  Draft(line=5, name="Ada Example", notes="Birthday: in May", ...)

Nothing is lost: a value that cannot be read as what its field holds stands in the notes, under the field's name.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.exchange.content_line import escape
from vaultnet.exchange.draft import Draft, PositionDraft, Rejected
from vaultnet.exchange.identity import email_key, linkedin_key, name_key
from vaultnet.model.cadence import parse_cadence
from vaultnet.model.contact import AUDIENCES
from vaultnet.model.dates import parse_birthday, parse_date

Values = Sequence[tuple[str, str]]  # (field, text), in the order of the columns

_LISTS = frozenset({
    "aliases", "email", "phone", "website", "address", "company", "introduced-by", "relationship", "needs", "offers",
    "interests", "skills", "tags",
})  # fmt: skip
_SPLIT = frozenset({"aliases", "relationship", "needs", "offers", "interests", "skills", "tags", "email"})
_TEXTS = frozenset({
    "uid", "linkedin", "role", "location", "country", "met-at", "tier", "channel", "status", "audience",
})  # fmt: skip
_DATES = frozenset({"met", "next-contact", "last-contact"})
_RELATIONS = frozenset({"spouse", "reports-to", "friends", "knows"})
_TRUTHS = frozenset({"paused", "private"})
_NAME_PARTS = ("prefix", "first-name", "middle-name", "last-name", "suffix")
MANY_VALUED = _LISTS | _RELATIONS | {"notes", "extended"}  # what several columns of a table may hold together
FIELDS = _LISTS | _TEXTS | _DATES | _RELATIONS | _TRUTHS | {"name", "birthday", "cadence", "notes", *_NAME_PARTS}

_AROUND_EMAIL = re.compile(r"[\s<>,;()\[\]\"']+")
_ONE_PERSON = frozenset({"spouse", "reports-to", "introduced-by"})
_BETWEEN_PEOPLE = re.compile(r" ?[;|&] ?")
_BETWEEN = re.compile(r" ?[;|] ?| ?, ")  # in a clean text, where blanks stand alone


def build_draft(line: int, source: str, values: Values) -> Draft | Rejected:
    """`values` are as they stand in the file, under the names in FIELDS. A row with nobody's name is rejected; one
    with an e-mail address only is named after it.
    """
    by_field: dict[str, list[str]] = {}
    for field, text in values:
        if text.strip():
            by_field.setdefault(field, []).append(text)
    name = _name(by_field)
    if not name:
        return Rejected(line, "no name and no e-mail address: nobody to make a note for", source)
    read: dict[str, Any] = {}
    left: list[str] = []
    for field, texts in by_field.items():
        left += _read(field, texts, read)
    notes = "\n".join((*filter(None, map(clean_lines, by_field.get("notes", ()))), *left))
    positions = tuple(PositionDraft(company) for company in read.get("company", ())[1:])
    read["company"] = read.get("company", ())[:1]
    return Draft(
        line=line, name=name, source=source, notes=notes, positions=positions, extra=_parts_of(by_field, name), **read
    )


def _name(by_field: dict[str, list[str]]) -> str:
    whole = turned(clean(by_field["name"][0])) if "name" in by_field else ""
    parts = " ".join(filter(None, (clean(by_field[part][0]) for part in _NAME_PARTS[1:4] if part in by_field)))
    called = next(filter(None, map(clean, by_field.get("aliases", ()))), "")
    addresses = map(email_key, by_field.get("email", ()))
    return next((name for name in (whole, parts, called, *addresses) if any(map(str.isalnum, name))), "")


def _parts_of(by_field: dict[str, list[str]], name: str) -> tuple[str, ...]:
    """The parts of a name as vCard has them, where the name alone does not tell which word is the surname."""
    prefix, first, middle, last, suffix = (clean(by_field.get(part, [""])[0]) for part in _NAME_PARTS)
    is_told_by_name = not (prefix or middle or suffix) and (not last or name.split()[:-1] == first.split())
    if is_told_by_name or not (first or last):
        return ()
    return (f"N:{';'.join(map(escape, (last, first, middle, prefix, suffix)))}",)


def turned(name: str) -> str:
    """`Example, Ada` the other way round; `Ada Example, PhD` as it is."""
    last, comma, first = name.partition(", ")
    is_turned = comma and first and "," not in first and name_key(name) == name_key(f"{first} {last}")
    return f"{first} {last}" if is_turned else name


def _read(field: str, texts: Sequence[str], read: dict[str, Any]) -> list[str]:
    """Puts the values into `read` under the names of `Draft`; returns what cannot be read, as lines for the notes."""
    key, words = field.replace("-", "_"), [clean(text) for text in texts]
    if field in _LISTS:
        return _read_list(field, words, read)
    if field in {"first-name", "last-name"} or field in _TEXTS:
        if field == "audience" and words[0].casefold() not in AUDIENCES:
            return [_told(field, text) for text in words]
        first = read.setdefault(key, words[0])
        return [_told(field, text) for text in words if text != first]
    if field in _RELATIONS:
        read["knows"] = (*read.get("knows", ()), *((field, name) for name in _names(field, words)))
    elif field in _TRUTHS:
        read[key] = words[0].casefold() in {"true", "yes", "1", "x", "ja", "wahr", "vrai", "oui"}
    elif field in _DATES or field in {"birthday", "cadence"}:
        value = _typed(field, words[0])
        if value is None:
            return [_told(field, text) for text in words]
        read[key] = value
        return [_told(field, text) for text in words[1:] if text != words[0]]
    return []


def _read_list(field: str, words: Sequence[str], read: dict[str, Any]) -> list[str]:
    parts: Iterable[str] = words
    if field in _ONE_PERSON:
        parts = _names(field, words)
    elif field in _SPLIT:
        parts = (part for text in words for part in _BETWEEN.split(text))
    told = tuple(dict.fromkeys(filter(None, parts)))
    if field == "email":
        return _read_emails(told, read)
    read[field.replace("-", "_")] = _without_linkedin(told, read) if field == "website" else told
    return []


def _read_emails(texts: Iterable[str], read: dict[str, Any]) -> list[str]:
    """`Ada <ada@example.com>` is an address; what holds none is said in the notes."""
    found = {text: [word for word in _AROUND_EMAIL.split(text) if email_key(word)] for text in texts}
    bare = (word.removeprefix("mailto:").rstrip(".") for words in found.values() for word in words)
    read["email"] = tuple(dict.fromkeys(bare))
    return [_told("email", text) for text, words in found.items() if not words]


def _without_linkedin(urls: Sequence[str], read: dict[str, Any]) -> tuple[str, ...]:
    """A website that is somebody's page at LinkedIn tells who they are, and has its own field."""
    found = [url for url in urls if "linkedin.com/" in url.lower() and linkedin_key(url)]
    if found and not read.get("linkedin"):
        read["linkedin"] = found.pop(0)
    return tuple(url for url in urls if url != read.get("linkedin"))


def _typed(field: str, text: str) -> Any:
    if field == "birthday":
        return parse_birthday(text)
    if field == "cadence":
        return text if parse_cadence(text) else None
    return parse_date(text)


def _names(field: str, words: Iterable[str]) -> list[str]:
    """Whoever is one person stands alone, perhaps with the surname first; of several the comma stands between."""
    if field in _ONE_PERSON:
        return [turned(name) for text in words for name in _BETWEEN_PEOPLE.split(text) if name]
    return [name for text in words for name in _BETWEEN.split(text) if name]


def _told(field: str, text: str) -> str:
    return f"{field.replace('-', ' ').capitalize()}: {text}"
