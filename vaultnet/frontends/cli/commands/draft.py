"""`vaultnet draft`: a message to somebody, from what the notes know; shown or put into a note, never sent."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_exact, print_json, print_note, print_quote, print_text
from vaultnet.practice.message_purpose import PURPOSES

if TYPE_CHECKING:
    from vaultnet.app.draft import Draft
    from vaultnet.text.change import FileChange

_OWN_NOTE = "."  # --note without a name: a note of its own


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, metavar="WHO", shell_complete=complete_name)
@click.option("--for", "purpose", type=click.Choice(PURPOSES), default=None, help="What the message is for.")
@click.option("--to", default="", metavar="WHO|ORG", help="Whom to meet through them, or to introduce them to.")
@click.option("--mailto", is_flag=True, help="Print a link that opens it in your mail program.")
@click.option(
    "--note", is_flag=False, flag_value=_OWN_NOTE, default="", metavar="[NOTE]",
    help="Put it at the end of a note, or in one of its own.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="With --note: show the diff, write nothing.")
@click.pass_obj
def draft(
    flags: Flags, who: tuple[str, ...], purpose: str | None, to: str, mailto: bool, note: str, dry_run: bool
) -> None:
    """Word a message to somebody from what your notes know. What they do not know is left as a blank: […].

    Without --for it is what the day would ask for first: thanks, an answer, a birthday, or a word of your own.

    \b
    vaultnet draft Wouter --for follow-up
    vaultnet draft Ravi --for intro-request --to "Annelies Vroom"
    vaultnet draft Siobhán --for advice --note
    """
    from vaultnet.app.draft import draft_message
    from vaultnet.app.draft_note import plan_draft_note

    with flags.workspace() as workspace:
        workspace.refresh()
        message = draft_message(workspace, " ".join(who), purpose=purpose or "", to=to)
        change = plan_draft_note(workspace, message, "" if note == _OWN_NOTE else note) if note else None
        if change and not dry_run:
            workspace.apply((change,), flags.words)
    if flags.as_json:
        changed = [change.path] if change and change.is_change and not dry_run else []
        print_json("vaultnet.draft/1", **message.as_json(), note=change.path if change else None, changed=changed)
    elif change is not None:
        _print_change(change, dry_run=dry_run)
    else:
        _print_draft(message, as_link=mailto)
    for notice in message.hints:
        print_note(notice)


def _print_change(change: "FileChange", *, dry_run: bool) -> None:
    if dry_run:
        print_diffs((change,))
    elif change.is_change:
        print_text(f"Wrote {change.path}")


def _print_draft(message: "Draft", *, as_link: bool) -> None:
    if as_link:
        print_quote(message.mailto)
        return
    print_text(f"Subject: {message.subject}")
    print_quote("")
    print_exact(message.message)
