"""`vaultnet merge`: one note of two."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.moved_links import print_changed, print_left
from vaultnet.frontends.cli.output import print_diffs, print_json, print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.app.merge import MergePlan


@click.command(cls=Command)
@click.argument("who", metavar="A", shell_complete=complete_name)
@click.argument("other", metavar="B", shell_complete=complete_name)
@click.option("--dry-run", is_flag=True, help="Show every change as a diff, write nothing.")
@click.pass_obj
def merge(flags: Flags, who: str, other: str, dry_run: bool) -> None:
    """Make one note of two: A keeps its name and takes over all that B says; B goes to the vault's trash.

    Lists are united, what A lacks is taken over; where both say something else, A's value stands and B's is kept as a
    line of the note. Logs are joined by date, sections by their headings, and no line is lost. Links to B point at A
    and show what they showed. B's names become aliases.

    \b
    vaultnet merge "Ada Lovelace" "A. Byron" --dry-run
    vaultnet merge "Ada Lovelace" "A. Byron"
    """
    from vaultnet.app.any_note import get_note
    from vaultnet.app.merge import plan_merge

    with flags.workspace() as workspace:
        workspace.refresh()
        plan = plan_merge(workspace, get_note(workspace, who), get_note(workspace, other))
        if not dry_run:
            workspace.apply(plan.changes, flags.words)
    _print(plan, flags, dry_run=dry_run)
    print_left(plan.refused)


def _print(plan: "MergePlan", flags: Flags, *, dry_run: bool) -> None:
    if flags.as_json:
        print_json(
            "vaultnet.merge/1",
            path=plan.path,
            gone=plan.gone,
            trash=plan.trash,
            kept=list(plan.kept),
            links=list(plan.links),
            changed=[] if dry_run else [change.path for change in plan.changes],
            refused=[note._asdict() for note in plan.refused],
            dry_run=dry_run,
        )
        return
    if dry_run:
        print_diffs(plan.changes)
        return
    print_text(f"{plan.path} now holds both notes. `vaultnet undo` takes it all back.")
    print_text(f"{plan.gone} is in the trash: {plan.trash}")
    print_changed(plan.links)
    if plan.kept:
        print_text("Said otherwise there, and kept as lines of the note:")
        for line in plan.kept:
            print_quote(f"  {line}")
