"""`vaultnet debrief`: what came of a meeting, asked in its note."""

from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_quote, print_text


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, metavar="NOTE|WHO", shell_complete=complete_name)
@click.option("--stdout", "only_print", is_flag=True, help="Print the questions, write nothing.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def debrief(flags: Flags, who: tuple[str, ...], only_print: bool, dry_run: bool) -> None:
    """Ask what came of a meeting, in its note; what you answer and tick goes where it belongs.

    NOTE is the title or path of a meeting or event, WHO means the newest one with them. Answers become promises, new
    contacts, thanks and a next step when you run it again, or `vaultnet agenda`; run it as often as you like.

    \b
    vaultnet debrief Emeka
    vaultnet debrief "Partners at Tidemark"
    vaultnet debrief Emeka --dry-run
    """
    from vaultnet.app.debrief import generate_debrief

    with flags.workspace() as workspace:
        writes = not (only_print or dry_run)
        words = " ".join(who)
        page = generate_debrief(workspace, words, absorb_as=flags.words if writes else (), only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
    show_page("vaultnet.debrief/1", page, flags, only_print=only_print, is_dry_run=dry_run)
    if not (flags.as_json or flags.quiet or dry_run):
        _print_yield(page.payload)


def _print_yield(found: dict[str, Any]) -> None:
    """What the meeting came to so far; nothing before there is something."""
    parts = {
        said_part("New names"): [row["name"] for row in found["names"] if row["is_new"]],
        said_part("Known"): [row["name"] for row in found["names"] if not row["is_new"]],
        said_part("Promised"): [_promised(row) for row in found["promises"]],
        said_part("Next"): [f"{row['name']}, {row['date']}" for row in found["next"]],
        said_part("Thanked"): [f"{row['name']}, {row['thanked']}" for row in found["thanks"] if row["thanked"]],
    }
    shown = {title: lines for title, lines in parts.items() if lines}
    if shown:
        print_text()
        print_text("What came of it")
    width = max(map(len, shown), default=0)
    for title, lines in shown.items():
        for number, line in enumerate(lines):
            print_quote(f"  {'' if number else title:<{width}}  {line}")


def _promised(row: dict[str, Any]) -> str:
    due = f", {row['due']}" if row["due"] else ""
    return f"{row['name']}: {row['text']}{due}"
