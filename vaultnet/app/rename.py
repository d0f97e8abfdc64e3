"""A note under another name, with every link to it kept right and its old name as an alias.

plan_rename(workspace, "People/Ada Byron.md", "Ada Lovelace")
->  RenamePlan("People/Ada Byron.md", "People/Ada Lovelace.md", changes=(FileRemoval(...), FileChange(...), ...), ...)
"""

from functools import partial
from typing import NamedTuple

from vaultnet.app.relink import LinkPlan, RefusedLink, build_aims, find_aim, plan_links
from vaultnet.app.set_property import usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.new import portable_name
from vaultnet.edits.set_property import Assignment, plan_property
from vaultnet.errors import NotWritten, UsageError
from vaultnet.storage.lookup import all_paths, types_by_path
from vaultnet.text.change import Change, FileChange, FileRemoval
from vaultnet.text.fold import fold
from vaultnet.text.problem import Refused
from vaultnet.text.relink import relink
from vaultnet.text.resolve import NameIndex, fold_path, key_of

_SUFFIX = ".md"


class RenamePlan(NamedTuple):
    """`links` are the notes in which links change; `refused` those that hold such a link and cannot be written."""

    old: str
    new: str
    changes: tuple[Change, ...]
    links: tuple[str, ...]
    refused: tuple[RefusedLink, ...]


def plan_rename(workspace: Workspace, old: str, name: str) -> RenamePlan:
    """Raises UsageError for a name that is taken or can be no file's, NotWritten where the note cannot be written."""
    new = _path_of(workspace, old, name)
    aims = build_aims(workspace, old, new)
    before = workspace.read(old) or ""
    try:
        after = relink(before, partial(find_aim, aims, old))
        after = _with_alias(workspace, after, old, new)
    except Refused as answer:
        raise NotWritten(answer.problem.message, path=old, line=answer.problem.line) from answer
    why = f"rename to {_stem(new)}"
    links: LinkPlan = plan_links(workspace, aims, (old,), why)
    return RenamePlan(old, new, (*_moved(old, new, before, after, why), *links.changes), _paths(links), links.refused)


def _moved(old: str, new: str, before: str, after: str, why: str) -> tuple[Change, ...]:
    """The new note first, so that its words are never nowhere; but where only the case differs, one system's disk
    takes both names for one file, and the old one has to make room.
    """
    created, removed = FileChange(new, None, after, why), FileRemoval(old, before, why)
    return (removed, created) if fold_path(old) == fold_path(new) else (created, removed)


def _paths(links: LinkPlan) -> tuple[str, ...]:
    return tuple(change.path for change in links.changes)


def _path_of(workspace: Workspace, old: str, name: str) -> str:
    """In its folder, unless the name has one."""
    folder, _, stem = name.strip().removesuffix(_SUFFIX).rpartition("/")
    portable = portable_name(stem)
    if portable != stem.strip():
        raise UsageError(f'"{stem}" cannot be a file name on every system: "{portable}" can')
    if any(part in {"", ".", ".."} or part.startswith(".") for part in folder.split("/")) and folder:
        raise UsageError(f'"{folder}" is no folder of the vault')
    new = "/".join(filter(None, (folder or old.rpartition("/")[0], f"{portable}{_SUFFIX}")))
    if new == old:
        raise UsageError(f"{old} is called so already", path=old)
    twins = tuple(p for p in all_paths(workspace.connection) if fold_path(p) == fold_path(new) and p != old)
    others = twins or _namesakes(workspace, old, new, is_folder_named=bool(folder))
    if others:
        message = f"{', '.join(others)}: there is a note of this name; to make one of two, `vaultnet merge`"
        raise UsageError(message, path=others[0], candidates=others)
    if fold_path(new) != fold_path(old) and (workspace.root / new).exists():
        raise UsageError(f"{new}: there is a file of this name", path=new)
    return new


def _namesakes(workspace: Workspace, old: str, new: str, *, is_folder_named: bool) -> tuple[str, ...]:
    """Notes elsewhere with the name: two of one name are allowed to whoever names the folder."""
    if is_folder_named:
        return ()
    files = NameIndex(all_paths(workspace.connection)).files(key_of(new))
    return tuple(sorted(path for path in files if path != old))


def _with_alias(workspace: Workspace, text: str, old: str, new: str) -> str:
    if fold(_stem(old)) == fold(_stem(new)):
        return text
    kind = types_by_path(workspace.connection).get(old, "")
    assignment = Assignment("aliases", "+=", _stem(old))
    return plan_property(text, kind or "contact", assignment, workspace.config.rules, usual_keys(workspace)).text


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(_SUFFIX)
