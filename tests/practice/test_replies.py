"""Replies that I owe: what they wrote and I tagged, until I write back or we speak."""

from typing import Any

import pytest

from tests.practice.histories import network_of, with_items
from tests.practice.people import day
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.replies import replies_owed

WROTE = "2026-06-10 email from: which year? #reply"


def words(network: Network) -> list[str]:
    return [f"{reply.kind} {reply.since} {reply.due} {reply.touch.text}" for reply in replies_owed(network, Settings())]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ((WROTE,), ["email 2026-06-10 2026-06-10 which year?"]),
        ((WROTE, "2026-06-11 letter from: still there? #reply"), ["letter 2026-06-10 2026-06-10 still there?"]),
        ((WROTE, "2026-06-12 email from: an article"), ["email 2026-06-10 2026-06-10 which year?"]),
        ((WROTE, "2026-06-11 call: voicemail"), ["email 2026-06-10 2026-06-10 which year?"]),
        ((WROTE, "2026-06-11 email to: 1953"), []),
        ((WROTE, "2026-06-11 postcard"), []),
        ((WROTE, "2026-06-11 call: told her"), []),
        ((WROTE, "2026-06-11 coffee"), []),
        ((WROTE, "2026-06-11 mention: thought of it #answered"), []),
        (("2026-06-10 email from: hello",), []),
        (("2026-06-10 email to: please answer #reply",), []),
        (("2026-06-09 email to: hello", WROTE), ["email 2026-06-10 2026-06-10 which year?"]),
    ],
)
def test_what_is_owed(history: tuple[str, ...], expected: list[str]) -> None:
    assert words(network_of(*history)) == expected


@pytest.mark.parametrize(
    ("fields", "is_owed"),
    [({}, True), ({"every": "never"}, True), ({"paused": True}, False), ({"status": "deceased"}, False)],
)
def test_who_is_answered(fields: dict[str, Any], is_owed: bool) -> None:
    assert bool(words(network_of(WROTE, **fields))) is is_owed


def test_a_snooze_puts_it_off() -> None:
    (reply,) = replies_owed(network_of(WROTE, snooze="2026-07-01"), Settings())
    assert reply.due == day("2026-07-01")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2026-06-11 done", []),
        ("2026-06-11 let_go", []),
        ("2026-06-11 moved 2026-06-20", ["email 2026-06-10 2026-06-20 which year?"]),
        ("2026-06-09 let_go", ["email 2026-06-10 2026-06-10 which year?"]),
    ],
)
def test_what_the_user_did_with_the_item(item: str, expected: list[str]) -> None:
    assert words(with_items(network_of(WROTE), "answer", item)) == expected
