"""`vaultnet check`: what is wrong with the notes."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said, said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_quote, print_text
from vaultnet.frontends.cli.wording import count_words

_NAMED = 3  # names shown of a longer list


@click.command(cls=Command)
@click.option("--fix", is_flag=True, help="Make the safe fixes (those marked fixable); undo takes them back.")
@click.option("--hygiene", "with_hygiene", is_flag=True, help="Also what is missing: tiers, touches, birthdays, uids.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the diff, write nothing.")
@click.pass_obj
def check(flags: Flags, fix: bool, with_hygiene: bool, dry_run: bool) -> int:
    """Find problems in the notes, each with file, line and what to do. Exits with 1 when there are any.

    \b
    vaultnet check
    vaultnet check --hygiene
    vaultnet check --fix --dry-run
    """
    from vaultnet.app.check import check_vault
    from vaultnet.app.fix import plan_fixes
    from vaultnet.storage.lookup import counts_by_type, hygiene

    with flags.workspace() as workspace:
        workspace.refresh()
        findings = check_vault(workspace)
        missing = hygiene(workspace.connection) if with_hygiene else {}
        contacts = counts_by_type(workspace.connection).get("contact", 0)
        changes = plan_fixes(workspace, findings, with_uids=with_hygiene) if fix else []
        if fix and not dry_run and changes:
            workspace.apply(changes, flags.words)
            workspace.refresh()
            findings = check_vault(workspace)
    fixed = [] if dry_run else [change.path for change in changes]
    if flags.as_json:
        extra = {"missing": missing} if with_hygiene else {}
        print_json("vaultnet.check/1", problems=[finding.as_json() for finding in findings], fixed=fixed, **extra)
    else:
        print_diffs(changes if dry_run else ())
        for finding in findings:
            place = f"{finding.path}:{finding.line}:{finding.column}"
            print_quote(f"{place}: {said_part(finding.severity)} {finding.rule}: {said(finding.message)}")
        _print_missing(missing, contacts)
        if fixed:
            print_text(f"Fixed {count_words(len(fixed), 'note')}; vaultnet undo takes it back.")
        if not findings:
            print_text("No problems found.")
    return 1 if any(finding.severity != "info" for finding in findings) else 0


def _print_missing(missing: dict[str, list[str]], contacts: int) -> None:
    for what, paths in missing.items():
        named = ", ".join(path.rsplit("/", 1)[-1].removesuffix(".md") for path in paths[:_NAMED])
        more = said_part(f" and {len(paths) - _NAMED} more") if len(paths) > _NAMED else ""
        print_text(f"{what}: {len(paths)} of {contacts} ({named}{more})")
