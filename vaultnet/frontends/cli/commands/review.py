"""`vaultnet review`: the week behind and the week ahead, in the weekly note; the quarter and the year likewise."""

from typing import TYPE_CHECKING

import click

from vaultnet.errors import UsageError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.main import Command

if TYPE_CHECKING:
    from vaultnet.model.stretch import Length


@click.command(cls=Command)
@click.argument("week", nargs=-1)
@click.option("--quarter", is_flag=True, help="Review a quarter, in the quarterly note.")
@click.option("--year", is_flag=True, help="Review a year, in the yearly note.")
@click.option("--stdout", "only_print", is_flag=True, help="Print the block, write nothing.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def review(flags: Flags, week: tuple[str, ...], quarter: bool, year: bool, only_print: bool, dry_run: bool) -> None:
    """Write the weekly review: what was, what is open, what comes, and three questions to answer.

    WEEK is a name (2026-W24, 2026-Q2, 2026), words (last week, last quarter) or any day in it; without it, this week,
    on its first day the week that has just ended (quarters and years likewise).
    What you type beneath a question stays; run it as often as you like.

    \b
    vaultnet review
    vaultnet review last week --stdout
    vaultnet review --quarter
    vaultnet review 2025 --dry-run
    """
    from vaultnet.app.review import choose_stretch, generate_review

    length = _length(quarter=quarter, year=year)
    with flags.workspace() as workspace:
        stretch = choose_stretch(workspace, " ".join(week), length)
        writes = not (only_print or dry_run)
        page = generate_review(workspace, stretch, absorb_as=flags.words if writes else (), only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
    show_page("vaultnet.review/1", page, flags, only_print=only_print, is_dry_run=dry_run)


def _length(*, quarter: bool, year: bool) -> "Length | None":
    if quarter and year:
        raise UsageError("--quarter and --year are two reviews: ask for one of them")
    return "quarter" if quarter else "year" if year else None
