"""`vaultnet wishlist`: the people you would like to meet, three at a time, with the next step towards each."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.introduction_wording import step_words, why_words
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text
from vaultnet.frontends.cli.wording import kind_words, state_words, when_words


@click.command(cls=Command)
@click.pass_obj
def wishlist(flags: Flags) -> None:
    """Show whom you would like to meet (`wish-list` of the goals note) and the next step towards each of three.

    Somebody who knows them is asked first; where there is nobody, a letter, then a call, then a short meeting.

    \b
    vaultnet wishlist
    vaultnet wishlist --json
    """
    from vaultnet.app.wishlist import list_wishes

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        found = list_wishes(workspace)
    for wish in found["wishes"]:
        for way in wish["paths"]:
            way["why"] = why_words(way["steps"], today)
    if flags.as_json:
        print_json("vaultnet.wishlist/1", **found)
        return
    if not any(found.values()):
        print_text("Nobody is on the wish list: name whom you would like to meet under `wish-list` in the goals note.")
        return
    rows = [(wish["name"], _next(wish), _when(wish, today), _why(wish)) for wish in found["wishes"]]
    if rows:
        print_table(("Name", "Next", "When", "Why"), rows, color=flags.use_color)
    for title, key in (("Then", "later"), ("Met", "met")):
        if found[key]:
            print_quote(f"{said_part(title)}: {', '.join(party['name'] for party in found[key])}")


def _next(wish: dict[str, Any]) -> str:
    if wish["step"] == "introduction":
        return step_words(wish["introduction"])
    if wish["step"] == "path":
        return said_part(f"ask {wish['paths'][0]['steps'][0]['name']} for an introduction")
    if wish["step"] == "meet":
        return said_part("write, and propose a coffee")
    if wish["step"] == "cold":
        return kind_words(wish["kind"])
    return said_part("let it rest" if wish["step"] == "rest" else "leave it")


def _when(wish: dict[str, Any], today: date) -> str:
    if wish["step"] == "rest":
        return said_part(f"until {wish['due']}")
    return when_words(max(date.fromisoformat(wish["due"]), today), today) if wish["due"] else ""


def _why(wish: dict[str, Any]) -> str:
    if wish["step"] == "introduction":
        return _why_introduction(wish)
    if wish["step"] == "path":
        return str(wish["paths"][0]["why"])
    if wish["step"] == "meet":
        return said_part(f"introduced on {wish['since']}" if wish["since"] else "you have been introduced")
    if wish["step"] == "cold":
        return said_part(f"nobody you know is known to know them; then {kind_words(wish['then'])}" if wish["then"]
                         else "nobody you know is known to know them")  # fmt: skip
    return ""


def _why_introduction(wish: dict[str, Any]) -> str:
    """How far it has come; before it has begun, why they are the one to ask."""
    introduction = wish["introduction"]
    asked = {party["path"] for party in introduction["via"]}
    ways = [way["why"] for way in wish["paths"] if way["via"][0] in asked]
    if introduction["step"] == "ask" and ways:
        return str(ways[0])
    since = f" {introduction['since']}" if introduction["since"] else ""
    return state_words(introduction["status"]) + since
