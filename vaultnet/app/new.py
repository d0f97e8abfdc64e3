r"""A new note of a type, from its template, where notes of that type live.

plan_new_note(workspace, "contact", "Ada Lovelace")   ->   FileChange("People/Ada Lovelace.md", None, "---\n...")
"""

from datetime import date

from vaultnet.app.uid import mint_uid
from vaultnet.app.workspace import Workspace
from vaultnet.edits.new import plan_new, usual_folder
from vaultnet.storage.lookup import all_paths, name_rows, paths_of_type
from vaultnet.text.change import FileChange

_FOLDERS = {
    "contact": "People",
    "organization": "Organizations",
    "event": "Events",
    "meeting": "Meetings",
    "group": "Groups",
    "introduction": "Introductions",
    "goals": "",
}
_FOLDERS_BY_LANGUAGE = {
    "en": _FOLDERS,
    "de": {
        "contact": "Menschen",
        "organization": "Organisationen",
        "event": "Veranstaltungen",
        "meeting": "Treffen",
        "group": "Gruppen",
        "introduction": "Vorstellungen",
        "goals": "",
    },
}


def plan_new_note(
    workspace: Workspace,
    kind: str,
    name: str,
    *,
    day: date | None = None,
    people: tuple[str, ...] = (),
    introduced_by: str = "",
    met: date | None = None,
    force: bool = False,
) -> FileChange:
    """The note as a change; `people` and `introduced_by` are links. Raises UsageError for a name that is taken.

    A meeting's and an event's file name begins with its day, so that notes of one name never meet.
    """
    on = day or workspace.today
    paths = all_paths(workspace.connection)
    folders = _FOLDERS_BY_LANGUAGE.get(workspace.config.settings.vault.language, _FOLDERS)
    title = f"{on.isoformat()} {name}" if kind in {"meeting", "event"} else name
    context = {
        "name": name,
        "uid": mint_uid(title, f"{workspace.today.isoformat()} {len(paths)}"),
        "day": on.isoformat(),
        "people": list(people),
        "introduced_by": introduced_by,
        "met": met.isoformat() if met else "",
    }
    return plan_new(
        kind,
        title,
        workspace.render(f"{kind}.md", context),
        folder=usual_folder(paths_of_type(workspace.connection, kind), folders[kind]),
        existing_paths=paths,
        rows=name_rows(workspace.connection, kind),
        force=force,
    )
