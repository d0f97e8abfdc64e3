"""What `watch` does for a vault at rest: absorb what was ticked, and keep the block in today's note as it should be.

    tend(workspace, words, seconds_until_free, create=False)
    ->  Tended(paths=("People/Ada.md", "Daily/2026-06-15.md"), touches=({...},), wait=0.0)

Planned first, and written only when every note it would write to is free: somebody may be typing in one of them.
"""

from collections.abc import Callable, Sequence

from vaultnet.app.absorb import absorb, plan_ticks
from vaultnet.app.generate import generate_agenda
from vaultnet.app.name_locale import name_locale
from vaultnet.app.tended import Tended
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import replace
from vaultnet.edits.daily_note import daily_note_path
from vaultnet.errors import VaultnetError
from vaultnet.text.change import FileChange


def tend(
    workspace: Workspace, words: Sequence[str], seconds_until_free: Callable[[str], float], *, create: bool
) -> Tended:
    """The index must be fresh. Raises VaultnetError where a tick cannot be absorbed; `workspace.notices` has words."""
    workspace.refuse_if_vanished()  # before anything is said of ticks for people whose notes are gone with the disk
    planned = plan_ticks(workspace)
    busy = _busiest(planned.plan.changes, seconds_until_free)
    if busy.wait:
        return busy
    absorbed = absorb(workspace, words) if planned.plan.changes else planned
    workspace.notices += absorbed.fresh_words
    paths = tuple(change.path for change in absorbed.plan.changes)
    page = Tended()
    if create or _has_note(workspace):
        try:
            page = _write_page(workspace, words, seconds_until_free)
        except VaultnetError as refused:  # what was absorbed is absorbed
            page = Tended(refused=refused)
    return replace(page, paths=tuple(dict.fromkeys((*paths, *page.paths))), touches=absorbed.touches)


def _write_page(workspace: Workspace, words: Sequence[str], seconds_until_free: Callable[[str], float]) -> Tended:
    change = generate_agenda(workspace, workspace.today).change
    changes = () if change is None else (change,)
    busy = _busiest(changes, seconds_until_free)
    return busy if busy.wait else Tended(workspace.apply(changes, words).paths)


def _has_note(workspace: Workspace) -> bool:
    """Whether the day's note is there: Obsidian makes it, maybe with Templater, or another device does."""
    daily, today = workspace.config.daily, workspace.today
    return (workspace.root / daily_note_path(daily, today, name_locale(workspace, daily, today))).exists()


def _busiest(changes: Sequence[FileChange], seconds_until_free: Callable[[str], float]) -> Tended:
    waits = [(seconds_until_free(change.path), change.path) for change in changes if change.is_change]
    wait, path = max(waits, default=(0.0, ""))
    return Tended(wait=wait, path=path)
