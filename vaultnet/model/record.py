"""The record of a note by its type: which keys it has, and who reads it.

read_record("meeting", "2026-05-02 Coffee with Ada", ...)  ->  Gathering(name="Coffee with Ada", ...)
"""

from vaultnet.model.contact import CONTACT_KEYS, Contact, read_contact
from vaultnet.model.dated_line import FACTS, LIFE_EVENTS, read_dated_lines, read_dated_section
from vaultnet.model.gathering import BRIEF, GATHERING_KEYS, Gathering, read_gathering
from vaultnet.model.goals import GOALS_KEYS, Goals, read_goals
from vaultnet.model.introduction import INTRODUCTION_KEYS, Introduction, read_introduction
from vaultnet.model.organization import ORGANIZATION_KEYS, Organization, read_organization
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader
from vaultnet.model.rules import Rules
from vaultnet.model.trip import TRIP_KEYS, Trip, read_trip
from vaultnet.text.document import Document

Record = Contact | Organization | Gathering | Introduction | Goals | Trip

_PLAIN_KEYS = KeyTable({"tags": "tag", "date": "day", "aliases": "alias"})
KEYS_BY_TYPE: dict[str, KeyTable] = {
    "contact": CONTACT_KEYS,
    "organization": ORGANIZATION_KEYS,
    "meeting": GATHERING_KEYS,
    "event": GATHERING_KEYS,
    "group": GATHERING_KEYS,
    "introduction": INTRODUCTION_KEYS,
    "goals": GOALS_KEYS,
    "trip": TRIP_KEYS,
}


def keys_of(kind: str) -> KeyTable:
    """The keys that a note of a type may have, "" for a plain note."""
    return KEYS_BY_TYPE.get(kind, _PLAIN_KEYS)


def read_record(
    kind: str, stem: str, tags: tuple[str, ...], document: Document, reader: Reader, rules: Rules
) -> Record | None:
    """The record of a note of that type; None for a plain note."""
    match kind:
        case "contact":
            return read_contact(stem, tags, reader, rules, read_dated_section(document, LIFE_EVENTS, rules))
        case "organization":
            return read_organization(stem, tags, reader, read_dated_section(document, FACTS, rules))
        case "meeting" | "event" | "group":
            return read_gathering(stem, tags, reader, rules, has_brief=_has_brief(document))
        case "introduction":
            return read_introduction(stem, tags, reader, rules, read_dated_lines(document, rules))
        case "goals":
            return read_goals(stem, _sections(document), reader)
        case "trip":
            return read_trip(stem, tags, reader)
        case _:
            return None


def _has_brief(document: Document) -> bool:
    """An empty block, as a template may have it, is none yet."""
    return any(
        block.name == BRIEF and document.text[block.inner_start : block.inner_end].strip() for block in document.blocks
    )


def _sections(document: Document) -> tuple[tuple[str, str], ...]:
    """Every heading with the text up to the next one."""
    starts = [*(heading.start for heading in document.headings[1:]), len(document.text)]
    return (
        tuple(
            (heading.text, document.text[heading.end : end].strip())
            for heading, end in zip(document.headings, starts, strict=True)
            if heading.end <= end
        )
        if document.headings
        else ()
    )
