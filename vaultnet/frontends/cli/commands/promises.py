"""`vaultnet promises`: what I owe to whom, and what I wait for."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_text
from vaultnet.frontends.cli.titled_tables import print_titled_tables
from vaultnet.frontends.cli.until import read_until
from vaultnet.frontends.cli.wording import when_words

_COLUMNS = ("Due", "Who", "What", "Where")


@click.command(cls=Command)
@click.option("--within", default="", metavar="LENGTH", help="Only what is due within 7d, 2w, 1 month ...")
@click.option("--who", default="", metavar="WHO", help="Only about this contact.", shell_complete=complete_name)
@click.option("--all", "everything", is_flag=True, help="Also what cannot be done yet: it waits, or begins later.")
@click.pass_obj
def promises(flags: Flags, within: str, who: str, everything: bool) -> None:
    """List what you promised, by the day it is for, and what you wait for (`#waiting`).

    \b
    vaultnet promises
    vaultnet promises --within 7d
    vaultnet promises --who Ada --all
    """
    from vaultnet.app.promises import list_promises

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        until = read_until(workspace, within) if within else None
        found = list_promises(workspace, who=who, until=until, everything=everything)
    if flags.as_json:
        print_json("vaultnet.promises/1", **found)
        return
    if not any(found.values()):
        print_text("Nothing promised, and nothing to wait for.")
        return
    tables = (
        (title, _COLUMNS, [_row(row, today) for row in found[key]])
        for title, key in (("Promised", "promises"), ("Waiting for", "waiting"))
    )
    print_titled_tables(tables, color=flags.use_color)


def _row(row: dict[str, Any], today: date) -> tuple[str, ...]:
    due = when_words(date.fromisoformat(row["due"]), today) if row["due"] else said_part("no date")
    more = said_part({"blocked": "waits for another task", "later": f"from {row['start']} on"}.get(row["state"], ""))
    recurs = f"🔁 {row['recurs']}" if row["recurs"] else ""
    note = ", ".join(filter(None, (recurs, more)))
    what = f"{row['text']} ({note})" if note else row["text"]
    return due, ", ".join(row["names"]), what, f"{row['source']['path']}:{row['source']['line']}"
