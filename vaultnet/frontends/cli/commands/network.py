"""`vaultnet network`: the map of people, organizations and introductions; clusters, bridges and single points."""

from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.network_wording import print_reading
from vaultnet.frontends.cli.output import print_exact, print_json, print_note
from vaultnet.frontends.cli.picture_file import put_picture

_FORMATS = ("mermaid", "canvas", "svg")


@click.command(cls=Command)
@click.option("--format", "wanted", type=click.Choice(_FORMATS), default=None, help="Draw the map, into Network.*.")
@click.option("--to", default="", metavar="FILE", help="Draw it into this file: .md, .canvas or .svg.")
@click.option("--around", "who", default="", metavar="WHO|ORG", shell_complete=complete_name, help="Who is near them.")
@click.option("--limit", type=click.IntRange(min=1), default=None, metavar="N", help="Draw at most N people.")
@click.option("--stdout", "only_print", is_flag=True, help="Print the picture, write nothing.")
@click.option("--force", is_flag=True, help="Write into a file that this command has not made.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def network(flags: Flags, /, who: str, **options: Any) -> None:
    """Say which people belong together, who joins them, and where you know one person alone; or draw a map of it.

    The map is a Mermaid chart in a note (mermaid), a board for Obsidian (canvas) or a picture (svg). Whoever is
    private, archived or deceased is on none of them.

    \b
    vaultnet network
    vaultnet network --format svg
    vaultnet network --around "Tidemark Risk" --to Maps/Tidemark.canvas
    vaultnet network --format mermaid --limit 25 --stdout
    """
    from vaultnet.app.network_map import network_object, read_network
    from vaultnet.pages.map_words import MapWords

    is_drawn = bool(options["wanted"] or options["to"])
    if not is_drawn and any(options[name] for name in ("limit", "only_print", "force", "dry_run")):
        raise click.UsageError("say which picture: --format mermaid, canvas or svg, or --to FILE")
    with flags.workspace() as workspace:
        words = MapWords(*map(said_part, MapWords()))
        workspace.refresh()
        found = read_network(workspace, words, who)
        drawn = _draw(workspace, found, words, flags, options) if is_drawn else {}
    if flags.as_json:
        print_json("vaultnet.network/1", **network_object(found.reading), **drawn)
    elif not is_drawn:
        print_reading(found.reading)


def _draw(workspace: Any, found: Any, words: Any, flags: Flags, options: dict[str, Any]) -> dict[str, Any]:
    """Write the picture, or print it; what there is to say of it as JSON."""
    from vaultnet.app.network_file import MOST, choose_file, plan_file, render_alone
    from vaultnet.pages.map_view import build_map_view

    file = choose_file(workspace, options["wanted"] or "", options["to"])
    view = build_map_view(found.reading, options["limit"] or MOST[file.format], words, focus=found.focus)
    shown = {"people": view.total, "shown": len(view.drawn.people)}
    if options["only_print"]:
        text = render_alone(file.format, view)
        if not flags.as_json:
            print_exact(text if text.endswith("\n") else f"{text}\n")
        return {**shown, "file": None, "changed": False, "text": text}
    change = plan_file(workspace, file, view, force=options["force"])
    put_picture(workspace, file, change, flags, is_dry_run=options["dry_run"])
    if not (view.is_whole or flags.quiet or flags.as_json):
        print_note(words.left_out.format(view.total, len(view.drawn.people)))
    return {**shown, "file": change.path, "changed": change.is_change}
