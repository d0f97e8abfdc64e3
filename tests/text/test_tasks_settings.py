"""What the Tasks plugin says: read as it writes it, and never trusted to be well formed."""

from typing import Any

import pytest

from vaultnet.text.tasks_settings import TasksSettings, parse_tasks_settings


def statuses(**types: str) -> dict[str, Any]:
    rows = [{"symbol": mark, "name": mark, "type": kind} for mark, kind in types.items()]
    return {"statusSettings": {"coreStatuses": [], "customStatuses": rows}}


def test_nothing_said_means_the_plugins_defaults() -> None:
    assert parse_tasks_settings({}) == TasksSettings("", "emoji", sets_done_date=True, status_by_mark={})


def test_what_is_said() -> None:
    data = {"globalFilter": " #task ", "taskFormat": "dataview", "setDoneDate": False}
    assert parse_tasks_settings(data) == TasksSettings("#task", "dataview", sets_done_date=False, status_by_mark={})


@pytest.mark.parametrize(
    ("mark", "kind", "status"),
    [
        ("d", "DONE", "done"),
        ("c", "CANCELLED", "let_go"),
        ("i", "NON_TASK", "none"),
        ("/", "IN_PROGRESS", "open"),
        ("h", "ON_HOLD", "open"),
        ("?", "SOMETHING NEW", "open"),
        (">", "DONE", "done"),
        (">", "EMPTY", "moved"),
        ("-", "NON_TASK", "let_go"),
        ("x", "IN_PROGRESS", "done"),
    ],
)
def test_a_mark_of_ones_own(mark: str, kind: str, status: str) -> None:
    assert parse_tasks_settings(statuses(**{mark: kind})).status_of(mark) == status


@pytest.mark.parametrize(
    "data",
    [
        {"globalFilter": 3, "taskFormat": [], "setDoneDate": "no"},
        {"statusSettings": []},
        {"statusSettings": {"customStatuses": {}}},
        {
            "statusSettings": {
                "customStatuses": [3, {}, {"symbol": 3}, {"symbol": "ab", "type": "DONE"}, {"symbol": "x", "type": []}]
            }
        },
    ],
)
def test_what_the_plugin_would_not_write_is_left_out(data: dict[str, Any]) -> None:
    assert parse_tasks_settings(data) == TasksSettings()
