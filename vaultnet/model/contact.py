"""A contact: its fields, every key and dialect they are read from, and how.

---
type: contact
company: "[[Northwind]]"       ->  Contact(name="Ada Lovelace", company=(Ref("Northwind", "Northwind"),),
bday: 04-17                                birthday=PartialDate(None, 4, 17), ...)
---
"""

from datetime import date
from typing import Any

from vaultnet.dataclass import dataclass
from vaultnet.model.cadence import parse_cadence
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import PartialDate, parse_birthday
from vaultnet.model.mail_address import read_emails
from vaultnet.model.person_name import read_name
from vaultnet.model.postal_address import read_addresses
from vaultnet.model.reader import Reader, quoted, scalar_text, unique
from vaultnet.model.ref import Ref, read_people, read_refs, read_texts
from vaultnet.model.rules import Rules
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.frontmatter import Value
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.nearest import nearest

__all__ = ["AUDIENCES", "CONTACT_KEYS", "Contact", "Position", "Relation", "read_contact"]

AUDIENCES = ("self", "family", "work", "public")  # whom a note may be shown to; `public` to all of them
_RELATION_KEYS = {
    "friends": "friend",
    "relations": "relation",
    "reportsto": "reports-to",
    "spouse": "spouse",
    "partner": "spouse",
}
_RELATION_TYPE = lazy_pattern(r"\s{0,9}\(([^()]{1,30})\)\s{0,9}$")


@dataclass(frozen=True, slots=True)
class Position:
    """A job, past or present; `start` and `end` as written, "" when open."""

    company: Ref
    role: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How somebody is related to another person: `kind` is "knows", "friend", "spouse", "reports-to" or the word the
    note has for it.
    """

    kind: str
    to: Ref


@dataclass(frozen=True, slots=True)
class Contact:
    """What one note says of one person. Empty text and empty tuples mean that the note does not say."""

    name: str
    uid: str = ""
    merged_uids: tuple[str, ...] = ()
    not_same_as: tuple[Ref, ...] = ()
    aliases: tuple[str, ...] = ()
    company: tuple[Ref, ...] = ()
    positions: tuple[Position, ...] = ()
    role: str = ""
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    website: tuple[str, ...] = ()
    linkedin: str = ""
    location: str = ""
    country: str = ""
    knows: tuple[Relation, ...] = ()
    status: str = ""
    birthday: PartialDate | None = None
    anniversaries: tuple[tuple[str, PartialDate], ...] = ()
    met: date | None = None
    met_at: tuple[Ref, ...] = ()
    introduced_by: tuple[Ref, ...] = ()
    relationship: tuple[str, ...] = ()
    tier: str = ""
    cadence: str = ""
    snooze: date | None = None
    paused: bool = False
    kept_on: date | None = None
    next_contact: date | None = None
    last_contact: date | None = None
    channel: str = ""
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    private: bool = False
    audience: str = ""
    tags: tuple[str, ...] = ()
    life_events: tuple[DatedLine, ...] = ()


def read_contact(
    stem: str, tags: tuple[str, ...], reader: Reader, rules: Rules, life_events: tuple[DatedLine, ...] = ()
) -> Contact:
    """A contact from the properties of its note; `stem` is its file name without `.md`, `tags` are all it has."""
    name = read_name(stem, reader)
    return Contact(
        name=name,
        uid=reader.text("uid").removeprefix("urn:uuid:"),
        merged_uids=reader.texts("merged-uids"),
        not_same_as=reader.refs("not-same-as"),
        aliases=reader.texts("aliases", split=True),
        company=reader.refs("company"),
        positions=_positions(reader),
        role=_role(reader, stem, name),
        email=read_emails(reader),
        phone=reader.texts("phone"),
        address=read_addresses(reader),
        website=reader.texts("website"),
        linkedin=reader.text("linkedin"),
        location=reader.text("location") or reader.text("locality"),
        country=reader.text("country"),
        knows=_relations(reader),
        status=reader.text("status").lower(),
        birthday=reader.birthday("birthday"),
        anniversaries=_anniversaries(reader, rules),
        needs=reader.texts("needs"),
        offers=reader.texts("offers"),
        interests=reader.texts("interests"),
        skills=reader.texts("skills"),
        private=reader.truth("private"),
        audience=_audience(reader),
        tags=tags,
        life_events=life_events,
        **_keeping_in_touch(tags, reader, rules),
    )


def _keeping_in_touch(tags: tuple[str, ...], reader: Reader, rules: Rules) -> dict[str, Any]:
    """How we met, and how and when to be in touch: the fields of `Contact` that the practice looks at."""
    channel = reader.text("channel").lower()
    return {
        "met": reader.date("met"),
        "met_at": reader.refs("met-at"),
        "introduced_by": rules.others(reader.people("introduced-by")),
        "relationship": reader.texts("relationship", split=True) or _relations_of(tags, rules),
        "tier": _tier(reader, rules),
        "cadence": _cadence(reader),
        "snooze": reader.date("snooze"),
        "paused": reader.truth("paused"),
        "kept_on": reader.date("kept-on"),
        "next_contact": reader.date("next-contact"),
        "last_contact": max(reader.dates_of("last-contact"), default=None),
        "channel": rules.kind_by_form.get(fold(channel), channel),
    }


def _role(reader: Reader, stem: str, name: str) -> str:
    """`title` is the note's own title in zk, Dendron and others: then it is no role."""
    for key, value in reader.properties.all("role"):
        role = scalar_text(value) or ""
        if role and not (fold_key(key) == "title" and fold(role) in {fold(stem), fold(name)}):
            return read_texts(value)[0]
    return ""


