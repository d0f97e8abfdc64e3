"""`vaultnet brief`: a small plan for a meeting, in the meeting's note."""

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.main import Command


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, metavar="WHO|NOTE", shell_complete=complete_name)
@click.option("--date", "day", default="", metavar="DATE", help="The day of the meeting: 2026-06-20, next friday.")
@click.option("--kind", default="", metavar="KIND", help="How to meet: coffee (unless told), lunch, call, video ...")
@click.option(
    "--minutes", type=click.IntRange(5, 480), default=None, metavar="N", help="How long: 15 to 60, unless told."
)
@click.option("--at", "place", default="", metavar="PLACE", help="Where.")
@click.option("--stdout", "only_print", is_flag=True, help="Print the brief, write nothing.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def brief(
    flags: Flags,
    who: tuple[str, ...],
    day: str,
    kind: str,
    minutes: int | None,
    place: str,
    only_print: bool,
    dry_run: bool,
) -> None:
    """Write the brief for a meeting into its note: who they are, what is open, what to bring, to ask and to raise.

    NOTE is a meeting's title or path. With WHO it is the next meeting with them; where there is none, a new note
    proposes one, in person, which has no day before you give it one. Run it as often as you like. What you
    ticked is absorbed first, as by `vaultnet agenda`.

    \b
    vaultnet brief Emeka
    vaultnet brief "Partners at Tidemark" --stdout
    vaultnet brief Ada --kind lunch --at "the canteen" --date "next friday"
    vaultnet brief Ada --kind call --minutes 20
    """
    from vaultnet.app.brief import generate_brief
    from vaultnet.app.brief_note import Wishes

    with flags.workspace() as workspace:
        on = workspace.natural_date(day, prefer="future") if day else None
        wishes = Wishes(on, kind.strip(), minutes, place.strip())
        writes = not (only_print or dry_run)
        absorb_as = flags.words if writes else ()
        page = generate_brief(workspace, " ".join(who), wishes, absorb_as=absorb_as, only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
    show_page("vaultnet.brief/1", page, flags, only_print=only_print, is_dry_run=dry_run)
