"""What a draft adds to what a note says already: values for what is missing, never over what is there.

note: company Acme, no phone       draft: company Northwind, Engineer, phone +31 6 1234 5678
->  Gain("phone", "+=", "+31 6 1234 5678")
    Gain("positions", "+=", {"company": "Northwind", "role": "Engineer", "from": "2026-06-15"})

Another company or role is news, and becomes a dated position: that is what there is to congratulate on. Only with
`prefer` a value of the draft goes before that of the note; then the job that was becomes the position.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.exchange.draft import Draft, PositionDraft
from vaultnet.exchange.identity import email_key, linkedin_key, name_key, phone_key
from vaultnet.model.contact import Contact
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.dates import PartialDate
from vaultnet.model.organization_name import normalise_name
from vaultnet.model.ref import display
from vaultnet.text.fold import fold
from vaultnet.text.yaml_value import Value

ALL = "all"  # of `prefer`: every field
EXTRA = "vcard-extra"  # the property that keeps what has no field of ours

_NAME_PARTS = "N:"  # a person has one such line

_NO_TAG = re.compile(r"[^\w/-]+")

_Key = Callable[[str], str]


class Gain(NamedTuple):
    """One property of the note, set (`=`) or its list grown (`+=`)."""

    key: str
    operator: str
    value: Value


class Difference(NamedTuple):
    """A field in which note and draft disagree, and both stand as they are."""

    key: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """`gains` in the order of the fields; `differences` are told, and nothing is done about them."""

    gains: tuple[Gain, ...]
    differences: tuple[Difference, ...]


def merge(
    draft: Draft,
    contact: Contact,
    today: date,
    *,
    newest_touch: date | None = None,
    extra: Collection[str] = (),
    country: str = "",
    prefer: Collection[str] = (),
) -> Merged:
    """`contact` is the note as read, `extra` what it keeps of earlier imports besides; `prefer` are field names (or
    `all`) in which the draft's value is taken. `country` (ISO code) is where phone numbers without a prefix are from.
    """
    gains = [*_jobs(draft, contact, today, prefer)]
    differences: list[Difference] = []
    for key, theirs, ours, is_same in _scalars(draft, contact):
        if not theirs or is_same:
            continue
        if not ours or _is_preferred(key, prefer):
            gains.append(Gain(key, "=", theirs))
        else:
            differences.append(Difference(key, ours, theirs))
    for word, day in draft.anniversaries:
        if (there := dict(contact.anniversaries).get(word)) is None or (there != day and _is_preferred(word, prefer)):
            gains.append(Gain(word, "=", day.iso()))
        elif there != day:
            differences.append(Difference(word, there.iso(), day.iso()))
    gains += _uid(draft, contact)
    gains += _claims(draft, contact)
    gains += _lists(draft, contact, country)
    if draft.last_contact and draft.last_contact > max(newest_touch or date.min, contact.last_contact or date.min):
        gains.append(Gain("last-contact", "=", draft.last_contact.isoformat()))
    has_parts = any(line.startswith(_NAME_PARTS) for line in extra)
    gains += (
        Gain(EXTRA, "+=", line)
        for line in draft.extra
        if line not in extra and not (has_parts and line.startswith(_NAME_PARTS))
    )
    return Merged(tuple(gains), tuple(differences))


def whole(draft: Draft) -> tuple[Gain, ...]:
    """Everything that a draft says, for a note that says nothing yet: each property once."""
    values: dict[str, list[Value]] = {}
    for gain in merge(draft, Contact(draft.name), date.max).gains:
        values.setdefault(gain.key, []).append(gain.value)
    order = {key: number for number, key in enumerate(CONTACT_KEYS.names)}
    return tuple(
        Gain(key, "=", found[0] if len(found) == 1 and key not in _ALWAYS_LISTS else list(found))
        for key, found in sorted(values.items(), key=lambda item: order.get(item[0], len(order)))
    )


# What stands as a list in a new note even where there is one: Obsidian has a type for each property of a vault.
_ALWAYS_LISTS = frozenset({"aliases", "tags", "positions", "needs", "offers", "interests", "skills", EXTRA})
_OWN_RELATION_KEYS = frozenset({"spouse", "reports-to", "friends"})


def _jobs(draft: Draft, contact: Contact, today: date, prefer: Collection[str]) -> Iterator[Gain]:
    """Where they work, and what as: of a note that says nothing else that is where; else it is a change, once."""
    company, role = (draft.company[0] if draft.company else ""), display(draft.role)
    ours = tuple(ref.text for ref in contact.company)
    if not ours:
        yield from (Gain("company", _operator(draft.company), name) for name in draft.company)
    is_same_company = not company or not ours or _is_among(company, ours)
    is_same_role = not role or not contact.role or fold(role) == fold(contact.role)
    if role and not contact.role and is_same_company:
        yield Gain("role", "=", role)
    known = [(position.company.text, position.role) for position in contact.positions]
    first = ours[0] if ours else ""
    if not (is_same_company and is_same_role) and not _is_known_job(company or first, role, known):
        if company and _is_preferred("company", prefer):
            yield Gain("positions", "+=", _position(PositionDraft(first, contact.role, end=today.isoformat())))
            yield Gain("company", "=", company)
            if role:
                yield Gain("role", "=", role)
        elif is_same_company and _is_preferred("role", prefer):
            yield Gain("role", "=", role)
        else:
            job = PositionDraft(company or first, role, today.isoformat())
            yield Gain("positions", "+=", _position(job))
            known.append((job.company, job.role))
    # Of several employers whom a row names the note may know one, and be told of the others.
    others = (PositionDraft(name) for name in draft.company[1:] if ours and not _is_among(name, ours))
    for position in (*others, *draft.positions):
        if not _is_known_job(position.company, position.role, known):
            yield Gain("positions", "+=", _position(position))
            known.append((position.company, position.role))


def _operator(values: Sequence[str]) -> str:
    """One value where there was none stands as it is, as in a new note; several are a list."""
    return "=" if len(values) == 1 else "+="


def _is_known_job(company: str, role: str, known: Iterable[tuple[str, str]]) -> bool:
    return any(
        _is_among(company, (other,)) and (not role or not job or fold(display(role)) == fold(job))
        for other, job in known
    )


def _is_among(company: str, names: Iterable[str]) -> bool:
    return (normalise_name(company) or fold(company)) in {normalise_name(name) or fold(name) for name in names}


def _position(position: PositionDraft) -> dict[str, Value]:
    said = {"company": position.company, "role": display(position.role), "from": position.start, "to": position.end}
    return {key: value for key, value in said.items() if value}


def _scalars(draft: Draft, contact: Contact) -> Iterator[tuple[str, str, str, bool]]:
    """(key, theirs, ours, whether they say the same) of the fields that have one value."""
    for key, theirs, ours, normal in (
        ("linkedin", draft.linkedin, contact.linkedin, linkedin_key),
        ("location", draft.location, contact.location, _place),
        ("country", draft.country, contact.country, fold),
        ("birthday", _day(draft.birthday), _day(contact.birthday), str),
        ("met", _iso(draft.met), _iso(contact.met), str),
        ("met-at", draft.met_at, ", ".join(ref.text for ref in contact.met_at), fold),
        ("tier", draft.tier, contact.tier, fold),
        ("cadence", draft.cadence, contact.cadence, fold),
        ("channel", draft.channel, contact.channel, fold),
        ("status", draft.status, contact.status, fold),
        ("audience", draft.audience, contact.audience, fold),
        ("next-contact", _iso(draft.next_contact), _iso(contact.next_contact), str),
    ):
        yield key, theirs, ours, bool(ours) and normal(theirs) == normal(ours)


def _uid(draft: Draft, contact: Contact) -> Iterator[Gain]:
    """A note's own uid stays; that of another program is kept beside it, so that the next import knows the person."""
    known = {uid.lower() for uid in (contact.uid, *contact.merged_uids) if uid}
    if draft.uid and draft.uid.lower() not in known:
        yield Gain("merged-uids", "+=", draft.uid) if contact.uid else Gain("uid", "=", draft.uid)


