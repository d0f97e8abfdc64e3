"""`vaultnet undo`: the last command's writes, taken back."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note, print_text
from vaultnet.text.change import render_diff


@click.command(cls=Command)
@click.argument("count", type=click.IntRange(min=1), default=1, metavar="[N]")
@click.option("--dry-run", is_flag=True, help="Show what would be put back as a diff, write nothing.")
@click.pass_obj
def undo(flags: Flags, count: int, dry_run: bool) -> None:
    """Take back what the last command (or the last N) wrote.

    Each step is undone whole, and only if its notes are still as the command left them; otherwise nothing is touched,
    and the note that has changed since is named.

    \b
    vaultnet undo
    vaultnet undo 3
    """
    from vaultnet.app.apply import plan_undo_steps, undo_steps

    with flags.workspace() as workspace:
        planned = plan_undo_steps(workspace.root, count) if dry_run else []
        undone, words = ([], ()) if dry_run else undo_steps(workspace.root, count)
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
                print_text(f"  {path}")
    for word in words:
        print_note(word)
