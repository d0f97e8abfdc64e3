"""A table of people from anywhere, however it came: each row a draft, by what its columns are called.

read_people(Table(header=("Full name", "Firm", "City"), rows=(Row(2, ("Ada Example", "Acme", "Graz")),), ...), ...)
->  Parsed(drafts=(Draft(line=2, name="Ada Example", company=("Acme",), location="Graz"),), ...)
"""

from collections.abc import Iterator, Mapping, Sequence

from vaultnet.exchange.address import ADDRESS_PARTS, address_of, one_line
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.columns import Columns, columns_of
from vaultnet.exchange.csv_table import Row, Table
from vaultnet.exchange.date_column import DATE_FIELDS, settle_dates
from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.row_draft import build_draft
from vaultnet.exchange.source import ImportContext
from vaultnet.exchange.too_many import refuse_too_many

_JOINED = " ::: "  # between several values in one cell, as Google writes them
_GOOGLE, _OUTLOOK = {"E-mail 1 - Value"}, {"E-mail Address", "E-mail 2 Address"}


def read_people(table: Table, source: str, context: ImportContext, *, with_serials: bool = False) -> Parsed:
    """`with_serials`: bare numbers in columns of dates are days as Excel counts them. Raises UsageError."""
    refuse_too_many(len(table.rows) + len(table.rejected), source)
    columns = columns_of(table.header, context.mapping)
    rows, remarks = _with_dates(table.rows, columns, context, with_serials=with_serials)
    made = [build_draft(row.line, source, tuple(_values(columns, row))) for row in rows]
    return Parsed(
        tuple(one for one in made if isinstance(one, Draft)),
        (*(row._replace(source=source) for row in table.rejected), *(one for one in made if isinstance(one, Rejected))),
        columns.unmapped,
        (*columns.remarks, *remarks, *_hints(table.header, source)),
    )


def _with_dates(
    rows: Sequence[Row], columns: Columns, context: ImportContext, *, with_serials: bool
) -> tuple[Sequence[Row], list[str]]:
    remarks: list[str] = []
    for number, field in enumerate(columns.fields):
        if field in DATE_FIELDS:
            texts = [row.cells[number] for row in rows]
            settled, remark = settle_dates(columns.header[number], texts, context, with_serials=with_serials)
            remarks += filter(None, (remark,))
            rows = [
                row._replace(cells=(*row.cells[:number], text, *row.cells[number + 1 :])) if text != cell else row
                for row, text, cell in zip(rows, settled, texts, strict=True)
            ]
    return rows, remarks


def _values(columns: Columns, row: Row) -> Iterator[tuple[str, str]]:
    """(field, text); the parts of each address come as one, and the first town is where the person is."""
    parts: dict[str, dict[str, list[str]]] = {}
    for field, group, cell in zip(columns.fields, columns.groups, row.cells, strict=True):
        if not field or not cell:
            continue
        if field in ADDRESS_PARTS or field == "country":
            parts.setdefault(group, {}).setdefault(field, []).append(cell)
        elif field == "address":
            yield field, one_line(cell)
        else:
            yield from ((field, value) for value in cell.split(_JOINED))
    home = next((address["country"][0] for address in parts.values() if "country" in address), "")
    for address in _with_lone_country(parts):
        lines = {key.replace("-", "_"): "\n".join(texts) for key, texts in address.items()}
        yield "address", address_of(lines.pop("street", ""), **lines, home=home)
    for field, part in (("location", "city"), ("country", "country")):
        known = (clean(address[part][0]) for address in parts.values() if part in address)
        if "location" not in columns.fields or field != "location":
            yield field, next(filter(None, known), "")


def _with_lone_country(parts: Mapping[str, Mapping[str, list[str]]]) -> list[dict[str, list[str]]]:
    """A column `Country` without an address of its own belongs to the only address there is."""
    addresses = [dict(address) for address in parts.values() if set(address) - {"country"}]
    lone = [address["country"] for address in parts.values() if set(address) == {"country"}]
    if len(addresses) == 1 and len(lone) == 1:
        addresses[0].setdefault("country", lone[0])
    return addresses


def _hints(header: Sequence[str], source: str) -> Iterator[str]:
    if {*header} & _GOOGLE:
        yield f"{source} looks like contacts of Google: `vaultnet import google` reads more of it"
    elif {*header} >= _OUTLOOK:
        yield f"{source} looks like contacts of Outlook: `vaultnet import outlook` reads more of it"
