"""Civil dates: every spelling that is read, birthdays, and arithmetic that never leaves the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.dates import (
    Gap,
    PartialDate,
    Unit,
    add_days,
    add_months,
    add_unit,
    add_working_days,
    days_in_month,
    describe_gap,
    months_between,
    next_occurrence,
    parse_birthday,
    parse_date,
    parse_date_in,
    years_at,
)
from vaultnet.model.moment_locale import GERMAN

SECOND_OF_MAY = date(2026, 5, 2)  # a Saturday


@pytest.mark.parametrize(
    "text",
    """
    2026-05-02
    2026-05-02T10:30:00
    2026-05-02T10:30:00.123Z
    2026-05-02T10:30:00+02:00
    2026-05-02 10:30
    2026-05-02T24:00
    2026/05/02
    2026.05.02
    2026-5-2
    20260502
    20260502T103000Z
    [[2026-05-02]]
    [[2026-05-02|last Saturday]]
    [[Daily/2026-05-02.md#Log|that day]]
    [[2026/05/02]]
    """.strip().splitlines(),
)
def test_dates_that_are_read(text: str) -> None:
    assert parse_date(text) == SECOND_OF_MAY


NO_DATES = """
    2026 | 2026-05 | 2026-02-30 | 2026-13-01 | 2026-00-01 | 0000-05-02 | 26-05-02 | 2026-05/02 | 2026-05-02T25:00
    | 2026-05-02 noon | 2026-05-02x | 02.05.2026 | soon | [[Ada]] | [[2026-05-02 | [[]] | |
"""


@pytest.mark.parametrize(
    "text",
    [
        *(text.strip() for text in NO_DATES.split(" | ")),
        *("２０２６-05-02", "2026-05-0\ud800", "9" * 5000, "[[" * 5000, " " * 5000 + "x"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "fmt"),
    [
        ("2026-05-02", "DD.MM.YYYY"),
        ("02.05.2026", "DD.MM.YYYY"),
        ("[[02.05.2026]]", "DD.MM.YYYY"),
        ("[[Daily/02.05.2026|then]]", "DD.MM.YYYY"),
        ("[[2026/02.05.2026]]", "YYYY/DD.MM.YYYY"),
        ("2026/05-02", "YYYY/MM-DD"),
        ("Samstag, 2. Mai 2026", "dddd, D. MMMM YYYY"),
    ],
)
def test_the_vaults_own_format_is_read_too(text: str, fmt: str) -> None:
    assert parse_date_in(text, ["YYYY", fmt], locale=GERMAN) == SECOND_OF_MAY


def test_other_formats_are_not_read() -> None:
    assert parse_date_in("02.05.2026", ["YYYY-MM-DD"]) is None
    assert parse_date_in("x" * 1000, ["[" + "x" * 1000 + "]"]) is None


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1985-04-17", "1985-04-17"),
        ("19850417", "1985-04-17"),
        ("1985/04/17", "1985-04-17"),
        ("1985-04-17T00:00:00Z", "1985-04-17"),
        ("[[1985-04-17]]", "1985-04-17"),
        (" 04-17 ", "--04-17"),
        ("--04-17", "--04-17"),
        ("--0417", "--04-17"),
        ("XXXX-04-17", "--04-17"),
        ("xxxx-04-17", "--04-17"),
        ("0000-04-17", "--04-17"),
        ("1604-04-17", "--04-17"),
        ("16040229", "--02-29"),
        ("02-29", "--02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_birthdays_that_are_read(text: str, birthday: str) -> None:
    read = parse_birthday(text)
    assert read is not None
    assert read.iso() == birthday


@pytest.mark.parametrize(
    "text", ["1985", "1985-04", "1985-02-29", "02-30", "13-01", "00-01", "04-00", "0417", "---17", "spring", ""]
)
def test_what_is_no_birthday(text: str) -> None:
    assert parse_birthday(text) is None


LEAP_DAY = PartialDate(2000, 2, 29)


@pytest.mark.parametrize(
    ("partial", "today", "expected"),
    [
        (PartialDate(None, 5, 2), SECOND_OF_MAY, date(2026, 5, 2)),
        (PartialDate(None, 5, 1), SECOND_OF_MAY, date(2027, 5, 1)),
        (PartialDate(1985, 12, 31), SECOND_OF_MAY, date(2026, 12, 31)),
        (LEAP_DAY, SECOND_OF_MAY, date(2027, 2, 28)),
        (LEAP_DAY, date(2027, 3, 1), date(2028, 2, 29)),
        (PartialDate(2030, 1, 1), SECOND_OF_MAY, date(2030, 1, 1)),
        (PartialDate(None, 1, 1), date.max, date(9999, 1, 1)),
    ],
)
def test_next_occurrence(partial: PartialDate, today: date, expected: date) -> None:
    assert next_occurrence(partial, today) == expected


@pytest.mark.parametrize(
    ("partial", "day", "years"),
    [
        (PartialDate(1985, 4, 17), date(2026, 4, 16), 40),
        (PartialDate(1985, 4, 17), date(2026, 4, 17), 41),
        (LEAP_DAY, date(2026, 2, 28), 26),
        (LEAP_DAY, date(2028, 2, 28), 27),
        (PartialDate(None, 4, 17), SECOND_OF_MAY, None),
        (PartialDate(2030, 4, 17), SECOND_OF_MAY, None),
    ],
)
def test_years_at(partial: PartialDate, day: date, years: int | None) -> None:
    assert years_at(partial, day) == years


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
        (SECOND_OF_MAY, 10**20, date.max),
        (SECOND_OF_MAY, -(10**20), date.min),
    ],
)
def test_add_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("year", "days"), [(2023, 28), (2024, 29), (1900, 28), (2000, 29)])
def test_days_in_february(year: int, days: int) -> None:
    assert days_in_month(year, 2) == days


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("day", date(2026, 5, 4)), ("week", date(2026, 5, 16)), ("month", date(2026, 7, 2)), ("year", date(2028, 5, 2))],
)
def test_add_unit(unit: Unit, expected: date) -> None:
    assert add_unit(SECOND_OF_MAY, 2, unit) == expected


FRIDAY = date(2026, 5, 1)
MONDAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (FRIDAY, 1, MONDAY),
        (SECOND_OF_MAY, 1, MONDAY),
        (SECOND_OF_MAY, 0, SECOND_OF_MAY),
        (MONDAY, -1, FRIDAY),
        (FRIDAY, 10, date(2026, 5, 15)),
        (date.max, 3, date.max),
        (date.min, -3, date.min),
    ],
)
def test_add_working_days(day: date, days: int, expected: date) -> None:
    assert add_working_days(day, days) == expected


def test_holidays_and_weekends_of_ones_own() -> None:
    assert add_working_days(FRIDAY, 1, holidays=frozenset({MONDAY})) == date(2026, 5, 5)
    assert add_working_days(FRIDAY, 1, weekend={4, 5}) == date(2026, 5, 3)


def test_without_working_days_the_calendar_ends() -> None:
    never = frozenset(range(7))
    assert add_working_days(FRIDAY, 1, weekend=never) == date.max
    assert add_working_days(FRIDAY, -1, weekend=never) == date.min
    assert add_working_days(FRIDAY, 0, weekend=never) == FRIDAY


@pytest.mark.parametrize(
    ("since", "gap"),
    [
        (date(2026, 5, 2), Gap(0, "day")),
        (date(2026, 5, 1), Gap(1, "day")),
        (date(2026, 4, 29), Gap(3, "day")),
        (date(2026, 4, 18), Gap(2, "week")),
        (date(2026, 3, 3), Gap(8, "week")),
        (date(2026, 3, 2), Gap(2, "month")),
        (date(2025, 10, 2), Gap(7, "month")),
        (date(2024, 5, 3), Gap(23, "month")),
        (date(2024, 5, 2), Gap(2, "year")),
        (date(1996, 6, 2), Gap(29, "year")),
        (date(2026, 5, 5), Gap(-3, "day")),
        (date(2026, 6, 1), Gap(-4, "week")),
    ],
)
def test_describe_gap(since: date, gap: Gap) -> None:
    assert describe_gap(since, SECOND_OF_MAY) == gap


@given(st.dates())
def test_every_date_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"[[{day}]]", f"{day:%Y}/{day:%m}/{day:%d}".rjust(10, "0"), f"{day} 10:30"):
        assert parse_date(text) == day


@given(st.dates(), st.integers(-500_000, 500_000), st.integers(0, 500))
def test_add_months_never_goes_back(day: date, months: int, more: int) -> None:
    assert add_months(day, months) <= add_months(day, months + more)
    assert add_months(day, months) <= add_months(add_days(day, more), months)


@given(st.dates(), st.dates())
def test_months_between_are_those_that_can_be_added(one: date, other: date) -> None:
    since, until = sorted((one, other))
    months = months_between(since, until)
    assert add_months(since, months) <= until
    assert until < add_months(since, months + 1) or add_months(since, months + 1) == date.max


@given(st.dates(max_value=date(9998, 1, 1)), st.integers(1, 200), st.frozensets(st.dates(), max_size=5))
def test_working_days_that_were_added_are_counted(day: date, days: int, holidays: frozenset[date]) -> None:
    end = add_working_days(day, days, holidays)
    passed = (date.fromordinal(ordinal) for ordinal in range(day.toordinal() + 1, end.toordinal() + 1))
    assert sum(each.weekday() < 5 and each not in holidays for each in passed) == days
    assert end.weekday() < 5
    assert end not in holidays
    assert date.min <= add_working_days(day, -days) <= day


@given(st.dates(min_value=date(1, 3, 1), max_value=date(9990, 1, 1)), st.dates(max_value=date(9990, 1, 1)))
def test_the_next_occurrence_lies_within_a_year(born: date, today: date) -> None:
    partial = PartialDate(None, born.month, born.day)
    assert timedelta() <= next_occurrence(partial, today) - today <= timedelta(366)
    assert parse_birthday(partial.iso()) == partial


@given(st.text() | st.text("0123456789-/.[]|XT: ", max_size=20))
def test_no_text_raises(text: str) -> None:
    parse_date(text)
    parse_date_in(text, [text, "YYYY-MM-DD"])
    birthday = parse_birthday(text)
    if birthday:
        next_occurrence(birthday, date.max)
        years_at(birthday, date.min)


@given(st.dates(), st.dates(), st.dates())
def test_a_longer_gap_is_never_called_shorter(one: date, two: date, three: date) -> None:
    rank = ["day", "week", "month", "year"]
    since, earlier_today, today = sorted((one, two, three))
    first, second = describe_gap(since, earlier_today), describe_gap(since, today)
    assert (rank.index(first.unit), first.count) <= (rank.index(second.unit), second.count)
