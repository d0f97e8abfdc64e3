"""`vaultnet log`: one plain sentence, one touch in the right notes."""

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command


@click.command(cls=Command)
@click.argument("sentence", nargs=-1, required=True)
@click.option(
    "--who", multiple=True, shell_complete=complete_name, help="Whom it was with, where the sentence does not say."
)
@click.option("--kind", default="", help="What it was (coffee, call, email ...), where the sentence does not say.")
@click.option("--date", "day", default="", metavar="DATE", help="When it was: 2026-05-02, yesterday, last friday.")
@click.option(
    "--next", "follow_up", default="", metavar="TEXT", help='A promise to note beside it: --next "call in 3w".'
)
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def log(
    flags: Flags, sentence: tuple[str, ...], who: tuple[str, ...], kind: str, day: str, follow_up: str, dry_run: bool
) -> None:
    """Note down one touch in a plain SENTENCE.

    Names, aliases, dates in words, the kind of touch and #tags are found in it; **New Name** makes a contact.

    \b
    vaultnet log "coffee with Ada yesterday, she offered an intro to Grace #received"
    vaultnet log "called Ben" --next "send him the paper in 3 days"
    vaultnet log "lunch with Ada and **Rui Prado** on friday"
    """
    from vaultnet.frontends.cli.acts.log import note_down

    note_down(flags, " ".join(sentence), who=who, kind=kind, day=day, follow_up=follow_up, dry_run=dry_run)