def _positions(reader: Reader) -> tuple[Position, ...]:
    found = reader.properties.first("positions")
    if found is None:
        return ()
    entries = found[1] if isinstance(found[1], list) else [found[1]]
    return tuple(position for entry in entries for position in _position(entry))


def _position(entry: Value) -> tuple[Position, ...]:
    if not isinstance(entry, dict):
        return tuple(Position(ref, "", "", "") for ref in read_refs(entry))
    company = read_refs(entry.get("company")) or (Ref("", ""),)
    role, start, end = (scalar_text(entry.get(key)) or "" for key in ("role", "from", "to"))
    return (Position(company[0], role, start, end),)


def _relations(reader: Reader) -> tuple[Relation, ...]:
    return unique([_relation(key, ref) for key, value in reader.properties.all("knows") for ref in read_people(value)])


def _relation(key: str, ref: Ref) -> Relation:
    """`[[Ada|Ada (sister)]]` names the kind itself."""
    named = _RELATION_TYPE.search(ref.text)
    if named:
        return Relation(named[1].lower(), ref._replace(text=ref.text[: named.start()]))
    return Relation(_RELATION_KEYS.get(fold_key(key), "knows"), ref)


def _anniversaries(reader: Reader, rules: Rules) -> tuple[tuple[str, PartialDate], ...]:
    """Keys that the settings call anniversaries; what is not a date is left to the note's owner."""
    known = ((rules.anniversaries.get(fold_key(key)), value) for key, value in reader.properties.unknown.items())
    texts = ((word, scalar_text(value) or "") for word, value in known if word)
    dates = ((word, parse_birthday(text)) for word, text in texts)
    return tuple((word, day) for word, day in dates if day is not None)


def _relations_of(tags: tuple[str, ...], rules: Rules) -> tuple[str, ...]:
    """`#person/friend` says what the person is, where no property does."""
    wanted = rules.settings.contacts.tags
    nested = (tag.split("/", 1) for tag in tags if "/" in tag)
    return unique([relation for marker, relation in nested if marker in wanted and relation])


def _tier(reader: Reader, rules: Rules) -> str:
    """A tier that the settings know. Other tools have tiers of their own, which set no cadence here; under our own key
    an unknown word is a slip of the pen.
    """
    found = reader.properties.first("tier")
    tier = reader.text("tier").lower()
    if found is None or tier in rules.settings.tiers:
        return tier
    if fold_key(found[0]) == "tier":
        guess = nearest(tier, rules.settings.tiers)
        hint = f"did you mean {guess}?" if guess else f"the settings have {', '.join(rules.settings.tiers)}"
        reader.problem("tier", found[0], f'{found[0]}: "{quoted(tier)}" is no tier: {hint}')
    return ""


def _cadence(reader: Reader) -> str:
    """The cadence as written, "" where there is none or it cannot be read (then a problem says so)."""
    return reader.value("cadence", _readable_cadence, 'a cadence such as "6 months", "4w..6w" or never') or ""


def _readable_cadence(text: str) -> str | None:
    return text if parse_cadence(text) else None


def _audience(reader: Reader) -> str:
    audience = reader.text("audience").lower()
    found = reader.properties.first("audience")
    if found is not None and audience not in AUDIENCES:
        message = f'{found[0]}: "{quoted(audience)}" is none of self, family, work, public'
        reader.problem("audience", found[0], message)
        return ""
    return audience
