"""`vaultnet undo`: the last command's writes, taken back."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note, print_quote, print_text
from vaultnet.text.change import render_diff

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace


@click.command(cls=Command)
@click.argument("count", type=click.IntRange(min=1), default=1, metavar="[N]")
@click.option("--dry-run", is_flag=True, help="Show what would be put back as a diff, write nothing.")
@click.pass_obj
def undo(flags: Flags, count: int, dry_run: bool) -> None:
    """Take back what the last command (or the last N) wrote.

    Each step is undone whole, and only if its notes are still as the command left them; otherwise nothing is touched,
    and the note that has changed since is named. An undone step is not redone: run the command again.

    \b
    vaultnet undo
    vaultnet undo 3
    """
    from vaultnet.app.apply import plan_undo_steps, undo_steps

    with flags.workspace() as workspace:
        planned = plan_undo_steps(workspace.root, count) if dry_run else []
        waiting = _waiting(workspace)
        undone, words = ([], ()) if dry_run else undo_steps(workspace.root, count)
        waiting = _waiting(workspace) - waiting
    if flags.as_json:
        steps = [
            {"id": step.id, "command": " ".join(step.words), "at": step.at.isoformat(), "restored": list(paths)}
            for step, paths in undone
        ]
        print_json("vaultnet.undo/1", steps=steps)
    elif dry_run:
        for change in planned:
            print_exact(render_diff(change))
    elif not undone:
        print_text("There is nothing to undo in this vault.")
    else:
        for step, paths in undone:
            print_text(f"Undone: {' '.join(step.words)}")
            for path in paths:
                print_quote(f"  {path}")
    for word in words:
        print_note(word)
    for path in sorted({path for path, _ in waiting}):
        print_note(f"{path}: what is ticked there is absorbed again by the next agenda, unless you remove the tick")


def _waiting(workspace: "Workspace") -> set[tuple[str, str]]:
    """The ticks that wait to be absorbed: undoing takes the lines out of the logs, the ticks are the user's own."""
    from vaultnet.app.ticks import waiting_ticks

    workspace.refresh()
    return {(tick.path, tick.key) for tick in waiting_ticks(workspace)}
