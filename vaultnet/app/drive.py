"""The list drive as the `vaultnet.drive/1` object.

show_drive(workspace)  ->  {"quota": 100, "count": 56, "categories": [{"name": "relatives", ...}], "queue": [...], ...}
"""

from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.goals import QUOTA
from vaultnet.practice.drive_prompts import drive_prompt
from vaultnet.practice.list_drive import Drive, build_drive
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals
from vaultnet.storage.organizations import load_organizations


def find_drive(workspace: Workspace) -> Drive:
    """The drive as of today, to the quota of the goals note. Raises SettingsError."""
    connection, settings, today = workspace.connection, workspace.config.settings, workspace.today
    note = find_goals(connection, settings.goals)
    return build_drive(
        workspace.network(),
        load_backgrounds(connection, today),
        load_organizations(connection),
        settings.me.company,
        note.goals.quota if note else QUOTA,
        today,
    )


def show_drive(workspace: Workspace) -> dict[str, Any]:
    """Everything about the drive, with the names of the people. Raises SettingsError."""
    drive = find_drive(workspace)
    standings = workspace.network().standing_by_path

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
        "may_rest": [person(path) for path in drive.may_rest],
    }
