"""Workbooks: cells of every type as text, the sheet that was meant, and what is none."""

import io
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.xlsx import parse

Rows = Sequence[Sequence[Any]]
HEADER = ("Name", "Birthday", "Phone", "Company", "Notes")


def workbook(*sheets: tuple[str, Rows], merged: str = "", hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if merged and title == "People":
            sheet.merge_cells(merged)
        sheet.sheet_state = "hidden" if title == hidden else "visible"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, **context: Any) -> Parsed:
    return parse((SourceFile("people.xlsx", data),), ImportContext(date(2026, 6, 15), **context))


@pytest.mark.parametrize(
    ("cell", "birthday"),
    [
        (datetime(1985, 4, 17), "1985-04-17"),
        (date(1985, 4, 17), "1985-04-17"),
        (datetime(1985, 4, 17, 12, 30), "1985-04-17"),
        (31154, "1985-04-17"),
        (31154.0, "1985-04-17"),
        ("17.4.1985", "1985-04-17"),
        ("--02-29", "--02-29"),
        (60, "1900-02-28"),
        (None, None),
    ],
)
def test_a_date_is_a_date_however_the_cell_holds_it(cell: Any, birthday: str | None) -> None:
    (draft,) = read(workbook(("People", [HEADER, ("Ada Example", cell)]))).drafts
    assert (draft.birthday and draft.birthday.iso()) == birthday


@pytest.mark.parametrize(
    ("cell", "notes"),
    [
        (38, "38"), (38.0, "38"), (1.5, "1.5"), (True, "True"), (time(9, 30), "09:30:00"), ("#N/A", ""), ("  x ", "x"),
        ("=1+1", ""), (1985, "1985"), ("two\nlines", "two\nlines"),
    ],
)  # fmt: skip
def test_a_cell_is_text(cell: Any, notes: str) -> None:
    (draft,) = read(workbook(("People", [HEADER, ("Ada Example", None, None, None, cell)]))).drafts
    assert draft.notes == notes


def test_a_year_alone_is_no_day() -> None:
    (draft,) = read(workbook(("People", [HEADER, ("Ada Example", 1985)]))).drafts
    assert (draft.birthday, draft.notes) == (None, "Birthday: 1985")


def test_lines_are_rows_of_the_sheet_and_the_header_is_found() -> None:
    rows = [["My contacts"], [], HEADER, ("Ada Example", None, 31612345678.0), [], ("Ben Byron",)]
    parsed = read(workbook(("People", rows)))
    assert [(draft.line, draft.name, draft.phone) for draft in parsed.drafts] == [
        (4, "Ada Example", ("31612345678",)),
        (6, "Ben Byron", ()),
    ]


def test_a_value_merged_downwards_is_meant_for_each_row() -> None:
    rows = [HEADER, ("Ada Example", None, None, "Acme"), ("Ben Byron",), ("Cleo Chen", None, None, "Northwind")]
    parsed = read(workbook(("People", rows), merged="D2:D3"))
    assert [draft.company for draft in parsed.drafts] == [("Acme",), ("Acme",), ("Northwind",)]


def test_the_sheet_that_was_read_is_said() -> None:
    other, people = ("Budget", [["Item", "Cost"]]), ("People", [HEADER, ("Ada Example",)])
    parsed = read(workbook(other, people, ("Old", [HEADER, ("Ben Byron",)])))
    assert [draft.name for draft in parsed.drafts] == ["Ada Example"]
    assert parsed.remarks == ('people.xlsx: sheet "People" was read, and not "Budget", "Old"',)
    shown_first = read(workbook(("Old", [HEADER, ("Ben Byron",)]), people, hidden="Old"))
    assert [draft.name for draft in shown_first.drafts] == ["Ada Example"]


def test_a_column_without_a_name_is_told_by_its_letter() -> None:
    parsed = read(workbook(("People", [("Name",), ("Ada Example", "stray"), ("Ben Byron", None, "more")])))
    assert parsed.unmapped == ("(B)", "(C)")


def test_columns_are_told_with_map() -> None:
    parsed = read(workbook(("People", [("Who", "Firm"), ("Ada Example", "Acme")])), mapping={"Who": "name"})
    assert [(draft.name, draft.company) for draft in parsed.drafts] == [("Ada Example", ("Acme",))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Name,Email\n", "is no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is locked, or of Excel before 2007"),
        (workbook(("People", [HEADER]))[:-40], "is no Excel workbook"),
        (workbook(("Budget", [["Item"]])), "no column is a name or an e-mail address"),
        (b"PK\x05\x06" + bytes(18), "the workbook is broken"),
    ],
    ids=["text", "locked", "cut off", "no people", "empty archive"],
)
def test_what_is_no_workbook_is_refused_with_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(data)


def test_a_bomb_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(257 * 2**20))
    with pytest.raises(UsageError, match="unpacks to more than 256 MiB"):
        read(file.getvalue())


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(("People", [HEADER]))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'vaultnet\[xlsx\]'"):
        read(data)
