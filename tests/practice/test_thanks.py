"""Thanks: due one working day after something was received, a meeting or an introduction, until they are said."""

from dataclasses import replace
from typing import Any

import pytest

from tests.practice.histories import ADA, network_of, with_items
from tests.practice.people import day
from vaultnet.model.exchanges import Exchanges, Favour
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings, ThanksSettings
from vaultnet.model.working_days import WorkingDays
from vaultnet.practice.thanks import thanks_due

GOT = "2026-06-12 help: lent me the register #received"  # a Friday


def words(network: Network, today: str = "2026-06-15", settings: Settings | None = None) -> list[str]:
    entries = thanks_due(network, settings or Settings(), day(today))
    return [f"{entry.kind} {entry.due} {entry.favour.what} {entry.more}" for entry in entries]


def favoured(what: str, on: str, *history: str) -> Network:
    favour = Favour(ADA, day(on), what, "Coffee with Ada", "Meetings/Coffee.md")
    return replace(network_of(*history), exchanges=Exchanges((), (ADA,), (favour,)))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ((GOT,), ["email 2026-06-15 received 0"]),
        ((GOT, "2026-06-11 gift from: a book #received"), ["email 2026-06-12 received 1"]),
        ((GOT, "2026-06-15 email to: thank you #thanked"), []),
        ((GOT, "2026-06-12 message to: thank you #thanked"), []),
        ((GOT, "2026-06-11 email to: thanks for the book #thanked"), ["email 2026-06-15 received 0"]),
        ((GOT, "2026-06-14 email to: hello"), ["email 2026-06-15 received 0"]),
        (("2026-05-14 help: moved my piano #received",), []),
        (("2026-06-12 coffee: a talk",), []),
    ],
)
def test_for_what_was_received(history: tuple[str, ...], expected: list[str]) -> None:
    assert words(network_of(*history)) == expected


@pytest.mark.parametrize("what", ["meeting", "introduction"])
def test_for_a_meeting_and_an_introduction(what: str) -> None:
    assert words(favoured(what, "2026-06-16")) == [f"email 2026-06-17 {what} 0"]
    assert words(favoured(what, "2026-06-16", "2026-06-17 email to: thank you #thanked"), "2026-06-18") == []


def test_meetings_can_be_left_out() -> None:
    settings = Settings(thanks=ThanksSettings(meetings=False))
    assert words(favoured("meeting", "2026-06-16"), settings=settings) == []
    assert len(words(favoured("introduction", "2026-06-16"), settings=settings)) == 1


@pytest.mark.parametrize(
    ("channel", "kind"), [("letter", "letter"), ("message", "message"), ("coffee", "email"), ("pigeon", "email"), ("", "email")]
)  # fmt: skip
def test_by_their_own_channel_where_words_can_go_by_it(channel: str, kind: str) -> None:
    assert words(network_of(GOT, channel=channel)) == [f"{kind} 2026-06-15 received 0"]


def test_a_holiday_is_no_working_day() -> None:
    week = WorkingDays(holidays=frozenset({day("2026-06-15")}))
    assert words(network_of(GOT, week=week)) == ["email 2026-06-16 received 0"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2026-06-15 let_go", []),
        ("2026-06-15 done", []),
        ("2026-06-15 moved 2026-06-20", ["email 2026-06-20 received 0"]),
        ("2026-06-15 open", ["email 2026-06-15 received 0"]),
        ("2026-06-12 let_go", ["email 2026-06-15 received 0"]),  # that was for something earlier
    ],
)
def test_what_the_user_did_with_the_item(item: str, expected: list[str]) -> None:
    assert words(with_items(network_of(GOT), "thanks", item)) == expected


@pytest.mark.parametrize(
    ("fields", "count"), [({"paused": True}, 0), ({"status": "archived"}, 0), ({"every": "never"}, 1)]
)
def test_who_is_thanked(fields: dict[str, Any], count: int) -> None:
    assert len(words(network_of(GOT, **fields))) == count
