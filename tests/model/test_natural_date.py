"""Dates as people say them, typed into a field (for sentences see `test_natural_sense.py`). Today is Saturday, 2 May 2026."""

import re
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.natural_date import LOOK_ALIKE, NaturalDate, cut_out, find_natural_date, parse_natural_date
from vaultnet.model.natural_foreign import is_plain_abroad, rules_abroad
from vaultnet.model.natural_grammar import grammar_of, rules_for
from vaultnet.model.natural_meaning import Ask, Order, Prefer
from vaultnet.model.natural_sense import Phrase
from vaultnet.text.span import Span

TODAY = date(2026, 5, 2)

ENGLISH = """
    today                    2026-05-02
    yesterday                2026-05-01
    Yesterday evening        2026-05-01
    last night               2026-05-01
    day before yesterday     2026-04-30
    the day before yesterday 2026-04-30
    tomorrow                 2026-05-03
    day after tomorrow       2026-05-04
    friday                   2026-05-01
    on friday                2026-05-01
    Friday night             2026-05-01
    Sat                      2026-05-02
    last saturday            2026-04-25
    last friday              2026-05-01
    next tue                 2026-05-05
    next saturday            2026-05-09
    this friday              2026-05-01
    this sunday              2026-05-03
    3 days ago               2026-04-29
    3d ago                   2026-04-29
    a week ago               2026-04-25
    two weeks ago            2026-04-18
    a couple of weeks ago    2026-04-18
    a fortnight ago          2026-04-18
    2 months ago             2026-03-02
    a year ago               2025-05-02
    in 3 weeks               2026-05-23
    in 3w                    2026-05-23
    last week                2026-04-25
    next month               2026-06-02
    next year                2027-05-02
    2 May                    2026-05-02
    3 May                    2025-05-03
    May 2                    2026-05-02
    Dec. 24th                2025-12-24
    the 2nd of May           2026-05-02
    2 May 2020               2020-05-02
    May 2nd, 2026            2026-05-02
    Fri, 1 May               2026-05-01
    on Friday the 1st of May 2026-05-01
    29 feb                   2024-02-29
    2.5.                     2026-05-02
    2.5.2026                 2026-05-02
    2. 5. 2026               2026-05-02
    02.05.26                 2026-05-02
    02.05.69                 1969-05-02
    25/4                     2026-04-25
    4/25                     2026-04-25
    5/5                      2025-05-05
    2026-05-02               2026-05-02
    2026-05-02T10:30         2026-05-02
    2026-05-02 10:30         2026-05-02
    2026/05/02               2026-05-02
    20260502                 2026-05-02
    [[2026-05-02]]           2026-05-02
    on Fri 2026-05-01        2026-05-01
"""

GERMAN = """
    heute                    2026-05-02
    gestern                  2026-05-01
    gestern Abend            2026-05-01
    vorgestern               2026-04-30
    morgen                   2026-05-03
    morgen früh              2026-05-03
    übermorgen               2026-05-04
    am Freitag               2026-05-01
    Fr.                      2026-05-01
    letzten Freitag          2026-05-01
    am letzten Samstag       2026-04-25
    diesen Sonntag           2026-05-03
    nächsten Dienstag        2026-05-05
    vor 3 Tagen              2026-04-29
    vor einer Woche          2026-04-25
    vor zwei Monaten         2026-03-02
    in 2 Wochen              2026-05-16
    letzte Woche             2026-04-25
    nächsten Monat           2026-06-02
    2. Mai                   2026-05-02
    am 2. Mai 2026           2026-05-02
    1. Dez. 2025             2025-12-01
    am Fr., 1.5.2026         2026-05-01
    2.5.                     2026-05-02
    02.05.26                 2026-05-02
"""


def rows(table: str) -> list[tuple[str, date]]:
    split = (line.strip().rpartition(" ") for line in table.strip().splitlines())
    return [(text.strip(), date.fromisoformat(day)) for text, _, day in split]


