"""vCards as programs write them: each file under vcard/ beside what becomes of it, `pytest --update` writes that anew."""

import json
import time
from base64 import b64encode
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.card_people import people
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Draft, Parsed
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard import file, folder, jcard, jscontact
from vaultnet.model.dates import PartialDate

CASES = Path(__file__).parent / "vcard"
TODAY = date(2026, 6, 15)
CONTEXT = ImportContext(today=TODAY)
READERS = {".vcf": file.parse, ".jcard": jcard.parse, ".jscontact": jscontact.parse}


def parsed(data: bytes, name: str = "x.vcf", parse: Any = file.parse) -> Parsed:
    read: Parsed = parse((SourceFile(name, data),), CONTEXT)
    return read


def plain(value: Any) -> Any:
    if isinstance(value, Draft):
        said = {field.name: getattr(value, field.name) for field in fields(value) if field.name != "source"}
        return {name: plain(one) for name, one in said.items() if one not in ("", (), None, False)}
    if isinstance(value, PartialDate | date):
        return value.iso() if isinstance(value, PartialDate) else value.isoformat()
    return [plain(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.suffix in READERS))
def test_every_file_reads_as_expected(case: str, *, update: bool) -> None:
    path = CASES / case
    read = parsed(path.read_bytes(), case, READERS[path.suffix])
    told = {
        "drafts": [plain(draft) for draft in read.drafts],
        "rejected": [[row.line, row.reason] for row in read.rejected],
        "remarks": list(read.remarks),
    }
    expected = CASES / f"{case}.json"
    if update:
        expected.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert told == json.loads(expected.read_text(encoding="utf-8"))


def test_a_large_picture_costs_nothing() -> None:
    picture = b64encode(bytes(range(256)) * 400).decode()
    folded = "\r\n ".join(picture[at : at + 74] for at in range(0, len(picture), 74))
    bare = "\n".join(picture[at : at + 76] for at in range(0, len(picture), 76))
    cards = (
        f"BEGIN:VCARD\r\nPHOTO;ENCODING=b:{folded}\r\nFN:Ada\r\nEND:VCARD\r\n"
        f"BEGIN:VCARD\nPHOTO;BASE64:\n{bare}\n\nFN:Ben\nEND:VCARD\n"
        f"BEGIN:VCARD\nPHOTO:data:image/png;base64,{picture}\nFN:Cy\nEND:VCARD\n"
    )
    read = parsed(cards.encode())
    assert [draft.name for draft in read.drafts] == ["Ada", "Ben", "Cy"]
    assert not any(draft.extra for draft in read.drafts)
    assert read.remarks == ("Pictures, sounds and keys left out: 3",)


@pytest.mark.parametrize(
    ("data", "parse", "said"),
    [
        (b"", file.parse, "holds no vCard"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", file.parse, "holds no vCard"),
        (b"PK\x03\x04", file.parse, "is a zip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", file.parse, "is not text"),
        (b"[1, 2]", jcard.parse, "holds no card"),
        (b"{", jcard.parse, "is no JSON"),
        (b"[" * 100_000, jscontact.parse, "is no JSON"),
        (b'{"@type": "CardGroup"}', jscontact.parse, "holds no card"),
    ],
)
def test_what_is_no_card_is_refused(data: bytes, parse: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parsed(data, parse=parse)


SEED = (CASES / "apple.vcf").read_bytes() + (CASES / "android.vcf").read_bytes() + (CASES / "broken.vcf").read_bytes()


@given(st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 40), st.binary(max_size=12)), max_size=8))
@settings(max_examples=40, deadline=None)
def test_nothing_that_happens_to_a_file_is_more_than_a_rejected_card(edits: list[tuple[int, int, bytes]]) -> None:
    data = SEED
    for at, length, new in edits:
        data = data[:at] + new + data[at + length :]
    try:
        read = parsed(data)
    except UsageError:
        return
    for draft in read.drafts:
        assert draft.name
        assert "\n" not in draft.name + "".join((*draft.phone, *draft.extra, *draft.tags))
        (again,) = parsed(file.render((Exported("x.md", draft),), ExportContext(TODAY)).encode()).drafts
        assert again.name == draft.name


def test_reading_takes_as_long_as_the_file_is() -> None:
    def seconds(count: int) -> float:
        data = b"BEGIN:VCARD\nFN:Ada\n" + b"NOTE:a\n" * count + b"more\n" * count + b"\n\nx\n" * count
        data += b"".join(b"TEL:%d\nROLE:%d\nvn.X-ABDATE:2020-01-01\n" % (n, n) for n in range(count)) + b"END:VCARD\n"
        start = time.thread_time()  # what else the machine does is no matter
        parsed(data)
        return time.thread_time() - start

    small = min(seconds(1_000) for _ in range(3))
    assert seconds(8_000) < 40 * small


def forget(draft: Draft) -> Draft:
    """Without what only says where a draft is from; the order in which people are known says nothing."""
    return replace(draft, line=1, source="", first_name="", last_name="", knows=tuple(sorted(draft.knows)))


@given(people, st.sampled_from(["4.0", "3.0", "jcard", "jscontact"]))
@settings(max_examples=40, deadline=None)
def test_whoever_goes_out_comes_in_as_the_same(person: Draft, form: str) -> None:
    person = forget(person)
    leaving = (Exported("x.md", person, TODAY),)
    context = ExportContext(TODAY, version=form if form[0] in "34" else "")
    module = {"jcard": jcard, "jscontact": jscontact}.get(form, file)
    rendered = module.render(leaving, context)
    read = parsed(rendered.encode(), parse=module.parse)
    assert [forget(draft) for draft in read.drafts] == [person], rendered
    assert module.render((Exported("x.md", forget(read.drafts[0]), TODAY),), context) == rendered


def test_a_folder_has_one_card_a_file_named_by_uid() -> None:
    people = [
        Exported("a.md", Draft(1, "Ada", uid="7c9e6679-7425-4de9-944b-e07fc1f90ae7")),
        Exported("b.md", Draft(1, "Ben", uid="../../etc/passwd")),
        Exported("c.md", Draft(1, "Cy", uid="etc-passwd")),
        Exported("d.md", Draft(1, "Dee")),
    ]
    files = folder.render(tuple(people), ExportContext(TODAY, version="3.0"))
    assert [one.name for one in files] == [
        "7c9e6679-7425-4de9-944b-e07fc1f90ae7.vcf", "etc-passwd.vcf", "etc-passwd-2.vcf", "card.vcf",
    ]  # fmt: skip
    assert all(one.data.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n") for one in files)
