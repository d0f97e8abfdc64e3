"""Settling the notes that somebody named, or all: which are meant, what is written, and what is left to a choice.

find_meant(workspace, conflicts, ["Ada Byron"])   ->   [("People/Ada Byron.md", [Conflict(...)])]
settle_note(workspace, *meant[0], Way(choose, words))
->  Settled(path="People/Ada Byron.md", merged=("People/Ada Byron (conflicted copy).md",), left=(), message="", ...)

Each note is written on its own, so that one that cannot be read stops no other; `undo` takes back all of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.app.any_note import get_note
from vaultnet.app.conflicts import Conflict
from vaultnet.app.resolve import Choose, Resolution, plan_resolution
from vaultnet.app.workspace import Workspace
from vaultnet.edits.settle_conflict import Question
from vaultnet.errors import AmbiguousName, NotWritten, UsageError, VaultnetError
from vaultnet.text.change import Change
from vaultnet.text.resolve import fold_path


class Way(NamedTuple):
    """How to settle. `asks`: a person is there to choose. `goes_on`: a note that needs one is named and left."""

    choose: Choose
    words: Sequence[str]
    asks: bool = False
    goes_on: bool = False
    is_dry_run: bool = False


class Settled(NamedTuple):
    """What has become of one note; it has no `changes` where nothing was open. `message` says why it was left, `where`
    in which file, and on which line of it. The other fields are those of `Resolution`.
    """

    path: str
    changes: tuple[Change, ...] = ()
    merged: tuple[str, ...] = ()
    trash: tuple[str, ...] = ()
    left: tuple[Question, ...] = ()
    is_unmerged: bool = False
    message: str = ""
    where: str = ""


def find_meant(
    workspace: Workspace, conflicts: Sequence[Conflict], names: Sequence[str]
) -> list[tuple[str, list[Conflict]]]:
    """The conflicts of each note that the words name, by note; of all where there are none. A copy is named by its own
    path. A note without a conflict has none here: what is settled already stays so. Raises NothingFound and
    AmbiguousName for what is no note.
    """
    named = (
        [_named(workspace, conflicts, name) for name in names] if names else [(one.path, [one]) for one in conflicts]
    )
    meant: dict[str, list[Conflict]] = {}
    for path, found in named:
        known = meant.setdefault(path, [])
        known += [one for one in found if one not in known]
    return list(meant.items())


def _named(workspace: Workspace, conflicts: Sequence[Conflict], name: str) -> tuple[str, list[Conflict]]:
    """The note, and what is open in it."""
    asked = name.removesuffix(".md")
    found = [one for one in conflicts if asked in {one.path.removesuffix(".md"), one.copy.removesuffix(".md")}]
    found = found or _of_file_name(conflicts, asked)
    if not found:
        path = get_note(workspace, name)
        found = [one for one in conflicts if path in {one.path, one.copy}]
        if not found:
            return path, []
    copies = [one for one in found if one.copy.removesuffix(".md") == asked]
    return found[0].path, copies or found


def _of_file_name(conflicts: Sequence[Conflict], asked: str) -> list[Conflict]:
    """Those of the one note so called, which may be gone, or unreadable: then the vault does not know its name."""
    wanted = fold_path(asked)
    found = [one for one in conflicts if fold_path(one.path.rpartition("/")[2].removesuffix(".md")) == wanted]
    paths = tuple(dict.fromkeys(one.path for one in found))
    if len(paths) > 1:
        raise AmbiguousName(asked, candidates=paths)
    return found


def settle_note(workspace: Workspace, path: str, conflicts: Sequence[Conflict], way: Way) -> Settled:
    """Plan, and write unless it is a dry run. Raises UsageError where a choice is needed and nobody made one, and what
    `plan_resolution` raises.
    """
    if not conflicts:
        return Settled(path)
    try:
        plan = plan_resolution(workspace, path, conflicts, way.choose)
    except (NotWritten, UsageError) as error:
        if not way.goes_on:
            raise
        waits = any(one.is_unmerged for one in conflicts)
        return Settled(path, is_unmerged=waits, message=error.message, where=_place(error, path))
    if plan.left and not plan.answered:
        if way.goes_on or way.asks:
            message = "left as it is: it needs a choice of yours"
            return Settled(path, left=plan.left, is_unmerged=plan.is_unmerged, message=message, where=path)
        if not plan.merged and not way.is_dry_run:
            _refuse_without_choice(plan)
    if not way.is_dry_run:
        workspace.apply(plan.changes, way.words)
    return Settled(path, plan.changes, plan.merged, plan.trash, plan.left, plan.is_unmerged)


def _refuse_without_choice(plan: Resolution) -> None:
    places = ", ".join(str(question.line) for question in plan.left)
    message = (
        f"both sides say something else here (line {places}): choose with --ours, --theirs or --both, run the command "
        "in a terminal, where it asks, or edit the note"
    )
    raise UsageError(message, path=plan.path, line=plan.left[0].line)


def _place(error: VaultnetError, path: str) -> str:
    """The file that cannot be read: the note, or its copy."""
    return f"{error.path or path}{f':{error.line}' if error.line else ''}"
