"""Contacts of Outlook as it exports them: 92 columns, outlook.com's 61, Google's "Outlook CSV"; German and French too.

First Name,Last Name,Company,E-mail Address,Mobile Phone,Home City,Birthday,Categories
Ada,Example,Acme,ada@example.com,+31 6 12345678,Utrecht,0/0/00,risk;mentor
->  Draft(line=2, name="Ada Example", company=("Acme",), email=("ada@example.com",), location="Utrecht", ...)

`0/0/00` is a date that nobody gave; an address that begins with `/o=` is a place in an Exchange server, and no e-mail.
"""

import re
from collections.abc import Mapping, Sequence

from vaultnet.errors import UsageError
from vaultnet.exchange.address import address_of, one_line
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.column_names import column_key
from vaultnet.exchange.content_line import escape
from vaultnet.exchange.csv_table import Table, read_table
from vaultnet.exchange.date_column import settle_dates
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Draft, Parsed, Rejected, joined
from vaultnet.exchange.identity import email_key
from vaultnet.exchange.labelled import Said, draft_of, say_custom, say_event, say_relation
from vaultnet.exchange.outlook_fields import (
    DATES,
    EMAILS,
    FIELDS,
    KINDS,
    NOTED,
    NOTHING,
    PARTS,
    PHONES,
    PHONETIC,
    READ,
    RELATIONS,
    TELLING,
)  # fmt: skip
from vaultnet.exchange.outlook_names import OUTLOOK_NAMES
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.too_many import refuse_too_many

_ENOUGH = 4  # columns of Outlook's, by which a header is known for one
_EXCHANGE = re.compile(r"/o=", re.IGNORECASE)


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a table that is not Outlook's."""
    parts: list[Parsed] = []
    for source in sources:
        decoded = decode(source.data, source.name)
        table = read_table(decoded.text, _is_header)
        if not table.header:
            message = (
                f"{source.name}: these are no columns of Outlook's contacts; `vaultnet import csv` reads any table"
            )
            raise UsageError(message, path=source.name)
        parts.append(_parse_table(table, source.name, context))
    return joined(parts)


def _is_header(cells: Sequence[str]) -> bool:
    found = {OUTLOOK_NAMES.get(column_key(cell), "") for cell in cells} - {""}
    return len(found) >= _ENOUGH and bool(found & TELLING)


def _parse_table(table: Table, source: str, context: ImportContext) -> Parsed:
    refuse_too_many(len(table.rows) + len(table.rejected), source)
    names = _english(table.header)
    rows = [dict(zip(reversed(names), reversed(row.cells), strict=True)) for row in table.rows]
    remarks: list[str] = []
    dates = [row.get(column, "") for row in rows for column in DATES]
    for column in DATES:
        settled, remark = settle_dates(column, [row.get(column, "") for row in rows], context, alike=dates)
        remarks += filter(None, (remark,))
        rows = [{**row, column: text} for row, text in zip(rows, settled, strict=True)]
    made = [draft_of(row.line, source, _said(values)) for row, values in zip(table.rows, rows, strict=True)]
    left_out = sum(bool(_EXCHANGE.match(row.get(address, ""))) for row in rows for address, _ in EMAILS)
    if left_out:
        remarks.append(f"{source}: addresses inside an Exchange server, which are no e-mail addresses: {left_out}")
    return Parsed(
        tuple(one for one in made if isinstance(one, Draft)),
        (*(row._replace(source=source) for row in table.rejected), *(one for one in made if isinstance(one, Rejected))),
        _unmapped(table, names),
        tuple(remarks),
    )


def _english(header: Sequence[str]) -> list[str]:
    """The English name of each column; of two with one name the second has none. French calls two of them `Titre`."""
    names: list[str] = []
    for column in header:
        name = OUTLOOK_NAMES.get(column_key(column), column)
        name = "Job Title" if name == "Title" and "Title" in names else name
        names.append(name if name not in names else "")
    return names


def _said(row: Mapping[str, str]) -> Said:
    said = Said([(field, row.get(column, "")) for column, field in FIELDS.items()])
    for address, display in EMAILS:
        is_exchange = _EXCHANGE.match(row.get(address, ""))
        said.values.append(("email", email_key(row.get(display, "")) if is_exchange else row.get(address, "")))
    said.values += (("phone", row.get(column, "")) for column in PHONES)
    said.values += (("tags", label) for label in re.split("[;,]", row.get("Categories", "")))
    if row.get("Sensitivity", "").casefold() in {"private", "privat", "confidential", "vertraulich", "prive"}:
        said.values.append(("private", "true"))
    for column, name in PHONETIC.items():
        said.extra += (f"{name}:{escape(value)}" for value in filter(None, (clean(row.get(column, "")),)))
    for column, label in RELATIONS.items():
        for name in filter(None, map(str.strip, re.split("[;,&]", row.get(column, "")))):
            say_relation(said, label, name)
    if row.get("Anniversary"):
        say_event(said, "Anniversary", row["Anniversary"])
    if row.get("User 1"):
        say_custom(said, "Cadence", row["User 1"])
    for column in NOTED:
        if row.get(column):
            said.note(column, row[column])
    _say_addresses(said, row)
    return said


def _say_addresses(said: Said, row: Mapping[str, str]) -> None:
    """Each in one line; the first town is where the person is to be met: at work, else at home."""
    home = next(
        filter(None, (row.get(f"{kind} {name}", "") for kind in KINDS for name in ("Country/Region", "Country"))), ""
    )
    town = ""
    for kind in KINDS:
        part = {name: row.get(f"{kind} {name}", "") for name in PARTS}
        country = part["Country/Region"] or part["Country"]
        streets = "\n".join(filter(None, (part["Street"], part["Street 2"], part["Street 3"])))
        address = address_of(streets, po_box=part["Address PO Box"], postal=part["Postal Code"], city=part["City"],
                             region=part["State"], country=country, home=home)  # fmt: skip
        said.values.append(("address", address or one_line(part["Address"])))
        town = town or part["City"]
    said.values += [("location", "" if row.get("Location") else town), ("country", home)]


def _unmapped(table: Table, names: Sequence[str]) -> tuple[str, ...]:
    """Columns without a field of ours in which some row says anything."""
    return tuple(
        column
        for number, (column, name) in enumerate(zip(table.header, names, strict=True))
        if column
        and name not in READ
        and any(row.cells[number] and row.cells[number].casefold() not in NOTHING for row in table.rows)
    )
