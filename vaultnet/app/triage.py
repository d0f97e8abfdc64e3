"""Who has no place yet, whom one may let go of, and what their notes say once it is decided.

triage_queue(workspace)             ->  [{"contact": "People/Ada.md", "name": "Ada", "role": "actuary", ...}]
plan_triage(workspace, walk.placed) ->  TriagePlan(changes=(FileChange("People/Ada.md", ...),), refused=())
"""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from vaultnet.app.drive import find_drive, prunings_in
from vaultnet.app.set_property import edit_note, usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.place import plan_place
from vaultnet.errors import NotWritten
from vaultnet.model.dates import iso
from vaultnet.practice.pruning import Pruning
from vaultnet.practice.triage import Choice
from vaultnet.storage.lookup import load_record
from vaultnet.text.change import FileChange


class TriagePlan(NamedTuple):
    """`refused`: the notes that cannot be written, each with its message."""

    changes: tuple[FileChange, ...]
    refused: tuple[NotWritten, ...]


def triage_queue(workspace: Workspace) -> list[dict[str, Any]]:
    """Everybody without a place, by name, with what their notes tell of them. Raises SettingsError."""
    return [place_card(workspace.connection, path) for path in find_drive(workspace).queue]


def prune_queue(workspace: Workspace) -> list[dict[str, Any]]:
    """Whom one may let go of or see less often, each with the reason, as `triage_queue` gives them."""
    connection, network = workspace.connection, workspace.network()
    return [
        {**place_card(connection, one.path), **reason_of(one)} for one in prunings_in(workspace, connection, network)
    ]


def reason_of(pruning: Pruning) -> dict[str, Any]:
    return {"reason": pruning.reason, "since": iso(pruning.since), "wider": pruning.wider or None}


def place_card(connection: sqlite3.Connection, path: str) -> dict[str, Any]:
    """What a contact's note tells of them, to whoever shall give them a place."""
    record = load_record(connection, path)
    return {
        "contact": path,
        "name": record["name"],
        "role": record["role"] or None,
        "company": [company["text"] for company in record["company"]],
        "location": record["location"] or None,
        "met": record["met"],
        "met_at": [_without_day(place["text"], record["met"] or "") for place in record["met_at"]],
        "introduced_by": [person["text"] for person in record["introduced_by"]],
        "relationship": record["relationship"],
    }


def _without_day(title: str, day: str) -> str:
    """The title of an event without the day it begins with, where that is the one beside it."""
    return (title.removeprefix(day).lstrip(" -–_") or title) if day else title


def plan_triage(workspace: Workspace, placed: Iterable[tuple[str, Choice]]) -> TriagePlan:
    """The notes with the places that were given. A note that cannot be written stops no other."""
    changes, refused = list[FileChange](), list[NotWritten]()
    usual = usual_keys(workspace)
    for path, choice in placed:
        try:
            changes.append(edit_note(workspace, path, "contact", (plan_place(choice, workspace.today),), usual)[0])
        except NotWritten as error:
            refused.append(error)
    return TriagePlan(tuple(changes), tuple(refused))
