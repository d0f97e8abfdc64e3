"""`vaultnet snooze`: somebody left in peace for a while."""

from datetime import date
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_text
from vaultnet.frontends.cli.wording import when_words

if TYPE_CHECKING:
    from vaultnet.app.snooze import Rest


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, metavar="WHO [UNTIL]", shell_complete=complete_name)
@click.option("--pause", is_flag=True, help="Not at all, until you wake them.")
@click.option("--wake", is_flag=True, help="Back into the plan: ends a snooze and a pause.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def snooze(flags: Flags, who: tuple[str, ...], pause: bool, wake: bool, dry_run: bool) -> None:
    """Leave somebody in peace UNTIL a day: no agenda and no `due` names them before it.

    UNTIL is a date, or words such as "in 3 weeks" or "next friday". It stands in the note as `snooze`, the pause as
    `paused`. For many at once: vaultnet set 'company:acme' snooze=2026-09-01.

    \b
    vaultnet snooze Ada in 3 weeks
    vaultnet snooze "Ben Okri" 2026-09-01
    vaultnet snooze Cleo --pause
    vaultnet snooze Cleo --wake
    """
    from vaultnet.app.snooze import plan_rest

    if pause and wake:
        raise click.UsageError("--pause and --wake are opposites: one of them")
    with flags.workspace() as workspace:
        workspace.refresh()
        rest = plan_rest(workspace, who, "pause" if pause else "wake" if wake else "until")
        today = workspace.today
        if not dry_run:
            workspace.apply((rest.change,), flags.words)
    if flags.as_json:
        print_json(
            "vaultnet.snooze/1",
            contact=rest.path,
            name=rest.name,
            until=rest.until.isoformat() if rest.until else None,
            paused=rest.is_paused,
            changed=[rest.path] if rest.change.is_change and not dry_run else [],
            dry_run=dry_run,
        )
    elif dry_run:
        print_diffs((rest.change,))
    else:
        print_text(_words(rest, today))


def _words(rest: "Rest", today: date) -> str:
    if rest.moved_until:
        return f"{rest.name} has no snooze; a line you moved on in an agenda holds until {rest.moved_until}."
    if not rest.change.is_change and not rest.until and not rest.is_paused:
        return f"{rest.name} is in the plan already; nothing was written."
    if not rest.change.is_change:
        return f"{rest.path} says so already; nothing was written."
    if rest.until:
        return f"{rest.name} rests until {rest.until.isoformat()} ({when_words(rest.until, today)})."
    if rest.is_paused:
        return f"{rest.name} is paused, until you say --wake."
    return f"{rest.name} is back in the plan."
