"""`vaultnet agenda`: the day's short list, in the daily note."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command


@click.command(cls=Command)
@click.argument("date", required=False, default="")
@click.option("--stdout", "only_print", is_flag=True, help="Print the block, write nothing.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def agenda(flags: Flags, date: str, only_print: bool, dry_run: bool) -> None:
    """Write today's agenda into the daily note (or DATE's into that day's).

    Ticked, let-go ([-]), moved ([>]) and rewritten items stay as they are; run it as often as you like.

    \b
    vaultnet agenda
    vaultnet agenda tomorrow --stdout
    vaultnet agenda --dry-run
    """
    from vaultnet.frontends.cli.acts.agenda import write_agenda

    write_agenda(flags, date, only_print=only_print, dry_run=dry_run)
