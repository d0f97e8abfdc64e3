"""The files of other tools, and the text of cards: each beside the drafts that become of it, written anew by
`pytest --update`.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.drafts_json import plain
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings

HERE = Path(__file__).parent
TODAY = date(2026, 6, 15)
COUNTRIES = {"one-line": "US", "us-address": "US", "columns": "US", "german-labels": "DE", "consultant-company": "DE"}
CASES = [
    *(("friends", path) for path in sorted((HERE / "friends").glob("*.md"))),
    *(
        ("monica", path)
        for path in sorted((HERE / "monica").glob("*.json"))
        if not path.name.endswith(".expected.json")
    ),
    *(("text", path) for path in sorted((HERE / "text").glob("*.txt"))),
    *((path.name, path) for path in sorted((HERE / "foreign").iterdir()) if path.is_dir()),
]


@cache
def _rules() -> Any:
    return build_rules(Settings())


def context(country: str = "") -> ImportContext:
    return ImportContext(TODAY, frozenset({"mira"}), country=country, kind_in=_rules().kind_in)


def sources(path: Path) -> tuple[SourceFile, ...]:
    if path.is_file():
        return (SourceFile(path.name, path.read_bytes()),)
    files = sorted(file for file in path.rglob("*.md") if file.is_file())
    return tuple(SourceFile(file.relative_to(path).as_posix(), file.read_bytes()) for file in files)


def parse(tool: str, *files: SourceFile, country: str = "") -> Parsed:
    return IMPORTERS[tool].parse(files, context(country))


@pytest.mark.parametrize(("tool", "path"), CASES, ids=[f"{tool}-{path.stem}" for tool, path in CASES])
def test_every_case_reads_as_expected(tool: str, path: Path, *, update: bool) -> None:
    told = plain(parse(tool, *sources(path), country=COUNTRIES.get(path.stem, "")), path.name)
    expected = path.with_name(f"{path.stem}{'.expected' if tool == 'monica' else ''}.json")
    if update:
        expected.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert told == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("tool", "name", "data", "said"),
    [
        ("friends", "friends.md", b"- Ada Example\n", 'has no heading "### Friends:"'),
        ("friends", "friends.md", b"\x89PNG\0" + b"text" * 9, "is not text"),
        ("monica", "export.json", b"{", "is no JSON"),
        ("monica", "export.json", b"[" * 100_000, "is no JSON"),
        ("monica", "export.json", b'{"account": []}', "is no export of Monica 4"),
        ("hal", "a.md", b"# A list of things\n", "no note here is a contact's"),
        ("text", "card.txt", b"PK\x03\x04", "is a zip archive"),
    ],
)
def test_what_is_of_another_format_is_refused(tool: str, name: str, data: bytes, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(tool, SourceFile(name, data))
    assert said in refused.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no name and no e-mail address: nobody to make a note for"),
        ("see you at 10\n", "no name and no e-mail address: nobody to make a note for"),
        ("me@example.com\nMira\n", "is your own card"),
        ("x" * 20_001, "is too long for a card: paste only the card"),
    ],
)
def test_a_text_that_is_no_card_is_a_rejected_row(text: str, said: str) -> None:
    mine = ImportContext(TODAY, emails=frozenset({"me@example.com"}))
    (row,) = IMPORTERS["text"].parse((SourceFile("card.txt", text.encode()),), mine).rejected
    assert row.reason == said


def test_no_line_of_a_card_is_lost() -> None:
    """Every word of a card is in a field or in the notes, but for separators and labels."""
    for path in sorted((HERE / "text").glob("*.txt")):
        if path.stem in {
            "whole-mail",
            "iphone",
            "disclaimer",
            "german",
            "german-legal",
            "dutch-closing",
            "html",
            "numbers-00",
        }:
            continue  # of these, what is no card is left out, or numbers are written otherwise
        (draft,) = parse("text", SourceFile(path.name, path.read_bytes())).drafts
        told = json.dumps(plain(Parsed((draft,)), ""), ensure_ascii=False).casefold()
        lost = [word for word in path.read_text(encoding="utf-8").split() if len(word) > 4 and word.isalpha()
                and word.casefold() not in told and word not in {"Phone:", "Address:"}]  # fmt: skip
        assert lost in ([], ["Mobile"]), (path.name, lost)


_SEEDS = {
    tool: next(b"\n".join(file.data for file in sources(path)) for name, path in CASES if name == tool)
    for tool in ("friends", "monica", "text", "orbit", "hermit")
}
_NAMES = {"monica": "export.json", "text": "card.txt", "hermit": "companies/acme/contacts/ada.md"}


@settings(max_examples=60)
@given(data=st.data(), tool=st.sampled_from(sorted(_SEEDS)))
def test_whatever_stands_in_a_file_comes_out_as_rows_or_is_refused(data: st.DataObject, tool: str) -> None:
    seed = _SEEDS[tool]
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 40)))
    middle = data.draw(st.one_of(st.binary(max_size=20), st.text(max_size=20).map(lambda text: text.encode())))
    try:
        read = parse(tool, SourceFile(_NAMES.get(tool, "a.md"), seed[:start] + middle + seed[end:]))
    except UsageError:
        return
    assert all(draft.name for draft in read.drafts)
    assert all(row.reason for row in read.rejected)


@settings(max_examples=60)
@given(value=st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
                          lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(
                              st.sampled_from(["uuid", "properties", "data", "type", "values", "first_name", "date", "birthdate",
                                               "tags", "messages", "contact", "happened_at", "of_contact"]), inner, max_size=4)),
                          max_leaves=12),
       kind=st.sampled_from(["contact", "relationship", "activity", "gift", "photo"]))  # fmt: skip
def test_an_export_of_monica_may_hold_anything(value: object, kind: str) -> None:
    contact = {"uuid": "1", "properties": {"first_name": "Ada", "birthdate": value, "tags": value, "gender": value},
               "data": [{"type": "call", "values": [value, {"properties": value}]}, {"type": kind, "values": [value]}]}  # fmt: skip
    account = {
        "data": [{"type": "contact", "values": [contact, value]}, {"type": kind, "values": [value]}],
        "instance": value,
    }
    read = parse("monica", SourceFile("export.json", json.dumps({"account": account}).encode()))
    assert len(read.drafts) + len(read.rejected) >= 2


@pytest.mark.parametrize("tool", ["friends", "monica", "text"])
def test_long_input_takes_time_in_proportion(tool: str) -> None:
    """What a pattern could go back and forth over: 10,000 characters are read, or refused, at once."""
    for piece in ("a ", "A a", "**_", "1 ", "+1 ", "@a.", "(", "\t ", "a-", "X, ", "www.a.", "12 "):
        text = piece * (9_900 // len(piece))
        body = json.dumps(
            {"account": {"data": [{"type": "contact", "values": [{"properties": {"first_name": text}}]}]}}
        )
        content = {"friends": f"### Friends:\n- {text}\n### Notes:\n- 2026-01-01: {text}\n", "monica": body}.get(
            tool, text
        )
        parse(tool, SourceFile("a.txt", content.encode()))


def test_a_broken_note_is_a_row_and_stops_nobody() -> None:
    broken = SourceFile("Broken One.md", b"---\ntype: person\nphone: [unclosed\n---\nbody\n")
    twice = SourceFile("Twice.md", b"---\ntype: person\nprm-tier: close\nprm-tier: far\n---\n")
    windows = SourceFile("Win Dows.md", b"\xef\xbb\xbf---\r\ntype: person\r\n---\r\nOne\r\n\r\nTwo\r\n")
    hidden = SourceFile(".trash/Gone.md", b"---\ntype: person\n---\n")
    read = parse("prm", broken, twice, windows, hidden)
    assert [(draft.name, draft.body) for draft in read.drafts] == [("Win Dows", "One\n\nTwo")]
    assert [row.source for row in read.rejected] == ["Broken One.md", "Twice.md"]
    assert "stands twice" in read.rejected[1].reason


def test_monica_speaks_the_language_of_the_vault() -> None:
    german = ImportContext(TODAY, language="de")
    ada = IMPORTERS["monica"].parse(sources(HERE / "monica/whole.json"), german).drafts[0]
    assert "Haustier: Rex (Dog)" in ada.notes
    assert ada.tasks[-1].text == "20 EUR zurückgeben"
