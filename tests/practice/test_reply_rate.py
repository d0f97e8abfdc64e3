"""By which channel people answer: tables of histories, and what came of what went out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.network import Touch
from vaultnet.model.richness import IN_PERSON, LIVE, WRITTEN
from vaultnet.model.settings import DEFAULT_KINDS, Settings
from vaultnet.model.working_days import WorkingDays
from vaultnet.practice.reply_rate import ReplyRate, reply_rates

LADDER = Settings().ladder  # 5, 7 and 10 working days: 22 in all
FIRST, TODAY = date(2026, 1, 1), date(2026, 6, 15)


def touch(text: str) -> Touch:
    """`2026-04-01 email to words #asked`."""
    day, kind, way, *words = text.split()
    tags = tuple(word[1:] for word in words if word.startswith("#"))
    said = " ".join(word for word in words if not word.startswith("#"))
    richness = DEFAULT_KINDS[kind].richness if kind in DEFAULT_KINDS else 0
    direction = "" if way == "-" else way
    return Touch(date.fromisoformat(day), "", kind, richness, direction, said, tags, "log", "Ada.md", 1)


def rates(*histories: tuple[str, ...]) -> dict[str, tuple[int, int, int]]:
    read = [tuple(sorted(map(touch, lines), key=lambda one: one.day, reverse=True)) for lines in histories]
    found = reply_rates(read, LADDER, WorkingDays(), FIRST, TODAY)
    return {rate.kind: (rate.sent, rate.answered, rate.waiting) for rate in found}


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (("2026-04-01 email to hello", "2026-04-03 email from yes"), {"email": (1, 1, 0)}),
        (("2026-04-01 email to hello",), {"email": (1, 0, 0)}),
        (("2026-06-10 email to hello",), {"email": (1, 0, 1)}),  # too early to tell
        (("2026-05-14 email to hello",), {"email": (1, 0, 0)}),  # 22 working days ago
        (("2026-05-15 email to hello",), {"email": (1, 0, 1)}),
        (("2026-04-01 email to hello", "2026-05-01 email from yes"), {"email": (1, 1, 0)}),  # on the last day
        (("2026-04-01 email to hello", "2026-05-02 email from yes"), {"email": (1, 0, 0)}),  # after it
        # The newest of what went out gets the credit.
        (("2026-04-01 email to a", "2026-04-09 letter to b", "2026-04-12 email from c"),
         {"email": (1, 0, 0), "letter": (1, 1, 0)}),
        # Speaking with somebody answers what was written before, and reaches them.
        (("2026-04-01 email to a", "2026-04-09 call - spoke"), {"email": (1, 1, 0), "call": (1, 1, 0)}),
        (("2026-04-01 email to a", "2026-04-09 coffee - spoke"), {"email": (1, 1, 0)}),
        (("2026-04-01 call - voicemail",), {"call": (1, 0, 0)}),
        (("2026-04-01 call - voicemail", "2026-04-02 message from sorry"), {"call": (1, 1, 0)}),
        (("2026-04-01 call from she called",), {}),
        # An ask waits for its answer, by whatever channel it was made.
        (("2026-04-01 coffee - a word #asked",), {"coffee": (1, 0, 0)}),
        (("2026-04-01 coffee - a word #asked #answered",), {"coffee": (1, 1, 0)}),
        (("2026-04-01 call - a word #asked", "2026-04-20 email from yes"), {"call": (1, 1, 0)}),
        (("2026-04-01 email to a #asked", "2026-04-08 coffee - she said yes #answered"), {"email": (1, 1, 0)}),
        (("2026-04-01 coffee - no question",), {}),
        (("2026-04-01 introduction - of two",), {}),
        (("2026-04-01 mention -",), {}),
        (("2025-12-31 email to before the stretch", "2026-01-02 email from yes"), {}),
    ],
)  # fmt: skip
def test_what_came_of_it(history: tuple[str, ...], expected: dict[str, tuple[int, int, int]]) -> None:
    assert rates(history) == expected


def test_the_most_used_channel_comes_first_and_people_are_not_told_apart() -> None:
    found = rates(
        ("2026-04-01 email to a", "2026-04-02 email from b"), ("2026-04-01 email to a",), ("2026-04-01 card to a",)
    )
    assert list(found.items()) == [("email", (2, 1, 0)), ("card", (1, 0, 0))]


def test_a_share_is_of_what_had_its_time() -> None:
    assert ReplyRate("email", 5, 2, 1).share == 0.5
    assert ReplyRate("email", 1, 0, 1).share is None


KINDS = st.sampled_from(
    [("email", WRITTEN, "to"), ("email", WRITTEN, "from"), ("call", LIVE, ""), ("coffee", IN_PERSON, "")]
)
DAYS = st.dates(date(2025, 12, 1), TODAY)
TAGS = st.sampled_from([(), ("asked",), ("answered",), ("asked", "answered")])


@given(st.lists(st.tuples(DAYS, KINDS, TAGS, st.sampled_from(["", "voicemail"])), max_size=12))
def test_nothing_is_answered_that_did_not_go_out(
    rows: list[tuple[date, tuple[str, int, str], tuple[str, ...], str]],
) -> None:
    touches = [
        Touch(day, "", kind, richness, way, text, tags, "log", "Ada.md", line)
        for line, (day, (kind, richness, way), tags, text) in enumerate(rows, 1)
    ]
    history = tuple(sorted(touches, key=lambda one: one.day, reverse=True))
    found = reply_rates([history], LADDER, WorkingDays(), FIRST, TODAY)
    assert all(0 <= rate.answered + rate.waiting <= rate.sent for rate in found)
    assert sum(rate.sent for rate in found) <= sum(touch.day >= FIRST for touch in touches)
