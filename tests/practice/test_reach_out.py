from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.people import day, someone
from tests.practice.simulator import START, budget_for, network
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.model.standing import Offered, Standing
from vaultnet.practice.reach_out import Outreach, Taken, Why, select_reach_out

MONDAY = day("2026-06-29")
TWO_A_DAY = Settings()


def names(chosen: tuple[Outreach, ...]) -> list[str]:
    return [item.name for item in chosen]


def due(name: str, **fields: Any) -> Standing:
    return someone(name, last="2025-12-01", **fields)


def test_an_offer_says_who_how_and_why() -> None:
    ada = someone("Ada", last="2025-11-20", last_kinds=("coffee",), channel="email")
    assert select_reach_out([ada], TWO_A_DAY, MONDAY) == (
        Outreach(
            path="People/Ada.md",
            uid="ada",
            name="Ada",
            kind="email",
            minutes=4,
            due=day("2026-05-20"),
            late=day("2026-07-05"),
            why=Why(
                state="due",
                since=day("2025-11-20"),
                gap=221,
                last_kind="coffee",
                counted_from="last",
                cadence_from="default",
                kind_from="channel",
                is_second_try=False,
            ),
        ),
    )


def test_a_new_name_has_no_dates_to_tell_and_a_second_try_says_so() -> None:
    new, again = someone("New"), due("Again", offers={"2026-06-01": "open"})
    second, first = select_reach_out([new, again], TWO_A_DAY, MONDAY)
    assert second.why.is_second_try
    assert first.why == Why("new", None, None, "", "new", "default", "variety", is_second_try=False)
    assert (first.due, first.late) == (None, None)


@pytest.mark.parametrize(
    ("network", "budget", "chosen"),
    [
        ([due("Ada"), due("Ben"), due("Cy")], (2, 10), ["Ada", "Ben"]),
        ([due("Ada"), due("Ben"), due("Cy")], (3, 10), ["Ada", "Ben"]),  # twelve minutes would pass ten
        ([due("Ada"), due("Ben"), due("Cy")], (3, 12), ["Ada", "Ben", "Cy"]),
        ([due("Ada")], (0, 10), []),
        # What does not fit is passed over for the next that does; one item is always offered.
        ([due("Ada"), due("Ben", channel="letter"), due("Cy")], (3, 10), ["Ada", "Cy"]),
        ([due("Ada", channel="letter"), due("Ben")], (2, 5), ["Ada"]),
        # Not two people of one organization on a day.
        ([due("Ada", at="acme"), due("Ben", at="acme"), due("Cy", at="globex")], (3, 30), ["Ada", "Cy"]),
    ],
)
def test_what_fits_into_a_day(network: list[Standing], budget: tuple[int, int], chosen: list[str]) -> None:
    settings = Settings(agenda=AgendaSettings(people=budget[0], minutes=budget[1]))
    assert names(select_reach_out(network, settings, MONDAY)) == chosen


def test_nobody_is_offered_on_a_day_off() -> None:
    assert select_reach_out([due("Ada")], TWO_A_DAY, MONDAY - timedelta(days=1)) == ()


def test_the_touch_plan_says_the_kind() -> None:
    (item,) = select_reach_out([due("Ada")], TWO_A_DAY, MONDAY, planned={"People/Ada.md": "postcard"})
    assert (item.kind, item.minutes, item.why.kind_from) == ("postcard", 10, "plan")


def test_whoever_is_seen_to_already_is_not_offered() -> None:
    assert names(select_reach_out([due("Ada"), due("Ben")], TWO_A_DAY, MONDAY, exclude={"People/Ada.md"})) == ["Ben"]


@pytest.mark.parametrize(
    ("taken", "chosen"),
    [
        ([("Ada", "email")], ["Di"]),  # one of two people, and Ben is of Ada's organization
        ([("Ada", "email"), ("Di", "email")], []),
        ([("Di", "letter")], []),  # ten minutes of ten
        ([("Di", "serenade")], ["Ada"]),  # a kind nobody knows takes no time
        ([("somebody who left", "call")], ["Ada"]),
    ],
)
def test_what_was_taken_counts_against_the_day(taken: list[tuple[str, str]], chosen: list[str]) -> None:
    network = [due("Ada", at="acme"), due("Ben", at="acme"), due("Di")]
    items = [Taken(f"People/{name}.md", kind) for name, kind in taken]
    assert names(select_reach_out(network, TWO_A_DAY, MONDAY, taken=items)) == chosen


