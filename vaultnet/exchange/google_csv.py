"""Contacts of Google, exported as "Google CSV": the header in use since 2024, and the one before.

First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value      Draft(line=2, name="Ada Example", tags=("risk",),
Ada,Example,risk ::: * myContacts,* Work,ada@example.com       ->        email=("ada@example.com",))

A cell may hold several values, joined by ` ::: `; a label that begins with `* ` is the primary one, and among the
groups one of Google's own.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from vaultnet.errors import UsageError
from vaultnet.exchange.address import address_of, one_line
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.content_line import escape
from vaultnet.exchange.csv_table import Row, Table, read_table
from vaultnet.exchange.date_column import settle_dates
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Draft, Parsed, PositionDraft, Rejected, joined
from vaultnet.exchange.labelled import Said, draft_of, say_custom, say_event, say_relation
from vaultnet.exchange.row_draft import turned
from vaultnet.exchange.source import ImportContext, SourceFile

_FIELDS = {
    "First Name": "first-name", "Given Name": "first-name", "Middle Name": "middle-name",
    "Additional Name": "middle-name", "Last Name": "last-name", "Family Name": "last-name", "Name Prefix": "prefix",
    "Name Suffix": "suffix", "Name": "name", "Nickname": "aliases", "Short Name": "aliases",
    "Organization Name": "company", "Organization Title": "role", "Birthday": "birthday", "Notes": "notes",
    "Location": "location", "Occupation": "role", "Hobby": "interests",
}  # fmt: skip
_KEPT = {
    "Phonetic First Name": "X-PHONETIC-FIRST-NAME", "Phonetic Middle Name": "X-PHONETIC-MIDDLE-NAME",
    "Phonetic Last Name": "X-PHONETIC-LAST-NAME", "Given Name Yomi": "X-PHONETIC-FIRST-NAME",
    "Additional Name Yomi": "X-PHONETIC-MIDDLE-NAME", "Family Name Yomi": "X-PHONETIC-LAST-NAME",
    "Maiden Name": "X-MAIDENNAME", "Photo": "PHOTO",
}  # fmt: skip
_NOTED = ("Organization Department", "Billing Information", "Mileage", "Subject")
_GROUPED = re.compile(
    r"(E-mail|Phone|Address|Relation|Website|Event|Custom Field|Organization|IM|External ID|Jot) ([0-9]{1,3}) - (.+)"
)
_READ = {
    "E-mail": {"Value"}, "Phone": {"Value"}, "Relation": {"Label", "Type", "Value"}, "Website": {"Value"},
    "Event": {"Label", "Type", "Value"}, "Custom Field": {"Label", "Type", "Value"}, "IM": {"Service", "Value"},
    "Jot": {"Value"},
    "Address": {"Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"},
    "Organization": {"Name", "Title", "Department", "Job Description"},
}  # fmt: skip
_CIRCLES = {"friends": "friend", "family": "family", "coworkers": "colleague"}  # Google's own groups that say something
_TELLING = {"Given Name", "Family Name", "Group Membership", "Labels", "E-mail 1 - Value", "Phone 1 - Value", "File As"}
_PARTS = " ::: "

_Groups = Mapping[str, Sequence[Mapping[str, str]]]


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a table that is not Google's."""
    parts: list[Parsed] = []
    for source in sources:
        decoded = decode(source.data, source.name)
        table = read_table(decoded.text, lambda cells: bool(_TELLING & {*cells}) and len({*cells} & {*_FIELDS}) > 1)
        if not table.header:
            message = (f"{source.name}: these are no columns of Google Contacts (export as Google CSV); "
                       "`vaultnet import csv` reads any table")  # fmt: skip
            raise UsageError(message, path=source.name)
        parts.append(_parse_table(table, source.name, context))
    return joined(parts)


def _parse_table(table: Table, source: str, context: ImportContext) -> Parsed:
    rows, remarks = _with_dates(table, context)
    made = [draft_of(row.line, source, _said(dict(zip(table.header, row.cells, strict=True)))) for row in rows]
    return Parsed(
        tuple(one for one in made if isinstance(one, Draft)),
        (*(row._replace(source=source) for row in table.rejected), *(one for one in made if isinstance(one, Rejected))),
        _unmapped(table),
        remarks,
    )


def _with_dates(table: Table, context: ImportContext) -> tuple[list[Row], tuple[str, ...]]:
    """Birthdays and events in ISO 8601, as far as they can be told."""
    cells = [list(column) for column in zip(*(row.cells for row in table.rows), strict=True)]
    remarks: list[str] = []
    for number, column in enumerate(table.header):
        if cells and (column == "Birthday" or re.fullmatch(r"Event [0-9]+ - Value", column)):
            cells[number], remark = settle_dates(column, cells[number], context)
            remarks += filter(None, (remark,))
    settled = zip(*cells, strict=True)
    return [Row(row.line, one) for row, one in zip(table.rows, settled, strict=True)], tuple(remarks)


