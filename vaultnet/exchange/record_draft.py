"""A contact's record, as the index keeps it, as a draft: the way out of the vault.

{"name": "Ada Example", "company": [{"text": "Acme", "link": "Acme"}], "birthday": "--04-17", ...}
->  Draft(line=1, name="Ada Example", company=("Acme",), birthday=PartialDate(None, 4, 17), ...)

Links become the names that a reader sees. Whoever is private is named by nobody.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from vaultnet.exchange.draft import Draft, PositionDraft
from vaultnet.exchange.merging import EXTRA
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.dates import parse_birthday
from vaultnet.model.properties import Properties
from vaultnet.model.reader import scalar_text
from vaultnet.text.fold import fold

_TEXTS = ("uid", "role", "linkedin", "location", "country", "status", "tier", "cadence", "channel", "audience")
_LISTS = ("aliases", "email", "phone", "address", "website", "relationship", "needs", "offers", "interests", "skills")
_DATES = ("met", "next_contact", "last_contact")

Hidden = Callable[[str], bool]  # whether a text names somebody who is private


def build_record_draft(
    path: str, record: Mapping[str, Any], properties: Mapping[str, Any], *, markers: Iterable[str], is_hidden: Hidden
) -> Draft:
    """`markers` are the tags that say no more than that a note is a contact's; `is_hidden` says
    whether a text names somebody who is private.
    """
    read: dict[str, Any] = {key: record[key] for key in _TEXTS}
    read |= {key: tuple(record[key]) for key in _LISTS}
    read |= {key: date.fromisoformat(record[key]) if record[key] else None for key in _DATES}
    keys = Properties(properties, CONTACT_KEYS)
    return Draft(
        line=1,
        source=path,
        name=record["name"],
        first_name=_first(keys, "first-name"),
        last_name=_first(keys, "last-name"),
        company=tuple(ref["text"] for ref in record["company"]),
        positions=tuple(_position(one) for one in record["positions"]),
        knows=_knows(record, is_hidden),
        met_at=", ".join(ref["text"] for ref in record["met_at"] if not _hides(ref, is_hidden)),
        introduced_by=tuple(ref["text"] for ref in record["introduced_by"] if not _hides(ref, is_hidden)),
        birthday=parse_birthday(record["birthday"] or ""),
        anniversaries=tuple((word, day) for word, text in record["anniversaries"] if (day := parse_birthday(text))),
        paused=record["paused"],
        tags=tuple(tag for tag in record["tags"] if tag not in set(markers)),
        extra=tuple(line for line in _extra(properties) if not is_hidden(line)),
        **read,
    )


def names_in(text: str, names: Iterable[str]) -> bool:
    """Whether one of the folded names stands in a text, as words of it."""
    folded = fold(text)
    return any(name in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in names)


def _position(position: Mapping[str, Any]) -> PositionDraft:
    return PositionDraft(position["company"]["text"], position["role"], position["start"], position["end"])


def _knows(record: Mapping[str, Any], is_hidden: Hidden) -> tuple[tuple[str, str], ...]:
    """`friend` is the word of the key `friends`."""
    related = ((relation["kind"], relation["to"]) for relation in record["knows"])
    return tuple(
        ("friends" if kind == "friend" else kind, to["text"]) for kind, to in related if not _hides(to, is_hidden)
    )


def _hides(ref: Mapping[str, str], is_hidden: Hidden) -> bool:
    return is_hidden(ref["text"]) or is_hidden(ref["link"].rpartition("/")[2])


def _first(keys: Properties, name: str) -> str:
    found = keys.first(name)
    return (scalar_text(found[1]) or "") if found else ""


def _extra(properties: Mapping[str, Any]) -> tuple[str, ...]:
    kept = properties.get(EXTRA)
    return tuple(str(line) for line in kept) if isinstance(kept, list) else ()
