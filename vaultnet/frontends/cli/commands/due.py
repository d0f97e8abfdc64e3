"""`vaultnet due`: who is due to hear from you."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_table, print_text
from vaultnet.frontends.cli.until import read_until
from vaultnet.frontends.cli.wording import kind_words, rest_words, state_words, when_words


@click.command(cls=Command)
@click.option("--within", default="", metavar="LENGTH", help="Also who becomes due within 7d, 2w, 1 month ...")
@click.option("--tier", default="", help="Only this tier.")
@click.option("--tag", default="", help="Only contacts with this tag (nested tags count for their parents).")
@click.option("--at", "organization", default="", metavar="ORG", help="Only people at this organization.")
@click.option("--in", "place", default="", metavar="PLACE", help="Only people in this place.")
@click.option("--all", "everyone", is_flag=True, help="Everyone, due or not.")
@click.pass_obj
def due(flags: Flags, within: str, tier: str, tag: str, organization: str, place: str, everyone: bool) -> None:
    """List who is due: when you were last in touch, and why now.

    \b
    vaultnet due
    vaultnet due --within 7d --tier close
    vaultnet due --at Northwind --in Lisbon
    """
    from vaultnet.app.due import Filters, list_due

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        until = read_until(workspace, within)
        rows = list_due(workspace, until, Filters(tier, tag, organization, place, everyone=everyone))
    if flags.as_json:
        print_json("vaultnet.due/1", contacts=rows)
        return
    if not rows:
        print_text("Nobody is due" + (f" until {until.isoformat()}." if until != today else "."))
        return
    print_table(("Name", "Tier", "Last", "Due", "Why"), [_row(row, today) for row in rows], color=flags.use_color)


def _row(row: dict[str, Any], today: date) -> tuple[str, ...]:
    last = when_words(date.fromisoformat(row["last"]), today) if row["last"] else state_words("never")
    last = f"{last} ({kind_words(row['last_kind'])})" if row["last_kind"] else last
    due_words = when_words(date.fromisoformat(row["due"]), today) if row["due"] else state_words(row["state"])
    return row["name"], row["tier"], last, due_words, _why(row, today)


def _why(row: dict[str, Any], today: date) -> str:
    rests = rest_words(row["rests"], today) if row["rests"] else ""
    drifting = said_part("quieter than usual") if row["rhythm"] == "drifting" else ""
    return "; ".join(filter(None, (said_part(row["why"]), drifting, rests)))