def _said(by_column: Mapping[str, str]) -> Said:
    said = Said()
    for column, field in _FIELDS.items():
        said.values += ((field, value) for value in _values(by_column.get(column, "")))
    said.values += (("aliases", turned(value)) for value in _values(by_column.get("File As", "")))
    for column, name in _KEPT.items():
        said.extra += (f"{name}:{escape(value) if name != 'PHOTO' else value}"
                       for value in _values(clean(by_column.get(column, ""))))  # fmt: skip
    for column in _NOTED:
        for value in _values(by_column.get(column, "")):
            said.note(column, value)
    _say_labels(said, by_column.get("Labels") or by_column.get("Group Membership") or "")
    groups = _groups(by_column)
    _say_jobs(said, groups)
    _say_reachable(said, groups)
    _say_addresses(said, groups, has_location=bool(by_column.get("Location")))
    for group in groups.get("Relation", ()):
        for name in _values(group.get("Value", "")):
            say_relation(said, _label(group), name)
    for group in groups.get("Event", ()):
        for day in _values(group.get("Value", "")):
            say_event(said, _label(group), day)
    for group in groups.get("Custom Field", ()):
        for text in _values(group.get("Value", "")):
            say_custom(said, _label(group), text)
    for group in groups.get("Jot", ()):
        said.note("", group.get("Value", ""))
    return said


def _groups(by_column: Mapping[str, str]) -> _Groups:
    """`E-mail 1 - Value` and its kin by kind; the primary one of a kind, whose label begins with `*`, first."""
    found: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for column, cell in by_column.items():
        if cell and (named := _GROUPED.fullmatch(column)):
            found[named[1], int(named[2])][named[3]] = cell
    by_kind: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for (kind, _), group in sorted(found.items(), key=lambda one: (not _raw_label(one[1]).startswith("*"), one[0][1])):
        by_kind[kind].append(group)
    return by_kind


def _say_labels(said: Said, labels: str) -> None:
    for label in _values(labels):
        if not label.startswith("* "):
            said.values.append(("tags", label.replace(",", " ").replace(";", " ")))
        elif circle := _CIRCLES.get(label.removeprefix("* ").lower()):
            said.values.append(("relationship", circle))


def _say_jobs(said: Said, groups: _Groups) -> None:
    """The first organization is where they work; another one is a position besides."""
    for number, group in enumerate(groups.get("Organization", ())):
        name, title = clean(group.get("Name", "")), clean(group.get("Title", ""))
        if number and name:
            said.positions.append(PositionDraft(name, title))
        else:
            said.values += [("company", name), ("role", title)]
        for column in ("Department", "Job Description"):
            if group.get(column):
                said.note(column, group[column])


def _say_reachable(said: Said, groups: _Groups) -> None:
    for kind, field in (("E-mail", "email"), ("Phone", "phone"), ("Website", "website")):
        said.values += ((field, value) for group in groups.get(kind, ()) for value in _values(group.get("Value", "")))
    for group in groups.get("IM", ()):
        for value in _values(group.get("Value", "")):
            said.note(group.get("Service", "") or "IM", value)


def _say_addresses(said: Said, groups: _Groups, *, has_location: bool) -> None:
    town = country = ""
    for group in groups.get("Address", ()):
        country = country or next(iter(_values(group.get("Country", ""))), "")
        each = {part: _values(group.get(part, "")) for part in _READ["Address"]}
        for number in range(max(map(len, each.values()), default=0)):
            part = {name: values[number] if number < len(values) else "" for name, values in each.items()}
            address = address_of(
                part["Street"], extended=part["Extended Address"], po_box=part["PO Box"], postal=part["Postal Code"],
                city=part["City"], region=part["Region"], country=part["Country"],
                home=country,
            )  # fmt: skip
            is_only_town = part["City"] or part["Region"] or part["Country"]
            said.values.append(("address", address or ("" if is_only_town else one_line(part["Formatted"]))))
            town = town or part["City"]
    if not has_location:
        said.values.append(("location", town))
    said.values.append(("country", country))


def _unmapped(table: Table) -> tuple[str, ...]:
    """Columns without a field that hold anything; of numbered ones the name once, with N for the number."""
    found: dict[str, None] = {}
    for number, column in enumerate(table.header):
        named = _GROUPED.fullmatch(column)
        known = column not in table.header[:number] and named[3] in _READ.get(named[1], ()) if named else column not in table.header[:number] and column in {*_FIELDS, *_KEPT, *_NOTED, *_TELLING}
        if column and not known and any(row.cells[number] for row in table.rows):
            found[f"{named[1]} N - {named[3]}" if named else column] = None
    return tuple(found)


def _raw_label(group: Mapping[str, str]) -> str:
    return group.get("Label") or group.get("Type") or ""


def _label(group: Mapping[str, str]) -> str:
    return _raw_label(group).removeprefix("* ")


def _values(cell: str) -> list[str]:
    return [value for value in (part.strip() for part in cell.split(_PARTS)) if value]
