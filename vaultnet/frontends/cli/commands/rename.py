"""`vaultnet rename`: a note under another name, every link kept right."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.moved_links import print_changed, print_left
from vaultnet.frontends.cli.output import print_diffs, print_json, print_text

if TYPE_CHECKING:
    from vaultnet.app.rename import RenamePlan


@click.command(cls=Command)
@click.argument("who", metavar="NOTE", shell_complete=complete_name)
@click.argument("name", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Show every change as a diff, write nothing.")
@click.pass_obj
def rename(flags: Flags, who: str, name: str, dry_run: bool) -> None:
    """Give NOTE the name NEW, and point every link to it there.

    Links in texts, properties, generated blocks and canvases change; what they show, headings they point at, and code
    stay. The old name becomes an alias. The note stays in its folder unless NEW names one (People/Ada Lovelace).

    \b
    vaultnet rename "Ada Byron" "Ada Lovelace"
    vaultnet rename Northwind "Northwind Pensions"
    vaultnet rename "Ada Byron" "Archive/Ada Byron" --dry-run
    """
    from vaultnet.app.any_note import get_note
    from vaultnet.app.rename import plan_rename

    with flags.workspace() as workspace:
        workspace.refresh()
        plan = plan_rename(workspace, get_note(workspace, who), name)
        if not dry_run:
            workspace.apply(plan.changes, flags.words)
    _print(plan, flags, dry_run=dry_run)
    print_left(plan.refused)


def _print(plan: "RenamePlan", flags: Flags, *, dry_run: bool) -> None:
    if flags.as_json:
        print_json(
            "vaultnet.rename/1",
            path=plan.new,
            old=plan.old,
            links=list(plan.links),
            changed=[] if dry_run else list(dict.fromkeys(change.path for change in plan.changes)),
            refused=[note._asdict() for note in plan.refused],
            dry_run=dry_run,
        )
    elif dry_run:
        print_diffs(plan.changes)
    else:
        print_text(f"{plan.old} is now {plan.new}. `vaultnet undo` takes it back.")
        print_changed(plan.links)
