"""Ticks into logs: which ticked items of agenda blocks are not in the contacts' notes yet, and putting them there.

absorb(workspace, words)   ->   Absorbed(touches=({"date": ..., "kind": "call", ...},), words=(...))
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from vaultnet.app.debrief_absorb import merged_changes, plan_answers
from vaultnet.app.ticks import waiting_ticks
from vaultnet.app.triage_absorb import plan_places
from vaultnet.app.workspace import Workspace
from vaultnet.app.written_touch import written_touch
from vaultnet.dataclass import dataclass, replace
from vaultnet.edits.absorb import AbsorbPlan, plan_absorb
from vaultnet.edits.debrief import Gain
from vaultnet.errors import NotWritten
from vaultnet.practice.triage import Choice
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.ticks import contact_finder
from vaultnet.storage.writable import find_obstacle
from vaultnet.text.change import FileChange
from vaultnet.text.problem import Problem

_TOLD_FOR = timedelta(days=14)  # an item that waits for something the user may not want is not spoken of for ever


@dataclass(frozen=True, slots=True)
class Absorbed:
    """`touches` are JSON objects; `words` tell the user what is pending, `fresh_words` what of it is not yet two weeks
    old; `gains` are what the answers of debriefs came to, `placed` who got which place in the triage note.
    """

    plan: AbsorbPlan
    touches: tuple[dict[str, Any], ...]
    words: tuple[str, ...]
    fresh_words: tuple[str, ...]
    gains: tuple[Gain, ...] = ()
    placed: tuple[tuple[str, Choice], ...] = ()


def plan_ticks(workspace: Workspace, *, everyone: bool = False) -> Absorbed:
    """What the ticks of the last year come to. Writes nothing; the index must be fresh. `everyone` is for the triage
    note: whoever has a place by now leaves it, also where nothing is ticked.
    """
    connection, rules = workspace.connection, workspace.config.rules

    def read(path: str) -> str | Problem | None:
        try:
            return workspace.read(path)
        except NotWritten as error:
            return Problem("note-unreadable", error.message.removeprefix(f"{path}: "), error.line or 1)

    links = load_link_texts(connection)
    plan = plan_absorb(
        waiting_ticks(workspace),
        read,
        contact_finder(connection),
        rules,
        link_by_path=links,
        find_obstacle=partial(find_obstacle, workspace.root),
    )
    answers = plan_answers(workspace, read, plan.changes)
    changes = merged_changes(plan.changes, answers.changes)
    places = plan_places(workspace, read, changes, everyone=everyone)
    known = (*plan.pending, *(each for each in answers.pending if each not in plan.pending))
    plan = replace(
        plan,
        changes=merged_changes(changes, places.changes),
        pending=(*known, *(each for each in places.pending if each not in known)),
    )
    after = {change.path: change.after for change in plan.changes}
    first = {
        key: (path, touch) for path, touch, key in reversed(plan.touches)
    }  # one, though it stands in several notes
    touches = tuple(
        written_touch(path, after[path], f"^vn-{key}", touch.people, rules) for key, (path, touch) in first.items()
    )
    fresh = tuple(_words(plan, since=workspace.today - _TOLD_FOR))
    return Absorbed(plan, touches, tuple(_words(plan)), fresh, answers.gains, places.placed)


def absorb(workspace: Workspace, words: Sequence[str], *, everyone: bool = False) -> Absorbed:
    """Write what the ticks come to, as one step, and bring the index up to date."""
    absorbed = plan_ticks(workspace, everyone=everyone)
    if workspace.apply(absorbed.plan.changes, words).paths:
        workspace.refresh()
    return absorbed


def absorb_first(
    workspace: Workspace, words: Sequence[str], *, everyone: bool = False
) -> tuple[Absorbed, tuple[FileChange, ...]]:
    """What was ticked before a page is made: written with `words` (the command line, for `undo`), or, without any,
    planned, and the second value are the changes that the page is to foresee. What waits is noticed.
    """
    absorbed = absorb(workspace, words, everyone=everyone) if words else plan_ticks(workspace, everyone=everyone)
    workspace.notices += absorbed.fresh_words
    return absorbed, () if words else absorbed.plan.changes


def _words(plan: AbsorbPlan, since: date = date.min) -> Iterator[str]:
    """What is pending, each with the line to paste where there is one; and which ticked tasks come again."""
    for path, words, rule in plan.recurring:
        yield f'{path}: "{words}" comes again {rule}: vaultnet ticked it, the next one is yours to write down'
    for pending in plan.pending:
        if pending.day >= since or pending.lines:
            paste = f"; the tick waits until it is mended, or paste this:\n{pending.lines}" if pending.lines else ""
            yield f"{pending.path}:{pending.problem.line}: {pending.problem.message}{paste}"
