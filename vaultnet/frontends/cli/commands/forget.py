"""`vaultnet forget`: everything about one person goes, and what cannot go is said."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_quote, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.forget import ForgetPlan
    from vaultnet.storage.traces import Purged

_SHOWN = 20  # lines that go on naming them


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, shell_complete=complete_name)
@click.option(
    "--initials", "with_initials", is_flag=True, help="What linked them shows their initials, not their name."
)
@click.option("--yes", "is_sure", is_flag=True, help="Do it without being asked.")
@click.option("--dry-run", is_flag=True, help="Show what would go as a diff, write nothing.")
@click.pass_obj
def forget(flags: Flags, who: tuple[str, ...], *, with_initials: bool, is_sure: bool, dry_run: bool) -> None:
    """Take everything about one person out of the vault, for good: this cannot be undone.

    Their note goes, with its copies in the trash; what was generated about them; what vaultnet kept to undo earlier
    commands. Links to them become plain text. What stands elsewhere as plain text, and in git, is named.

    \b
    vaultnet forget "Ada Byron" --dry-run
    vaultnet forget "Ada Byron" --initials
    """
    from vaultnet.app.forget import apply_forget, plan_forget
    from vaultnet.app.who import get_contact
    from vaultnet.errors import UsageError

    if flags.as_json and not (is_sure or dry_run):
        raise UsageError("--json asks nothing: add --yes")
    with flags.workspace() as workspace:
        workspace.refresh()
        plan = plan_forget(workspace, get_contact(workspace, " ".join(who)), with_initials=with_initials)
        purged = None
        if not dry_run and (is_sure or _is_confirmed(plan)):
            purged = apply_forget(workspace, plan, flags.words)
    if flags.as_json:
        _print_object(plan, purged)
        return
    if dry_run:
        print_diffs(plan.changes)
    elif purged is None:
        print_text("Nothing was written.")
        return
    _tell(plan, purged)


def _is_confirmed(plan: "ForgetPlan") -> bool:
    """The name has to be typed: a yes is typed too easily."""
    print_quote(said(f"{plan.path} goes, and {count_words(len(plan.changes) - 1, 'note')} no longer link it."))
    typed: str = click.prompt(said("This cannot be undone. Type the name to go on"), default="", show_default=False)
    return typed.strip() == plan.name


def _tell(plan: "ForgetPlan", purged: "Purged | None") -> None:
    if purged is not None:
        print_text(f"{plan.name} is forgotten: {count_words(len(plan.changes), 'note')} changed or removed.")
        print_text(
            f"Gone too: {count_words(purged.steps, 'step')} of the journal (`undo` ends there), "
            f"{count_words(purged.recovered, 'recovered file')}, "
            f"{count_words(len(plan.copies), 'copy', 'copies')} in the vault, "
            f"{count_words(len(plan.plans), 'plan of imports', 'plans of imports')}, the index."
        )
    for path, line, why in plan.refused:
        print_note(f"{path}:{line} links them and could not be written: {why}")
    if plan.mentions:
        places = ", ".join(f"{mention.path}:{mention.line}" for mention in plan.mentions[:_SHOWN])
        print_note(f"The name still stands as plain text in {count_words(len(plan.mentions), 'line')}: {places}")
    if plan.has_git:
        print_note(
            "git keeps every earlier version. To take the note out of its history: "
            f'git filter-repo --invert-paths --path "{plan.path}", then push with --force and clone anew elsewhere'
        )
    print_note("Not seen from here: other machines until they sync, backups, exports that you made.")


def _print_object(plan: "ForgetPlan", purged: "Purged | None") -> None:
    print_json(
        "vaultnet.forget/1",
        path=plan.path,
        name=plan.name,
        done=purged is not None,
        changed=[change.path for change in plan.changes],
        copies=list(plan.copies),
        plans=list(plan.plans),
        mentions=[mention._asdict() for mention in plan.mentions],
        refused=[{"path": path, "line": line, "message": why} for path, line, why in plan.refused],
        journal_steps=purged.steps if purged else 0,
        recovered_files=purged.recovered if purged else 0,
        in_git=plan.has_git,
    )
