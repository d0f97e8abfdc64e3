"""Calendars and mailboxes: each file beside whom it tells of, and what no file may do to the reader."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.drafts_json import compare
from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.ics.lines import unfold_lines
from vaultnet.exchange.source import ImportContext, SourceFile

FOLDER = Path(__file__).parent
CASES = sorted([*(FOLDER / "ics").glob("*.ics"), *(FOLDER / "mbox").glob("*.mbox")])
FORMATS = {".ics": "ics", ".mbox": "mbox"}


def parse(format_name: str, *files: bytes, **told: object) -> Parsed:
    context = ImportContext(date(2026, 6, 15), emails=frozenset({"me@example.com"}), **told)  # type: ignore[arg-type]
    sources = (SourceFile(f"{number}.{format_name}" if len(files) > 1 else "file", data)
               for number, data in enumerate(files, 1))  # fmt: skip
    return IMPORTERS[format_name].parse(tuple(sources), context)


def days(parsed: Parsed) -> list[str]:
    return [f"{touch.day.isoformat()} {touch.time}".strip() for draft in parsed.drafts for touch in draft.touches]


def counted(parsed: Parsed) -> tuple[int, int]:
    """(what was read, the sum of the lines below it): the two must agree."""
    numbers = [int(remark.rpartition(": ")[2]) for remark in parsed.remarks]
    return numbers[0], sum(numbers[1:])


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_file_comes_to_what_stands_beside_it(file: Path, update: bool) -> None:
    parsed = IMPORTERS[FORMATS[file.suffix]].parse(
        (SourceFile(file.name, file.read_bytes()),),
        ImportContext(date(2026, 6, 15), emails=frozenset({"me@example.com"}), with_subjects=True),
    )
    compare(file, parsed, update=update)
    assert len({counted(parsed)[0], counted(parsed)[1]}) == 1


def event(*lines: str, uid: str = "1", people: Iterable[str] = ("ada@example.com",)) -> str:
    return "\n".join(
        ("BEGIN:VEVENT", f"UID:{uid}", *lines, *(f"ATTENDEE:mailto:{one}" for one in people), "END:VEVENT")
    )


def calendar(*events: str, head: str = "VERSION:2.0") -> bytes:
    return "\n".join(("BEGIN:VCALENDAR", head, *events, "END:VCALENDAR", "")).encode()


@pytest.mark.parametrize(
    ("start", "zone", "day"),
    [
        ("DTSTART:20260501T233000", "Asia/Tokyo", "2026-05-01 23:30"),  # floating: the same on every clock
        ("DTSTART:20260501T233000Z", "", "2026-05-01 23:30"),
        ("DTSTART:20260501T233000Z", "Europe/Amsterdam", "2026-05-02 01:30"),
        ("DTSTART;TZID=America/New_York:20260501T233000", "", "2026-05-01 23:30"),
        ("DTSTART;TZID=America/New_York:20260501T233000", "Europe/Amsterdam", "2026-05-02 05:30"),
        ("DTSTART;TZID=Tokyo Standard Time:20260502T010000", "Europe/Amsterdam", "2026-05-01 18:00"),
        ("DTSTART;VALUE=DATE:20260501", "Asia/Tokyo", "2026-05-01"),
    ],
)
def test_a_day_is_that_of_the_vault(start: str, zone: str, day: str) -> None:
    assert days(parse("ics", calendar(event(start)), timezone=zone)) == [day]


@pytest.mark.parametrize("head", ["X-WR-TIMEZONE:Nowhere/At All", "X-WR-TIMEZONE:../../etc/passwd"])
def test_a_calendar_of_no_zone_is_told_as_it_is_written(head: str) -> None:
    assert days(parse("ics", calendar(event("DTSTART:20260501T233000Z"), head=head))) == ["2026-05-01 23:30"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b"=?utf-8?b?a?= <ada@example.com>", "=?utf-8?b?a?="),  # what cannot be decoded stays as it is
        (b"=?utf-8?q?Ad=E9?= <ada@example.com>", "Ad\u00e9"),
        (b"=?x?q?=41da?= <ada@example.com>", "Ada"),
        (b"'ada@example.com' <ada@example.com>", ""),
    ],
)
def test_a_name_is_read_whatever_its_letters_are_called(header: bytes, name: str) -> None:
    data = b"From: %s\nTo: me@example.com\nDate: Fri, 1 May 2026 10:00 +0200\n\n" % header
    (draft,) = parse("mbox", data).drafts
    assert (draft.name, draft.email) == (name, ("ada@example.com",))


def test_the_last_day_of_the_calendar_is_one() -> None:
    data = b"From: ada@example.com\nTo: me@example.com\nDate: Fri, 31 Dec 9999 23:30:00 -0500\n\n"
    assert parse("mbox", data, timezone="Asia/Tokyo").remarks[-1] == "Left out, dated after today: 1"


def test_lines_are_put_together_and_numbered_by_where_they_begin() -> None:
    assert [*unfold_lines("A:1\n 2\r\nB:3\r\t4\n\n\nC")] == [(1, "A:12"), (3, "B:34"), (7, "C")]
    assert [*unfold_lines("\n\n")] == []


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3", ["2026-05-01 10:00", "2026-05-08 10:00", "2026-05-15 10:00"]),
        ("RRULE:FREQ=MONTHLY;UNTIL=20260601T100000", ["2026-05-01 10:00", "2026-06-01 10:00"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260508T100000", ["2026-05-01 10:00", "2026-05-15 10:00"]),
        ("RDATE:20260503T100000,20260504T100000", ["2026-05-01 10:00", "2026-05-03 10:00", "2026-05-04 10:00"]),
    ],
)
def test_a_series_is_told_day_by_day(rule: str, expected: list[str]) -> None:
    assert days(parse("ics", calendar(event("DTSTART:20260501T100000", *rule.split("\n"))))) == expected


def test_a_day_of_an_event_is_told_once() -> None:
    twice = event("DTSTART:20260501T100000", "RDATE:20260501T150000", "SUMMARY:Workshop")
    assert days(parse("ics", calendar(twice))) == ["2026-05-01 10:00"]


def test_a_rule_of_a_thousand_years_is_followed_for_twenty() -> None:
    found = days(parse("ics", calendar(event("DTSTART:10260101T100000", "RRULE:FREQ=MONTHLY"))))
    assert (found[0], found[-1], len(found)) == ("2006-06-01 10:00", "2026-06-01 10:00", 241)


def test_a_cancellation_sent_later_takes_the_meeting_out() -> None:
    invitation = calendar(event("DTSTART:20260501T100000", "SEQUENCE:0"), head="METHOD:REQUEST")
    cancellation = calendar(event("DTSTART:20260501T100000", "SEQUENCE:1"), head="METHOD:CANCEL")
    assert days(parse("ics", invitation)) == ["2026-05-01 10:00"]
    for files in ((invitation, cancellation), (cancellation, invitation)):
        parsed = parse("ics", *files)
        assert (parsed.drafts, parsed.remarks) == ((), ("Events read: 1", "Left out, cancelled: 1"))


def test_kinds_are_the_vaults_own_words() -> None:
    words = {"Kaffee mit Ada": "coffee", "The letter": "letter"}
    events = [
        event(f"DTSTART:2026050{number}T100000", f"SUMMARY:{text}", uid=text) for number, text in enumerate(words, 1)
    ]
    (draft,) = parse("ics", calendar(*events), kind_in=words.__getitem__).drafts
    assert [touch.kind for touch in draft.touches] == ["coffee", "meeting"]


def test_without_an_address_of_mine_a_calendar_says_so_and_a_mailbox_is_refused() -> None:
    context = ImportContext(date(2026, 6, 15))
    source = SourceFile("x.ics", calendar(event("DTSTART:20260501T100000")))
    assert "write them under [me] emails" in IMPORTERS["ics"].parse((source,), context).remarks[-1]
    with pytest.raises(UsageError, match="say which addresses are yours"):
        IMPORTERS["mbox"].parse((SourceFile("x.mbox", b""),), context)


@pytest.mark.parametrize(
    ("format_name", "data"),
    [("ics", b"Name,Mail\n"), ("mbox", b"Dear all,\n"), ("mbox", b"BEGIN:VCALENDAR\n"), ("mbox", b"")],
)
def test_what_is_of_another_format_is_refused(format_name: str, data: bytes) -> None:
    with pytest.raises(UsageError):
        parse(format_name, data)


def test_subjects_only_when_asked_for() -> None:
    data = (FOLDER / "mbox/thunderbird.mbox").read_bytes()
    texts = {touch.text for draft in parse("mbox", data).drafts for touch in draft.touches}
    assert texts == {""}


def test_a_mail_at_midnight_is_of_the_vaults_day() -> None:
    data = (FOLDER / "mbox/takeout.mbox").read_bytes()
    assert days(parse("mbox", data)) == ["2023-08-08", "2023-08-08"]
    assert days(parse("mbox", data, timezone="Europe/Amsterdam")) == ["2023-08-09", "2023-08-09"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_line_ends_do_not_matter(end: bytes) -> None:
    for format_name, file in (("mbox", "mbox/thunderbird.mbox"), ("ics", "ics/outlook.ics")):
        data = (FOLDER / file).read_bytes()
        assert parse(format_name, data.replace(b"\n", end)) == parse(format_name, data)


@given(st.sampled_from(CASES), st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_happened_to_a_file_it_is_read_or_refused(file: Path, chance: st.DataObject) -> None:
    data = file.read_bytes()
    start = chance.draw(st.integers(0, len(data)))
    end = chance.draw(st.integers(start, min(start + 60, len(data))))
    garbage = chance.draw(st.binary(max_size=20) | st.text('\r\n;:,="TZ0919<>@', max_size=20).map(str.encode))
    try:
        parsed = parse(FORMATS[file.suffix], data[:start] + garbage + data[end:])
    except UsageError:
        return
    assert counted(parsed)[0] == counted(parsed)[1]
    assert len({(draft.source, draft.line) for draft in parsed.drafts}) == len(parsed.drafts)


def test_a_large_mailbox_takes_its_time_and_no_more() -> None:
    """Every message is looked at once: ten times the file is no more than ten times the messages."""
    letter = b"From a@x Fri May  1 10:00:00 2026\nFrom: ada@example.com\nTo: me@example.com\nDate: Fri, 1 May 2026 10:00:00 +0200\n\n"
    (draft,) = parse("mbox", (letter + b"From the start\n" * 20 + b"\n") * 500).drafts
    assert (draft.line, len(draft.touches)) == (1, 1)
