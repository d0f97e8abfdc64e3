"""A table of people in an Excel workbook: the first sheet that has a header, its cells as text.

A1 "Name", B1 "Born"; A2 "Ada Example", B2 1985-04-17 (a date, or the number 31154)
->  Draft(line=2, name="Ada Example", birthday=PartialDate(1985, 4, 17))        line = the row of the sheet

Needs the extra `xlsx` (openpyxl), which reads one row after another: a sheet never stands in memory whole.
"""

import io
import re
import warnings
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from vaultnet.errors import UsageError
from vaultnet.exchange.columns import names_people, refuse_unknown_columns
from vaultnet.exchange.csv_table import Row, Table
from vaultnet.exchange.draft import Parsed, joined
from vaultnet.exchange.people_table import read_people
from vaultnet.exchange.source import ImportContext, SourceFile

_LARGEST = 256 * 2**20  # bytes, unpacked
_PIECE = 2**20
_SEARCHED = 50  # rows in which the header must stand
_MOST_COLUMNS = 1_000
_MOST_ROWS = 1_048_576  # of a sheet, says Excel: a row may claim any number, and the library makes those before it
_MOST_FILLED = 200_000  # cells that get the value of a merged one
_LOCKED = b"\xd0\xcf\x11\xe0"  # a compound file: locked by a password, or of Excel before 2007
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+)([0-9]+):[A-Z]+([0-9]+)"')
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for what is no workbook, for one without a column of names, and where the extra is missing."""
    found = [(source.name, *_read_workbook(source, context)) for source in sources]
    refuse_unknown_columns(context.mapping, [table.header for _, table, _ in found])
    remarks = (remark for _, _, remarks in found for remark in remarks)
    return joined([read_people(table, name, context, with_serials=True) for name, table, _ in found], remarks)


def _read_workbook(source: SourceFile, context: ImportContext) -> tuple[Table, list[str]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  (an extra, and heavy)
    except ImportError as error:
        raise UsageError("reading a workbook takes an extra: pip install 'vaultnet[xlsx]'") from error
    _refuse_unless_workbook(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a sheet has besides values: forms, pictures, styles
            return _first_table(source, load_workbook(io.BytesIO(source.data), read_only=True, data_only=True), context)
    except UsageError:
        raise
    except Exception as error:  # of a broken file the library raises whatever comes first
        raise UsageError(f"{source.name}: the workbook is broken: {error}", path=source.name) from error


def _refuse_unless_workbook(source: SourceFile) -> None:
    """What an archive says of its sizes is not believed: it is unpacked, and counted, before the library sees it."""
    if source.data.startswith(_LOCKED):
        message = f"{source.name} is locked, or of Excel before 2007: save it as .xlsx without a password"
        raise UsageError(message, path=source.name)
    try:
        is_small = _unpacks_to_little(source.data)
    except Exception as error:  # of a broken archive, too, whatever comes first: a place before its beginning
        message = f"{source.name} is no Excel workbook (.xlsx): `vaultnet import csv` reads tables in text"
        raise UsageError(message, path=source.name) from error
    if not is_small:
        message = f"{source.name} unpacks to more than {_LARGEST >> 20} MiB, which no address book does"
        raise UsageError(message, path=source.name)


def _unpacks_to_little(data: bytes) -> bool:
    size = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            with archive.open(info) as member:
                while piece := member.read(_PIECE):
                    size += len(piece)
                    if size > _LARGEST:
                        return False
    return True


def _first_table(source: SourceFile, workbook: Any, context: ImportContext) -> tuple[Table, list[str]]:
    """The first sheet with a header, shown ones before hidden ones; where there are several, which one it was."""
    sheets = sorted(workbook.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
    for sheet in sheets:
        table = _table(source, sheet, context)
        if table.header:
            others = ", ".join(f'"{other.title}"' for other in sheets if other is not sheet)
            remark = f'{source.name}: sheet "{sheet.title}" was read, and not {others}'
            return table, [remark] if others else []
    raise UsageError(
        f"{source.name}: no column is a name or an e-mail address: say which with --map COLUMN=name", path=source.name
    )


def _table(source: SourceFile, sheet: Any, context: ImportContext) -> Table:
    sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
    rows = _filled_rows(sheet)
    for number, header in rows:
        if number > _SEARCHED:
            break
        if names_people(tuple(header), context.mapping):
            found = list(rows)
            _fill_merged(source, sheet, dict(found), number)
            return _with_names(header, found)
    return Table((), (), ())


def _filled_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows with any text, by number. The library makes each row that is left out, all of them one and the same."""
    blank = None
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 1):
        if values is blank:
            continue
        cells = [*map(_text, _without_end(values))]
        if any(cells):
            yield number, cells
        else:
            blank = values


def _without_end(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without most of the empty cells that fill a row up to the last column there may be."""
    while (half := len(values) // 2) and values.count(None) >= half and values[half:].count(None) == len(values) - half:
        values = values[:half]
    return values


def _with_names(header: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Table:
    """Every row as wide as the header; a column without a name gets one, so that what it holds is told."""
    width = max(len(header), *(len(cells) for _, cells in rows), 0)
    padded = [*header, *[""] * (width - len(header))]
    used = {number for _, cells in rows for number, cell in enumerate(cells) if cell}
    named = tuple(name or (f"({_letters(number)})" if number in used else "") for number, name in enumerate(padded))
    return Table(
        named,
        tuple(
            Row(
                line,
                (
                    *cells,
                    *[""] * (width - len(cells)),
                )[: len(named)],
            )
            for line, cells in rows
        ),
        (),
    )


def _fill_merged(source: SourceFile, sheet: Any, cells_by_line: dict[int, list[str]], header: int) -> None:
    """A value merged over several rows is meant for each of them (over several columns it is a heading)."""
    lines, room = sorted(cells_by_line), _MOST_FILLED
    for column, first, last in _merged(source, sheet):
        value = cells_by_line.get(first, [])[column : column + 1]
        if first <= header or not any(value):
            continue
        below = lines[bisect_right(lines, first) : bisect_right(lines, last)]
        room -= len(below)
        if room < 0:
            raise UsageError(
                f"{source.name}: more cells are merged than can be read: take the merging out", path=source.name
            )
        for line in below:
            cells = cells_by_line[line]
            cells += [""] * (column + 1 - len(cells))
            cells[column] = cells[column] or value[0]


def _merged(source: SourceFile, sheet: Any) -> Iterator[tuple[int, int, int]]:
    """(column from 0, first row, last row) of cells merged downwards; the library does not tell while reading on."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        xml = archive.read(sheet._worksheet_path)  # noqa: SLF001
    for letters, first, last in _MERGED.findall(xml):
        number = 0
        for letter in letters:
            number = number * 26 + letter - ord("A") + 1
        if number <= _MOST_COLUMNS and last != first:
            yield number - 1, int(first), int(last)


def _letters(number: int) -> str:
    """0 -> A, 26 -> AA."""
    first, second = divmod(number, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + second)


def _text(value: object) -> str:
    """A cell as a table in text would have it: dates in ISO 8601, whole numbers without a point."""
    if value is None or (isinstance(value, str) and value in _ERRORS):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
