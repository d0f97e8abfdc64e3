"""Who has no place yet, and what their notes say once they have one.

triage_queue(workspace)             ->  [{"contact": "People/Ada.md", "name": "Ada", "role": "actuary", ...}]
plan_triage(workspace, walk.placed) ->  TriagePlan(changes=(FileChange("People/Ada.md", ...),), refused=())
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vaultnet.app.drive import find_drive
from vaultnet.app.set_property import edit_note, usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.set_property import Assignment
from vaultnet.errors import NotWritten
from vaultnet.model.dates import add_months
from vaultnet.practice.triage import LATER, Choice
from vaultnet.storage.lookup import load_record
from vaultnet.text.change import FileChange


class TriagePlan(NamedTuple):
    """`refused`: the notes that cannot be written, each with its message."""

    changes: tuple[FileChange, ...]
    refused: tuple[NotWritten, ...]


def triage_queue(workspace: Workspace) -> list[dict[str, Any]]:
    """Everybody without a place, by name, with what their notes tell of them. Raises SettingsError."""
    records = ((path, load_record(workspace.connection, path)) for path in find_drive(workspace).queue)
    return [_card(path, record) for path, record in records]


def _card(path: str, record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "contact": path,
        "name": record["name"],
        "role": record["role"] or None,
        "company": [company["text"] for company in record["company"]],
        "location": record["location"] or None,
        "met": record["met"],
        "met_at": [place["text"] for place in record["met_at"]],
        "introduced_by": [person["text"] for person in record["introduced_by"]],
        "relationship": record["relationship"],
    }


def plan_triage(workspace: Workspace, placed: Iterable[tuple[str, Choice]]) -> TriagePlan:
    """The notes with the places that were given. A note that cannot be written stops no other."""
    changes, refused = list[FileChange](), list[NotWritten]()
    usual = usual_keys(workspace)
    for path, choice in placed:
        try:
            changes.append(edit_note(workspace, path, "contact", (_assignment(choice, workspace),), usual)[0])
        except NotWritten as error:
            refused.append(error)
    return TriagePlan(tuple(changes), tuple(refused))


def _assignment(choice: Choice, workspace: Workspace) -> Assignment:
    if choice.what == "tier":
        return Assignment("tier", "=", choice.tier)
    if choice.what == "later":
        return Assignment("snooze", "=", add_months(workspace.today, LATER).isoformat())
    return Assignment("cadence", "=", "never")
