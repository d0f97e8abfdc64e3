"""`vaultnet agenda`: the day's short list, in the daily note."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note
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
        result = generate_agenda(workspace, day, absorb_as=flags.words if writes else ())
        is_new = result.change is not None
        if result.change is not None and writes:
            workspace.apply((result.change,), flags.words)
        notices = workspace.notices
    if flags.as_json:
        extra = {"block": result.block} if only_print else {}
        print_json("vaultnet.agenda/1", **result.payload, changed=is_new, **extra)
    elif dry_run and result.change is not None:
        from vaultnet.text.change import render_diff

        print_exact(render_diff(result.change))
    else:
        print_exact(result.block)
        if not only_print and not flags.quiet:
            note = result.payload["note"]
            print_note(f"Wrote {note}" if is_new and not dry_run else f"{note} is up to date; nothing was written")
    for notice in notices:
        print_note(notice)
    if not flags.as_json and not flags.quiet:
        _problems(result.payload["problems"])


def _problems(problems: list[dict[str, object]]) -> None:
    if problems:
        first = problems[0]
        count = count_words(len(problems), "problem")
        print_note(f"{count} in the notes, first {first['path']}:{first['line']}; `vaultnet check` lists all")
