r"""A person as the lines of a card, in the order in which people read one.

Exported("People/Ada.md", Draft(name="Ada Example", birthday=PartialDate(None, 4, 17)))
->  VERSION:4.0, PRODID:-//vaultnet//EN, UID:urn:uuid:7c9e..., FN:Ada Example, N:Example;Ada;;;, BDAY:--0417

A line that an import kept stands for ours as long as it says the same (a name in parts, an address with its parts, a
company with its department): what the note says goes first.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.content_line import INERT_URL, ContentLine, escape, join_values, parse_content_line, split_value
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.exported import Exported
from vaultnet.exchange.vcard.address import OWN_TEXT, read_address, split_address
from vaultnet.exchange.vcard.day import day_line
from vaultnet.exchange.vcard.label import OWN_GROUP
from vaultnet.exchange.vcard.name import join_name, split_name
from vaultnet.exchange.vcard.own import own_lines
from vaultnet.exchange.vcard.relation import relation_lines
from vaultnet.text.fold import fold

PRODID = "-//vaultnet//EN"

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_OURS = frozenset({"BEGIN", "END", "VERSION", "PRODID", "UID", "FN", "REV"})  # never said by a kept line
_STANDING_IN = frozenset({"N", "ORG", "ADR"})
_LINKS = frozenset({"URL", "SOCIALPROFILE", "X-SOCIALPROFILE"})
_SCHEME = re.compile(r"[\x00-\x20\x7f-\xa0]*+([A-Za-z][A-Za-z0-9+-]*+):(?![0-9]+(?:/|$))")  # `localhost:80` is a host
_HARMLESS = frozenset({"http", "https", "mailto", "tel", "xmpp", "matrix", "gemini", "ftp", "sftp"})


def build_lines(exported: Exported, version: str) -> Iterator[ContentLine]:
    """Without BEGIN and END. `version` is "4.0" or "3.0"."""
    person = exported.person
    kept = [line for text in person.extra if (line := parse_content_line(text)) and line.name not in _OURS]
    yield _line("VERSION", version)
    yield _line("PRODID", PRODID)
    if person.uid:
        yield _line("UID", f"urn:uuid:{person.uid}" if _UUID.fullmatch(person.uid) else escape(person.uid))
    yield _line("FN", escape(person.name))
    yield from _name_lines(person, kept)
    if person.aliases:
        yield _line("NICKNAME", join_values(person.aliases, ","))
    yield from _job_lines(person, kept)
    yield from map(_inert, _reach_lines(person, version))
    yield from _address_lines(person, kept)
    yield from _grouped_lines(person, version)
    if person.tags:
        yield _line("CATEGORIES", join_values(person.tags, ","))
    yield from (_line("INTEREST", escape(interest)) for interest in person.interests)
    yield from (_line("EXPERTISE", escape(skill)) for skill in person.skills)
    if person.notes:
        yield _line("NOTE", escape(person.notes))
    yield from own_lines(person)
    yield from (_inert(line) for line in kept if line.name not in _STANDING_IN and not _is_said(line, person))
    if exported.revised:
        yield _line("REV", f"{exported.revised:%Y%m%d}T000000Z")


def _line(name: str, value: str, *params: tuple[str, str]) -> ContentLine:
    return ContentLine(name, params, value)


def _is_said(line: ContentLine, person: Draft) -> bool:
    """A birthday in words gives way to the day."""
    return line.name == "BDAY" and person.birthday is not None


def _stand_in(kept: Sequence[ContentLine], name: str, says: Callable[[tuple[str, ...]], bool]) -> ContentLine | None:
    return next((line for line in kept if line.name == name and says(split_value(line.value, ";"))), None)


def _name_lines(person: Draft, kept: Sequence[ContentLine]) -> Iterator[ContentLine]:
    """`Bob Dole` may be `Dole;Robert`: a kept line stands as long as the family is called so."""
    words = set(fold(person.name.replace(",", " ")).split())
    own = _stand_in(kept, "N", lambda parts: words.issuperset(fold(parts[0] or join_name(parts)).split()))
    yield own or _line("N", join_values(split_name(person.name, person.first_name, person.last_name), ";"))


def _job_lines(person: Draft, kept: Sequence[ContentLine]) -> Iterator[ContentLine]:
    for company in person.company:
        own = _stand_in(kept, "ORG", lambda parts, company=company: clean(parts[0]) == company)  # type: ignore[misc]
        yield own or _line("ORG", escape(company))
    if person.role:
        yield _line("TITLE", escape(person.role))


def _reach_lines(person: Draft, version: str) -> Iterator[ContentLine]:
    yield from (_line("EMAIL", escape(email)) for email in person.email)
    yield from (_line("TEL", escape(phone)) for phone in person.phone)
    profile = person.linkedin if "/" in person.linkedin else f"https://www.linkedin.com/in/{person.linkedin}"
    if person.linkedin and version == "3.0":
        yield _line("X-SOCIALPROFILE", escape(profile), ("TYPE", "linkedin"))
    elif person.linkedin:
        yield _line("SOCIALPROFILE", escape(profile), ("SERVICE-TYPE", "LinkedIn"))
    yield from (_line("URL", escape(website)) for website in person.website)


def _inert(line: ContentLine) -> ContentLine:
    """What could do more than show a page when it is tapped on in an address book is no link there (promise S8)."""
    if line.name not in _LINKS or not (scheme := _SCHEME.match(line.text)) or scheme[1].lower() in _HARMLESS:
        return line
    return line._replace(name=INERT_URL)


def _address_lines(person: Draft, kept: Sequence[ContentLine]) -> Iterator[ContentLine]:
    """The first address is where the person lives: place and country are its."""
    for number, text in enumerate(person.address or (("",) if person.location or person.country else ())):
        place, country = (person.location, person.country) if number == 0 else ("", "")
        own = _stand_in(kept, "ADR", lambda parts, text=text: bool(text) and read_address(parts).text == text)  # type: ignore[misc]
        yield own or _address_line(text, place, country)


def _address_line(text: str, place: str, country: str) -> ContentLine:
    parts = split_address(text, place, country)
    params = ((OWN_TEXT, text),) if read_address(parts).text != text else ()
    return ContentLine("ADR", params, join_values(parts, ";"))


def _grouped_lines(person: Draft, version: str) -> Iterator[ContentLine]:
    """Days and relations: Apple names them in a line beside theirs."""
    if person.birthday:
        yield day_line("BDAY", person.birthday, version)
    group = 0
    for word, day in person.anniversaries:
        if word == "anniversary" and version == "4.0":
            yield day_line("ANNIVERSARY", day, version)
            continue
        group += 1
        yield day_line("X-ABDATE", day, version, group=f"{OWN_GROUP}{group}")
        label = f"_$!<{word.capitalize()}>!$_" if word == "anniversary" else word
        yield ContentLine("X-ABLABEL", (), escape(label), f"{OWN_GROUP}{group}")
    for kind, name in person.knows:
        group += 1
        yield from relation_lines(kind, name, version, f"{OWN_GROUP}{group}")
