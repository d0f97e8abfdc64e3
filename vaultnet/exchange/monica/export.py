"""The JSON that Monica 4 exports, found one's way in: lists by their type, lookup tables by uuid, dates, and nothing
trusted to be what it should be.

{"account": {"data": [{"type": "contact", "values": [...]}], "instance": {"genders": [...]}}}
->  export.values("contact")  ->  ({...}, ...)        export.named(uuid)  ->  "Ada Example"
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vaultnet.dataclass import dataclass
from vaultnet.errors import UsageError
from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.source import SourceFile
from vaultnet.model.dates import PartialDate, parse_date

Json = Mapping[str, Any]
_ISO = 10  # characters of a day: 2024-01-10T05:33:00.000000Z


@dataclass(frozen=True, slots=True)
class MonicaExport:
    """`by_type` are the account's lists; the rest are by uuid: what each contact is called, its properties and those
    of activities and types, and the relationships by either end (`contact_is`, `of_contact`).
    """

    source: str
    by_type: Mapping[str, tuple[Any, ...]]
    account: Json
    names: Mapping[str, str]
    known: Mapping[str, Json]
    relations: Mapping[tuple[str, str], list[Json]]

    def values(self, kind: str) -> tuple[Any, ...]:
        return self.by_type.get(kind, ())

    def word(self, uuid: object) -> str:
        """What a type of field, activity, event or gender is called: its own name, else Monica's key for it."""
        said = self.known.get(str(uuid), {})
        return text_of(said, "name") or text_of(said, "translation_key").replace("_", " ")


def read_export(source: SourceFile) -> MonicaExport:
    """Raises UsageError for what is no such export."""
    try:
        data = json.loads(decode(source.data, source.name).text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"is no JSON: {str(error)[:200]}", path=source.name) from error
    account = data.get("account") if isinstance(data, dict) else None
    if not isinstance(account, dict) or not isinstance(account.get("data"), list):
        raise UsageError("is no export of Monica 4: it has no account with data", path=source.name)
    by_type = lists_of(account)
    names = {
        str(one.get("uuid")): full_name(properties(one)) for one in by_type.get("contact", ()) if isinstance(one, dict)
    }
    relations: dict[tuple[str, str], list[Json]] = {}
    for one in by_type.get("relationship", ()):
        said = properties(one) if isinstance(one, dict) else {}
        for end in ("contact_is", "of_contact"):
            relations.setdefault((end, str(said.get(end))), []).append(said)
    return MonicaExport(source.name, by_type, account, names, dict(_rows_by_uuid(account, by_type)), relations)


def _rows_by_uuid(account: Json, by_type: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[str, Json]]:
    instance = account.get("instance")
    tables = instance.values() if isinstance(instance, dict) else ()
    for rows in (*tables, by_type.get("contact", ()), by_type.get("activity", ())):
        for row in rows if isinstance(rows, list | tuple) else ():
            if isinstance(row, dict):
                yield str(row.get("uuid")), properties(row)


def lists_of(holder: Json) -> dict[str, tuple[Any, ...]]:
    """`data: [{"type": "call", "values": [...]}, ...]` by type."""
    found: dict[str, list[Any]] = {}
    lists = holder.get("data")
    for one in lists if isinstance(lists, list) else ():
        if isinstance(one, dict) and isinstance(one.get("values"), list):
            found.setdefault(_singular(str(one.get("type"))), []).extend(one["values"])
    return {kind: tuple(values) for kind, values in found.items()}


def _singular(kind: str) -> str:
    """`activities` as other tools write these exports, `activity` as Monica does."""
    if kind.endswith("ies"):
        return f"{kind.removesuffix('ies')}y"
    return kind.removesuffix("es") if kind.endswith("sses") else kind if kind.endswith("ss") else kind.removesuffix("s")


def properties(one: Json) -> Json:
    inner = one.get("properties")
    return inner if isinstance(inner, dict) else {}


def full_name(said: Json) -> str:
    return " ".join(filter(None, (text_of(said, f"{part}_name") for part in ("first", "middle", "last"))))


def text_of(said: Json, key: str) -> str:
    """A text or number on one line; "" for what is no such thing."""
    value = said.get(key)
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def lines_of(said: Json, key: str) -> str:
    value = said.get(key)
    return clean_lines(value) if isinstance(value, str) else ""


def day_of(said: Json, key: str) -> date | None:
    return parse_date(text_of(said, key)[:_ISO])


def texts_of(said: Json, key: str) -> Iterator[str]:
    value = said.get(key)
    for one in value if isinstance(value, list) else ():
        if isinstance(one, str) and clean(one):
            yield clean(one)


def special_day(said: Json, key: str) -> tuple[PartialDate | None, str]:
    """A day that may lack its year; of one that Monica only guessed from an age, the year instead."""
    value = said.get(key)
    day = day_of(value, "date") if isinstance(value, dict) else None
    if day is None or not isinstance(value, dict):
        return None, ""
    if value.get("is_age_based") is True:
        return None, str(day.year)
    return PartialDate(None if value.get("is_year_unknown") is True else day.year, day.month, day.day), ""