@pytest.mark.parametrize(
    ("text", "day", "language"),
    [(*row, "en") for row in rows(ENGLISH)] + [(*row, "de") for row in rows(GERMAN)],
)
def test_a_field_is_taken_at_its_word(text: str, day: date, language: str) -> None:
    assert parse_natural_date(text, TODAY, language=language) == NaturalDate(day, Span(0, len(text)))
    assert parse_natural_date(f"  {text.upper()}\n", TODAY, language=language) == NaturalDate(
        day, Span(2, len(text) + 2)
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", date(2026, 5, 8)),
        ("saturday", date(2026, 5, 9)),  # who means today says today
        ("this friday", date(2026, 5, 8)),
        ("last friday", date(2026, 5, 1)),
        ("2 May", TODAY),
        ("1 May", date(2027, 5, 1)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_what_is_open_may_lie_ahead(text: str, day: date) -> None:
    assert parse_natural_date(text, TODAY, prefer="future").day == day


@pytest.mark.parametrize(
    ("text", "order", "answer"),
    [
        ("10/9", None, "ambiguous"),
        ("02-05-2026", None, "ambiguous"),
        ("5/2", "dmy", date(2026, 2, 5)),
        ("5/2", "mdy", TODAY),
        ("5/2/2026", "mdy", TODAY),
        ("5/2/26", "mdy", TODAY),
        ("02-05-2026", "dmy", TODAY),
        ("25/4", "mdy", "impossible"),
        ("2-5", "dmy", "unknown"),
        ("2-5-26", "dmy", "unknown"),
    ],
)
def test_slashes_need_an_order(text: str, order: Order | None, answer: date | str) -> None:
    found = parse_natural_date(text, TODAY, order=order)
    assert answer in (found.day, found.refusal)


@pytest.mark.parametrize(
    "text",
    [
        "31 feb",
        "30.2.2026",
        "2026-02-30",
        "5.13.",
        "0/0",
        "0 May",
        "Fri, 2 May",
        "Sun 2026-05-02",
        "9999 years ago",
        "in 9999 years",
    ],
)
def test_days_that_do_not_exist(text: str) -> None:
    assert parse_natural_date(text, TODAY) == NaturalDate(None, Span(0, len(text)), "impossible")


@pytest.mark.parametrize(
    "text", ["", " ", "may", "march on", "soon", "this week", "2.5", "[[Ada Lovelace]]", "May 2026", "x" * 9999]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_natural_date(text, TODAY).refusal == "unknown"


def test_no_leap_day_at_the_end_of_the_calendar() -> None:
    assert parse_natural_date("29 Feb", date(9998, 1, 1), prefer="future").refusal == "impossible"
    assert parse_natural_date("29 Feb", date(2, 1, 1)).refusal == "impossible"


def test_letters_that_look_alike_do_no_harm() -> None:
    """Patterns that ignore case take a few letters for others; the tables of words must know them all."""
    words = "abcdefghijklmnopqrstuvwxyzäöüß"
    alike = set(re.findall(f"[{words}]", "".join(map(chr, range(sys.maxunicode + 1))), re.IGNORECASE))
    strange = {letter for letter in alike if letter.lower() not in words}
    assert strange == set("İıſ")
    for text in ("frıday", "FRİDAY", "yeſterday", "3 week\u017f ago", "in 3 wee\u212as"):
        assert parse_natural_date(text, TODAY).day


PHRASES = st.sampled_from(
    [text for text, _ in rows(ENGLISH) + rows(GERMAN)]
    + "on am last next vor in 3 0 31 9999 may . , / - [[ ]] sun 2 ago weeks \u00a0 ı\u0130 99/99 until".split()  # noqa: SIM905
)


@given(
    st.text() | st.lists(PHRASES, max_size=6).map(" ".join),
    st.dates(),
    st.sampled_from([None, "dmy", "mdy"]),
    st.sampled_from(["past", "future"]),
    st.sampled_from(["en", "de", "xx"]),
)
def test_no_text_raises(text: str, today: date, order: Order | None, prefer: Prefer, language: str) -> None:
    whole = parse_natural_date(text, today, order=order, prefer=prefer, language=language)
    assert (whole.day is None) == (whole.refusal is not None)
    found = find_natural_date(text, today, order=order, prefer=prefer, language=language)
    if found:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert (found.day is None) == (found.refusal is not None)
        assert found.day is None or found.day == today or (found.day < today) == (prefer == "past")
        cut_out(text, found.span)


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31)), st.dates())
def test_every_way_to_write_a_date_means_it(day: date, today: date) -> None:
    for text in (f"{day}", f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%a %d %b %Y}"):
        assert parse_natural_date(text, today).day == day


@given(st.lists(PHRASES, max_size=4), st.sampled_from([" ", "", ".", "-", "\t"]), st.sampled_from(["en", "de"]))
def test_a_rule_left_out_would_have_found_nothing(phrases: list[str], between: str, language: str) -> None:
    text = between.join(phrases).translate(LOOK_ALIKE)
    asked = {rule.kind for rule in rules_for(text, language)}
    abroad = {rule.kind for rule in rules_abroad(text, language)}
    own = "de" if language == "en" else "en"
    for rule in grammar_of(language):
        assert rule.kind in asked or not rule.pattern.search(text)
        for match in rule.pattern.finditer(text):
            phrase = Phrase(rule, match, None, text, Ask(TODAY, None, "past", language))
            assert rule.kind in abroad or not is_plain_abroad(phrase, own)


@pytest.mark.parametrize(
    "text", ["on " * 5000, "[[" * 5000, "1." * 5000, "a couple of " * 900, "`" * 9999, "2 May " * 1600, " " * 9999]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    find_natural_date(text, TODAY, prefer="future")
    parse_natural_date(text, TODAY)