@pytest.mark.parametrize(
    "taken",
    [
        someone("Ada", last="2026-06-29", last_kinds=("email",)),  # ticked: the first touch ever
        someone("Ada", offers={"2026-06-29": "let_go"}),
    ],
)
def test_one_new_name_a_day_also_when_the_first_was_ticked(taken: Standing) -> None:
    network = [taken, someone("Ben")]
    items = [Taken("People/Ada.md", "email")]
    assert names(select_reach_out(network, TWO_A_DAY, MONDAY, taken=items)) == []
    known = network[0]._replace(last=MONDAY, last_kinds=("email", "call"))
    assert names(select_reach_out([known, network[1]], TWO_A_DAY, MONDAY, taken=items)) == ["Ben"]


# Properties -----------------------------------------------------------------------------------------------------------

loads = st.sampled_from((0.5, 0.9, 2.0))
sizes = st.sampled_from((10, 40, 120))
seeds = st.integers(0, 10_000)
some = settings(max_examples=25, deadline=None)


def some_network(size: int, seed: int) -> list[Standing]:
    """All sorts: new ones, some who rest, some set by hand, some who are out."""
    rows = network(size, seed, history="random")
    odd: dict[int, dict[str, Any]] = {
        0: {"last": None},
        3: {"paused": True},
        5: {"next_contact": START},
        7: {"offers": (Offered(date(2025, 12, 29), "open"),)},
    }
    return [row._replace(**odd.get(number % 11, {})) for number, row in enumerate(rows)]


@given(size=sizes, seed=seeds, load=loads, shuffled=st.randoms(use_true_random=False))
@some
def test_the_order_of_the_input_does_not_matter(size: int, seed: int, load: float, shuffled: Random) -> None:
    rows = some_network(size, seed)
    budget = budget_for(rows, load=load)
    chosen = select_reach_out(rows, budget, START)
    mixed = rows[:]
    shuffled.shuffle(mixed)
    assert select_reach_out(mixed, budget, START) == chosen


@given(
    size=sizes,
    seed=seeds,
    load=loads,
    out=st.sampled_from(({"paused": True}, {"status": "archived"}, {"snooze": date(2026, 1, 6)})),
)
@some
def test_whoever_is_out_changes_nothing(size: int, seed: int, load: float, out: dict[str, Any]) -> None:
    rows = some_network(size, seed)
    budget = budget_for(rows, load=load)
    more = [row._replace(path=f"Old/{row.name}.md", uid=f"a{row.uid}", **out) for row in rows]
    assert select_reach_out([*more, *rows], budget, START) == select_reach_out(rows, budget, START)


@given(size=sizes, seed=seeds, load=loads, ticked=st.integers(0, 100))
@some
def test_a_tick_leaves_the_rest_of_the_list_as_it_was(size: int, seed: int, load: float, ticked: int) -> None:
    rows = [row for row in some_network(size, seed) if row.since]
    budget = budget_for(rows, load=load)
    chosen = select_reach_out(rows, budget, START)
    if not chosen:
        return
    done = chosen[ticked % len(chosen)]
    kinds = {item.path: (done.kind, *row.last_kinds)[:3] for item in (done,) for row in rows if row.path == item.path}
    after = [
        row._replace(last=START, last_kinds=kinds[row.path], offers=()) if row.path in kinds else row for row in rows
    ]
    (before,) = (row for row in rows if row.path == done.path)
    left = select_reach_out(after, budget, START, taken=[Taken(done.path, done.kind, before)])
    assert left == tuple(item for item in chosen if item != done)


@given(size=sizes, seed=seeds, load=loads, let_go=st.sets(st.integers(0, 9)), is_rewritten=st.booleans())
@some
def test_what_is_let_go_or_rewritten_leaves_the_rest_as_it_was(
    size: int, seed: int, load: float, let_go: set[int], *, is_rewritten: bool
) -> None:
    rows = [row for row in some_network(size, seed) if row.since]
    budget = budget_for(rows, load=load)
    chosen = select_reach_out(rows, budget, START)
    gone = [item for number, item in enumerate(chosen) if number in let_go]
    taken = [Taken("Else.md" if is_rewritten and item == gone[0] else item.path, item.kind) for item in gone]
    replaced = {gone[0].path} if gone and is_rewritten else set[str]()
    left = select_reach_out(rows, budget, START, taken=taken, replaced=replaced)
    assert left == tuple(item for item in chosen if item not in gone)


@given(size=sizes, seed=seeds, people=st.integers(0, 5), minutes=st.integers(0, 30), past=st.integers(0, 400))
@some
def test_no_day_is_ever_over_budget(size: int, seed: int, people: int, minutes: int, past: int) -> None:
    rows = some_network(size, seed)
    rows = [row._replace(channel="letter") if number % 5 == 0 else row for number, row in enumerate(rows)]
    budget = replace(Settings(), agenda=AgendaSettings(people=people, minutes=minutes))
    items = select_reach_out(rows, budget, START + timedelta(days=past))
    assert len(items) <= people
    assert len(items) <= 1 or sum(item.minutes for item in items) <= minutes
