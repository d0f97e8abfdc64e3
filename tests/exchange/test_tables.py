"""Tables of people, from Google, Outlook and anywhere: each file beside what it comes to, in every shape it is saved in."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.drafts_json import compare, plain
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.source import ImportContext, SourceFile

FOLDER = Path(__file__).parent
TODAY = date(2026, 6, 15)
CASES = sorted(file for name in ("google", "outlook", "csv") for file in (FOLDER / name).glob("*.csv"))


def parse(format_name: str, data: bytes, name: str = "people.csv", **context: object) -> Parsed:
    return IMPORTERS[format_name].parse((SourceFile(name, data),), ImportContext(TODAY, **context))  # type: ignore[arg-type]


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_file_comes_to_what_stands_beside_it(file: Path, update: bool) -> None:
    compare(file, parse(file.parent.name, file.read_bytes(), file.name), update=update)


def resaved(text: str) -> dict[str, bytes]:
    """The same table as other programs save it."""
    return {
        "with a byte order mark": text.encode("utf-8-sig"),
        "with CRLF": text.replace("\n", "\r\n").encode(),
        "in UTF-16": text.encode("utf-16"),
        "in UTF-16 without a mark": text.encode("utf-16-le"),
        "with lines before it": f"Contacts\n\n{text}".encode(),
        "with empty lines and cells behind": f"{text}\n,,,,,,,\n;;;;;;;\n\n".encode(),
    }


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_it_comes_to_the_same_however_it_was_saved(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if file.stem in {"hostile", "preamble", "duplicates"}:
        return
    names = [(draft.name, draft.email, draft.birthday) for draft in parse(file.parent.name, text.encode()).drafts]
    for data in resaved(text).values():
        found = parse(file.parent.name, data).drafts
        assert [(draft.name, draft.email, draft.birthday) for draft in found] == names


def test_what_windows_writes_is_read_as_windows_writes_it() -> None:
    text = (FOLDER / "outlook/german.csv").read_text(encoding="utf-8")
    (draft,) = parse("outlook", text.replace("\n", "\r\n").encode("cp1252")).drafts
    assert (draft.name, draft.location) == ("Jörg Müller", "Köln")


@pytest.mark.parametrize(
    ("order", "texts", "days"),
    [
        ("", ("3/4/1985", "17/4/1990"), ("1985-04-03", "1990-04-17")),
        ("", ("3/4/1985", "4/17/1990"), ("1985-03-04", "1990-04-17")),
        ("dmy", ("3/4/1985",), ("1985-04-03",)),
        ("mdy", ("3/4/1985",), ("1985-03-04",)),
        ("mdy", ("3/4/1985", "17/4/1990"), ("1985-04-03", "1990-04-17")),  # the column goes before the settings
        ("", ("3/4/1985", "17/4/1990", "4/17/1990"), (None, "1990-04-17", "1990-04-17")),
        ("", ("3/4/1985", "4/4/1985", "3.4.1985"), (None, "1985-04-04", "1985-04-03")),
    ],
)
def test_the_order_of_day_and_month_is_shown_told_or_asked(
    order: str, texts: tuple[str, ...], days: tuple[str | None, ...]
) -> None:
    rows = "".join(f"P{number} Q,{text}\n" for number, text in enumerate(texts))
    parsed = parse("csv", f"Name,Birthday\n{rows}".encode(), date_order=order)
    assert tuple(draft.birthday.iso() if draft.birthday else None for draft in parsed.drafts) == days
    for draft, text, day in zip(parsed.drafts, texts, days, strict=True):
        assert draft.notes == ("" if day else f"Birthday: {text}")
    asked = [remark for remark in parsed.remarks if 'set date_order under [vault] to "dmy" or "mdy"' in remark]
    assert len(asked) == (None in days)


def test_columns_are_told_and_left_out_with_map() -> None:
    data = b"Who,Firm,Born,Shoe size,Note\nAda Example,Acme,1985-04-17,38,VIP\n"
    parsed = parse("csv", data, mapping={"who": "name", "Firm": "company", "Note": ""})
    (draft,) = parsed.drafts
    assert (draft.name, draft.company, draft.notes) == ("Ada Example", ("Acme",), "")
    assert parsed.unmapped == ("Shoe size",)


@pytest.mark.parametrize(
    ("format_name", "data", "mapping", "said"),
    [
        ("csv", b"Who,Firm\nA,B\n", {}, "no column is a name or an e-mail address"),
        ("csv", b"Name,Firm\nA,B\n", {"Frim": "company"}, 'there is no column "Frim": did you mean Firm?'),
        ("csv", b"A,B,Name\nx,y,z\n", {"A": "role", "B": "role"}, '"A" and "B" cannot both be role'),
        ("google", b"Name,Firm\nA,B\n", {}, "these are no columns of Google Contacts"),
        ("outlook", b"Name,Firm\nA,B\n", {}, "these are no columns of Outlook's contacts"),
        ("csv", b"", {}, "no column is a name"),
        ("google", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", {}, "is not text"),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_reason(
    format_name: str, data: bytes, mapping: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said.replace("?", r"\?")):
        parse(format_name, data, mapping=mapping)


def test_a_table_of_google_or_outlook_is_recognised() -> None:
    parsed = parse("csv", (FOLDER / "google/old.csv").read_bytes())
    assert "people.csv looks like contacts of Google: `vaultnet import google` reads more of it" in parsed.remarks
    parsed = parse("csv", (FOLDER / "outlook/classic.csv").read_bytes())
    assert "people.csv looks like contacts of Outlook: `vaultnet import outlook` reads more of it" in parsed.remarks


def test_a_cell_of_100_megabytes_costs_its_own_row() -> None:
    huge = b"x" * 2_000_000
    parsed = parse("csv", b"Name,Notes\nAda Example,short\nBen Byron," + huge + b"\nCleo Chen,short\n")
    assert [draft.name for draft in parsed.drafts][:1] == ["Ada Example"]
    assert [row.line for row in parsed.rejected] == [3]


def test_every_name_of_a_column_means_one_field() -> None:
    names = import_module("vaultnet.exchange.column_names")
    seen: dict[str, str] = {}
    for field, listed in names._NAMES.items():
        for name in listed.split(", "):
            assert seen.setdefault(names.column_key(name), field) == field, name


@given(
    st.sampled_from(CASES),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 30), st.text(max_size=12)), max_size=4),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_whatever_the_bytes_only_rows_come_out(file: Path, cuts: list[tuple[int, int, str]], encoding: str) -> None:
    text = file.read_text(encoding="utf-8")
    for place, length, put in cuts:
        start = place % len(text)
        text = text[:start] + put + text[start + length :]
    try:
        parsed = parse(file.parent.name, text.encode(encoding, "ignore"))
    except UsageError:
        return
    assert plain(parsed, "people.csv") is not None
    lines = [draft.line for draft in parsed.drafts] + [row.line for row in parsed.rejected]
    assert len(lines) == len(set(lines))
