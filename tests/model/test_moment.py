"""moment.js formats, measured against moment 2.31 (`moment_golden.json`: what npm's moment answered, TZ=UTC).

In the golden file, a parse that depended on moment's clock is recorded as no date, which is our answer.
"""

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.moment import format_moment, parse_moment
from vaultnet.model.moment_fields import MEANINGS
from vaultnet.model.moment_format import WRITERS
from vaultnet.model.moment_locale import ENGLISH, GERMAN, MomentLocale, moment_locale
from vaultnet.model.moment_parse import reader_of
from vaultnet.model.moment_week import week_of, week_start_of, weeks_in

GOLDEN: dict[str, Any] = json.loads(Path(__file__).with_name("moment_golden.json").read_text(encoding="utf-8"))
LOCALES = {
    "en/sunday": ENGLISH,
    "en/monday": MomentLocale("en", "monday"),
    "de/monday": GERMAN,
    "de/sunday": MomentLocale("de", "sunday"),
}
# Where we differ from moment, each on purpose.
DEPARTURES = {
    ("2026-122 Saturday", "YYYY-DDDD dddd"): date(2026, 5, 2),  # moment asks its clock for the week instead
    ("2026-05-02", "YYYY-MM-DD[]"): date(2026, 5, 2),  # what moment writes so, moment cannot read
    ("0000-01-01", "YYYY-MM-DD"): None,  # no such year in Python
}

EXAMPLE = datetime(2025, 12, 29, 9, 5, 3)
TABLE = """
    YYYY YY Y YYYYYY              2025 25 2025 +002025
    Q Qo                          4 4th
    M Mo MM MMM MMMM              12 12th 12 Dec December
    D Do DD DDD DDDo DDDD         29 29th 29 363 363rd 363
    d do dd ddd dddd e E          1 1st Mo Mon Monday 1 1
    w wo ww gg gggg               1 1st 01 26 2026
    W Wo WW GG GGGG               1 1st 01 26 2026
    H HH h hh k kk m mm s ss A a  9 09 9 09 9 09 5 05 3 03 AM am
    X x Z ZZ                      1766999103 1766999103000 +00:00 +0000
"""


@pytest.mark.parametrize(
    "row", [re.split("  +", row.strip()) for row in TABLE.strip().splitlines()], ids=lambda row: row[0]
)
def test_every_token_of_the_reference(row: list[str]) -> None:
    fmt, expected = row
    assert format_moment(fmt, EXAMPLE, locale=ENGLISH) == expected


@pytest.mark.parametrize("fmt", GOLDEN["formats"])
def test_format_as_moment_does(fmt: str) -> None:
    moments = [datetime.fromisoformat(text) for text in GOLDEN["dates"]]
    for name, golden in GOLDEN["formats"][fmt].items():
        rows = enumerate(golden) if isinstance(golden, list) else ((int(index), text) for index, text in golden.items())
        for index, expected in rows:
            assert format_moment(fmt, moments[index], locale=LOCALES[name]) == expected, (name, moments[index])


@pytest.mark.parametrize(("text", "fmt", "golden"), GOLDEN["parses"])
def test_parse_as_moment_does(text: str, fmt: str, golden: str | dict[str, str | None] | None) -> None:
    for name, locale in LOCALES.items():
        if isinstance(golden, dict) and name not in golden:
            continue
        expected = golden[name] if isinstance(golden, dict) else golden
        wanted = date.fromisoformat(expected) if expected and expected > "0001" else None
        if (text, fmt) in DEPARTURES and locale.language == "en":
            wanted = DEPARTURES[text, fmt]
        elif (text, fmt) in DEPARTURES:
            continue
        assert parse_moment(text, fmt, locale=locale) == wanted, name


@pytest.mark.parametrize(
    ("fmt", "written"),
    [
        ("yyyy-MM-dd", "2025-12-Mo"),  # copied from Java: era year, and the weekday
        ("Do[th]", "29thth"),
        ("[unpaired YYYY", "[unpamir11 2025"),
        ("[YYYY", "[2025"),
        ("gggg-[W]ww", "2026-W01"),
        ("YYYY/MM-MMMM/YYYY-MM-DD", "2025/12-December/2025-12-29"),
        ("", ""),
        ("\n", ""),
    ],
)
def test_traps_when_writing(fmt: str, written: str) -> None:
    assert format_moment(fmt, EXAMPLE, locale=ENGLISH) == written


@pytest.mark.parametrize(
    ("text", "fmt", "day"),
    [
        ("2026-8-22", "YYYY-MM-DD", None),
        ("Friday 2026-08-22", "dddd YYYY-MM-DD", None),
        ("Saturday 2026-08-22", "dddd YYYY-MM-DD", date(2026, 8, 22)),
        ("Frıday 2026-08-21", "dddd YYYY-MM-DD", None),  # not an i
        ("2026-ſep-22", "YYYY-MMM-DD", None),
        ("2021-W53", "GGGG-[W]WW", None),
        ("68-01-01", "YY-MM-DD", date(2068, 1, 1)),
        ("69-01-01", "YY-MM-DD", date(1969, 1, 1)),
        ("2026-W01", "gggg-[W]ww", date(2025, 12, 28)),
        ("05-02", "MM-DD", None),  # moment would take the year from its clock
        ("17th", "Do", None),
        ("1st 2026", "Mo YYYY", None),  # moment writes this and cannot read it
        ("2026-05-02T23:00+09:00", "YYYY-MM-DD[T]HH:mmZ", date(2026, 5, 2)),  # an offset does not move the date
        ("9999-12-31 24:00", "YYYY-MM-DD HH:mm", None),
        ("999999999999999", "x", None),
        ("9" * 5000, "Y", None),
        ("9" * 5000, "YYYY", None),
        ("literal", "[literal]", None),
        ("", "", None),
    ],
)
def test_traps_when_reading(text: str, fmt: str, day: date | None) -> None:
    assert parse_moment(text, fmt, locale=ENGLISH) == day


