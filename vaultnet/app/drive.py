"""The list drive as the `vaultnet.drive/1` object, and whom one may let go of.

show_drive(workspace)  ->  {"quota": 100, "count": 56, "categories": [{"name": "relatives", ...}], "queue": [...], ...}
"""

import sqlite3
from datetime import date
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.goals import QUOTA
from vaultnet.model.network import Network
from vaultnet.practice.drive_prompts import drive_prompt
from vaultnet.practice.list_drive import Drive, build_drive
from vaultnet.practice.pruning import Pruning, build_prunings
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals
from vaultnet.storage.organizations import load_organizations
from vaultnet.storage.remarks import load_remarks
from vaultnet.text.document import parse_document


def find_drive(workspace: Workspace) -> Drive:
    """The drive as of today, to the quota of the goals note. Raises SettingsError."""
    return drive_in(workspace, workspace.connection, workspace.network())


def drive_in(workspace: Workspace, connection: sqlite3.Connection, network: Network) -> Drive:
    """The drive as an index tells it, which may be a foreseen one."""
    settings, today = workspace.config.settings, workspace.today
    note = find_goals(connection, settings.goals)
    quota = note.goals.quota if note else QUOTA
    backgrounds, organizations = load_backgrounds(connection, today), load_organizations(connection)
    return build_drive(network, backgrounds, organizations, settings.me.company, quota, today)


def prunings_in(
    workspace: Workspace, connection: sqlite3.Connection, network: Network, day: date | None = None
) -> tuple[Pruning, ...]:
    """Whom one may let go of or see less often as of a day, today unless it is said, as an index tells it; a note with
    any text is more than a name.
    """
    settings, today = workspace.config.settings, day or workspace.today
    found = build_prunings(network, load_backgrounds(connection, today), load_remarks(connection), settings, today)
    return tuple(one for one in found if one.reason != "bare" or not _tells(workspace.read(one.path) or ""))


def _tells(text: str) -> bool:
    """Whether a note says anything below its front matter but headings."""
    document = parse_document(text)
    lines = text[document.body_start :].split("\n")
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def show_drive(workspace: Workspace) -> dict[str, Any]:
    """Everything about the drive, with the names of the people. Raises SettingsError."""
    network = workspace.network()
    drive = find_drive(workspace)
    standings = network.standing_by_path

    def person(path: str) -> dict[str, Any]:
        return {"contact": path, "name": standings[path].name, "last": iso(standings[path].last)}

    return {
        "quota": drive.quota,
        "count": drive.count,
        "categories": [
            {
                "name": category.name,
                "count": len(category.people),
                "thin": category.is_thin,
                "people": [*category.people],
            }
            for category in drive.categories
        ],
        "prompts": [
            {"category": category.name, "message": drive_prompt(category.name)}
            for category in drive.categories
            if category.is_thin
        ],
        "queue": [person(path) for path in drive.queue],
        "may_rest": [
            {**person(one.path), "reason": one.reason, "since": iso(one.since), "wider": one.wider or None}
            for one in prunings_in(workspace, workspace.connection, network)
        ],
    }
