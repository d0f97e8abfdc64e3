"""What the Tasks plugin of Obsidian is told about tasks: the one place that knows its settings file.

{"globalFilter": "#task", "taskFormat": "dataview", "statusSettings": {"customStatuses": [{"symbol": "d", ...}]}}
->  TasksSettings(global_filter="#task", form="dataview", sets_done_date=True, status_by_mark={"d": "done"})
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from vaultnet.dataclass import dataclass, field
from vaultnet.text.checkbox import Status, TaskForm, status_of

# An item of type NON_TASK is a bullet with a sign, an open one of a type unknown here is a task as any other.
_STATUS_BY_TYPE: Final[dict[str, Status]] = {"DONE": "done", "CANCELLED": "let_go", "NON_TASK": "none"}
_OURS: Final = frozenset(" xX->")  # marks of the note format: a table may close one, not take its meaning away


@dataclass(frozen=True, slots=True)
class TasksSettings:
    """`global_filter`: only lines that contain it are tasks, "" = all. `form`: how a date is written.
    `sets_done_date`: whether a task that is ticked gets its day. `status_by_mark`: the user's own checkbox characters.
    """

    global_filter: str = ""
    form: TaskForm = "emoji"
    sets_done_date: bool = True
    status_by_mark: Mapping[str, Status] = field(default_factory=dict)

    def status_of(self, mark: str) -> Status:
        """What a checkbox says in this vault; a mark that neither the user nor vaultnet knows is open."""
        return self.status_by_mark.get(mark) or status_of(mark)


def parse_tasks_settings(data: Mapping[str, Any]) -> TasksSettings:
    """Read the plugin's `data.json`. What is missing, or not as the plugin writes it, is as the plugin's default."""
    wanted = data.get("globalFilter")
    return TasksSettings(
        global_filter=wanted.strip() if isinstance(wanted, str) else "",
        form="dataview" if data.get("taskFormat") == "dataview" else "emoji",
        sets_done_date=data.get("setDoneDate") is not False,
        status_by_mark=dict(_statuses(data.get("statusSettings"))),
    )


def _statuses(table: object) -> Iterator[tuple[str, Status]]:
    for name in ("coreStatuses", "customStatuses"):
        rows = table.get(name) if isinstance(table, dict) else None
        for row in rows if isinstance(rows, list) else ():
            mark, kind = (row.get("symbol"), row.get("type")) if isinstance(row, dict) else ("", "")
            status = _STATUS_BY_TYPE.get(kind, "open") if isinstance(kind, str) else "open"
            if isinstance(mark, str) and len(mark) == 1 and (mark not in _OURS or status in {"done", "let_go"}):
                yield mark, status
