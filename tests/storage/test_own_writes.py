"""Own writes are known by the stamp, and a note somebody types in is not free."""

from dataclasses import replace
from pathlib import Path

import pytest

from vaultnet.storage.own_writes import BETWEEN_WRITES, OwnWrites
from vaultnet.storage.system_calls import SYSTEM


def test_an_own_write_is_known_until_somebody_saves(vault: Path) -> None:
    (vault / "Ada.md").write_text("ours\n")
    own = OwnWrites(vault)
    assert not own.is_own("Ada.md")
    own.remember(["Ada.md", "Gone.md"])
    assert own.is_own("Ada.md")
    assert not own.is_own("Gone.md")
    (vault / "Ada.md").write_text("ours\n")  # the same bytes, by somebody else
    assert not own.is_own("Ada.md")


def _own(vault: Path, seconds_later: float) -> OwnWrites:
    """Asked so many seconds after the last change of Ada.md."""
    changed = (vault / "Ada.md").stat().st_ctime_ns / 1e9
    return OwnWrites(vault, replace(SYSTEM, now=lambda: changed + seconds_later))


@pytest.mark.parametrize(("age", "wait"), [(0.5, 1.5), (1.9, 0.1), (2.0, 0.0), (100.0, 0.0)])
def test_a_note_has_to_rest(vault: Path, age: float, wait: float) -> None:
    (vault / "Ada.md").write_text("x\n")
    assert _own(vault, age).seconds_until_free("Ada.md", 2.0) == pytest.approx(wait, abs=0.01)


def test_a_note_of_our_own_is_not_written_again_at_once(vault: Path) -> None:
    (vault / "Ada.md").write_text("x\n")
    own = _own(vault, 3.0)
    own.remember(["Ada.md"])
    assert own.seconds_until_free("Ada.md", 2.0) == pytest.approx(BETWEEN_WRITES - 3.0, abs=0.01)


def test_a_clock_that_was_put_back_holds_nobody_up(vault: Path) -> None:
    """The change time lies in the future: then what counts is how long we have seen it at rest ourselves."""
    (vault / "Ada.md").write_text("x\n")
    own = _own(vault, -10_000.0)
    assert own.seconds_until_free("Ada.md", 0.05) > 0
    waits = (own.seconds_until_free("Ada.md", 0.05) for _ in range(10_000_000))
    assert any(wait == 0.0 for wait in waits)


def test_a_note_that_is_not_there_is_free(vault: Path) -> None:
    assert OwnWrites(vault).seconds_until_free("Daily/2026-06-15.md", 2.0) == 0.0
