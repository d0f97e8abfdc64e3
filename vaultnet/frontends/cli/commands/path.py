"""`vaultnet path`: whom to ask for an introduction to a person or into an organization."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.introduction_wording import near_words, why_words
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, metavar="WHO|ORG", shell_complete=complete_name)
@click.pass_obj
def path(flags: Flags, who: tuple[str, ...]) -> int:
    """Show whom to ask for an introduction to somebody, or to somebody at an organization.

    The first line is the best way, the others begin with somebody else. Exits with 1 where there is no way yet.

    \b
    vaultnet path "Annelies Vroom"
    vaultnet path Tidemark
    """
    from vaultnet.app.path import list_paths

    with flags.workspace() as workspace:
        workspace.refresh()
        found = list_paths(workspace, " ".join(who))
        today = workspace.today
    for way in found["paths"]:
        way["why"] = why_words(way["steps"], today)
    if flags.as_json:
        print_json("vaultnet.path/1", **found)
    elif found["paths"]:
        print_quote(found["name"])
        rows = [(_asked(way), said_part(way["strength"]), way["why"]) for way in found["paths"]]
        print_table(("Ask", "Tie", "Why"), rows, color=flags.use_color)
    else:
        _print_no_way(found, today)
    return 0 if found["paths"] else 1


def _asked(way: dict[str, Any]) -> str:
    """Whom to ask, and whom they ask; yourself, where you know them."""
    names = [step["name"] for step in way["steps"][:-1]]
    return ", ".join(names) or said_part("nobody: you know them")


def _print_no_way(found: dict[str, Any], today: date) -> None:
    if not found["is_known"]:
        print_text(f"No note speaks of {found['name']}: `vaultnet new contact` makes one, with whoever knows them.")
        return
    if found["is_gone"]:
        print_text(f"{found['name']} is marked as archived or deceased.")
        return
    print_text(f"No way to {found['name']} yet: nobody you are in touch with is known to know them.")
    near = found["nearest"]
    if near:
        day = date.fromisoformat(near["date"]) if near["date"] else None
        when = f" ({day.isoformat()})" if day and day >= today else ""
        print_text(f"Nearest: {near['name']}{when}: {near_words(near, found['name'])}")
