"""The cards of one file together: groups and their members, and relations that point from card to card.

KIND:group, FN:Choir, MEMBER:urn:uuid:03a0e51f-...    the member's card gains the tag "Choir", the group is no person
RELATED;TYPE=friend:urn:uuid:03a0e51f-...             RELATED;TYPE=friend;VALUE=text:Ada Example
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vaultnet.dataclass import replace
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.content_line import ContentLine, escape
from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.too_many import refuse_too_many
from vaultnet.exchange.vcard.card import read_card

_URN = "urn:uuid:"
_KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
_MEMBERS = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})


class Sheet(NamedTuple):
    """One card: the lines it has, and where it begins."""

    number: int
    lines: tuple[ContentLine, ...]


class Book(NamedTuple):
    """Each card is in `drafts` or in `rejected`; `pictures` counts pictures, sounds and keys that were left out."""

    drafts: tuple[Draft, ...]
    rejected: tuple[Rejected, ...]
    pictures: int


def parse_books(files: Iterable[tuple[str, Sequence[Sheet]]]) -> Parsed:
    """The cards of several files, each by its name. Raises UsageError for one that holds too many."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    pictures = 0
    for source, sheets in files:
        refuse_too_many(len(sheets), source)
        book = read_book(sheets, source)
        drafts += book.drafts
        rejected += book.rejected
        pictures += book.pictures
    remarks = (f"Pictures, sounds and keys left out: {pictures}",) if pictures else ()
    return Parsed(tuple(drafts), tuple(rejected), remarks=remarks)


def read_book(sheets: Sequence[Sheet], source: str) -> Book:
    """Never raises."""
    name_by_uid = {_first(sheet, "UID"): _first(sheet, "FN") for sheet in sheets}
    tags_by_uid: dict[str, list[str]] = {}
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    pictures = 0
    for sheet in sheets:
        if _is_group(sheet):
            rejected.append(_group(sheet, source, tags_by_uid, name_by_uid))
            continue
        read, left_out = read_card([_named(line, name_by_uid) for line in sheet.lines], sheet.number, source)
        pictures += left_out
        (drafts if isinstance(read, Draft) else rejected).append(read)  # type: ignore[arg-type]
    tagged = (replace(one, tags=(*one.tags, *tags_by_uid.get(one.uid, ()))) for one in drafts)
    return Book(tuple(tagged), tuple(rejected), pictures)


def _is_group(sheet: Sheet) -> bool:
    return any(line.name in _KINDS and line.value.strip().lower() == "group" for line in sheet.lines)


def _group(sheet: Sheet, source: str, tags_by_uid: dict[str, list[str]], name_by_uid: dict[str, str]) -> Rejected:
    name = _first(sheet, "FN") or _first(sheet, "N").strip("; ")
    members = {_uid(line.text) for line in sheet.lines if line.name in _MEMBERS} & set(name_by_uid)
    for uid in sorted(members) if name else ():
        tags_by_uid.setdefault(uid, []).append(name)
    return Rejected(
        sheet.number, f"{name} is a group: its {len(members)} members in this file get its name as a tag", source
    )


def _named(line: ContentLine, name_by_uid: dict[str, str]) -> ContentLine:
    """A relation to another card of the file by that card's name."""
    name = name_by_uid.get(_uid(line.text), "") if line.name == "RELATED" else ""
    if not name:
        return line
    params = (*(pair for pair in line.params if pair[0] != "VALUE"), ("VALUE", "text"))
    return line._replace(value=escape(name), params=params)


def _first(sheet: Sheet, name: str) -> str:
    text = next((line.text for line in sheet.lines if line.name == name and line.value.strip()), "")
    return _uid(clean(text)) if name == "UID" else clean(text)


def _uid(text: str) -> str:
    return text.strip().removeprefix(_URN)
