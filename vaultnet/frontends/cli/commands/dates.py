"""`vaultnet dates`: birthdays, anniversaries, holidays and what else has its day, with what to do by when."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.occasion_wording import occasion_words, todo_words
from vaultnet.frontends.cli.output import print_json, print_table, print_text
from vaultnet.frontends.cli.until import read_until
from vaultnet.frontends.cli.wording import day_words

_COLUMNS = ("Day", "Name", "What", "Do")


@click.command(cls=Command)
@click.option("--within", default="30d", metavar="LENGTH", show_default=True, help="How far to look: 7d, 3 months ...")
@click.option("--who", default="", metavar="WHO", help="Only this contact's days.", shell_complete=complete_name)
@click.option("--kind", default="", metavar="KIND", help="Only birthday, met, holiday, introduction, life-event ...")
@click.pass_obj
def dates(flags: Flags, within: str, who: str, kind: str) -> None:
    """List the days to mark: birthdays, anniversaries, holidays when cards are sent; what to do, and by when.

    \b
    vaultnet dates
    vaultnet dates --within 3months --kind holiday
    vaultnet dates --who Ada --within 1y
    """
    from vaultnet.app.dates import list_dates

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        until = read_until(workspace, within)
        rows = list_dates(workspace, until, who=who, kind=kind)
    if flags.as_json:
        print_json("vaultnet.dates/1", dates=rows)
        return
    if not rows:
        print_text(f"No days to mark until {day_words(until, today)}.")
        return
    print_table(_COLUMNS, [_row(row, today) for row in rows], color=flags.use_color)


def _row(row: dict[str, Any], today: date) -> tuple[str, ...]:
    on, by = date.fromisoformat(row["date"]), date.fromisoformat(row["by"])
    return day_words(on, today), row["name"], occasion_words(row), todo_words(row["kind"], by, on, today)
