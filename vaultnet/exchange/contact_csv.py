"""Contacts as a table: a column a field, under the names that `import csv` reads; no cell of it is a formula.

render((Exported("People/Ada.md", Draft(1, "Ada", phone=("+31 6 1", "+31 6 2"), tags=("a", "b"))),), context)
->  name,...,phone,phone 2,...,tags,...
    Ada,...,'+31 6 1,'+31 6 2,...,a; b,...
"""

import csv
import io
from collections.abc import Iterator

from vaultnet.exchange.csv_cell import harmless
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.exported import ExportContext, Exported

# Fields whose values may hold a semicolon have a column for each value; the others are joined.
_APART = ("company", "phone", "website", "address", "introduced-by")
_JOINED = ("aliases", "email", "relationship", "needs", "offers", "interests", "skills", "tags")
_COLUMNS = (
    "name", "first-name", "last-name", "aliases", "company", "role", "email", "phone", "linkedin", "website",
    "address", "location", "country", "birthday", "met", "met-at", "introduced-by", "knows", "spouse", "friends",
    "reports-to", "relationship", "tier", "cadence", "paused", "next-contact", "last-contact", "channel", "status",
    "needs", "offers", "interests", "skills", "tags", "audience", "uid", "notes",
)  # fmt: skip
_RELATIONS = ("knows", "spouse", "friends", "reports-to")


def render(people: tuple[Exported, ...], _context: ExportContext) -> str:
    """RFC 4180, in UTF-8, CRLF behind each row."""
    rows = [dict(_cells(exported.person)) for exported in people]
    columns = tuple(_columns(rows))
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows([harmless(row.get(column, "")) for column in columns] for row in rows)
    return written.getvalue()


def _columns(rows: list[dict[str, str]]) -> Iterator[str]:
    """In the order of the guide, each field as often as somebody has values in it."""
    known = {column for row in rows for column in row}
    for field in _COLUMNS:
        yield field
        number = 2
        while f"{field} {number}" in known:
            yield f"{field} {number}"
            number += 1


def _cells(person: Draft) -> Iterator[tuple[str, str]]:
    for field in _COLUMNS:
        key = field.replace("-", "_")
        if field in _RELATIONS:
            yield field, "; ".join(name if own == field else f"{name} ({own})" for own, name in _related(person, field))
        elif field in _APART:
            for number, value in enumerate(getattr(person, key), start=1):
                yield (field if number == 1 else f"{field} {number}"), value
        elif field in _JOINED:
            yield field, "; ".join(getattr(person, key))
        else:
            yield field, _text(getattr(person, key))


def _related(person: Draft, field: str) -> Iterator[tuple[str, str]]:
    """`spouse`, `friends` and `reports-to` have columns of their own; every other kind stands under `knows`."""
    for kind, name in person.knows:
        own = kind if kind in _RELATIONS else "knows"
        if own == field:
            yield (field if kind in _RELATIONS else kind or field), name


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    iso = getattr(value, "iso", None) or getattr(value, "isoformat", None)
    return str(iso()) if iso else str(value or "")
