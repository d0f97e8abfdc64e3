r"""A new note of a type, from its template, where notes of that type live.

plan_new_note(workspace, "contact", "Ada Lovelace")   ->   FileChange("People/Ada Lovelace.md", None, "---\n...")
"""

from datetime import date

from vaultnet.app.uid import mint_uid
from vaultnet.app.workspace import Workspace
from vaultnet.edits.new import plan_new, portable_name, usual_folder
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
    met_at: str = "",
    force: bool = False,
    has_day: bool = True,
) -> FileChange:
    """The note as a change; `people`, `introduced_by` and `met_at` are links. Raises UsageError for a taken name.

    A meeting's and an event's file name begins with its day, so that notes of one name never meet. Without `has_day`
    neither says one: a meeting that is only proposed would else be taken for a touch.
    """
    portable_name(name)  # there is a name, besides the day that may stand before it
    paths = all_paths(workspace.connection)
    on = (day or workspace.today).isoformat() if has_day else ""
    title = f"{on} {name}" if on and kind in {"meeting", "event"} else name
    text = render_new(
        workspace,
        kind,
        name,
        new_uid(workspace, title, len(paths)),
        day=on,
        people=list(people),
        introduced_by=introduced_by,
        met=met.isoformat() if met else "",
        met_at=met_at,
    )
    return plan_new(
        kind, title, text, folder=folder_of(workspace, kind), existing_paths=paths,
        rows=name_rows(workspace.connection, kind), force=force,
    )  # fmt: skip


def render_new(workspace: Workspace, kind: str, name: str, uid: str, **known: str | list[str]) -> str:
    """The template of a type filled in; what is not `known` is left empty. Raises TemplateError."""
    nothing: dict[str, str | list[str]] = {"day": "", "people": [], "introduced_by": "", "met": "", "met_at": ""}
    return workspace.render(f"{kind}.md", {"name": name, "uid": uid, **nothing, **known})


def new_uid(workspace: Workspace, title: str, notes: int) -> str:
    """A uid for a note that is to be made today, in a vault of so many notes."""
    return mint_uid(title, f"{workspace.today.isoformat()} {notes}")


def folder_of(workspace: Workspace, kind: str) -> str:
    """Where notes of a type live in this vault: where most of them do, else in the folder named after them."""
    folders = _FOLDERS_BY_LANGUAGE.get(workspace.config.settings.vault.language, _FOLDERS)
    return usual_folder(paths_of_type(workspace.connection, kind), folders[kind])
