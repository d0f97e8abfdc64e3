"""`vaultnet undo`: the last command's writes, taken back."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.app.apply import Undone
    from vaultnet.app.workspace import Workspace
    from vaultnet.storage.journal import Step
    from vaultnet.text.change import Change


@click.command(cls=Command)
@click.argument("count", type=click.IntRange(min=1), default=1, metavar="[N]")
@click.option("--dry-run", is_flag=True, help="Show what would be put back as a diff, write nothing.")
@click.pass_obj
def undo(flags: Flags, count: int, dry_run: bool) -> None:
    """Take back what the last command (or the last N) wrote.

    Counted are commands that somebody typed; what `vaultnet watch` wrote after one is taken back with it. Each is
    undone whole, and only if its notes are still as the command left them; otherwise nothing is touched, and the note
    that has changed since is named. An undone step is not redone: run the command again.

    \b
    vaultnet undo
    vaultnet undo 3
    """
    from vaultnet.app.apply import plan_undo_steps, undo_steps

    with flags.workspace() as workspace:
        if dry_run:
            planned, changes = plan_undo_steps(workspace.root, count)
            _print_planned(planned, changes, flags)
            _say_if_fewer(len(planned), count)
            return
        waiting = _waiting(workspace)
        undone, words = undo_steps(workspace.root, count)
        workspace.written.update({path: flags.words for group in undone for _, paths in group for path in paths})
        waiting = _waiting(workspace) - waiting
    if flags.as_json:
        _print_json(undone)
    elif not undone:
        print_text("There is nothing to undo in this vault.")
    else:
        for group in undone:
            _print_undone(group)
    _say_if_fewer(len(undone), count)
    for word in words:
        print_note(word)
    for path in sorted({path for path, _ in waiting}):
        print_note(f"{path}: what is ticked there is absorbed again by the next agenda, unless you remove the tick")


def _print_planned(planned: "list[list[Step]]", changes: "list[Change]", flags: Flags) -> None:
    if flags.as_json:
        _print_json([])
        return
    print_diffs(changes)
    for group in planned:
        for command in _by_command(group):
            print_note(f"Would undo: {' '.join(command[0].words)}")


def _print_json(undone: "list[Undone]") -> None:
    steps = [
        {"id": step.id, "command": " ".join(step.words), "at": step.at.isoformat(), "restored": list(paths)}
        for group in undone
        for step, paths in group
    ]
    print_json("vaultnet.undo/1", steps=steps)


def _print_undone(group: "Undone") -> None:
    """One heading a command, however many steps it wrote in."""
    paths_by_step = {step.id: paths for step, paths in group}
    for command in _by_command([step for step, _ in group]):
        print_text(f"Undone: {' '.join(command[0].words)}")
        for path in dict.fromkeys(path for step in command for path in paths_by_step[step.id]):
            print_quote(f"  {path}")


def _by_command(steps: "list[Step]") -> "list[list[Step]]":
    from vaultnet.app.typed_steps import steps_by_command

    return steps_by_command(steps)


def _say_if_fewer(found: int, count: int) -> None:
    if 0 < found < count:
        print_note("There was only 1 step to undo." if found == 1 else f"There were only {found} steps to undo.")


def _waiting(workspace: "Workspace") -> set[tuple[str, str]]:
    """The ticks that wait to be absorbed: undoing takes the lines out of the logs, the ticks are the user's own."""
    from vaultnet.app.ticks import waiting_ticks

    workspace.refresh()
    return {(tick.path, tick.key) for tick in waiting_ticks(workspace)}
