"""`vaultnet set`: one property of many notes, planned first."""

import re
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_table, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.set_property import SetPlan

_NEGATED = re.compile(r"-(?!C)[A-Za-z][\w-]*[:=<>!]|-(?!C)[^\W\d_]{2}")  # -tag:x, and of `find` -tea
_SHOWN = 50


class WhereCommand(Command):
    """A command whose conditions may begin with a minus: `-tag:x` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f" {word}" if _NEGATED.match(word) else word for word in args])


@click.command(cls=WhereCommand)
@click.argument("where")
@click.argument("assignments", nargs=-1, required=True, metavar="KEY=VALUE...")
@click.option("--apply", "is_applied", is_flag=True, help="Write what the plan shows, as one step for `undo`.")
@click.option("--dry-run", is_flag=True, help="Show the plan as a diff, write nothing.")
@click.option("--all", "everyone", is_flag=True, help="List every note of a long plan.")
@click.pass_obj
def set(  # noqa: A001  (the command's name)
    flags: Flags, where: str, assignments: tuple[str, ...], is_applied: bool, dry_run: bool, everyone: bool
) -> None:
    """Set properties of every contact that meets WHERE. Shows the plan; --apply writes it.

    WHERE holds conditions, all of which must be met: company:acme (contains), tier=close (is), last<2026-01-01,
    due<=today+7d, has:email, missing:uid, -tag:family (not), tier=inner|close (either). Contacts only, unless it
    says type:... KEY= removes a property, KEY+=VALUE and KEY-=VALUE change a list.

    \b
    vaultnet set 'company:acme tier!=close' tier=close
    vaultnet set 'tag:conference-2025 last<2025-07-01' cadence=yearly --apply
    vaultnet set '-has:country location:Lisbon' country=PT
    vaultnet set 'tag:mentor' 'needs+=a thank-you' --apply
    """
    from vaultnet.app.set_property import plan_set

    with flags.workspace() as workspace:
        workspace.refresh()
        plan = plan_set(workspace, where.strip(), assignments)
        is_written = is_applied and not dry_run and bool(plan.changes)
        _refuse_if_none_can(plan)
        if is_written:
            workspace.apply(plan.changes, flags.words)
    if flags.as_json:
        _print_object(plan, is_written=is_written)
        return
    if dry_run:
        print_diffs(plan.changes)
    else:
        _print_plan(plan, flags, is_written=is_written, everyone=everyone)
    for note in plan.refused:
        print_note(f"{note.path}:{note.line}: left as it is: {note.message}")


def _refuse_if_none_can(plan: "SetPlan") -> None:
    """Some notes that cannot be written do not hold up the others; where none can, nothing was done."""
    from vaultnet.errors import NotWritten

    if plan.refused and len(plan.refused) == plan.matched:
        first = plan.refused[0]
        raise NotWritten(first.message, path=first.path, line=first.line)


def _print_object(plan: "SetPlan", *, is_written: bool) -> None:
    print_json(
        "vaultnet.set/1",
        matched=plan.matched,
        applied=is_written,
        plan=[row._asdict() for row in plan.rows],
        changed=[change.path for change in plan.changes] if is_written else [],
        refused=[note._asdict() for note in plan.refused],
    )


def _print_plan(plan: "SetPlan", flags: Flags, *, is_written: bool, everyone: bool) -> None:
    if not plan.matched:
        print_text("No note meets these conditions; nothing to set.")
        return
    if not plan.changes:
        print_text(f"{count_words(plan.matched, 'note')} found, all as you want them; nothing to write.")
        return
    shown = plan.rows if everyone else plan.rows[:_SHOWN]
    table = [(row.name, row.path, row.key, row.before or "-", row.after or "-") for row in shown]
    print_table(("Name", "Note", "Key", "Now", "Then" if not is_written else "New"), table, color=flags.use_color)
    if len(shown) < len(plan.rows):
        print_text(f"… and {len(plan.rows) - len(shown)} more (--all)")
    already = plan.matched - len(plan.changes) - len(plan.refused)
    rest = f"; {already} of {plan.matched} say so already" if already else ""
    notes = count_words(len(plan.changes), "note")
    print_text()
    if is_written:
        print_text(f"Changed {notes}{rest}. `vaultnet undo` takes it back.")
    else:
        print_text(f"This would change {notes}{rest}. Nothing is written yet: add --apply.")
