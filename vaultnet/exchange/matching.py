"""Who is meant by a draft: the contact that has one of its keys, nobody yet, or a question for the user.

Known.add("People/Ada.md", keys)      what the vault, and the rows before, say of each person
find_match(draft_keys, known)         ->  Match("People/Ada.md", "e-mail ada@example.com")
                                      ->  Match("", "", candidates=(Candidate("People/Ada.md", "has the same name"),))

In this order: uid, LinkedIn address, e-mail, phone, name and company. One key decides; a name alone never does where
there is more to tell people by, and likeness only ever proposes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vaultnet.dataclass import dataclass, field
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.identity import email_key, linkedin_key, name_key, phone_key, shares_a_name
from vaultnet.model.country import find_country
from vaultnet.model.organization_name import normalise_name

_BY = {"uid": "uid", "linkedin": "LinkedIn address", "email": "e-mail", "phone": "phone"}  # in order of trust
_SHARED = frozenset({"email", "phone"})  # a family or an office may have one of these together
_ALIKE = 90.0  # of 100: below it two names are no slip of the pen


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person can be known by, normalised: of a contact in the vault, or of a draft."""

    name: str
    names: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    uid: frozenset[str] = frozenset()
    linkedin: frozenset[str] = frozenset()
    email: frozenset[str] = frozenset()
    phone: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()  # keys and names of whom the note says that they are somebody else

    @property
    def has_only_a_name(self) -> bool:
        """A uid is given to everybody: it says nothing of who somebody is."""
        return not (self.companies or self.linkedin or self.email or self.phone)

    def is_of_one_with(self, other: "Keys") -> bool:
        """Whether both bear one name, and have one key besides."""
        kinds = (*_BY, "companies")
        return bool(self.names & other.names) and any(getattr(self, kind) & getattr(other, kind) for kind in kinds)


class Candidate(NamedTuple):
    """A contact who may be meant, and what speaks for it."""

    path: str
    why: str


class Match(NamedTuple):
    """The contact that is meant and the key that says so; else "" and who may be meant (none: somebody new)."""

    path: str
    by: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Known:
    """Everybody who may be meant, by each of their keys. It grows with the rows of an import."""

    keys_by_path: dict[str, Keys] = field(default_factory=dict)
    paths_by_key: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    fresh: set[str] = field(default_factory=set)  # whom this import brought

    def add(self, path: str, keys: Keys) -> None:
        """A person, or more keys of one who is there already."""
        old = self.keys_by_path.get(path)
        self.keys_by_path[path] = _union(old, keys) if old else keys
        for entry in _entries(keys):
            if path not in self.paths_by_key[entry]:
                self.paths_by_key[entry].append(path)


def keys_of_draft(draft: Draft, country: str) -> Keys:
    """`country` (ISO code) is where a phone number without its country's prefix is from, unless the draft says."""
    home = find_country(draft.country) or country
    return Keys(
        name=draft.name,
        names=_names(draft.name, draft.aliases),
        companies=_some(normalise_name(company) for company in draft.company),
        uid=_some((draft.uid.lower(),)),
        linkedin=_some((linkedin_key(draft.linkedin),)),
        email=_some(map(email_key, draft.email)),
        phone=_some(phone_key(phone, home) for phone in draft.phone),
    )


def keys_of_record(record: Mapping[str, Any], country: str) -> Keys:
    """Of a contact's record as the index keeps it."""
    home = find_country(record["country"]) or country
    return Keys(
        name=record["name"],
        names=_names(record["name"], record["aliases"]),
        companies=_some(normalise_name(company["text"]) for company in record["company"]),
        uid=_some(uid.lower() for uid in (record["uid"], *record["merged_uids"])),
        linkedin=_some((linkedin_key(record["linkedin"]),)),
        email=_some(map(email_key, record["email"])),
        phone=_some(phone_key(phone, home) for phone in record["phone"]),
        apart=_apart(record),
    )


def _apart(record: Mapping[str, Any]) -> frozenset[str]:
    """What `not-same-as` holds: links to notes, names, addresses. A name that both bear tells nothing."""
    said = [text for ref in record["not_same_as"] for text in (ref["link"].rpartition("/")[2], ref["text"]) if text]
    own = _some(name_key(name) for name in (record["name"], *record["aliases"]))
    found = (key(text) for text in said for key in (linkedin_key, email_key, name_key, str.lower))
    return _some(found) - own


