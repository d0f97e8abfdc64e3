"""The export of LinkedIn, in the shape of every year, and as spreadsheets save it: each beside what it comes to."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.drafts_json import compare
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.linkedin.export import parse
from vaultnet.exchange.linkedin.name import clean_name
from vaultnet.exchange.linkedin.table import read_linkedin
from vaultnet.exchange.source import ImportContext, SourceFile

FOLDER = Path(__file__).parent / "linkedin"
TODAY = date(2026, 6, 15)
CONTEXT = ImportContext(TODAY)
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def sources(case: Path) -> tuple[SourceFile, ...]:
    files = sorted(case.iterdir()) if case.is_dir() else [case]
    return tuple(SourceFile(file.name, file.read_bytes()) for file in files)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_export_comes_to_what_stands_beside_it(case: Path, update: bool) -> None:
    compare(case, parse(sources(case), CONTEXT), update=update)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_row_is_told_of_once_or_rejected(case: Path) -> None:
    """Companies that are followed are only remarked on; a message to several people is a row of each of them."""
    tables = [table for table in map(read_linkedin, sources(case)) if table.kind != "follows"]
    rows = {(table.source, entry.line) for table in tables for entry in table.entries}
    rows |= {(row.source, row.line) for table in tables for row in table.rejected}
    assert set(rows_of(parse(sources(case), CONTEXT))) == rows


def rows_of(parsed: Parsed) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for draft in parsed.drafts:
        for line in [line for touch in draft.touches for line in touch.rows] or [draft.line]:
            found[draft.source, line] = "draft"
    for row in parsed.rejected:
        assert (row.source, row.line) not in found
        found[row.source, row.line] = "rejected"
    for own in parsed.own:
        found[own.source, own.line] = "own"
    return found


@pytest.mark.parametrize("how", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_it_comes_to_the_same_however_it_was_saved(how: str) -> None:
    text = (FOLDER / "german.csv").read_text(encoding="utf-8")
    names = [draft.name for draft in parse((SourceFile("x.csv", text.encode(how)),), CONTEXT).drafts]
    assert names == ["Jörg Müller", "Änne Weiß"]


def test_subjects_only_where_they_are_asked_for() -> None:
    files = sources(FOLDER / "messages-2023")
    assert not any("Pensions" in touch.text for draft in parse(files, CONTEXT).drafts for touch in draft.touches)
    asked = parse(files, ImportContext(TODAY, with_subjects=True))
    texts = [touch.text for draft in asked.drafts for touch in draft.touches]
    assert texts == ["on LinkedIn, 2 messages: Pensions", "on LinkedIn: Regatta", "on LinkedIn: Regatta"]


def test_in_a_german_vault_it_says_it_in_german() -> None:
    parsed = parse(sources(FOLDER / "contacts"), ImportContext(TODAY, language="de"))
    texts = [touch.text for draft in parsed.drafts for touch in draft.touches]
    assert any(text.startswith("auf LinkedIn eingeladen: Good talk") for text in texts)
    assert "bestätigt mir auf LinkedIn Python, Solvency II" in texts


def test_the_settings_say_who_is_me() -> None:
    parsed = parse(sources(FOLDER / "nobody"), ImportContext(TODAY, names=frozenset({"mira kellner"})))
    assert [(draft.name, draft.touches[0].direction) for draft in parsed.drafts] == [("Ann Lee", "from")]


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Ann", "Lee, PhD", "Ann Lee"),
        ("Ann", "Lee MBA", "Ann Lee"),
        ("Ann", "Lee PMP® (she/her)", "Ann Lee"),
        ("Jack", "Ma", "Jack Ma"),
        ("JACK", "MA", "JACK MA"),
        ("Jack", "Lee MA", "Jack Lee"),
        ("Prof. Dr. Karl", "Weiß", "Karl Weiß"),
        ("Ann - she/her", "Lee", "Ann Lee"),
        ("Jean-Pierre", "de la Cruz", "Jean-Pierre de la Cruz"),
        ("Dr.", "", "Dr."),
        ("✨", "", ""),
    ],
)
def test_a_name_without_what_was_put_around_it(first: str, last: str, name: str) -> None:
    assert clean_name(first, last).name == name


@pytest.mark.parametrize("data", [b"", b"No conversations found\n", b"a,b\n1,2\n", b"PK\x03\x04", b"\x89PNG\0"])
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        parse((SourceFile("x.csv", data),), CONTEXT)


SEEDS = [source.data for case in CASES for source in sources(case)]


@given(st.sampled_from(SEEDS), st.data())
def test_whatever_happened_to_a_file_it_is_drafts_or_reasons(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(start + 40, len(seed))))
    middle = data.draw(
        st.binary(max_size=8) | st.sampled_from([b'"', b",", b";", b"\n", b"\r", b"<!--", b"[[", b"\xff"])
    )
    try:
        parsed = parse((SourceFile("messages.csv", seed[:start] + middle + seed[end:]),), CONTEXT)
    except UsageError:
        return
    assert all(draft.name for draft in parsed.drafts)
    assert all(row.reason for row in parsed.rejected)
    rows_of(parsed)
