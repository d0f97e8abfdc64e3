"""`vaultnet resolve`: what two machines left unsettled, and one note of two versions."""

from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.conflict_question import ask, can_ask, question_words
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said, said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_table, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vaultnet.app.conflicts import Conflict
    from vaultnet.app.settle_all import Settled
    from vaultnet.edits.settle_conflict import Question
    from vaultnet.text.conflict_hunk import Choice

_WHAT = {
    "copy": "a copy",
    "lone-copy": "a copy without its note",
    "marks": "both versions in the text",
    "properties": "two values of a property",
    "half": "only our side of a merge",
    "one-deleted": "one side deleted it",
    "edited": "git waits for git add",
}


@click.command(cls=Command)
@click.argument("notes", nargs=-1, metavar="[NOTE]...")
@click.option("--ours", "side", flag_value="ours", help="Where both say something else: what the note says.")
@click.option("--theirs", "side", flag_value="theirs", help="Where both say something else: what the other side says.")
@click.option("--both", "side", flag_value="both", help="Keep both, one after the other (text; not a property).")
@click.option("--all", "everything", is_flag=True, help="Every note; those that need a choice are named and left.")
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff, write nothing.")
@click.pass_obj
def resolve(flags: Flags, notes: tuple[str, ...], side: "Choice | None", everything: bool, dry_run: bool) -> None:
    """List what two machines left unsettled, or make one note of the two versions.

    Conflict copies of a sync service, git's marks, two values of a property, and notes that git still waits for: they
    are merged by meaning, and where both say something else about one thing, you choose: here, or with --ours,
    --theirs, --both. A copy that is merged goes to the vault's trash; `vaultnet undo` takes all of it back.

    \b
    vaultnet resolve
    vaultnet resolve "Ada Byron" --dry-run
    vaultnet resolve "People/Ada Byron.md" --theirs
    vaultnet resolve --all
    """
    from vaultnet.app.conflicts import find_conflicts
    from vaultnet.app.settle_all import Way, find_meant, settle_note
    from vaultnet.errors import UsageError

    if len({"--ours", "--theirs", "--both"}.intersection(flags.words)) > 1:
        raise UsageError("--ours, --theirs and --both are three things: take one of them")
    with flags.workspace() as workspace:
        workspace.refresh()
        conflicts = find_conflicts(workspace)
        if not notes and not everything:
            _print_list(conflicts, flags)
            return
        asks = side is None and not (flags.as_json or dry_run or everything) and can_ask()
        way = Way(
            ask if asks else _always(side or "open"), flags.words, asks=asks, goes_on=everything, is_dry_run=dry_run
        )
        settled = [settle_note(workspace, path, group, way) for path, group in find_meant(workspace, conflicts, notes)]
    _print_settled(settled, flags, dry_run=dry_run)


def _always(choice: "Choice") -> "Callable[[Question], Choice]":
    return lambda _question: choice


def _print_list(conflicts: "Sequence[Conflict]", flags: Flags) -> None:
    if flags.as_json:
        print_json("vaultnet.resolve/1", conflicts=[conflict.as_json() for conflict in conflicts], notes=[])
    elif not conflicts:
        print_text("Nothing is open: no conflict, and no conflict copy.")
    else:
        rows = [(one.path, said_part(_WHAT[one.kind]), _place(one)) for one in conflicts]
        print_table(("Note", "What", "Where"), rows, color=flags.use_color)
        print_text()
        print_text("`vaultnet resolve NOTE` settles one, `vaultnet resolve --all` all that need no choice of yours.")


def _place(conflict: "Conflict") -> str:
    if not conflict.copy:
        return said_part(f"line {conflict.line}") if conflict.kind in {"marks", "properties"} else ""
    told = ", ".join(filter(None, (conflict.device, conflict.when)))
    return f"{conflict.copy} ({told})" if told else conflict.copy


def _print_settled(settled: "Sequence[Settled]", flags: Flags, *, dry_run: bool) -> None:
    if flags.as_json:
        notes = [_settled_as_json(one, dry_run=dry_run) for one in settled]
        print_json("vaultnet.resolve/1", conflicts=[], notes=notes)
    elif dry_run:
        print_diffs(change for one in settled for change in one.changes if change.is_change)
    elif not settled:
        print_text("Nothing is open: no conflict, and no conflict copy.")
    for one in () if flags.as_json else settled:
        _print_one(one, dry_run=dry_run)


def _print_one(one: "Settled", *, dry_run: bool) -> None:
    if one.message:
        print_note(f"{one.where}: {said(one.message)}")
    elif not one.changes:
        say = print_note if dry_run else print_text  # a diff is to be nothing but a diff
        say(f"Nothing is open in {one.path}: no conflict, and no conflict copy.")
    elif not dry_run:
        _print_written(one)
    for question in one.left:
        print_note(question_words(one.path, question))


def _print_written(one: "Settled") -> None:
    """What has become of it, and what comes next."""
    if one.left:
        print_text(f"{one.path} holds both versions now: {count_words(len(one.left), 'place')} to choose in.")
    elif one.is_unmerged:
        print_text(f"{one.path} is settled. Next: `git add` it; `git checkout --merge` brings the conflict back.")
    elif one.merged and not one.trash:
        print_text(f"{one.path} is a note again. `vaultnet undo` takes it back.")
    elif one.merged:
        print_text(f"{one.path} holds both versions now, as one. `vaultnet undo` takes it back.")
    else:
        print_text(f"{one.path} is settled. `vaultnet undo` takes it back.")
    for copy, trash in zip(one.merged, one.trash, strict=False):
        print_text(f"{copy} is in the trash: {trash}")


def _settled_as_json(one: "Settled", *, dry_run: bool) -> dict[str, Any]:
    return {
        "path": one.path,
        "merged": list(one.merged),
        "trash": list(one.trash),
        "changed": [] if dry_run else [change.path for change in one.changes if change.is_change],
        "left": [
            {"line": question.line, "key": question.key or None, "ours": question.ours, "theirs": question.theirs}
            for question in one.left
        ],
        "unmerged": one.is_unmerged,
        "message": one.message or None,
        "where": one.where or None,
    }
