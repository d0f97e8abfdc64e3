"""Questions out of earlier days: what the notes left open, in their own words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.network import Touch
from vaultnet.practice.open_question import MOST, open_questions

TODAY = date(2026, 6, 15)
RICHNESS = {"coffee": 3, "call": 2, "email": 1, "mention": 0}


def touch(day: str, kind: str, text: str, direction: str = "", origin: str = "log") -> Touch:
    return Touch(date.fromisoformat(day), "", kind, RICHNESS[kind], direction, text, (), origin, "People/Ada.md", 1)


def event(day: str, text: str, topic: str = "") -> DatedLine:
    return DatedLine(1, date.fromisoformat(day), topic, text)


def asked(*touches: Touch, events: tuple[DatedLine, ...] = ()) -> list[tuple[str, str]]:
    return [(one.what, one.words) for one in open_questions(touches, events, TODAY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("she moves to Paris and offered to introduce me", ("ahead", "she moves to Paris and offered to introduce me")),
        ("a good talk. Her son starts school in August; we laughed", ("ahead", "Her son starts school in August")),
        (
            "found me by my question, wants to go on with it",
            ("ahead", "found me by my question, wants to go on with it"),
        ),
        ("sie zieht nach Graz um", ("ahead", "sie zieht nach Graz um")),
        ("er überlegt, ob er wechselt", ("ahead", "er überlegt, ob er wechselt")),
        # What is mine, and what nobody said would come.
        ("I will send her the maps", ("topic", "I will send her the maps")),
        ("wir planen den Ausflug", ("topic", "wir planen den Ausflug")),
        ("the roof of the reading room", ("topic", "the roof of the reading room")),
        ("a question what a fund would want to know", ("topic", "a question what a fund would want to know")),
    ],
)
def test_what_a_call_left_open(text: str, found: tuple[str, str]) -> None:
    assert asked(touch("2026-05-02", "call", text)) == [found]


def test_an_event_in_their_life_comes_first_and_three_are_enough() -> None:
    touches = (
        touch("2026-06-01", "call", "the roof"),
        touch("2026-05-01", "email", "she begins in the archive", "from"),
        touch("2026-04-01", "coffee", "he plans a book"),
        touch("2026-03-01", "coffee", "she hopes for a grant"),
    )
    events = (event("2026-01-10", "moved to Graz"), event("2026-05-20", "her father died"))
    assert asked(*touches, events=events) == [
        ("life", "her father died"),
        ("ahead", "she begins in the archive"),
        ("ahead", "he plans a book"),
    ]
    assert asked(touches[0], touches[1]) == [("ahead", "she begins in the archive"), ("topic", "the roof")]


def test_the_mood_of_an_event_goes_with_it() -> None:
    (one,) = open_questions((), (event("2026-05-20", "Mary is here", "birth"),), TODAY)
    assert (one.words, one.mood, one.on) == ("birth: Mary is here", "glad", date(2026, 5, 20))


@pytest.mark.parametrize(
    "silent",
    [
        touch("2026-05-02", "email", "she moves to Paris", "to"),  # my own letter
        touch("2026-05-02", "coffee", "Coffee with Ada", origin="gathering"),  # the title of a note
        touch("2026-05-02", "mention", "she moves to Paris"),
        touch("2026-05-02", "call", ""),
        touch("2023-05-02", "call", "she moves to Paris"),  # long ago
        touch("2026-05-02", "email", "which of my maps did I mean?", "from"),  # waits for an answer, not for a question
    ],
    ids=lambda one: one.text or "no words",
)
def test_nothing_is_asked_where_nothing_is_told(silent: Touch) -> None:
    assert asked(silent) == []


def test_an_old_event_is_left_alone() -> None:
    assert asked(events=(event("2025-06-01", "moved to Graz"), event("2026-07-01", "moves to Graz"))) == []


WORDS = st.lists(
    st.sampled_from(["she moves to Graz", "I will", "the roof.", "but", ", plans to write;", "\n"]), max_size=5
)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(date.isoformat)


@given(
    st.lists(st.tuples(DAYS, st.sampled_from(sorted(RICHNESS)), WORDS, st.sampled_from(["", "to", "from"]))),
    st.lists(st.tuples(DAYS, WORDS)),
)
def test_nothing_is_asked_that_no_note_says(
    told: list[tuple[str, str, list[str], str]], lived: list[tuple[str, list[str]]]
) -> None:
    touches = [touch(day, kind, " ".join(words), direction) for day, kind, words, direction in told]
    touches.sort(key=lambda one: one.day, reverse=True)
    events = [event(day, " ".join(words)) for day, words in lived]
    questions = open_questions(touches, events, TODAY)
    assert len(questions) <= MOST
    assert all(question.on <= TODAY for question in questions)
    said = [*(one.text for one in touches), *(one.text for one in events)]
    assert all(any(question.words in text for text in said) for question in questions)
