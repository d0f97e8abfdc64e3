"""One property of many notes: who is meant by WHERE, and what each note would say, as a plan.

plan_set(workspace, "company:acme tier!=close", ["tier=close"])
-> SetPlan(rows=(SetRow("People/Ada.md", "Ada", "tier", "wide", "close"), ...), changes=(FileChange(...), ...), ...)

The plan is all there is: whoever wants it written gives `plan.changes` to the workspace, as one step of the journal.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from vaultnet.app.find import find_notes, read_conditions
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.edits.property_key import usual_key
from vaultnet.edits.set_property import (
    Assignment,
    PropertyEdit,
    holds_text,
    parse_assignment,
    plan_property,
    refuse_unreadable,
)
from vaultnet.errors import NotWritten, UsageError
from vaultnet.model.record import keys_of
from vaultnet.storage.contents import count_keys
from vaultnet.text.change import FileChange
from vaultnet.text.fold import fold_key
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_writer import render_entry


class SetRow(NamedTuple):
    """One property of one note, before and after; "" where there is none."""

    path: str
    name: str
    key: str
    before: str
    after: str


class RefusedNote(NamedTuple):
    """A note that is left as it is: why, where, and the lines to paste."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class SetPlan:
    """`matched` counts the notes that WHERE means; those without a row say it already."""

    matched: int
    rows: tuple[SetRow, ...]
    changes: tuple[FileChange, ...]
    refused: tuple[RefusedNote, ...]


def plan_set(workspace: Workspace, where: str, words: Sequence[str]) -> SetPlan:
    """Plan to set KEY=VALUE in every note that meets the conditions. Raises UsageError for what cannot be meant,
    before anything is planned.
    """
    conditions = read_conditions(workspace, where)
    notes = find_notes(workspace, conditions)
    assignments = {kind: _assignments(kind, words, workspace) for kind in {note.type for note in notes} or {"contact"}}
    usual = usual_keys(workspace)
    rows, changes, refused = list[SetRow](), list[FileChange](), list[RefusedNote]()
    for note in notes:
        try:
            change, edits = edit_note(workspace, note.path, note.type, assignments[note.type], usual)
        except NotWritten as error:
            refused.append(RefusedNote(note.path, error.line or 1, error.message))
            continue
        if change.is_change:
            changes.append(change)
            rows += [SetRow(note.path, note.title, edit.key, edit.before, edit.after) for edit in edits]
    return SetPlan(len(notes), tuple(rows), tuple(changes), tuple(refused))


def _assignments(kind: str, words: Sequence[str], workspace: Workspace) -> tuple[Assignment, ...]:
    table = keys_of(kind)
    plain = (parse_assignment(word) for word in words)
    assignments = tuple(
        parse_assignment(word, as_text=holds_text(table[assignment.key]))
        for word, assignment in zip(words, plain, strict=True)
    )
    for assignment in assignments:
        refuse_unreadable(kind, assignment, workspace.config.rules)
    asked = [fold_key(assignment.key) for assignment in assignments]
    if twice := next((word for word in asked if asked.count(word) > 1), ""):
        raise UsageError(f"{twice} is set twice: say it once")
    return assignments


def usual_keys(workspace: Workspace) -> Callable[[str, str], str]:
    """(type, key) -> the spelling for a note that has none: the vault is asked once a type, and only if need be."""
    counts = cache(lambda kind: count_keys(workspace.connection, kind))
    return cache(lambda kind, key: usual_key(key, keys_of(kind), counts(kind)))


def edit_note(
    workspace: Workspace,
    path: str,
    kind: str,
    assignments: Sequence[Assignment],
    usual: Callable[[str, str], str],
) -> tuple[FileChange, tuple[PropertyEdit, ...]]:
    """The assignments made in one note. Raises NotWritten, with the lines to paste, where it cannot be written."""
    before = text = workspace.read(path) or ""
    edits = list[PropertyEdit]()
    try:
        for assignment in assignments:
            edit = plan_property(text, kind, assignment, workspace.config.rules, usual)
            if edit.text != text:
                edits.append(edit)
            text = edit.text
    except Refused as error:
        lines = "\n".join(
            render_entry(usual(kind, one.key), one.value)
            for one in assignments
            if one.value is not None and one.operator != "-="
        )
        message = error.problem.message
        if lines:
            message = f"{message}; to paste into its front matter once it is mended:\n{lines}"
        raise NotWritten(message, path=path, line=error.problem.line) from error
    return FileChange(path, before, text, "set"), tuple(edits)
