"""An ask and its answer on one day: which of them came later."""

from datetime import date

import pytest

from vaultnet.model.network import Touch
from vaultnet.practice.asks import open_asks
from vaultnet.practice.replies import unanswered


def touch(line: int, *tags: str, kind: str = "email", time: str = "", day: int = 5, path: str = "Ada.md") -> Touch:
    direction = "from" if kind == "from" else "to"
    richness = 2 if kind == "call" else 1
    return Touch(date(2026, 4, day), time, kind, richness, direction, "", tags, "log", path, line)


ASK = touch(5, "asked")
BEFORE_IN_A_LOG_THAT_READS_DOWN = touch(4, day=1)
BEFORE_IN_A_LOG_THAT_READS_UP = touch(9, day=1)


@pytest.mark.parametrize(
    ("others", "is_open"),
    [
        ((touch(6, kind="from"), BEFORE_IN_A_LOG_THAT_READS_DOWN), False),
        ((touch(6, kind="from"), BEFORE_IN_A_LOG_THAT_READS_UP), True),
        ((touch(4, kind="from"), BEFORE_IN_A_LOG_THAT_READS_UP), False),
        ((touch(6, kind="call"), BEFORE_IN_A_LOG_THAT_READS_UP), True),
        ((touch(6, kind="call"), BEFORE_IN_A_LOG_THAT_READS_DOWN), False),
        ((touch(6, kind="from"),), True),
        ((touch(4, kind="from"),), False),
        ((touch(6, "answered", kind="from"),), False),
        ((touch(1, kind="from", path="Daily.md"),), True),
        ((touch(1, "answered", path="Daily.md"),), False),
    ],
)
def test_an_answer_on_the_day_of_the_ask(others: tuple[Touch, ...], is_open: bool) -> None:
    touches = sorted((ASK, *others), key=lambda each: (-each.day.toordinal(), -each.richness, each.path, each.line))
    assert open_asks(touches) == ((ASK,) if is_open else ())


def test_the_time_of_day_tells_where_all_have_one() -> None:
    ask, answer = touch(5, "asked", time="09:00"), touch(6, kind="from", time="17:00")
    assert open_asks((ask, answer)) == ()
    later = ask._replace(time="18:00")
    assert open_asks((later, answer)) == (later,)


def test_an_ask_that_is_answered_on_its_own_line() -> None:
    assert open_asks((touch(5, "asked", "answered"),)) == ()


def test_a_reply_on_the_same_day() -> None:
    owed = touch(5, "reply", kind="from")
    assert unanswered((owed, touch(6), BEFORE_IN_A_LOG_THAT_READS_DOWN), ()) == ()
    assert unanswered((owed, touch(6), BEFORE_IN_A_LOG_THAT_READS_UP), ()) == (owed,)
