"""Ticks into logs: which ticked items of agenda blocks are not in the contacts' notes yet, and putting them there.

absorb(workspace, words)   ->   Absorbed(touches=({"date": ..., "kind": "call", ...},), words=(...))
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.app.written_touch import written_touch
from vaultnet.edits.absorb import AbsorbPlan, Original, Tick, plan_absorb
from vaultnet.model.network import Promise
from vaultnet.pages.sections.promises import promise_key
from vaultnet.storage.lookup import uid_by_path
from vaultnet.storage.network import LazyLinks, load_promises
from vaultnet.storage.ticks import TICKS_BACK, TickRow, contact_finder, ticked_items
from vaultnet.text.block import item_key


@dataclass(frozen=True, slots=True)
class Absorbed:
    """`touches` are JSON objects; `words` tell the user what is pending."""

    plan: AbsorbPlan
    touches: tuple[dict[str, Any], ...]
    words: tuple[str, ...]


def plan_ticks(workspace: Workspace) -> Absorbed:
    """What the ticks of the last months come to. Writes nothing; the index must be fresh."""
    connection, today = workspace.connection, workspace.today
    rows = ticked_items(connection, today - TICKS_BACK)
    ticks = _ticks(rows, load_promises(connection), uid_by_path(connection)) if rows else ()
    plan = plan_absorb(
        ticks,
        workspace.read,
        contact_finder(connection),
        workspace.config.rules,
        link_by_path=LazyLinks(connection),
        form="dataview" if workspace.config.tasks.get("taskFormat") == "dataview" else "emoji",
    )
    after = {change.path: change.after for change in plan.changes}
    rules = workspace.config.rules
    first = {
        key: (path, touch) for path, touch, key in reversed(plan.touches)
    }  # one, though it stands in several notes
    touches = tuple(
        written_touch(path, after[path], f"^vn-{key}", touch.people, rules) for key, (path, touch) in first.items()
    )
    return Absorbed(plan, touches, tuple(_pending_words(plan)))


def absorb(workspace: Workspace, words: Sequence[str]) -> Absorbed:
    """Write what the ticks come to, as one step, and bring the index up to date."""
    absorbed = plan_ticks(workspace)
    if workspace.apply(absorbed.plan.changes, words).paths:
        workspace.refresh()
    return absorbed


def _ticks(rows: list[TickRow], promises: tuple[Promise, ...], uids: dict[str, str]) -> tuple[Tick, ...]:
    """Each tick once; the copies of promises are known by their keys."""
    ticks = {(row.path, row.key): _tick(row, promises, uids) for row in rows}
    return tuple(ticks.values())


def _tick(row: TickRow, promises: tuple[Promise, ...], uids: dict[str, str]) -> Tick:
    is_outreach = item_key(row.day, "reach_out", row.uid or row.contact) == row.key
    return Tick(row.path, row.day, row.key, is_outreach, _original(row, promises, uids))


def _original(row: TickRow, promises: tuple[Promise, ...], uids: dict[str, str]) -> Original | None:
    for promise in promises:
        if row.contact in promise.contacts and promise_key(promise, row.day, uids[promise.contacts[0]]) == row.key:
            return Original(promise.path, promise.line)
    return None


def _pending_words(plan: AbsorbPlan) -> list[str]:
    return [
        f"{pending.path}:{pending.problem.line}: {pending.problem.message}"
        + (f"; the tick waits until it is mended, or paste this:\n{pending.lines}" if pending.lines else "")
        for pending in plan.pending
    ]
