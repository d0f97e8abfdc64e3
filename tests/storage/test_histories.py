"""What is read of a history, and what is kept of it, says what the whole history says."""

import sqlite3
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaultnet.model.network import Offer
from vaultnet.model.settings import Settings
from vaultnet.practice.follow_up import _open_ask
from vaultnet.practice.item_history import ItemHistory
from vaultnet.practice.warmth import warmth_of
from vaultnet.storage import standings
from vaultnet.storage.histories import load_asked, load_moments, load_touches
from vaultnet.storage.index import open_in_memory
from vaultnet.storage.standings import load_standings

TODAY = date(2026, 6, 15)
ADA, BEN, DIARY = 1, 2, 3
PATHS = {ADA: "People/Ada.md", BEN: "People/Ben.md", DIARY: "2026-06-01.md"}
KINDS = [("email", 1), ("letter", 1), ("call", 2), ("coffee", 3), ("mention", 0), ("", 1)]

# A touch: its note, whom it is about, days ago, days until it is known, kind, direction, text, tags.
touches = st.tuples(
    st.sampled_from([ADA, DIARY]),
    st.sampled_from([ADA, ADA, ADA, BEN, None]),
    st.one_of(st.integers(0, 12).map(lambda count: 35 * count), st.integers(-30, 500)),
    st.sampled_from([0, 0, 0, 3]),
    st.sampled_from(KINDS),
    st.sampled_from(["to", "from", ""]),
    st.sampled_from(["", "call", "voicemail", "the map"]),
    st.sampled_from(["", "", "asked", "asked", "answered", "received asked", "reply", "unasked"]),
)
# An ask after some touches on days of their own, as nearly all of them are, and after it what may be no answer.
silences = st.lists(
    st.tuples(
        st.sampled_from([ADA, ADA, ADA, DIARY]),
        st.just(ADA),
        st.integers(0, 60).map(lambda count: 7 * count),
        st.sampled_from([0, 0, 0, 3]),
        st.sampled_from(KINDS),
        st.sampled_from(["to", "to", "from", ""]),
        st.sampled_from(["", "call", "voicemail", "the map"]),
        st.sampled_from(["", "asked", "asked", "answered"]),
    ),
    min_size=3,
    max_size=7,
    unique_by=lambda touch: touch[2],
)
ticks = st.lists(st.tuples(st.integers(1, 450), st.sampled_from(["email", "call"]), st.booleans()), max_size=3)


def put(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """A row; what is not given is 0 or ""."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    row = [values.get(name, 0 if kind == "INTEGER" else "") for _, name, kind, *_ in columns]
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def put_touch(connection: sqlite3.Connection, number: int, touch: Any) -> None:
    note, target, ago, later, (kind, richness), direction, text, tags = touch
    day = TODAY - timedelta(ago)
    origin = "log" if note == ADA else "daily"
    known = (day + timedelta(later)).isoformat()
    put(connection, "touch", note=note, number=number, line=number, date=day.isoformat(), known=known, kind=kind,
        richness=richness, direction=direction, text=text, tags=tags, origin=origin, target=target)  # fmt: skip


def people(connection: sqlite3.Connection) -> None:
    for note, path in PATHS.items():
        put(connection, "note", id=note, path=path, type="contact" if note != DIARY else "")
    for note in (ADA, BEN):
        put(connection, "contact", note=note, name=PATHS[note])


# They wrote on the day of a call that reached nobody: a note says one thing a day, and here it is the call.
DROPPED = [
    (DIARY, ADA, 60, 0, ("email", 1), "to", "", "asked"),
    (DIARY, ADA, 50, 0, ("email", 1), "from", "", ""),
    (DIARY, ADA, 50, 0, ("call", 2), "to", "voicemail", ""),
    (DIARY, ADA, 40, 0, ("email", 1), "to", "", "asked"),
]


@given(st.one_of(silences, silences, st.lists(touches, max_size=12)), ticks, st.booleans())
@example(DROPPED, [], True)
@settings(max_examples=400, deadline=None)
def test_what_came_since_an_answer_leads_to_the_same_ladder(
    rows: list[Any], done: list[tuple[int, str, bool]], mention_counts: bool
) -> None:
    """And day and kind of every touch are those of the whole history."""
    offers = [Offer(PATHS[ADA], TODAY - timedelta(ago), "key", "done", True, kind, None, 1) for ago, kind, _ in done]
    gone = tuple(offer.day for offer, (*_, is_let_go) in zip(offers, done, strict=True) if is_let_go)
    history = ItemHistory(tuple(sorted(offers, key=lambda offer: offer.day)), gone)
    with open_in_memory() as connection:
        people(connection)
        for number, row in enumerate(rows):
            put_touch(connection, number, row)
        whole = load_touches(connection, TODAY, mention_counts=mention_counts)
        asked = load_asked(connection, TODAY, whole, mention_counts=mention_counts)
        for path in asked:
            assert _open_ask(asked[path], history, Settings()) == _open_ask(whole[path], history, Settings())
        moments = load_moments(connection, TODAY, whole, mention_counts=mention_counts)
        for path in (PATHS[ADA], PATHS[BEN]):
            assert sorted(moments[path]) == sorted((touch.day, touch.kind) for touch in whole[path])
            assert warmth_of(moments[path], Settings().kinds, TODAY) == warmth_of(whole[path], Settings().kinds, TODAY)


@given(st.lists(st.tuples(st.sampled_from(["add", "add", "move", "drop", "look"]), touches), max_size=20))
@settings(max_examples=200, deadline=None)
def test_what_is_kept_of_the_newest_touches_is_what_a_look_would_find(steps: list[tuple[str, Any]]) -> None:
    """Whatever happens to a touch, on any day, and whether or not mentions count."""
    with open_in_memory() as connection, pytest.MonkeyPatch.context() as patch:
        people(connection)
        for number, (step, touch) in enumerate(steps):
            if step == "add":
                put_touch(connection, number, touch)
            elif step == "move":
                connection.execute("UPDATE touch SET target = ? WHERE number % 3 = ?", (touch[1], number % 3))
            elif step == "drop":
                connection.execute("DELETE FROM touch WHERE number % 4 = ?", (number % 4,))
            for day in (TODAY, TODAY - timedelta(100)):
                patch.setattr(standings, "_WORTH_KEEPING", 1 if step == "look" else 10)
                found = load_standings(connection, day, Settings(), ())
                with connection:
                    connection.execute("SAVEPOINT kept")
                    connection.execute("DELETE FROM newest")
                    patch.setattr(standings, "_WORTH_KEEPING", 10)
                    assert load_standings(connection, day, Settings(), ()) == found
                    connection.execute("ROLLBACK TO kept")
                    connection.execute("RELEASE kept")


def test_a_few_newest_touches_are_kept_and_go_with_a_change() -> None:
    """No row of `newest` outlives a change of the touches that it tells of; those of others stay."""
    with open_in_memory() as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(standings, "_WORTH_KEEPING", 1)
        people(connection)
        put_touch(connection, 0, (ADA, ADA, 5, 0, ("coffee", 3), "", "", ""))
        load_standings(connection, TODAY, Settings(), ())
        kept = "SELECT note, known, last, kinds, touches FROM newest ORDER BY note"
        assert connection.execute(kept).fetchall() == [
            (ADA, "2026-06-10", "2026-06-10", "coffee", 1),
            (BEN, "", "", "", 0),
        ]
        put_touch(connection, 1, (ADA, BEN, 2, 0, ("email", 1), "to", "", ""))
        assert [note for note, *_ in connection.execute(kept)] == [ADA]
