"""`vaultnet agenda`: the day's short list, in the daily note."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_note
from vaultnet.frontends.cli.wording import count_words


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
    from vaultnet.app.generate import generate_agenda

    with flags.workspace() as workspace:
        day = workspace.natural_date(date, prefer="future") if date else workspace.today
        writes = not (only_print or dry_run)
        page = generate_agenda(workspace, day, absorb_as=flags.words if writes else (), only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
        notices = workspace.notices
    show_page("vaultnet.agenda/1", page, flags, notices, only_print=only_print, is_dry_run=dry_run)
    if not flags.as_json and not flags.quiet:
        _problems(page.payload["problems"])


def _problems(problems: list[dict[str, object]]) -> None:
    if problems:
        first = problems[0]
        count = count_words(len(problems), "problem")
        print_note(f"{count} in the notes, first {first['path']}:{first['line']}; `vaultnet check` lists all")
