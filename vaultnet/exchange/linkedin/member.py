"""Who is who in an export: the user, and the profile of somebody of whom a row tells only the name.

members = build_members(tables, context)
members.is_me("Mira Kellner, FSA", "")        ->  True
members.find("Ann Lee, PhD", "")              ->  Member("Ann Lee", "https://www.linkedin.com/in/ann-lee")
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.exchange.identity import linkedin_key, name_key
from vaultnet.exchange.linkedin.name import clean_name
from vaultnet.exchange.linkedin.table import Entry, LinkedinTable
from vaultnet.exchange.linkedin.words import NOBODY
from vaultnet.exchange.source import ImportContext
from vaultnet.text.fold import fold

_NAMES_BY_KIND: Mapping[str, tuple[tuple[str, str, str], ...]] = {  # (first name, last name, URL) columns
    "connections": (("first_name", "last_name", "url"),),
    "notes": (("connection_first_name", "connection_last_name", "connection_profile_url"),),
    "endorsed_by": (("endorser_first_name", "endorser_last_name", "endorser_public_url"),),
    "endorsed": (("endorsee_first_name", "endorsee_last_name", "endorsee_public_url"),),
    "messages": (("from", "", "sender_profile_url"),),
    "invitations": (("from", "", "inviterprofileurl"), ("to", "", "inviteeprofileurl")),
}


class Member(NamedTuple):
    """`name` is the clean one, "" for nobody who can be named; `url` "" where no row tells it."""

    name: str
    url: str

    @property
    def key(self) -> str:
        """What two rows of one person have in common."""
        return linkedin_key(self.url) or name_key(self.name)


@dataclass(frozen=True, slots=True)
class Members:
    """`url_by_name` has the names that only one profile has; `my_names` and `my_slugs` are the keys of the user, empty
    where nothing tells which of the two in a conversation that is.
    """

    url_by_name: Mapping[str, str]
    name_by_slug: Mapping[str, str]
    my_names: frozenset[str]
    my_slugs: frozenset[str]

    def is_me(self, name: str, url: str) -> bool:
        """By the profile where both are known: a namesake is somebody else."""
        slug = linkedin_key(url)
        return slug in self.my_slugs if slug and self.my_slugs else name_key(_bare(name)) in self.my_names

    def find(self, name: str, url: str) -> Member:
        """With the profile that the name belongs to, and the name that belongs to the profile."""
        bare = "" if _is_nobody(name) else _bare(name)
        if not bare and url:
            bare = self.name_by_slug.get(linkedin_key(url), "")
        return Member(bare, url or self.url_by_name.get(name_key(bare), ""))

    def pair(self, names: str, urls: str) -> list[Member]:
        """The recipients of a message: commas part them, and stand in names too, so the profiles are what counts."""
        profiles = [url.strip() for url in urls.split(",") if url.strip()]
        parts = [name.strip() for name in names.split(",") if name.strip()]
        if len(parts) > len(profiles) > 1:
            parts = _joined(parts)
        if len(parts) == len(profiles):
            return [self.find(name, url) for name, url in zip(parts, profiles, strict=True)]
        if len(profiles) == 1:
            return [self.find(names, profiles[0])]
        if profiles:
            return [self.find(self.name_by_slug.get(linkedin_key(url), linkedin_key(url)), url) for url in profiles]
        return [self.find(name, "") for name in (parts if self._are_people(parts) else [names])]

    def _are_people(self, parts: Sequence[str]) -> bool:
        """`Ann Lee, PhD` is one person, `Ann Lee, Ben Fox` are two: a degree is no name of two words."""
        return all(" " in part or name_key(part) in self.url_by_name for part in parts)


def build_members(tables: Sequence[LinkedinTable], context: ImportContext) -> Members:
    """Out of every row that tells a name together with a profile."""
    slugs_by_name: dict[str, dict[str, str]] = defaultdict(dict)
    name_by_slug: dict[str, str] = {}
    mine = {name_key(name) for name in context.names}
    for table in tables:
        if table.kind == "profile":
            mine |= {name_key(_bare(f"{row.cells['first_name']} {row.cells['last_name']}")) for row in table.entries}
        for entry in table.entries:
            for name, url in _said(table.kind, entry):
                slug, bare = linkedin_key(url), _bare(name)
                if slug and bare and not _is_nobody(name):
                    slugs_by_name[name_key(bare)].setdefault(slug, url)
                    name_by_slug.setdefault(slug, bare)
    talks = _talks(tables)
    if not any(mine & people for people in talks):
        mine |= _always_there(talks)
    urls = {name: next(iter(found.values())) for name, found in slugs_by_name.items() if len(found) == 1}
    others = {
        linkedin_key(row.cells.get("url", "")) for one in tables if one.kind == "connections" for row in one.entries
    }
    slugs = {slug for name in mine for slug in slugs_by_name.get(name, ())} - others
    return Members(urls, name_by_slug, frozenset(mine), frozenset(slugs))


def _said(kind: str, entry: Entry) -> Iterable[tuple[str, str]]:
    cells = entry.cells
    for first, last, url in _NAMES_BY_KIND.get(kind, ()):
        yield " ".join(filter(None, (cells.get(first, ""), cells.get(last, "")))), cells.get(url, "")
    if kind == "messages" and "," not in (to := cells.get("to", "")):
        yield to, cells.get("recipient_profile_urls", "")


def _talks(tables: Iterable[LinkedinTable]) -> list[set[str]]:
    """Who takes part in each conversation, by the keys of their names."""
    people_by_talk: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        for entry in table.entries if table.kind == "messages" else ():
            people = (entry.cells["from"], *entry.cells.get("to", "").split(","))
            people_by_talk[entry.cells["conversation_id"]] |= {name_key(_bare(name)) for name in people} - {""}
    return list(people_by_talk.values())


def _always_there(talks: Sequence[set[str]]) -> set[str]:
    """The one name that takes part in every one of several conversations."""
    always = set.intersection(*talks) if len(talks) > 1 else set()
    return always if len(always) == 1 else set()


def _joined(parts: Sequence[str]) -> list[str]:
    """`Ann Lee`, `PhD`, `Ben Fox` as `Ann Lee, PhD` and `Ben Fox`: a degree is one word, a name nearly always two."""
    found: list[str] = []
    for part in parts:
        if found and " " not in part:
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


@cache
def _bare(name: str) -> str:
    return clean_name(name, "").name


def _is_nobody(name: str) -> bool:
    return fold(name.replace("-", " ")) in NOBODY
