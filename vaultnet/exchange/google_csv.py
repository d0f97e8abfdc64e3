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
from vaultnet.exchange.google_names import CIRCLES, FIELDS, GROUPED, KEPT, NOTED, READ, TELLING
from vaultnet.exchange.labelled import Said, draft_of, say_custom, say_event, say_relation
from vaultnet.exchange.row_draft import turned
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.too_many import refuse_too_many

_PARTS = " ::: "

_Groups = Mapping[str, Sequence[Mapping[str, str]]]


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a table that is not Google's."""
    parts: list[Parsed] = []
    for source in sources:
        decoded = decode(source.data, source.name)
        table = read_table(decoded.text, lambda cells: bool(TELLING & {*cells}) and len({*cells} & {*FIELDS}) > 1)
        if not table.header:
            message = (f"{source.name}: these are no columns of Google Contacts (export as Google CSV); "
                       "`vaultnet import csv` reads any table")  # fmt: skip
            raise UsageError(message, path=source.name)
        parts.append(_parse_table(table, source.name, context))
    return joined(parts)


def _parse_table(table: Table, source: str, context: ImportContext) -> Parsed:
    refuse_too_many(len(table.rows) + len(table.rejected), source)
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
    for column, field in FIELDS.items():
        said.values += ((field, value) for value in _values(by_column.get(column, "")))
    said.values += (("aliases", turned(value)) for value in _values(by_column.get("File As", "")))
    for column, name in KEPT.items():
        said.extra += (f"{name}:{escape(value) if name != 'PHOTO' else value}"
                       for value in _values(clean(by_column.get(column, ""))))  # fmt: skip
    _say_noted(said, by_column)
    _say_labels(said, by_column.get("Labels") or by_column.get("Group Membership") or "")
    groups = _groups(by_column)
    _say_jobs(said, groups)
    _say_reachable(said, groups)
    _say_addresses(said, groups, has_location=bool(by_column.get("Location")))
    for kind, say in (("Relation", say_relation), ("Event", say_event), ("Custom Field", say_custom)):
        for group in groups.get(kind, ()):
            for value in _values(group.get("Value", "")):
                say(said, _label(group), value)
    for group in groups.get("Jot", ()):
        said.note("", group.get("Value", ""))
    return said


def _say_noted(said: Said, by_column: Mapping[str, str]) -> None:
    for column in NOTED:
        for value in _values(by_column.get(column, "")):
            said.note(column.removeprefix("Organization "), value)


def _groups(by_column: Mapping[str, str]) -> _Groups:
    """`E-mail 1 - Value` and its kin by kind; the primary one of a kind, whose label begins with `*`, first."""
    found: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for column, cell in by_column.items():
        if cell and (named := GROUPED.fullmatch(column)):
            found[named[1], int(named[2])][named[3]] = cell
    by_kind: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for (kind, _), group in sorted(found.items(), key=lambda one: (not _raw_label(one[1]).startswith("*"), one[0][1])):
        by_kind[kind].append(group)
    return by_kind


def _say_labels(said: Said, labels: str) -> None:
    for label in _values(labels):
        if not label.startswith("* "):
            said.values.append(("tags", label.replace(",", " ").replace(";", " ")))
        elif circle := CIRCLES.get(label.removeprefix("* ").lower()):
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
        each = {part: _values(group.get(part, "")) for part in READ["Address"]}
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
        named = GROUPED.fullmatch(column)
        known = (
            column not in table.header[:number] and named[3] in READ.get(named[1], ())
            if named
            else column not in table.header[:number] and column in {*FIELDS, *KEPT, *NOTED, *TELLING}
        )
        if column and not known and any(row.cells[number] for row in table.rows):
            found[f"{named[1]} N - {named[3]}" if named else column] = None
    return tuple(found)


def _raw_label(group: Mapping[str, str]) -> str:
    return group.get("Label") or group.get("Type") or ""


def _label(group: Mapping[str, str]) -> str:
    return _raw_label(group).removeprefix("* ")


def _values(cell: str) -> list[str]:
    return [value for value in (part.strip() for part in cell.split(_PARTS)) if value]
