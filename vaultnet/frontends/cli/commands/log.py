"""`vaultnet log`: one plain sentence, one touch in the right notes."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note, print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.app.log import Logged
    from vaultnet.app.workspace import Workspace


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
    from vaultnet.app.log import log_sentence
    from vaultnet.text.change import render_diff

    with flags.workspace() as workspace:
        workspace.refresh()
        result = log_sentence(workspace, " ".join(sentence), who=who, kind=kind, day=day, follow_up=follow_up)
        if not dry_run:
            _apply(workspace, result, flags)
        notices = tuple(workspace.notices)
    for notice in notices:
        print_note(notice)
    if flags.as_json:
        said = [{"message": notice} for notice in notices]
        changed = [] if dry_run else result.paths
        print_json("vaultnet.log/1", touch=result.touch, changed=changed, dry_run=dry_run, notices=said)
        return
    if dry_run:
        for change in result.changes:
            print_exact(render_diff(change))
        return
    if not result.changes:
        print_text("Already noted; nothing was written.")
        return
    noted, *where = result.lines
    print_quote(noted)
    for line in where:
        print_text(line)


def _apply(workspace: "Workspace", result: "Logged", flags: Flags) -> None:
    """Write, or say what to write by hand: what somebody just typed must not be lost to a busy note."""
    from vaultnet.errors import CannotWrite, NotWritten

    try:
        workspace.apply(result.changes, flags.words)
    except (NotWritten, CannotWrite) as refused:
        message = f"{refused.message}. To paste:\n{result.lines[0] if result.lines else ''}"
        raise type(refused)(message, path=refused.path, line=refused.line) from refused
