"""One note of two, with every link to the second pointing at the first, and the second in the vault's trash.

plan_merge(workspace, "People/Ada Lovelace.md", "People/A. Byron.md")
->  MergePlan(path="People/Ada Lovelace.md", gone="People/A. Byron.md", trash=".trash/A. Byron.md", changes=(...), ...)
"""

from functools import partial
from itertools import count
from typing import NamedTuple

from vaultnet.app.relink import RefusedLink, build_aims, find_aim, plan_links
from vaultnet.app.set_property import usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.merge_notes import MergedNote, merge_notes
from vaultnet.edits.merge_properties import MergeContext
from vaultnet.errors import NotWritten, UsageError
from vaultnet.model.country import find_country
from vaultnet.storage.lookup import load_record, types_by_path
from vaultnet.storage.told_apart import load_told_apart
from vaultnet.text.change import Change, FileChange, FileRemoval
from vaultnet.text.document import parse_document
from vaultnet.text.link_aim import LinkAims
from vaultnet.text.problem import Refused
from vaultnet.text.relink import relink
from vaultnet.text.section import refuse_if_broken

TRASH = ".trash"  # Obsidian's own, for notes that are deleted


class MergePlan(NamedTuple):
    """`kept` are the values that both notes had and did not agree in, as they now stand in the text. `links` are the
    other notes in which links change; `refused` those that hold such a link and cannot be written.
    """

    path: str
    gone: str
    trash: str
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    links: tuple[str, ...]
    refused: tuple[RefusedLink, ...]


def plan_merge(workspace: Workspace, path: str, gone: str) -> MergePlan:
    """Raises UsageError for notes that cannot be one, NotWritten where one of them cannot be read or written."""
    kind = _refuse_unless_alike(workspace, path, gone)
    aims = build_aims(workspace, gone, path)
    ours, theirs = (_relinked(workspace, one, aims) for one in (path, gone))
    context = MergeContext(
        kind,
        workspace.config.rules,
        usual_keys(workspace),
        _names(workspace, path),
        _names(workspace, gone),
        find_country(workspace.config.settings.me.country) or "",
    )
    merged = _merged(ours, theirs, context, path)
    why = f"merge {gone} into {path}"
    links = plan_links(workspace, aims, (path, gone), why, shows_old=True)
    trash, before = free_in_trash(workspace, gone), workspace.read(gone) or ""
    return MergePlan(
        path,
        gone,
        trash,
        (
            FileChange(path, workspace.read(path), merged.text, why),
            *links.changes,
            FileChange(trash, None, before, why),
            FileRemoval(gone, before, why),
        ),
        merged.kept,
        tuple(change.path for change in links.changes),
        links.refused,
    )


def _refuse_unless_alike(workspace: Workspace, path: str, gone: str) -> str:
    if path == gone:
        raise UsageError(f"{path} is one note already", path=path)
    for one in (path, gone):
        _refuse_unreadable(workspace, one)
    types = types_by_path(workspace.connection)
    kind, other = types.get(path), types.get(gone)
    if kind is None or other is None:
        raise UsageError(f"{path if kind is None else gone} is not read by vaultnet: it cannot be merged")
    if kind != other:
        raise UsageError(f"{path} and {gone} are notes of two types: `{kind or 'none'}` and `{other or 'none'}`")
    told = load_told_apart(workspace.connection)
    if says := next((a for a, b in ((path, gone), (gone, path)) if b in told.get(a, ())), None):
        raise UsageError(f"{says} says that they are not the same: remove `not-same-as` there first", path=says)
    return kind


def _refuse_unreadable(workspace: Workspace, path: str) -> None:
    """A note that is broken has no type to speak of: its fault is what there is to say."""
    try:
        refuse_if_broken(parse_document(workspace.read(path) or ""))
    except Refused as answer:
        raise NotWritten(answer.problem.message, path=path, line=answer.problem.line) from answer


def _relinked(workspace: Workspace, path: str, aims: LinkAims) -> str:
    try:
        return relink(workspace.read(path) or "", partial(find_aim, aims, path), shows_old=True)
    except Refused as answer:
        raise NotWritten(answer.problem.message, path=path, line=answer.problem.line) from answer


def _merged(ours: str, theirs: str, context: MergeContext, path: str) -> MergedNote:
    try:
        return merge_notes(ours, theirs, context)
    except Refused as answer:
        raise NotWritten(answer.problem.message, path=path, line=answer.problem.line) from answer


def _names(workspace: Workspace, path: str) -> tuple[str, ...]:
    """The file's name first, then what the note says it is called."""
    record = load_record(workspace.connection, path)
    stem = path.rpartition("/")[2].removesuffix(".md")
    return tuple(dict.fromkeys(filter(None, (stem, record.get("name", ""), *record.get("aliases", ())))))


def free_in_trash(workspace: Workspace, gone: str) -> str:
    """`Ada.md`, and where the trash has one, `Ada 2.md`."""
    stem = gone.rpartition("/")[2].removesuffix(".md")
    numbered = (f"{TRASH}/{stem}{'' if number == 1 else f' {number}'}.md" for number in count(1))
    return next(path for path in numbered if not (workspace.root / path).exists())
