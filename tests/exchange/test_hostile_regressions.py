"""What the fuzzers found in the importers and exporters, each as small as it gets (promises S3, S8)."""

import io
import json
import time
import zipfile
from datetime import date

import pytest

from tests.fuzz.targets import SEEDS
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Draft, Parsed
from vaultnet.exchange.exported import Exported
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard.lines import build_lines

_CONTEXT = ImportContext(date(2026, 6, 15), emails=frozenset({"me@example.com"}))


def read(name: str, data: bytes) -> Parsed:
    return IMPORTERS[name].parse((SourceFile(f"x.{name}", data),), _CONTEXT)


def test_s3_brackets_in_an_address_line_are_no_way_into_the_ground() -> None:
    """Python's reader of addresses calls itself for each."""
    assert read("mbox", (SEEDS / "mbox/parens").read_bytes()).drafts == ()


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("csv", "Name,Email\n"),
        ("google", "Given Name,Family Name,E-mail 1 - Value\n"),
        ("outlook", "First Name,Last Name,E-mail Address,Business Phone\n"),
        ("vcard", "BEGIN:VCARD\n"),
    ],
)
def test_s3_more_people_than_anybody_knows_are_refused_before_they_are_read(
    name: str, piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten megabytes of them took more than 256 MB, and the command ended as a bug does."""
    monkeypatch.setattr("vaultnet.exchange.too_many.MOST", 20)
    read(name, (piece * 20).encode())
    with pytest.raises(UsageError, match="more than 50,000 people"):
        read(name, (piece * 22).encode())


def test_s3_a_row_may_not_claim_to_be_the_millionth() -> None:
    """The library makes every row before it, a thousand cells wide: 98 s."""
    began = time.process_time()
    parsed = read("xlsx", (SEEDS / "xlsx/far-row").read_bytes())
    assert time.process_time() - began < 10
    assert [draft.name for draft in parsed.drafts] == ["=1+1"]


def _sheet(merged: str, rows: int) -> bytes:
    """The seed's workbook with `rows` people, and cells merged."""
    made = io.BytesIO()
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>P{n}</t></is></c></row>' for n in range(2, rows + 2)
    )
    with zipfile.ZipFile(SEEDS / "xlsx/sheet") as seed, zipfile.ZipFile(made, "w") as archive:
        for info in seed.infolist():
            text = seed.read(info).decode()
            head, _, _ = text.partition('<row r="2">')
            end = f"</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
            archive.writestr(info.filename, f"{head}{cells}{end}" if "sheet1" in info.filename else text)
    return made.getvalue()


def test_s3_a_merge_may_not_claim_to_reach_to_the_end_of_the_world() -> None:
    parsed = read("xlsx", _sheet('<mergeCell ref="A2:A1048576"/>', 3))
    assert [draft.name for draft in parsed.drafts] == ["P2", "P3", "P4"]


def test_s3_merges_over_merges_are_refused() -> None:
    with pytest.raises(UsageError, match="merged"):
        read("xlsx", _sheet('<mergeCell ref="A2:A400"/>' * 600, 400))


def test_s3_an_archive_may_say_anything_of_its_places() -> None:
    with pytest.raises(UsageError, match="no Excel workbook"):
        read("xlsx", (SEEDS / "xlsx/negative-place").read_bytes())


def test_s3_an_event_that_begins_at_a_time_without_a_day() -> None:
    event = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:202031\nATTENDEE:mailto:ada@example.org\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    assert "no date or rule" in read("ics", event.encode()).rejected[0].reason


def test_s8_no_control_character_comes_in_with_a_card_or_a_note() -> None:
    card = ["vcard", [["fn", {}, "text", "Ada"], ["x-odd", {"k\x1b": "v\x9b"}, "text", "a\x1b\x9b\ud800b"]]]
    (draft,) = read("jcard", json.dumps(card).encode()).drafts
    assert all(line.isprintable() for line in draft.extra)
    note = '---\ntype: contact\nname: "A\\e[31m\\x9bda"\naliases: ["\\u202eX"]\nodd: "\\e"\n---\n'
    (draft,) = read("prm", note.encode()).drafts
    assert (draft.name, draft.aliases) == ("A[31mda", ("X",))
    assert "\x1b" not in draft.notes


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://ada.example", "URL"),
        ("ada.example:8080/x", "URL"),
        ("localhost:80", "URL"),
        ("ada.example", "URL"),
        ("javascript:alert(1)", "X-URL"),
        (" \tJaVaScRiPt:alert(1)", "X-URL"),
        ("file:///etc/passwd", "X-URL"),
        ("data:text/html,x", "X-URL"),
        ("vbscript:x", "X-URL"),
    ],
)
def test_s8_an_address_book_gets_no_link_that_runs(address: str, name: str) -> None:
    """It comes back as the website that it was, though."""
    person = Draft(1, "Ada", website=(address,), extra=(f"URL;TYPE=home:{address}/x",))
    lines = [
        line for line in build_lines(Exported("Ada.md", person), "4.0") if line.text.strip().startswith(address.strip())
    ]
    assert [line.name for line in lines] == [name, name]
    card = f"BEGIN:VCARD\nVERSION:4.0\nFN:Ada\n{name}:{address}\nEND:VCARD\n"
    assert read("vcard", card.encode()).drafts[0].website == (address.strip(),)
