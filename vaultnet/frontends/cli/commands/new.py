"""`vaultnet new`: a note from its template."""

from typing import TYPE_CHECKING, Any

import click

from vaultnet.errors import UsageError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_text

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace
    from vaultnet.text.change import FileChange

NEW_TYPES = ("contact", "organization", "event", "meeting", "group", "introduction", "goals")


@click.command(cls=Command)
@click.argument("kind", type=click.Choice(NEW_TYPES), metavar="TYPE")
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--with", "people", multiple=True, metavar="WHO", help="Who is coming (meeting), whom to meet (introduction)."
)
@click.option("--date", "day", default="", metavar="DATE", help="When it is (meeting, event): 2026-06-20, next friday.")
@click.option("--via", default="", metavar="WHO", help="Who introduced you (contact), or is to (introduction).")
@click.option("--met", default="", metavar="DATE", help="When you met (contact): 2026-06-12, yesterday.")
@click.option("--met-at", default="", metavar="TEXT|EVENT", help="Where you met (contact): words, or an event's title.")
@click.option("--force", is_flag=True, help="Make it although there is one of this name.")
@click.option("--dry-run", is_flag=True, help="Show the note, write nothing.")
@click.pass_obj
def new(flags: Flags, /, dry_run: bool, **wanted: Any) -> None:
    """Make a note: TYPE is contact, organization, event, meeting, group, introduction or goals.

    It goes where notes of its type live already. A name that is taken is refused.

    \b
    vaultnet new contact Ada Lovelace --via Ben
    vaultnet new contact Grace Hopper --met-at "Delta Evening Utrecht"
    vaultnet new meeting "Lunch with Ada" --with Ada --date "next friday"
    vaultnet new introduction "Grace through Ada" --with Grace --via Ada
    vaultnet new organization "Northwind Pensions"
    """
    with flags.workspace() as workspace:
        workspace.refresh()
        change = _plan(workspace, **wanted)
        if not dry_run:
            workspace.apply((change,), flags.words)
    _print(flags, change, dry_run=dry_run)


def _plan(
    workspace: "Workspace", kind: str, name: tuple[str, ...], people: tuple[str, ...], day: str, via: str, met: str,
    met_at: str, force: bool,
) -> "FileChange":  # fmt: skip
    from vaultnet.app.meeting_place import find_meeting_place
    from vaultnet.app.new import plan_new_note

    if (met or met_at) and kind != "contact":
        raise UsageError("--met and --met-at are for a contact")
    place = find_meeting_place(workspace, met_at)
    return plan_new_note(
        workspace,
        kind,
        " ".join(name),
        day=workspace.natural_date(day, prefer="future") if day else None,
        people=tuple(workspace.link_to(who) for who in people),
        introduced_by=workspace.link_to(via) if via else "",
        met=workspace.natural_date(met) if met else place.day,
        met_at=place.words,
        force=force,
    )


def _print(flags: Flags, change: "FileChange", *, dry_run: bool) -> None:
    if flags.as_json:
        print_json("vaultnet.new/1", path=change.path, changed=[] if dry_run else [change.path], dry_run=dry_run)
    elif dry_run:
        print_diffs((change,))
    else:
        print_text(f"Wrote {change.path}")