def test_a_date_is_its_midnight() -> None:
    assert format_moment("YYYY-MM-DD HH:mm:ss.SSS", date(2026, 5, 2), locale=ENGLISH) == "2026-05-02 00:00:00.000"


def test_zones_show_in_offsets_and_timestamps_alone() -> None:
    east = datetime(1970, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    west = datetime(1969, 12, 31, 20, 30, tzinfo=timezone(-timedelta(hours=3, minutes=30)))
    assert format_moment("YYYY-MM-DD HH X Z ZZ", east, locale=ENGLISH) == "1970-01-01 02 0 +02:00 +0200"
    assert format_moment("YYYY-MM-DD HH X Z", west, locale=ENGLISH) == "1969-12-31 20 0 -03:30"
    assert format_moment("x", datetime(1970, 1, 1, tzinfo=UTC), locale=ENGLISH) == "0"


def test_a_locale_is_english_where_the_language_is_not_known() -> None:
    assert moment_locale("de") == GERMAN
    assert moment_locale("en", "monday") == MomentLocale("en", "monday")
    assert format_moment("MMMM", EXAMPLE, locale=moment_locale("xx")) == "December"


def test_whatever_can_be_read_can_be_written() -> None:
    assert set(MEANINGS) <= set(WRITERS)
    assert all(reader_of(token, ENGLISH) for token in MEANINGS)


def test_weeks_at_the_ends_of_the_calendar() -> None:
    assert week_of(date.max, "sunday") == (10000, 1)
    assert week_of(date.max, "monday") == (9999, 52)
    assert week_of(date.min, "monday") == (1, 1)
    assert parse_moment("0001-W01", "gggg-[W]ww", locale=ENGLISH) is None  # its first day lies in the year 0
    assert parse_moment("0000-W50", "GGGG-[W]WW", locale=ENGLISH) is None


@given(st.dates())
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    year, week, weekday = day.isocalendar()
    assert week_of(day, "monday") == (year, week)
    assert week_start_of(year, week, "monday") + weekday - 1 == day.toordinal()
    assert weeks_in(day.year, "monday") in (52, 53)


UNAMBIGUOUS = [
    "YYYY-MM-DD",
    "YYYYMMDD",
    "YYYY/MM/YYYY-MM-DD",
    "D.M.YYYY",
    "dddd, MMMM Do YYYY",
    "ddd D MMM YYYY",
    "dd DD.MM.YYYY",
    "gggg-[W]ww-e",
    "gggg-[W]ww ddd",
    "GGGG-[W]WW-E",
    "YYYY-DDDD",
    "YYYY[ day ]DDD",
    "LL",
    "ll",
    "LLLL",
    "YYYY-MM-DD[T]HH:mm:ss.SSSZ",
    "X",
    "x",
    "YYYY [年] MM DD N",
]


BEFORE_THE_LAST_WEEKS = st.dates(max_value=date(9999, 12, 1))  # which are counted to the year 10000


@given(BEFORE_THE_LAST_WEEKS, st.sampled_from(UNAMBIGUOUS), st.sampled_from(list(LOCALES.values())))
def test_what_was_written_is_read_back(day: date, fmt: str, locale: MomentLocale) -> None:
    assert parse_moment(format_moment(fmt, day, locale=locale), fmt, locale=locale) == day


@given(BEFORE_THE_LAST_WEEKS, st.sampled_from(["GGGG-[W]WW", "gggg-[W]ww", "YYYY-MM", "YYYY-[Q]Q", "YYYY"]))
def test_a_longer_period_is_read_as_its_first_day(day: date, fmt: str) -> None:
    read = parse_moment(format_moment(fmt, day, locale=GERMAN), fmt, locale=GERMAN)
    assert read is not None
    assert read <= day
    assert format_moment(fmt, read, locale=GERMAN) == format_moment(fmt, day, locale=GERMAN)


PIECES = st.lists(
    st.sampled_from([*WRITERS, "[", "]", "\\", "-", " ", "/", "[x]", "L", "ll", "\n", "ü"]), max_size=8
).map("".join)


@given(PIECES | st.text(max_size=30), st.datetimes(), st.sampled_from(list(LOCALES.values())), st.text(max_size=20))
def test_no_format_and_no_text_raises(fmt: str, moment: datetime, locale: MomentLocale, text: str) -> None:
    written = format_moment(fmt, moment, locale=locale)
    for attempt in (text, written, written + text):
        read = parse_moment(attempt, fmt, locale=locale)
        assert read is None or type(read) is date