def _names(name: str, aliases: Iterable[str]) -> frozenset[str]:
    """Of the aliases those of several words: half of all people are called Ada by somebody."""
    return _some((name_key(name), *(key for key in map(name_key, aliases) if " " in key)))


def find_match(keys: Keys, known: Known) -> Match:
    """Raises nothing; who is alike (rapidfuzz) is looked for only where no key decides."""
    for kind, word in _BY.items():
        for value in sorted(getattr(keys, kind)):
            having = known.paths_by_key.get((kind, value), [])
            if paths := [path for path in having if not is_told_apart(keys, known.keys_by_path[path])]:
                return _by_key(keys, known, paths, f"{word} {value}", is_shared=kind in _SHARED)
    return _by_name(keys, known)


def _by_key(keys: Keys, known: Known, paths: list[str], why: str, *, is_shared: bool) -> Match:
    """One person has the key; of several the one who has the name too, of an office's address nobody else."""
    paths = [path for path in paths if not is_told_apart(keys, known.keys_by_path[path])] or paths
    fitting = [path for path in paths if not is_shared or shares_a_name(keys.name, known.keys_by_path[path].name)]
    if len(fitting) > 1:
        fitting = [path for path in fitting if keys.names & known.keys_by_path[path].names] or fitting
    if len(fitting) == 1:
        return Match(fitting[0], why)
    other = "" if fitting else ", under another name"
    return Match("", "", tuple(Candidate(path, f"has {why}{other}") for path in sorted(paths)))


def _by_name(keys: Keys, known: Known) -> Match:
    named = sorted({path for name in keys.names for path in known.paths_by_key.get(("name", name), [])})
    possible = [path for path in named if not _is_somebody_else(keys, known, path)]
    same_company = [path for path in possible if keys.companies & known.keys_by_path[path].companies]
    if len(same_company) == 1:
        return Match(same_company[0], "name and company")
    if len(possible) == 1 and (keys.has_only_a_name or known.keys_by_path[possible[0]].has_only_a_name):
        return Match(possible[0], "name, and nothing else is known of one of the two")
    if possible:
        return Match("", "", tuple(Candidate(path, "has the same name") for path in possible))
    return Match("", "", _alike(keys, known)) if keys.companies else Match("", "")


def _is_somebody_else(keys: Keys, known: Known, path: str) -> bool:
    """Two LinkedIn addresses are two people, whatever they are called; so are two uids of one address book. That of a
    note and that of another program may well be one person's: each has given its own.
    """
    other = known.keys_by_path[path]
    if is_told_apart(keys, other) or (keys.linkedin and other.linkedin and not keys.linkedin & other.linkedin):
        return True
    return path in known.fresh and bool(keys.uid and other.uid and not keys.uid & other.uid)


def is_told_apart(one: Keys, other: Keys) -> bool:
    """One of the two notes says that the other is somebody else."""
    return any(a.apart & (b.uid | b.linkedin | b.email | b.names) for a, b in ((one, other), (other, one)))


def _alike(keys: Keys, known: Known) -> tuple[Candidate, ...]:
    """Who works at the same place under nearly the same name: a question, never an answer."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  (only an import needs it)

    colleagues = {path for company in keys.companies for path in known.paths_by_key.get(("company", company), [])}
    return tuple(
        Candidate(path, "has nearly the same name, at the same company")
        for path in sorted(colleagues)
        if not _is_somebody_else(keys, known, path)
        and any(ratio(a, b) >= _ALIKE for a in keys.names for b in known.keys_by_path[path].names)
    )


def _entries(keys: Keys) -> Iterable[tuple[str, str]]:
    for kind in _BY:
        yield from ((kind, value) for value in getattr(keys, kind))
    yield from (("name", name) for name in keys.names)
    yield from (("company", company) for company in keys.companies)


def _union(one: Keys, other: Keys) -> Keys:
    return Keys(
        one.name, one.names | other.names, one.companies | other.companies, one.uid | other.uid,
        one.linkedin | other.linkedin, one.email | other.email, one.phone | other.phone, one.apart | other.apart,
    )  # fmt: skip


def _some(values: Iterable[str]) -> frozenset[str]:
    return frozenset(value for value in values if value)
