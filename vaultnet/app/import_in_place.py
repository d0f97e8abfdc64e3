"""Notes of another tool that lie in the vault already: nothing is to be imported, they are contacts where they stand.

plan_adoption(workspace, ["People"])  ->  ImportPlan(rows=(ImportRow("People/Sam.md", ..., "unchanged", ...),), ...)
                                          with the properties that vaultnet has no use for, and leaves alone
"""

from collections.abc import Sequence
from pathlib import Path  # noqa: TID251  (the edge: what the user names may lie anywhere)

from vaultnet.app.import_plan import ImportPlan
from vaultnet.app.import_row import ImportRow
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.exchange.foreign.notes import is_contact_note, unknown_keys
from vaultnet.storage.lookup import all_paths, contact_records, uid_by_path

_READ = "is read as a contact where it stands"
_NOT_READ = (
    "is a contact of that tool, and not read as one here: name its folder under [contacts] folders in vaultnet.toml"
)


def paths_inside(workspace: Workspace, names: Sequence[str]) -> list[str]:
    """The paths in the vault of what the user names, "" for the vault itself; none where it lies outside.

    Raises UsageError where some lies inside and some outside.
    """
    root = workspace.root.resolve()
    found = [Path(name).expanduser().resolve() for name in names if name != "-"]
    inside = [path.relative_to(root).as_posix() for path in found if path == root or root in path.parents]
    if inside and len(inside) < len(names):
        raise UsageError("some of this lies in the vault, and some outside: give the two apart")
    return ["" if path == "." else path for path in inside]


def plan_adoption(workspace: Workspace, inside: Sequence[str]) -> ImportPlan:
    """What is read already of the notes under these paths. Raises UsageError where there is no note at all."""
    names = {path: record["name"] for path, record in contact_records(workspace.connection)}
    paths = [path for path in all_paths(workspace.connection) if any(_is_under(path, place) for place in inside)]
    if not paths:
        raise UsageError("holds no note", path=inside[0])
    rows: list[ImportRow] = []
    unmapped: set[str] = set()
    for path in sorted(paths):
        text = workspace.read(path) or ""
        if path in names:
            rows.append(ImportRow(path, 1, names[path], "unchanged", path, (_READ,)))
            unmapped.update(unknown_keys(path, text))
        elif is_contact_note(path, text):
            rows.append(ImportRow(path, 1, "", "rejected", "", (_NOT_READ,)))
    return ImportPlan(tuple(rows), (), tuple(sorted(unmapped)), tuple(_remarks(workspace, rows, len(paths))))


def _is_under(path: str, place: str) -> bool:
    return not place or path == place or path.startswith(f"{place}/")


def _remarks(workspace: Workspace, rows: Sequence[ImportRow], notes: int) -> list[str]:
    read = [row.path for row in rows if row.outcome == "unchanged"]
    remarks = [f"in the vault already, and read as contacts where they stand: {len(read)}; nothing is to be imported"]
    if others := notes - len(rows):
        remarks.append(f"notes that are no contacts' stay as they are: {others}")
    uids = uid_by_path(workspace.connection)
    if without := sum(not uids.get(path) for path in read):
        remarks.append(f"contacts without a uid: {without}; `vaultnet check --fix` gives them one")
    return remarks
