"""`vaultnet followups`: what was asked and not answered, and what comes next."""

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
from vaultnet.frontends.cli.wording import kind_words, when_words
from vaultnet.text.shorten import shorten

_LONGEST = 60  # characters of what it is about


@click.command(cls=Command)
@click.option("--within", default="", metavar="LENGTH", help="Only what has its day within 7d, 2w, 1 month ...")
@click.option("--who", default="", metavar="WHO", help="Only with this contact.", shell_complete=complete_name)
@click.option("--all", "everything", is_flag=True, help="Also what has come to its end without an answer.")
@click.pass_obj
def followups(flags: Flags, within: str, who: str, everything: bool) -> None:
    """List what you asked or wait for and how far you got, the replies that you owe, and the thanks that are due.

    \b
    vaultnet followups
    vaultnet followups --within 7d
    vaultnet followups --who Wouter --all
    """
    from vaultnet.app.followups import list_followups

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        until = read_until(workspace, within) if within else None
        found = list_followups(workspace, who=who, until=until, everything=everything)
    if flags.as_json:
        print_json("vaultnet.followups/1", **found)
        return
    if not any(found.values()):
        print_text("Nothing is open: no ask without an answer, no reply owed, no thanks due.")
        return
    tables = (
        (
            "Waiting for them",
            ("Name", "Since", "So far", "Next", "About"),
            [_ladder(r, today) for r in found["follow_ups"]],
        ),
        ("To answer", ("Name", "Since", "Next", "About"), [_owed(r, today) for r in found["replies"]]),
        ("To thank for", ("Name", "Since", "Next", "About"), [_owed(r, today) for r in found["thanks"]]),
    )
    print_titled_tables(tables, color=flags.use_color)


def _ladder(row: dict[str, Any], today: date) -> tuple[str, ...]:
    tried = ", ".join(map(kind_words, (row["kind"] or "waiting", *(step["kind"] for step in row["tried"]))))
    return row["name"], row["since"], tried, _next(row, today), _short(row["text"])


def _next(row: dict[str, Any], today: date) -> str:
    if row["state"] == "rest":
        return said_part(f"rests until {row['rests_until']}")
    if row["state"] == "ended":
        return said_part("leave it")
    via = row["via"].rsplit("/", 1)[-1].removesuffix(".md") if row["via"] else ""
    who = said_part(f" to {via}, who knows them") if via else ""
    return f"{kind_words(row['next'])}{who}, {_when(row['next_date'], today)}"


def _owed(row: dict[str, Any], today: date) -> tuple[str, ...]:
    return (
        row["name"],
        row["since"],
        f"{kind_words(row['next'])}, {_when(row['next_date'], today)}",
        _short(row["text"]),
    )


def _when(day: str, today: date) -> str:
    """What has its day behind it is for now."""
    return when_words(max(date.fromisoformat(day), today), today)


def _short(text: str) -> str:
    return shorten(text.split("\n", 1)[0], _LONGEST)
