"""`vaultnet introductions`: those you owe, those you await, and the next step of each."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.introduction_wording import step_words
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_text
from vaultnet.frontends.cli.titled_tables import print_titled_tables
from vaultnet.frontends.cli.wording import state_words, when_words
from vaultnet.text.shorten import shorten

_LONGEST = 60  # characters of a promise


@click.command(cls=Command)
@click.option("--all", "everything", is_flag=True, help="Also those in which nothing is left to do.")
@click.pass_obj
def introductions(flags: Flags, everything: bool) -> None:
    """List the introductions under way: what is yours to do next, and what others are to do.

    \b
    vaultnet introductions
    vaultnet introductions --all
    """
    from vaultnet.app.introductions import list_introductions

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        found = list_introductions(workspace, everything=everything)
    if flags.as_json:
        print_json("vaultnet.introductions/1", **found)
        return
    if not any(found.values()):
        print_text("No introduction is under way; `vaultnet new introduction` begins one.")
        return
    columns = ("Introduction", "So far", "Since", "Next", "When")
    tables = (
        ("Yours to do", columns, [_row(row, today) for row in found["owe"]]),
        ("Theirs to do", columns, [_row(row, today) for row in found["await"]]),
        ("Promised", ("What", "Due", "Where"), [_promise(row) for row in found["promised"]]),
        ("Done", columns[:3], [_row(row, today)[:3] for row in found["done"]]),
    )
    print_titled_tables(tables, color=flags.use_color)


def _row(row: dict[str, Any], today: date) -> tuple[str, ...]:
    words = step_words(row) if row["step"] else ""
    return row["name"], state_words(row["status"]), row["since"] or "", words, _when(row, today)


def _when(row: dict[str, Any], today: date) -> str:
    """What is mine and has its day behind it is for now."""
    if not row["due"]:
        return ""
    day = date.fromisoformat(row["due"])
    if row["is_mine"]:
        return when_words(max(day, today), today)
    return said_part(f"by {day.isoformat()}")


def _promise(row: dict[str, Any]) -> tuple[str, ...]:
    place = row["source"]
    return shorten(row["text"].split("\n", 1)[0], _LONGEST), row["due"] or "", f"{place['path']}:{place['line']}"
