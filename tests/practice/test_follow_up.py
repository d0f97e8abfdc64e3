"""The follow-up ladder: what comes next after an ask, how long it waits, and when it is over."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.histories import ADA, network_of, touches_of, with_items
from tests.practice.people import day, someone
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network, Promise
from vaultnet.model.settings import LadderSettings, Settings
from vaultnet.model.tie import Tie
from vaultnet.model.working_days import WorkingDays, build_working_days
from vaultnet.practice.follow_up import FollowUp, follow_ups
from vaultnet.practice.ladder import Attempt, Ladder, Rung, cold_ladder, next_rung, warm_ladder

SETTINGS = Settings()
ASKED = "2026-06-01 email to: may I visit? #asked"  # a Monday
LATER = "2026-06-08 email to: a second note"


def ladder(network: Network, today: str) -> FollowUp | None:
    """The only ladder there is."""
    found = follow_ups(network, SETTINGS, day(today))
    assert len(found) <= 1
    return found[0] if found else None


def words(entry: FollowUp | None) -> str:
    return f"{entry.state} {entry.kind} {entry.due or ''}".strip() if entry else "none"


@pytest.mark.parametrize(
    ("history", "today", "expected"),
    [
        ((ASKED,), "2026-06-02", "step email 2026-06-08"),
        ((ASKED, LATER), "2026-06-09", "step call 2026-06-17"),
        ((ASKED, LATER, "2026-06-17 call: voicemail"), "2026-06-18", "step letter 2026-07-01"),
        ((ASKED, LATER, "2026-06-17 call: no answer", "2026-07-01 letter"), "2026-07-02", "rest  2026-10-01"),
        # an order of one's own: the channel that was used is not used again
        ((ASKED, "2026-06-08 call: left a message"), "2026-06-09", "step email 2026-06-17"),
        ((ASKED, "2026-06-08 postcard: greetings"), "2026-06-09", "step call 2026-06-17"),
        # two on one day, and another ask on the way, are steps of the one ladder
        ((ASKED, "2026-06-01 message to: see my mail"), "2026-06-02", "step email 2026-06-08"),
        ((ASKED, "2026-06-08 email to: and the map? #asked"), "2026-06-09", "step call 2026-06-17"),
        # what ends it
        ((ASKED, "2026-06-03 email from: of course"), "2026-06-04", "none"),
        ((ASKED, "2026-06-03 call: we spoke of boats"), "2026-06-04", "none"),
        ((ASKED, "2026-06-03 call"), "2026-06-04", "none"),
        ((ASKED, "2026-06-03 coffee: she will think about it"), "2026-06-04", "none"),
        ((ASKED, "2026-06-03 email to: thanks! #answered"), "2026-06-04", "none"),
        ((ASKED, "2026-06-03 gift: the map came #received"), "2026-06-04", "none"),
        # what does not
        ((ASKED, "2026-06-03 mention: thought of her"), "2026-06-04", "step email 2026-06-08"),
        # a new ask after an answer, and one in a talk, begin anew
        ((ASKED, "2026-06-03 email from: no", "2026-06-05 email to: and now? #asked"), "2026-06-06", "step email 2026-06-12"),
        ((ASKED, "2026-06-03 coffee: asked again #asked"), "2026-06-04", "step email 2026-06-10"),
        (("2026-06-03 email to: hello",), "2026-06-04", "none"),
        # nobody asks for news a year later
        ((ASKED,), "2026-09-08", "step email 2026-06-08"),
        ((ASKED,), "2026-09-09", "ended"),
    ],
)  # fmt: skip
def test_histories(history: tuple[str, ...], today: str, expected: str) -> None:
    assert words(ladder(network_of(*history), today)) == expected


def test_what_was_tried_is_told_and_what_follows() -> None:
    found = ladder(network_of(ASKED, LATER), "2026-06-17")
    assert found is not None
    assert found.asked is not None
    assert (found.asked.text, found.since) == ("may I visit?", day("2026-06-01"))
    assert [(attempt.kind, attempt.day) for attempt in found.tried] == [("email", day("2026-06-08"))]
    assert found.then == "letter"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"paused": True}, "none"),
        ({"every": "never"}, "none"),
        ({"status": "archived"}, "none"),
        ({"status": "Deceased"}, "none"),
        ({"snooze": "2026-06-20"}, "step email 2026-06-20"),
        ({"snooze": "2026-06-03"}, "step email 2026-06-08"),
    ],
)
def test_who_is_left_in_peace(fields: dict[str, Any], expected: str) -> None:
    assert words(ladder(network_of(ASKED, **fields), "2026-06-05")) == expected


# What the user did with the items


def test_let_go_ends_the_ladder() -> None:
    network = with_items(network_of(ASKED), "follow_up", "2026-06-08 let_go")
    assert words(ladder(network, "2026-06-09")) == "ended"


def test_let_go_of_an_earlier_ask_does_not() -> None:
    network = with_items(network_of(ASKED), "follow_up", "2026-05-20 let_go")
    assert words(ladder(network, "2026-06-09")) == "step email 2026-06-08"


def test_a_new_ask_after_letting_go_begins_anew() -> None:
    history = network_of(ASKED, "2026-06-20 email to: and the map? #asked")
    network = with_items(history, "follow_up", "2026-06-08 let_go")
    assert words(ladder(network, "2026-06-21")) == "step email 2026-06-26"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2026-06-08 moved 2026-06-25", "step email 2026-06-25"),
        ("2026-06-08 moved", "step email 2026-06-15"),
        ("2026-06-08 open", "step email 2026-06-08"),
    ],
)
def test_moved_on_it_waits_and_left_open_it_stays(item: str, expected: str) -> None:
    network = with_items(network_of(ASKED), "follow_up", item)
    assert words(ladder(network, "2026-06-09")) == expected


def test_a_tick_is_a_step_also_before_it_is_absorbed() -> None:
    network = with_items(network_of(ASKED), "follow_up", "2026-06-08 done")
    assert words(ladder(network, "2026-06-09")) == "step call 2026-06-17"


def test_a_tick_and_its_line_in_the_log_are_one_step() -> None:
    network = with_items(network_of(ASKED, "2026-06-08 email"), "follow_up", "2026-06-08 done")
    assert words(ladder(network, "2026-06-09")) == "step call 2026-06-17"


def test_a_ticked_call_of_which_nothing_is_said_reached_nobody() -> None:
    history = network_of(ASKED, LATER, "2026-06-17 call")
    assert words(ladder(history, "2026-06-18")) == "none"
    network = with_items(history, "follow_up", "2026-06-17 done", kind="call")
    assert words(ladder(network, "2026-06-18")) == "step letter 2026-07-01"


@pytest.mark.parametrize(
    ("said", "expected"), [("she says yes", "none"), ("Voicemail", "step letter 2026-07-01"), ("#answered", "none")]
)
def test_the_words_of_a_ticked_call_tell(said: str, expected: str) -> None:
    history = network_of(ASKED, LATER, f"2026-06-17 call: {said}")
    network = with_items(history, "follow_up", "2026-06-17 done", kind="call")
    assert words(ladder(network, "2026-06-18")) == expected


# The end: a rest, then the way round

ENDED = (ASKED, LATER, "2026-06-17 call: voicemail", "2026-07-01 letter")


def with_friends(network: Network, **last: str) -> Network:
    """Others who know Ada, each in touch with me by an e-mail on a day."""
    friends = tuple(someone(name.title(), last=text) for name, text in last.items())
    touches = {f.path: touches_of([f"{f.last} email to: hello"], f.path) for f in friends}
    ties = {ADA: tuple(Tie(friend.path, "knows", None) for friend in friends)}
    return replace(
        network,
        standings=(*network.standings, *friends),
        touches={**network.touches, **touches},
        ties=ties,
        exchanges=network.exchanges,
    )


def test_after_the_rest_the_warmest_acquaintance_may_put_in_a_word() -> None:
    network = with_friends(network_of(*ENDED), ben="2026-02-01", cy="2026-09-01")
    assert words(ladder(network, "2026-09-30")) == "rest  2026-10-01"
    found = ladder(network, "2026-10-01")
    assert found is not None
    assert (found.state, found.via, found.kind, found.due) == ("way_round", "People/Cy.md", "email", day("2026-10-01"))


def test_without_an_acquaintance_the_rest_is_the_end() -> None:
    assert words(ladder(network_of(*ENDED), "2026-10-01")) == "ended"


def test_the_way_round_is_offered_for_as_long_as_the_rest_and_once() -> None:
    network = with_friends(network_of(*ENDED), cy="2026-09-01")
    assert words(ladder(network, "2027-01-02")) == "ended"
    ticked = with_items(network, "follow_up", "2026-10-02 done", origin=f"way_round\0{ADA}")
    offers = tuple(offer._replace(contact="People/Cy.md", key=_key("2026-10-02")) for offer in ticked.offers)
    assert words(ladder(replace(network, offers=offers), "2026-10-03")) == "ended"


def _key(on: str) -> str:
    from vaultnet.text.block import item_key

    return item_key(on, "follow_up", "cy", f"way_round\0{ADA}")


# What I wait for


def waiting(due: str, *history: str, **fields: object) -> Network:
    task = Promise("People/Ada.md", 3, "The recording", day(due), None, None, None, True, (ADA,), **fields)  # type: ignore[arg-type]
    return replace(network_of(*history), promises=(task,))


@pytest.mark.parametrize(
    ("due", "history", "today", "expected"),
    [
        ("2026-06-19", (), "2026-06-19", "none"),
        ("2026-06-19", (), "2026-06-20", "step email 2026-06-22"),  # a Friday: the next working day
        ("2026-06-19", ("2026-06-22 email to: any news?",), "2026-06-23", "step call 2026-07-01"),
        ("2026-06-19", ("2026-06-24 email from: next week",), "2026-06-25", "step email 2026-07-01"),
        ("2026-06-19", (ASKED,), "2026-06-25", "step email 2026-06-08"),  # one ladder a contact
    ],
)
def test_what_i_wait_for(due: str, history: tuple[str, ...], today: str, expected: str) -> None:
    assert words(ladder(waiting(due, *history), today)) == expected


def test_what_waits_for_another_task_is_not_asked_for() -> None:
    assert ladder(waiting("2026-06-19", is_blocked=True), "2026-07-01") is None


# Holidays


@pytest.mark.parametrize(
    ("country", "asked", "due"),
    [
        ("DE", "2026-04-01", "2026-04-10"),  # Good Friday and Easter Monday
        ("Deutschland", "2026-12-21", "2026-12-29"),  # Christmas, 25 and 26 December
        ("US", "2026-06-29", "2026-07-07"),  # Independence Day is observed on Friday 3 July
        ("United States", "2026-12-28", "2027-01-05"),  # the year ends
        ("", "2026-04-01", "2026-04-08"),
    ],
)
def test_public_holidays_are_no_working_days(country: str, asked: str, due: str) -> None:
    week = build_working_days(country, 2026) if country else WorkingDays()
    network = network_of(f"{asked} email to: may I visit? #asked", week=week)
    assert words(ladder(network, asked)) == f"step email {due}"


# The cold ladder


def test_the_cold_ladder_begins_at_once_then_waits_seven_and_ten_working_days() -> None:
    cold = cold_ladder(SETTINGS)
    assert cold == Ladder(("letter", "call", "coffee"), (0, 7, 10))
    start, week = day("2026-06-06"), WorkingDays()  # a Saturday
    made: list[Attempt] = []
    dues = []
    while rung := next_rung(cold, made[-1].day if made else start, made, week):
        dues.append((rung.kind, rung.due))
        made.append(_attempt(rung))
    assert dues == [("letter", day("2026-06-08")), ("call", day("2026-06-17")), ("coffee", day("2026-07-01"))]


def _attempt(rung: Rung) -> Attempt:
    return Attempt(rung.due, rung.kind)


# Properties

KINDS = st.sampled_from(["email", "call", "letter", "message", "postcard"])
LADDERS = st.lists(st.tuples(KINDS, st.integers(1, 12)), min_size=1, max_size=5)


@given(LADDERS, st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 3), st.integers(0, 6))
def test_without_an_answer_every_step_once_on_working_days_then_rest(
    rows: list[tuple[str, int]], start: date, delay: int, answer_after: int
) -> None:
    """The user ticks each item `delay` days late; with an answer after so many steps nothing more is proposed."""
    settings = replace(
        SETTINGS, ladder=LadderSettings(tuple(kind for kind, _ in rows), tuple(wait for _, wait in rows))
    )
    week = WorkingDays(holidays=frozenset({start + timedelta(days=9), start + timedelta(days=10)}))
    history = [f"{start} email to: may I? #asked"]
    made: list[date] = []
    today = start
    for _ in range(200):
        found = follow_ups(network_of(*history, week=week), settings, today)
        if not found or found[0].state != "step":
            break
        assert found[0].due is not None
        assert week.is_working(found[0].due)
        previous = made[-1] if made else start
        assert week.after(previous, rows[len(made)][1]) <= found[0].due
        today = found[0].due + timedelta(days=delay)
        made.append(today)
        line = f"{today} {found[0].kind}"
        history.append(f"{line}: voicemail" if found[0].kind == "call" else line)
        if len(made) == answer_after:
            history.append(f"{today + timedelta(days=1)} email from: yes")
            today += timedelta(days=1)
    if 0 < answer_after <= len(rows):
        assert len(made) == answer_after
        assert not found
    else:
        assert len(made) == len(rows)
        assert found[0].state == "rest"
        assert found[0].due is not None
        assert found[0].due > today


def test_the_warm_ladder_is_the_settings() -> None:
    assert warm_ladder(SETTINGS) == Ladder(("email", "call", "letter"), (5, 7, 10))


def test_more_steps_than_the_ladder_has_are_its_end() -> None:
    made = [Attempt(day("2026-06-08"), "email")] * 4
    assert next_rung(warm_ladder(SETTINGS), day("2026-06-01"), made, WorkingDays()) is None


def test_a_ladder_longer_than_its_waits_goes_on_with_the_last() -> None:
    ladder = Ladder(("email", "call"), (5,))
    rung = next_rung(ladder, day("2026-06-01"), [Attempt(day("2026-06-08"), "email")], WorkingDays())
    assert rung == Rung(2, "call", day("2026-06-15"), "")


@pytest.mark.parametrize(
    ("status", "to", "since", "expected"),
    [
        ("asked", "Zoe Okri", "2026-06-01", "step email 2026-06-08"),
        ("agreed", "Zoe Okri", "2026-06-03", "none"),
        ("made", "Zoe Okri", "2026-06-03", "none"),
        ("declined", "Zoe Okri", "2026-06-03", "none"),
        ("made", "Zoe Okri", "2026-05-03", "step email 2026-06-08"),  # before I asked: another one
        ("made", "Ben Okri", "2026-06-03", "step email 2026-06-08"),
    ],
)
def test_an_ask_is_answered_where_the_introduction_says_so(status: str, to: str, since: str, expected: str) -> None:
    log = (DatedLine(9, day(since), "", "written down"),)
    one = KnownIntroduction("I.md", "I", (), (Party("p", to, False),), (Party(ADA, "Ada", True),), status, None, log)
    asked = network_of("2026-06-01 email to: for an introduction to Zoe Okri #asked")
    found = follow_ups(asked, SETTINGS, day("2026-06-04"), (one,))
    assert words(found[0] if found else None) == expected
