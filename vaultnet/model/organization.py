"""An organization: what its note says of it, and its dated facts.

type: organization
industry: insurance        ->  Organization(name="Northwind", industry=("insurance",), target=True,
target: true                   facts=(DatedLine(day=date(2026, 5, 2), topic="salary", ...),)
---
## Facts
- 2026-05-02 salary: senior analyst 78-92k, says [[Ada Lovelace]]
"""

from collections.abc import Iterator

from vaultnet.dataclass import dataclass
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader, quoted
from vaultnet.model.ref import Ref, read_texts
from vaultnet.text.headline import web_address

ORGANIZATION_KEYS = KeyTable(
    {
        "uid": "UID, id",
        "aliases": "alias, nickname, nicknames",
        "name": "FN, full name, ORG",
        "tags": "tag",
        "situation": "",
        "industry": "sector",
        "location": "city, place, loc",
        "country": "",
        "website": "url, homepage, web",
        "domain": "domains",
        "feed": "rss, atom",
        "target": "",
        "parent": "parent-company, part-of",
        "people": "members, contacts, employees, team",
        "private": "",
        "audience": "",
    }
)


@dataclass(frozen=True, slots=True)
class Organization:
    """What one note says of one organization. `feed` are addresses of the web; `facts` go into no export: what people
    said about salaries was said to one person.
    """

    name: str
    uid: str = ""
    aliases: tuple[str, ...] = ()
    situation: str = ""
    industry: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    website: str = ""
    domain: tuple[str, ...] = ()
    feed: tuple[str, ...] = ()
    target: bool = False
    parent: tuple[Ref, ...] = ()
    people: tuple[Ref, ...] = ()
    private: bool = False
    audience: str = ""
    tags: tuple[str, ...] = ()
    facts: tuple[DatedLine, ...] = ()


def read_organization(
    stem: str, tags: tuple[str, ...], reader: Reader, facts: tuple[DatedLine, ...] = ()
) -> Organization:
    """An organization from the properties of its note; `facts` are the dated items of its section Facts."""
    return Organization(
        name=reader.text("name") or stem,
        uid=reader.text("uid").removeprefix("urn:uuid:"),
        aliases=reader.texts("aliases", split=True),
        situation=reader.text("situation").lower(),
        industry=reader.texts("industry"),
        location=reader.text("location"),
        country=reader.text("country"),
        website=reader.text("website"),
        domain=reader.texts("domain"),
        feed=tuple(_feeds(reader)),
        target=reader.truth("target"),
        parent=reader.refs("parent"),
        people=reader.people("people"),
        private=reader.truth("private"),
        audience=reader.text("audience").lower(),
        tags=tags,
        facts=facts,
    )


def _feeds(reader: Reader) -> Iterator[str]:
    """The feeds that can be asked; what is no address of the web is a problem."""
    for key, value in reader.properties.all("feed"):
        for text in read_texts(value):
            if web_address(text):
                yield text
            else:
                message = f'{key}: "{quoted(text)}" is not an address of the web, such as https://example.com/feed.xml'
                reader.problem("feed", key, message)
