"""`vaultnet import`: what a file of another program would do to the vault, and doing it."""

import re
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_table, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.import_plan import ImportPlan
    from vaultnet.app.import_row import ImportRow, Outcome

_PAIR = re.compile(r"([^=]+)=([^,=]*)(?:,|$)")
_PAIRS = re.compile(f"(?:{_PAIR.pattern})+")
_SHOWN = 20  # rows of each outcome, without --all
_MANY = 5  # new people: more than one places on the spot
_TOLD: tuple["Outcome", ...] = ("created", "updated", "ambiguous", "rejected")  # `unchanged` is only counted


def _complete_format(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from vaultnet.exchange.formats import IMPORTERS

    return [name for name in sorted(IMPORTERS) if name.startswith(incomplete)]


def _pairs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`Firm=company,Mail=email`; a comma behind which no field stands is the column's own: `Last, First=name`."""
    if bad := next((value for value in values if not _PAIRS.fullmatch(value)), None):
        raise click.BadParameter(f'"{bad}": write COLUMN=field')
    return {left.strip(): right.strip() for value in values for left, right in _PAIR.findall(value)}


def _fields(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`theirs` is another word for all fields."""
    return tuple("all" if value == "theirs" else value for value in values)


@click.command(name="import", cls=Command)
@click.argument("format_name", metavar="FORMAT", required=False, default="", shell_complete=_complete_format)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--apply", "is_applied", is_flag=True, help="Write what the plan shows, as one step for `undo`.")
@click.option("--dry-run", is_flag=True, help="Show the plan as a diff, write nothing.")
@click.option("--plan", "plan_file", default="", metavar="FILE", help="Write the plan to a file, to decide row by row.")
@click.option("--from-plan", default="", metavar="FILE", help="Take the decisions from such a file.")
@click.option("--map", "mapping", multiple=True, callback=_pairs, metavar="COLUMN=field", help="What a column holds.")
@click.option(
    "--prefer", multiple=True, callback=_fields, metavar="FIELD",
    help="Fields in which the file goes before the note; `theirs`: all of them.",
)  # fmt: skip
@click.option("--subjects", "with_subjects", is_flag=True, help="Take over the subjects of mails too.")
@click.option("--all", "everything", is_flag=True, help="List every row of a long plan.")
@click.pass_obj
def import_(
    flags: Flags, /, format_name: str, files: tuple[str, ...], plan_file: str, from_plan: str, *,
    is_applied: bool, dry_run: bool, everything: bool, **how: Any,
) -> None:  # fmt: skip
    """Bring people in from another program's FILE (a file, a folder, an archive, or - for what is piped in).

    Shows the plan; --apply writes it. What your notes say already is never overwritten, unless --prefer says so.
    Without FORMAT: the formats there are.

    \b
    vaultnet import csv people.csv
    vaultnet import csv people.csv --map "Firm=company,Shoe size=" --apply
    vaultnet import csv people.csv --plan decide.csv        answer what is unclear there, then
    vaultnet import csv people.csv --from-plan decide.csv --apply
    """
    from vaultnet.app.import_decisions import read_answers, write_plan
    from vaultnet.app.import_file import plan_files
    from vaultnet.errors import UsageError

    if not format_name:
        _print_formats(flags)
        return
    if not files:
        raise UsageError("say which FILE to import, or - for what is piped in")
    with flags.workspace() as workspace:
        answers = read_answers(from_plan) if from_plan else {}
        plan = plan_files(workspace, format_name, files, answers=answers, **how)
        is_written = is_applied and not dry_run and bool(plan.changes)
        if plan_file:
            write_plan(workspace, plan, plan_file)
        if is_written:
            workspace.apply(plan.changes, flags.words)
    _print(plan, flags, is_written=is_written, as_diff=dry_run, everything=everything)
    if plan_file:
        print_note(f"Wrote the plan to {plan_file}: answer in its column `decision`, then --from-plan {plan_file}")


def _print(plan: "ImportPlan", flags: Flags, *, is_written: bool, as_diff: bool, everything: bool) -> None:
    if flags.as_json:
        _print_object(plan, is_written=is_written)
    elif as_diff:
        print_diffs(plan.changes)
    else:
        _print_plan(plan, flags, is_written=is_written, everything=everything)


def _print_formats(flags: Flags) -> None:
    from vaultnet.app.import_row import OUTCOMES
    from vaultnet.exchange.formats import IMPORTERS

    flags.speak()
    formats = sorted(IMPORTERS.values())
    if flags.as_json:
        listed = [{"name": one.name, "help": one.help} for one in formats]
        nothing = dict.fromkeys(OUTCOMES, 0)
        print_json(
            "vaultnet.import/1", rows=0, **nothing, applied=False, items=[], unmapped=[], remarks=[], formats=listed
        )
        return
    print_table(
        ("Format", "What it reads"), [(one.name, said_part(one.help)) for one in formats], color=flags.use_color
    )
    print_text("See what an import would do: vaultnet import FORMAT FILE")


def _print_object(plan: "ImportPlan", *, is_written: bool) -> None:
    from vaultnet.app.import_row import OUTCOMES

    print_json(
        "vaultnet.import/1",
        rows=len(plan.rows),
        **{outcome: plan.count(outcome) for outcome in OUTCOMES},
        applied=is_written,
        items=[_item(row) for row in plan.rows],
        unmapped=list(plan.unmapped),
        remarks=list(plan.remarks),
    )


def _item(row: "ImportRow") -> dict[str, object]:
    return {
        "source": row.source,
        "line": row.line,
        "name": row.name,
        "outcome": row.outcome,
        "path": row.path or None,
        "reason": row.reason,
        "candidates": [{"path": one.path, "why": one.why} for one in row.candidates],
    }


def _print_plan(plan: "ImportPlan", flags: Flags, *, is_written: bool, everything: bool) -> None:
    from vaultnet.app.import_row import OUTCOMES

    several = len({row.source for row in plan.rows}) > 1
    for outcome in _TOLD:
        rows = [row for row in plan.rows if row.outcome == outcome]
        if not rows:
            continue
        shown = rows if everything else rows[:_SHOWN]
        print_text(f"{said_part(outcome.capitalize())} ({len(rows)})")
        table = [
            (_place(row, several=several), row.name, row.path, "; ".join(map(said_part, row.why))) for row in shown
        ]
        print_table(("Line", "Name", "Note", "Why"), table, color=flags.use_color)
        if len(shown) < len(rows):
            print_text(f"… and {len(rows) - len(shown):,} more (--all)")
        print_text()
    if plan.unmapped:
        print_text(f"Not imported, for want of a field: {', '.join(plan.unmapped)}")
    for remark in plan.remarks:
        print_text(remark)
    new = {row.path for row in plan.rows if row.outcome == "created"}
    if len(new) > _MANY:
        print_text(f"{len(new):,} notes are new: `vaultnet triage` gives each person a place, when you like")
    counts = ", ".join(said_part(f"{plan.count(outcome):,} {outcome}") for outcome in OUTCOMES)
    print_text(f"{count_words(len(plan.rows), 'row')}: {counts}.")
    if is_written:
        print_text(f"Wrote {count_words(len(plan.changes), 'note')}. `vaultnet undo` takes it back.")
    elif plan.changes:
        print_text("Nothing is written yet: add --apply.")


def _place(row: "ImportRow", *, several: bool) -> str:
    return f"{row.source}:{row.line}" if several else str(row.line)
