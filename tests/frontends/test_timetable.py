"""When the watcher looks and writes, on a clock of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.frontends.watch.timetable import Pace, Timetable

PACE = Pace(quiet=2.0, walk=45.0, settle=0.3, longest=10.0, soon=10.0)


def _rested() -> Timetable:
    times = Timetable(PACE, look_at=0.0)
    times.looked(0.0, 0, was_told=False, is_stale=False)
    return times


def test_at_first_it_looks_and_then_writes() -> None:
    times = Timetable(PACE, look_at=0.0)
    assert times.must_look(0.0)
    times.looked(1.0, 5, was_told=False, is_stale=True)
    assert (times.look_at, times.write_at) == (11.0, 3.0)


def test_it_looks_soon_after_the_last_change_and_writes_later() -> None:
    times = _rested()
    times.changed(10.0)
    times.changed(10.2)
    assert not times.must_look(10.4)
    assert times.must_look(10.5)
    assert not times.must_write(12.3)  # not before it has looked
    times.looked(10.6, 1, was_told=True, is_stale=True)
    assert not times.must_write(12.1)
    assert times.must_write(12.2)


def test_a_look_is_begun_once_a_batch_has_been_still_for_half_the_time() -> None:
    times = _rested()
    assert not times.must_look_ahead(9.0)
    times.changed(10.0)
    assert times.wait(10.0) == pytest.approx(0.15)
    assert times.must_look_ahead(10.15)
    times.looked_ahead()
    assert not times.must_look_ahead(10.2)
    assert times.wait(10.2) == pytest.approx(0.1)
    times.changed(10.2)
    assert not times.must_look_ahead(10.3), "more has come in"
    assert times.must_look_ahead(10.36)
    times.hold(10.5)
    assert not times.must_look_ahead(10.6)
    assert times.must_look_ahead(10.66)
    times.looked(10.7, 1, was_told=True, is_stale=False)
    assert not times.must_look_ahead(11.0)


def test_changes_without_end_are_looked_into_all_the_same() -> None:
    times = _rested()
    for tenth in range(100, 211):
        times.changed(tenth / 10)
    assert times.look_at == 20.0
    assert times.write_at == 23.0


@pytest.mark.parametrize(
    ("changes", "was_told", "seconds"),
    [(0, False, 45.0), (1, True, 45.0), (1, False, 10.0), (1_000, True, 10.0)],
    ids=["nothing", "told of", "not told of", "very many"],
)
def test_a_reason_to_doubt_the_events_brings_the_next_look_nearer(changes: int, was_told: bool, seconds: float) -> None:
    times = _rested()
    times.looked(100.0, changes, was_told=was_told, is_stale=False)
    assert times.look_at == 100.0 + seconds


def test_a_look_takes_a_hundredth_of_the_time_but_is_never_a_minute_away() -> None:
    times = _rested()
    times.looked(0.0, 0, was_told=False, is_stale=False, took=0.5)
    assert times.look_at == 50.0
    times.looked(0.0, 0, was_told=False, is_stale=False, took=5.0)
    assert times.look_at == 60.0


def test_what_was_touched_and_is_as_it_was_is_not_written_for() -> None:
    times = _rested()
    times.changed(1.0)
    times.looked(1.3, 0, was_told=True, is_stale=False)
    assert times.is_at_rest


def test_a_batch_is_held_while_git_is_at_work_but_not_for_ever() -> None:
    times = _rested()
    assert not times.hold(5.0)  # there is no batch
    times.changed(5.0)
    assert times.hold(5.3)
    assert times.look_at == pytest.approx(5.6)
    assert not times.hold(15.0)


@given(st.lists(st.floats(0, 30), min_size=1, max_size=40))
def test_every_change_is_looked_into_within_the_promised_time(moments: list[float]) -> None:
    """Promise D16: within 2 s of the last change, whatever came before."""
    times = _rested()
    for moment in sorted(moments):
        if times.must_look(moment):
            times.looked(times.look_at, 1, was_told=True, is_stale=True)
        times.changed(moment)
    assert times.look_at - max(moments) <= 2.0
