"""Remembered answers hold as long as nothing changed, and not a moment longer."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.storage.indexed import CONTACT, put
from vaultnet.app.workspace import Workspace
from vaultnet.storage import memo
from vaultnet.storage.memo import recall, remember


def test_an_answer_is_forgotten_with_the_next_change(vault: Path, clock: Callable[[], datetime]) -> None:
    with Workspace(vault, clock) as workspace:
        remember(workspace.connection, "agenda", "the answer\nin two lines", workspace.refresh().generation)
        workspace.refresh()
        assert recall(workspace.connection, "agenda") == "the answer\nin two lines"
        assert recall(workspace.connection, "other") is None
        put(vault, "Ada.md", CONTACT)
        workspace.refresh()
        assert recall(workspace.connection, "agenda") is None


def test_an_answer_is_forgotten_with_other_settings(vault: Path, clock: Callable[[], datetime]) -> None:
    with Workspace(vault, clock) as workspace:
        remember(workspace.connection, "agenda", "the answer", workspace.refresh().generation)
    put(vault, "vaultnet.toml", "[agenda]\npeople = 3\n")
    with Workspace(vault, clock) as workspace:
        workspace.refresh()
        assert recall(workspace.connection, "agenda") is None


def test_an_answer_is_forgotten_by_another_vaultnet(
    vault: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade the page may be worded better, though no note has changed."""
    with Workspace(vault, clock) as workspace:
        remember(workspace.connection, "agenda", "the answer", workspace.refresh().generation)
        monkeypatch.setattr(memo, "__file__", __file__)
        assert recall(workspace.connection, "agenda") is None


def test_answers_of_an_earlier_state_are_dropped(vault: Path, clock: Callable[[], datetime]) -> None:
    with Workspace(vault, clock) as workspace:
        remember(workspace.connection, "agenda 2026-06-14", "old", workspace.refresh().generation)
        put(vault, "Ada.md", CONTACT)
        generation = workspace.refresh().generation
        remember(workspace.connection, "agenda 2026-06-15", "new", generation)
        remember(workspace.connection, "agenda 2026-06-16", "too", generation)
        count = workspace.connection.execute("SELECT count(*) FROM meta WHERE key LIKE 'memo %'").fetchone()
    assert count == (2,)


def test_an_answer_of_before_an_edit_that_another_process_found_is_not_kept(
    vault: Path, clock: Callable[[], datetime]
) -> None:
    """`watch` takes an edit up while an agenda is worked out: what that comes to is of before the edit."""
    with Workspace(vault, clock) as ours, Workspace(vault, clock) as watch:
        generation = ours.refresh().generation
        put(vault, "Ada.md", CONTACT)
        watch.refresh()
        remember(ours.connection, "agenda", "nobody", generation)
        assert recall(ours.connection, "agenda") is None


def test_the_time_zone_and_ignored_folders_are_known_without_reading_the_settings(vault: Path) -> None:
    put(vault, "vaultnet.toml", "[vault]\ntimezone = 'Pacific/Auckland'\nignore = ['Old/']\n")
    put(vault, "Old/Ada.md", CONTACT)

    def noon() -> datetime:
        return datetime(2026, 6, 15, 12, 30, tzinfo=UTC)

    for _ in range(2):
        with Workspace(vault, noon) as workspace:
            assert workspace.today.isoformat() == "2026-06-16"
            workspace.refresh()
            assert workspace.network().standings == ()
    with Workspace(vault, noon) as workspace:
        workspace.refresh()
        assert workspace.today.isoformat() == "2026-06-16"
        assert "settings" not in vars(workspace.config)
