"""An ask is open until it is answered, by them or by a talk."""

from datetime import date

import pytest

from vaultnet.model.network import Touch
from vaultnet.model.settings import LadderSettings
from vaultnet.practice.asks import open_asks


def touch(day: str, kind: str = "email", *tags: str, direction: str = "to", richness: int = 1) -> Touch:
    return Touch(date.fromisoformat(day), "", kind, richness, direction, "", tags, "log", "Ada.md", 1)


ASKED = touch("2026-04-01", "email", "asked")


@pytest.mark.parametrize(
    ("later", "is_open"),
    [
        ((), True),
        ((touch("2026-04-05"),), True),
        ((touch("2026-04-03", direction="from"),), False),
        ((touch("2026-04-03", "call", direction="", richness=2),), False),
        ((touch("2026-04-03", "email", "answered"),), False),
        ((touch("2026-04-03", "email", "received"),), False),
    ],
)
def test_when_an_ask_is_open(later: tuple[Touch, ...], is_open: bool) -> None:
    assert open_asks((*later, ASKED)) == ((ASKED,) if is_open else ())


def test_an_ask_in_a_live_touch_is_open_itself() -> None:
    coffee = touch("2026-04-01", "coffee", "asked", direction="", richness=3)
    assert open_asks((coffee, ASKED)) == (coffee,)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("voicemail", True),
        ("He didn't pick up!", True),
        ("left a message.", True),
        ("she was outstanding", False),
        ("", False),
    ],
)
def test_a_call_that_reached_nobody_is_no_answer(said: str, is_open: bool) -> None:
    call = touch("2026-04-05", "call", direction="", richness=2)._replace(text=said)
    assert bool(open_asks((call, ASKED), LadderSettings().missed)) is is_open


def test_nobody_misses_a_coffee() -> None:
    coffee = touch("2026-04-05", "coffee", direction="", richness=3)._replace(text="no answer yet, she will think")
    assert open_asks((coffee, ASKED), LadderSettings().missed) == ()
