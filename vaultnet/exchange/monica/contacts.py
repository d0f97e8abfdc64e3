"""The JSON export of Monica 4: contacts with their calls, activities, gifts and notes.

{"account": {"data": [{"type": "contact", "values": [      Draft(line=1, name="Ada Example", cadence="60 days",
  {"uuid": "...", "properties": {"first_name": "Ada",  ->        met=date(2020, 5, 4), touches=(...), ...)
   "stay_in_touch_frequency": 60, ...}, ...}]}]}}

A row is a contact, numbered as it stands in the export. Somebody who is in Monica only as a relative of others is a
rejected row, and named in the notes of those. What has no place in a note is counted in a remark.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.monica.export import (
    Json,
    MonicaExport,
    day_of,
    full_name,
    lines_of,
    lists_of,
    properties,
    read_export,
    special_day,
    text_of,
    texts_of,
)
from vaultnet.exchange.monica.items import ItemReader
from vaultnet.exchange.monica.words import MonicaWords
from vaultnet.exchange.source import ImportContext, SourceFile

_RELATIONS = {
    "spouse": "spouse",
    "partner": "spouse",
    "boss": "reports-to",
    "friend": "friends",
    "bestfriend": "friends",
}
_READ = frozenset({"contact", "relationship", "activity"})
_OF_THE_ACCOUNT = frozenset({"user"})
_MET_AT_SIGNS = frozenset(",;|[]\"'\n")  # with one of these in it, it would be read as several


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for what is no export of Monica 4."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    remarks: list[str] = []
    for source in sources:
        export = read_export(source)
        reader = ItemReader(export, _people_by_activity(export), context)
        left_out: Counter[str] = Counter()
        for number, contact in enumerate(export.values("contact"), start=1):
            made = _contact(number, contact, export, reader, left_out)
            (drafts if isinstance(made, Draft) else rejected).append(made)  # type: ignore[arg-type]
        remarks += _remarks(export, left_out)
    return Parsed(tuple(drafts), tuple(rejected), remarks=tuple(remarks))


def _people_by_activity(export: MonicaExport) -> dict[str, list[str]]:
    people: dict[str, list[str]] = {}
    for contact in export.values("contact"):
        if isinstance(contact, dict):
            for uuid in lists_of(contact).get("activity", ()):
                people.setdefault(str(uuid), []).append(full_name(properties(contact)))
    return people


def _contact(
    number: int, contact: Any, export: MonicaExport, reader: ItemReader, left_out: Counter[str]
) -> Draft | Rejected:
    said = properties(contact) if isinstance(contact, dict) else {}
    name = full_name(said) or text_of(said, "nickname")
    if not name:
        return Rejected(number, "no name: nobody to make a note for", export.source)
    if said.get("is_partial") is True:
        relatives = [
            export.names.get(str(one.get("of_contact")), "") for one in _relations(export, "contact_is", contact)
        ]
        of_whom = ", ".join(dict.fromkeys(filter(None, relatives)))
        if not of_whom:
            return Rejected(number, f"{name} is known only as somebody's relative", export.source)
        return Rejected(number, f"{name} is known only as a relative: see the note of {of_whom}", export.source)
    told = reader.read(contact, name)
    left_out.update(told.left_out)
    fields = _fields(said, export)
    notes = (*_notes(said, export, contact, reader.words), *told.notes)
    died = special_day(said, "deceased_date")[0]
    if died and died.year:
        told.life_events.append((date(died.year, died.month, died.day), reader.words.died))
    return Draft(
        number, name, export.source, str(contact.get("uuid") or ""),
        email=_unique(told.email), phone=_unique(told.phone), website=_unique(told.website), linkedin=told.linkedin,
        address=_unique(told.address), location=told.location, country=told.country,
        knows=tuple(_knows(export, contact)), notes="\n\n".join(notes), life_events=tuple(told.life_events),
        touches=tuple(told.touches), tasks=tuple(told.tasks), **fields,
    )  # fmt: skip


def _fields(said: Json, export: MonicaExport) -> dict[str, Any]:
    """The fields of the contact itself."""
    days = said.get("stay_in_touch_frequency")
    met = special_day(said, "first_met_date")[0]
    through = export.names.get(str(said.get("first_met_through")), "")
    company, place = text_of(said, "company"), text_of(said, "first_met_additional_info")
    gender = text_of(export.known.get(str(said.get("gender")), {}), "type")
    status = "deceased" if said.get("is_dead") is True else "archived" if said.get("is_active") is False else ""
    return {
        "first_name": text_of(said, "first_name"),
        "last_name": text_of(said, "last_name"),
        "aliases": _unique([text_of(said, "nickname")]),
        "company": (company,) if company else (),
        "role": text_of(said, "job"),
        "birthday": special_day(said, "birthdate")[0],
        "met": date(met.year, met.month, met.day) if met and met.year else None,
        "met_at": "" if _MET_AT_SIGNS & set(_met_words(said)) else place,
        "introduced_by": (through,) if through else (),
        "cadence": f"{days} days" if isinstance(days, int) and 0 < days <= 3650 else "",  # noqa: PLR2004  (ten years)
        "last_contact": day_of(said, "last_talked_to"),
        "status": status,
        "tags": _unique([*texts_of(said, "tags"), "starred" if said.get("is_starred") is True else ""]),
        "extra": (f"GENDER:{gender}",) if gender else (),
    }


def _met_words(said: Json) -> str:
    return lines_of(said, "first_met_additional_info")


def _notes(said: Json, export: MonicaExport, contact: Json, words: MonicaWords) -> Iterator[str]:
    """What is said of the person in prose, and what no field can hold."""
    if description := lines_of(said, "description"):
        yield description
    if food := lines_of(said, "food_preferences"):
        yield words.food.format(food)
    if _MET_AT_SIGNS & set(_met_words(said)):
        yield words.met.format(_met_words(said))
    for key, said_so in (("birthdate", words.born), ("deceased_date", words.died_on), ("first_met_date", words.met_on)):
        day, year = special_day(said, key)
        if year:
            yield said_so.format(words.about.format(year))
        elif day and not day.year and key != "birthdate":
            yield said_so.format(day.iso())
    for one in _relations(export, "of_contact", contact):
        yield from _relative(export, one, words)


def _relative(export: MonicaExport, relation: Json, words: MonicaWords) -> Iterator[str]:
    """What is known of somebody who has no contact of their own."""
    uuid = str(relation.get("contact_is"))
    said = export.known.get(uuid, {})
    if said.get("is_partial") is True:
        day, year = special_day(said, "birthdate")
        born = words.born_of_relative.format(day.iso() if day else words.about.format(year)) if day or year else ""
        yield f"{text_of(relation, 'type').capitalize()}: {export.names.get(uuid) or text_of(said, 'nickname')}{born}"


def _knows(export: MonicaExport, contact: Json) -> Iterator[tuple[str, str]]:
    for relation in _relations(export, "of_contact", contact):
        name, kind = export.names.get(str(relation.get("contact_is")), ""), text_of(relation, "type")
        if name:
            yield _RELATIONS.get(kind, kind.replace("_", " ")), name


def _relations(export: MonicaExport, end: str, contact: Json) -> Sequence[Json]:
    return export.relations.get((end, str(contact["uuid"])), ()) if contact.get("uuid") else ()


def _remarks(export: MonicaExport, left_out: Counter[str]) -> Iterator[str]:
    """What of the export is in no note, counted."""
    for kind, values in export.by_type.items():
        if kind not in _READ | _OF_THE_ACCOUNT:
            left_out[kind] += len(values)
    journal = properties(export.account).get("journal_entries")
    if isinstance(journal, list) and journal:
        left_out["journal entry"] += len(journal)
    for kind, count in sorted(left_out.items()):
        yield f"{export.source}: left out {count} of this kind, which has no place in a note: {kind.replace('_', ' ')}"


def _unique(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
