"""`vaultnet agenda`: the day's short list, in the daily note."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.generate import AgendaResult
    from vaultnet.app.workspace import Workspace


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
        result = generate_agenda(workspace, day, absorb_as=flags.words if writes else (), only_print=only_print)
        if result.change is not None and writes:
            _apply(workspace, result, flags)
        notices = workspace.notices
    if flags.as_json:
        extra = {"block": result.block} if only_print else {}
        changed = result.change is not None or bool(result.absorbed)
        print_json("vaultnet.agenda/1", **result.payload, changed=changed, **extra)
    elif dry_run:
        _print_diffs(result)
    else:
        print_exact(result.block)
        if not only_print and not flags.quiet:
            _print_written(result)
    for notice in notices:
        print_note(notice)
    if not flags.as_json and not flags.quiet:
        _problems(result.payload["problems"])


def _apply(workspace: "Workspace", result: "AgendaResult", flags: Flags) -> None:
    """Write the page, or bring it to be pasted: a busy note must not cost the day's list."""
    from vaultnet.errors import NotWritten

    assert result.change is not None
    try:
        workspace.apply((result.change,), flags.words)
    except NotWritten as refused:
        message = f"{refused.message}. To paste:\n{result.block}"
        raise NotWritten(message, path=refused.path, line=refused.line) from refused


def _print_diffs(result: "AgendaResult") -> None:
    """Every change that the real run would make, each file once."""
    from vaultnet.text.change import render_diff

    page = result.change
    changes = [change for change in result.absorbed if page is None or change.path != page.path]
    for change in (*changes, *((page,) if page else ())):
        print_exact(render_diff(change))
    if not changes and page is None:
        print_note(f"{result.payload['note']} is up to date; nothing would be written")


def _print_written(result: "AgendaResult") -> None:
    if result.absorbed:
        touches = count_words(len(result.payload["absorbed"]), "touch", "touches")
        print_note(f"Absorbed {touches} into {', '.join(change.path for change in result.absorbed)}")
    note = result.payload["note"]
    print_note(f"Wrote {note}" if result.change else f"{note} is up to date")


def _problems(problems: list[dict[str, object]]) -> None:
    if problems:
        first = problems[0]
        count = count_words(len(problems), "problem")
        print_note(f"{count} in the notes, first {first['path']}:{first['line']}; `vaultnet check` lists all")
