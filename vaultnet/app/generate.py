"""The day's agenda, from the notes to the note: refresh, decide, render, place, write.

    generate_agenda(workspace)   ->  AgendaResult(payload={"date": "2026-06-15", "sections": [...], "block": ...},
                                                  change=FileChange("Daily/2026-06-15.md", ...))

A run that finds nothing changed since the last one for that day answers from a memo in the index: it reads no note,
renders no template and loads neither YAML nor Jinja.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten
from vaultnet.storage import memo
from vaultnet.text.change import FileChange

if TYPE_CHECKING:
    from vaultnet.app.absorb import Absorbed
    from vaultnet.storage.ticks import TickRow


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """`payload` is the `vaultnet.agenda/1` object but for `changed`; `block` the Markdown with its markers; `change`
    is None when the note is as it should be; `absorbed` are the changes that ticks came to.
    """

    payload: dict[str, Any]
    block: str
    change: FileChange | None
    absorbed: tuple[FileChange, ...] = ()


def generate_agenda(
    workspace: Workspace, day: date, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> AgendaResult:
    """Work out a day's agenda. Apply `result.change` to write it.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. With `only_print` a note that cannot take the block is no
    obstacle; else NotWritten brings the block to paste.
    """
    workspace.refresh()
    mode = "write" if absorb_as else "print" if only_print else "show"
    key = f"agenda {day.isoformat()} {mode} {workspace.own_templates}"
    known = memo.recall(workspace.connection, key)
    if known is not None:
        data = json.loads(known)
        return AgendaResult(data["payload"], data["block"], None)
    absorbed = _absorb(workspace, absorb_as)
    result = _build(workspace, day, None if absorb_as else absorbed, only_print=only_print)
    if result.change is None and not (absorbed and (absorbed.plan.changes or absorbed.plan.pending)):
        memo.remember(workspace.connection, key, json.dumps({"payload": result.payload, "block": result.block}))
    if absorbed is None:
        return result
    payload = {**result.payload, "absorbed": list(absorbed.touches)}
    return AgendaResult(payload, result.block, result.change, absorbed.plan.changes)


def _absorb(workspace: Workspace, words: Sequence[str]) -> "Absorbed | None":
    """What was ticked, written if there are `words`; on most runs that is nothing new, and nothing more is loaded."""
    from vaultnet.storage.ticks import TICKS_BACK, ticked_items

    rows = ticked_items(workspace.connection, workspace.today - TICKS_BACK)
    if all(_is_noted(workspace, row) for row in rows):
        return None
    from vaultnet.app.absorb import absorb, plan_ticks

    absorbed = absorb(workspace, words) if words else plan_ticks(workspace)
    workspace.notices += absorbed.words
    return absorbed


def _is_noted(workspace: Workspace, row: "TickRow") -> bool:
    """Whether the contact's note bears the item's id already."""
    return bool(row.contact) and f"^vn-{row.key}" in (workspace.read(row.contact) or "")


def _build(workspace: Workspace, day: date, foreseen: "Absorbed | None", *, only_print: bool) -> AgendaResult:
    """The page as of now, or with `foreseen` as of after the ticks are absorbed."""
    from vaultnet.app.foresee import after_absorbing
    from vaultnet.edits.daily_note import daily_note_path
    from vaultnet.pages.agenda import build_agenda
    from vaultnet.pages.view import agenda_payload, as_plain
    from vaultnet.storage.lookup import load_problems
    from vaultnet.text.block import seal
    from vaultnet.text.managed_block import block_markers

    network = workspace.network(day)
    if foreseen is not None:
        network = after_absorbing(network, foreseen.plan)
    view = build_agenda(network, workspace.config.settings, day)
    sealed = seal(workspace.render("agenda.md", as_plain(view)))
    path = daily_note_path(workspace.config.daily, day, workspace.config.rules.locale)
    planned = {change.path: change.after for change in foreseen.plan.changes} if foreseen else {}
    try:
        change = _place(workspace, path, day, planned.get(path), sealed)
        block = _inner(change.after)
    except NotWritten as refused:
        begin, end = block_markers("agenda")
        block = f"{begin}\n{sealed}{end}\n"
        if not only_print:
            message = f"{refused.message}. Nothing was written; to paste:\n{block}"
            raise NotWritten(message, path=refused.path, line=refused.line) from refused
        change = None
    problems = [problem for problem in load_problems(workspace.connection) if problem["severity"] == "error"]
    payload = agenda_payload(view, path, block, problems)
    return AgendaResult(payload, block, change if change and change.is_change else None)


def _place(workspace: Workspace, path: str, day: date, planned: str | None, sealed: str) -> FileChange:
    """The block in the day's note. Raises NotWritten where the note cannot take it."""
    from vaultnet.text.block import replace
    from vaultnet.text.document import parse_document
    from vaultnet.text.problem import Refused

    before = workspace.read(path)
    text = planned if planned is not None else before if before is not None else _new_note(workspace, path, day)
    try:
        after = replace(parse_document(text), "agenda", sealed, heading=workspace.config.settings.agenda.heading)
    except Refused as refused:
        raise NotWritten(refused.problem.message, path=path, line=refused.problem.line) from refused
    return FileChange(path, before, after, "agenda")


def _inner(text: str) -> str:
    """The block as it stands in the note, hand-edited items and all, markers included."""
    from vaultnet.text.document import parse_document

    found = next(block for block in parse_document(text).blocks if block.name == "agenda")
    return text[found.start : found.end]


def _new_note(workspace: Workspace, path: str, day: date) -> str:
    """The day's note from the user's own daily template; an empty one where there is no template."""
    from vaultnet.edits.daily_note import fill_template, needs_templater

    daily = workspace.config.daily
    template = workspace.read(f"{daily.template}.md") if daily.template else None
    if template is None:
        return ""
    if needs_templater(template):
        raise NotWritten(
            f"the daily template {daily.template}.md holds Templater code, which only Obsidian can run: open the day's "
            "note there first",
            path=path,
        )
    moment = datetime.combine(day, workspace.now.time())
    return fill_template(template, path, moment, workspace.config.rules.locale, day_format=daily.format)
