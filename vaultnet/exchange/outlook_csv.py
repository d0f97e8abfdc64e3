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
from vaultnet.exchange.outlook_names import OUTLOOK_NAMES
from vaultnet.exchange.source import ImportContext, SourceFile

_FIELDS = {
    "Title": "prefix", "First Name": "first-name", "Middle Name": "middle-name", "Last Name": "last-name",
    "Suffix": "suffix", "Nickname": "aliases", "Company": "company", "Job Title": "role", "Web Page": "website",
    "Personal Web Page": "website", "Birthday": "birthday", "Hobby": "interests", "Location": "location",
    "Referred By": "introduced-by", "Spouse": "spouse", "Manager's Name": "reports-to", "Notes": "notes",
    "Private": "private",
}  # fmt: skip
_PHONES = ("Mobile Phone", "Mobile Phone 2", "Primary Phone", "Business Phone", "Business Phone 2", "Home Phone",
           "Home Phone 2", "Other Phone", "Car Phone", "Radio Phone")  # fmt: skip
_EMAILS = (("E-mail Address", "E-mail Display Name"), ("E-mail 2 Address", "E-mail 2 Display Name"),
           ("E-mail 3 Address", "E-mail 3 Display Name"))  # fmt: skip
_RELATIONS = {"Assistant's Name": "assistant", "Children": "child"}
# Numbers of others, and what an address book says besides: it stands in the notes, under its name.
_NOTED = ("Department", "Office Location", "Profession", "Schools", "IMAddress", "Keywords", "Account",
          "Billing Information", "Assistant's Phone", "Callback", "Company Main Phone", "Business Fax", "Home Fax",
          "Other Fax", "Pager", "ISDN", "TTY/TDD Phone", "Telex", "User 2", "User 3", "User 4")  # fmt: skip
_PHONETIC = {"Given Yomi": "X-PHONETIC-FIRST-NAME", "Surname Yomi": "X-PHONETIC-LAST-NAME"}
_KINDS = ("Business", "Home", "Other")
_PARTS = ("Street", "Street 2", "Street 3", "City", "State", "Postal Code", "Country/Region", "Country",
          "Address PO Box", "Address")  # fmt: skip
_READ = {
    *_FIELDS, *_PHONES, *_RELATIONS, *_NOTED, *_PHONETIC, *(address for address, _ in _EMAILS),
    *(f"{kind} {part}" for kind in _KINDS for part in _PARTS), "Anniversary", "Categories", "User 1", "Sensitivity",
}  # fmt: skip
_TELLING = {"E-mail Address", "E-mail 2 Address", "Business Phone", "Business Street", "Home Street", "Home Phone"}
_ENOUGH = 4  # columns of Outlook's, by which a header is known for one
_NOTHING = frozenset({"normal", "unspecified", "smtp", "ex", "keine angabe", "nicht angegeben", "non specifie", "0"})
_EXCHANGE = re.compile(r"/o=", re.IGNORECASE)


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a table that is not Outlook's."""
    parts: list[Parsed] = []
    for source in sources:
        decoded = decode(source.data, source.name)
        table = read_table(decoded.text, _is_header)
        if not table.header:
            message = f"{source.name}: these are no columns of Outlook's contacts; `vaultnet import csv` reads any table"
            raise UsageError(message, path=source.name)
        parts.append(_parse_table(table, source.name, context))
    return joined(parts)


def _is_header(cells: Sequence[str]) -> bool:
    found = {OUTLOOK_NAMES.get(column_key(cell), "") for cell in cells} - {""}
    return len(found) >= _ENOUGH and bool(found & _TELLING)


def _parse_table(table: Table, source: str, context: ImportContext) -> Parsed:
    names = _english(table.header)
    rows = [dict(zip(reversed(names), reversed(row.cells), strict=True)) for row in table.rows]
    remarks: list[str] = []
    for column in ("Birthday", "Anniversary"):
        settled, remark = settle_dates(column, [row.get(column, "") for row in rows], context)
        remarks += filter(None, (remark,))
        rows = [{**row, column: text} for row, text in zip(rows, settled, strict=True)]
    made = [draft_of(row.line, source, _said(values)) for row, values in zip(table.rows, rows, strict=True)]
    left_out = sum(bool(_EXCHANGE.match(row.get(address, ""))) for row in rows for address, _ in _EMAILS)
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
    said = Said([(field, row.get(column, "")) for column, field in _FIELDS.items()])
    for address, display in _EMAILS:
        is_exchange = _EXCHANGE.match(row.get(address, ""))
        said.values.append(("email", email_key(row.get(display, "")) if is_exchange else row.get(address, "")))
    said.values += (("phone", row.get(column, "")) for column in _PHONES)
    said.values += (("tags", label) for label in re.split("[;,]", row.get("Categories", "")))
    if row.get("Sensitivity", "").casefold() in {"private", "privat", "confidential", "vertraulich", "prive"}:
        said.values.append(("private", "true"))
    for column, name in _PHONETIC.items():
        said.extra += (f"{name}:{escape(value)}" for value in filter(None, (clean(row.get(column, "")),)))
    for column, label in _RELATIONS.items():
        for name in filter(None, map(str.strip, re.split("[;,&]", row.get(column, "")))):
            say_relation(said, label, name)
    if row.get("Anniversary"):
        say_event(said, "Anniversary", row["Anniversary"])
    if row.get("User 1"):
        say_custom(said, "Cadence", row["User 1"])
    for column in _NOTED:
        if row.get(column):
            said.note(column, row[column])
    _say_addresses(said, row)
    return said


def _say_addresses(said: Said, row: Mapping[str, str]) -> None:
    """Each in one line; the first town is where the person is to be met: at work, else at home."""
    home = next(filter(None, (row.get(f"{kind} {name}", "") for kind in _KINDS for name in ("Country/Region", "Country"))), "")
    town = ""
    for kind in _KINDS:
        part = {name: row.get(f"{kind} {name}", "") for name in _PARTS}
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
        and name not in _READ
        and any(row.cells[number] and row.cells[number].casefold() not in _NOTHING for row in table.rows)
    )
