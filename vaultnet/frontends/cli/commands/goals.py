"""`vaultnet goals`: what you are looking for, what the note could say besides, and who is near it."""

from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text
from vaultnet.model.ref import display

_KEYS = (
    ("Industries", "industries"), ("Roles", "roles"), ("Places", "locations"), ("Kinds of company", "company_kinds"),
    ("Environment", "environment"), ("Targets", "targets"), ("Wish list", "wish_list"), ("Quota", "quota"),
    ("Skills", "skills"), ("Offers", "offers"),
)  # fmt: skip
_SECTIONS = (("Pitch", "pitch"), ("Strengths", "strengths"), ("Accomplishments", "accomplishments"))
_PEOPLE = 10


@click.command(cls=Command)
@click.option("--all", "everyone", is_flag=True, help="Name everybody who is near your goals.")
@click.pass_obj
def goals(flags: Flags, everyone: bool) -> None:
    """Show your goals, what the note could say besides, and who is near them.

    \b
    vaultnet goals
    vaultnet goals --all
    """
    from vaultnet.app.goals import show_goals

    with flags.workspace() as workspace:
        workspace.refresh()
        found = show_goals(workspace)
    if flags.as_json:
        print_json("vaultnet.goals/1", **(found or {"note": None, "goals": None, "gaps": [], "people": []}))
    elif found is None:
        print_text("No goals note yet: what you look for, in words that others can help with.")
        print_text("`vaultnet new goals Goals` makes one; a sentence or two will do to begin with.")
    else:
        _print_goals(found["note"], found["goals"])
        _print_gaps(found["note"], found["gaps"])
        _print_people(flags, found["people"], everyone=everyone)


def _print_goals(note: str, told: dict[str, Any]) -> None:
    print_quote(f"{said_part('Goals')}  ({note})")
    for label, key in _KEYS:
        if told[key]:
            print_quote(f"  {said_part(label)}: {_words(told[key])}")
    for title, key in _SECTIONS:
        if told[key]:
            print_text()
            print_quote(said_part(title))
            for line in display(told[key]).split("\n"):
                print_quote(f"  {line}".rstrip())


def _words(value: Any) -> str:
    """A list in a line; organizations and people by their names."""
    if not isinstance(value, list):
        return str(value)
    return ", ".join(one["name"] if isinstance(one, dict) else one for one in value)


def _print_gaps(note: str, gaps: list[dict[str, str]]) -> None:
    print_text()
    if not gaps:
        print_text("The note says all that helps others to help you.")
        return
    print_text("Worth adding")
    for gap in gaps:
        print_text(f"  {gap['why']}")
        if gap["where"].startswith("#"):
            print_text(f"    in {note}, under the heading {gap['where'].removeprefix('## ')}")
        else:
            print_text(f"    in {note}, behind the key {gap['where']}")


def _print_people(flags: Flags, people: list[dict[str, Any]], *, everyone: bool) -> None:
    if not people:
        return
    print_text()
    print_text("Near your goals")
    shown = people if everyone else people[:_PEOPLE]
    rows = [(row["name"], "; ".join(said_part(reason["why"]) for reason in row["reasons"])) for row in shown]
    print_table(("Name", "Why"), rows, color=flags.use_color)
    if len(people) > len(shown):
        print_text(f"… and {len(people) - len(shown)} more (--all)")