def _claims(draft: Draft, contact: Contact) -> Iterator[Gain]:
    """What is true or is not said: only ever gained."""
    if draft.paused and not contact.paused:
        yield Gain("paused", "=", value=True)
    if draft.private and not contact.private:
        yield Gain("private", "=", value=True)


def _lists(draft: Draft, contact: Contact, country: str) -> Iterator[Gain]:
    for key, theirs, ours, normal in _lists_of(draft, contact, country):
        known = {normal(value) for value in ours}
        fresh = tuple({normal(value): value for value in reversed(theirs) if normal(value) not in known}.values())[::-1]
        operator = "+=" if ours or key in _ALWAYS_LISTS else _operator(fresh)
        yield from (Gain(key, operator, value) for value in fresh)
    related = {name_key(relation.to.text) for relation in contact.knows}
    for kind, names in _relations(draft).items():
        for name in names:
            if name_key(name) not in related:
                yield Gain(kind, "+=", name)


def _lists_of(
    draft: Draft, contact: Contact, country: str
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], _Key]]:
    """(key, theirs, ours, how two values are compared) of the fields that have several values."""
    names = {name_key(contact.name)}
    yield "aliases", tuple(a for a in draft.aliases if name_key(a) not in names), contact.aliases, fold
    yield "email", draft.email, contact.email, email_key
    yield "phone", draft.phone, contact.phone, lambda phone: phone_key(phone, country) or phone
    yield "address", draft.address, contact.address, _words
    yield "website", draft.website, contact.website, _address
    yield "introduced-by", draft.introduced_by, tuple(ref.text for ref in contact.introduced_by), name_key
    yield "relationship", draft.relationship, contact.relationship, fold
    yield "needs", draft.needs, contact.needs, fold
    yield "offers", draft.offers, contact.offers, fold
    yield "interests", draft.interests, contact.interests, fold
    yield "skills", draft.skills, contact.skills, fold
    yield "tags", tuple(filter(None, map(_tag, draft.tags))), contact.tags, fold


def _relations(draft: Draft) -> dict[str, list[str]]:
    """Names by the key under which they stand: `spouse`, `reports-to` and `friends` have their own."""
    found: dict[str, list[str]] = {}
    for kind, name in draft.knows:
        own = kind in _OWN_RELATION_KEYS
        said = name if own or kind in {"", "knows"} else f"{name} ({kind})"
        found.setdefault(kind if own else "knows", []).append(said)
    return found


def _tag(label: str) -> str:
    """A label as a tag: no blanks, and a letter in it; "" for what can be none."""
    tag = _NO_TAG.sub("-", label).strip("-/")
    return tag if any(char.isalpha() for char in tag) else ""


def _is_preferred(key: str, prefer: Collection[str]) -> bool:
    return key in prefer or ALL in prefer


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(day: PartialDate | None) -> str:
    return day.iso() if day else ""


def _place(text: str) -> str:
    return fold(text.partition(",")[0])


def _words(text: str) -> str:
    """An address however its parts are ordered: the code stands before the town, or behind it."""
    return " ".join(sorted(fold(text).replace(",", " ").split()))


def _address(url: str) -> str:
    return url.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
