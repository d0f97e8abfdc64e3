"""Promises: what is due, and what cannot be done yet."""

from datetime import date

import pytest

from tests.practice.people import day
from vaultnet.model.network import Promise
from vaultnet.practice.promises import promises_due, state_of

TODAY = day("2026-06-15")


def promise(
    *, due: str = "", start: str = "", made: str = "", is_waiting: bool = False, is_blocked: bool = False
) -> Promise:
    on, begins, noted = (date.fromisoformat(text) if text else None for text in (due, start, made))
    return Promise("Ada.md", 1, "Send the map", on, None, begins, noted, is_waiting, ("Ada.md",), "", is_blocked)


@pytest.mark.parametrize(
    ("task", "state"),
    [
        (promise(due="2026-06-15"), "due"),
        (promise(due="2026-06-01"), "due"),
        (promise(due="2026-06-16"), "open"),
        (promise(), "due"),
        (promise(due="2026-06-01", start="2026-06-20"), "later"),
        (promise(due="2026-06-01", is_blocked=True), "blocked"),
        (promise(made="2026-06-08"), "due"),
        (promise(made="2026-06-09"), "open"),
    ],
)
def test_the_state_of_a_promise(task: Promise, state: str) -> None:
    from vaultnet.practice.promises import due_on

    assert state_of(task, due_on(task, {}), TODAY) == state
    assert bool(promises_due([task], {}, TODAY)) is (state == "due")


def test_what_i_wait_for_is_not_mine_to_do() -> None:
    assert promises_due([promise(due="2026-06-01", is_waiting=True)], {}, TODAY) == ()
