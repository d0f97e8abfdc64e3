"""`vaultnet absorb`: ticks of agenda blocks into the contacts' logs."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_message, print_quote, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.absorb import Absorbed

_GAINS = (("promise", "promise", "promises"), ("name", "name", "names"), ("next", "next step", "next steps"))


@click.command(cls=Command)
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def absorb(flags: Flags, dry_run: bool) -> None:
    """Put what you ticked in agenda blocks into the contacts' logs, with what you typed behind and beneath it; and what
    you answered in debriefs, and whom you gave a place in the triage note, where it belongs.

    `vaultnet agenda` does this first thing; run it as often as you like, every tick is absorbed once.

    \b
    vaultnet absorb
    vaultnet absorb --dry-run
    """
    from vaultnet.app.absorb import absorb as absorb_ticks
    from vaultnet.app.absorb import plan_ticks

    with flags.workspace() as workspace:
        workspace.refresh()
        absorbed = plan_ticks(workspace) if dry_run else absorb_ticks(workspace, flags.words)
    if flags.as_json:
        print_json("vaultnet.absorb/1", **_object(absorbed), dry_run=dry_run)
    elif dry_run and absorbed.plan.changes:
        print_diffs(absorbed.plan.changes)
    else:
        _print_absorbed(absorbed)
    for words in absorbed.words:
        print_message(words)


def _object(absorbed: "Absorbed") -> dict[str, Any]:
    plan = absorbed.plan
    return {
        "absorbed": list(absorbed.touches),
        "kept_promises": [{"path": path, "line": line} for path, line in sorted(plan.kept_promises)],
        "pending": [
            {"path": each.path, "line": each.problem.line, "message": each.problem.message, "lines": each.lines}
            for each in plan.pending
        ],
        "gained": [gain._asdict() for gain in absorbed.gains],
        "placed": [
            {"contact": path, "what": choice.what, "tier": choice.tier or None} for path, choice in absorbed.placed
        ],
        "changed": [change.path for change in plan.changes],
    }


def _print_absorbed(absorbed: "Absorbed") -> None:
    if absorbed.touches:
        print_text(f"Absorbed {count_words(len(absorbed.touches), 'touch', 'touches')}")
    if absorbed.plan.kept_promises:
        print_text(f"Kept {count_words(len(absorbed.plan.kept_promises), 'promise')}")
    counts = Counter(gain.what for gain in absorbed.gains)
    for what, one, many in _GAINS:
        if counts[what]:
            print_text(f"Noted {count_words(counts[what], one, many)}")
    if absorbed.placed:
        print_text(f"{count_words(len(absorbed.placed), 'person', 'people')} placed")
    if not absorbed.plan.changes and not absorbed.words:
        print_text("Nothing new was ticked.")
    for change in absorbed.plan.changes:
        print_quote(f"  {change.path}")
