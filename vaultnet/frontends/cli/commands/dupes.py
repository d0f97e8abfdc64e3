"""`vaultnet dupes`: notes that may be of one person."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_table, print_text

if TYPE_CHECKING:
    from vaultnet.exchange.duplicates import Pair
    from vaultnet.text.change import FileChange

_SHOWN = 30  # pairs of each group, without --all
_GROUPS = ((True, "Surely one person"), (False, "Perhaps one person"))


@click.command(cls=Command)
@click.option("--not-same", nargs=2, metavar="A B", help="Say that these two are not the same person.")
@click.option("--sure", "is_only_sure", is_flag=True, help="Only those that share a uid, an address or a number.")
@click.option("--all", "everything", is_flag=True, help="List every pair of a long list.")
@click.option("--dry-run", is_flag=True, help="With --not-same: show the change as a diff, write nothing.")
@click.pass_obj
def dupes(
    flags: Flags, *, not_same: tuple[str, str] | None, is_only_sure: bool, everything: bool, dry_run: bool
) -> None:
    """List pairs of notes that may be of one person, with what they have in common.

    Surely one are those that share a uid, an e-mail address, a phone number or a LinkedIn address; perhaps, those of
    the same name, or of nearly the same with something else in common. `vaultnet merge A B` makes one note of two.
    That two are not the same is written into A's note (`not-same-as`), and they are not proposed again.

    \b
    vaultnet dupes
    vaultnet dupes --not-same "Ada Lovelace" "Ada Lovelace 2"
    """
    from vaultnet.app.dupes import find_dupes, plan_not_same
    from vaultnet.app.who import get_contact

    with flags.workspace() as workspace:
        workspace.refresh()
        change = None
        if not_same:
            change = plan_not_same(workspace, *(get_contact(workspace, who) for who in not_same))
            if not dry_run:
                workspace.apply([change], flags.words)
        pairs = () if change else find_dupes(workspace)
    if change:
        _print_told(change, flags, dry_run=dry_run)
    else:
        _print_pairs([pair for pair in pairs if pair.is_sure or not is_only_sure], flags, everything=everything)


def _print_told(change: "FileChange", flags: Flags, *, dry_run: bool) -> None:
    if flags.as_json:
        changed = [change.path] if change.is_change and not dry_run else []
        print_json("vaultnet.dupes/1", pairs=[], changed=changed)
    elif dry_run:
        print_diffs((change,))
    elif change.is_change:
        print_text(f"Noted in {change.path}: they are not proposed again. `vaultnet undo` takes it back.")
    else:
        print_text(f"{change.path} says so already.")


def _print_pairs(pairs: "list[Pair]", flags: Flags, *, everything: bool) -> None:
    if flags.as_json:
        found = [{"one": pair.one, "other": pair.other, "sure": pair.is_sure, "why": list(pair.why)} for pair in pairs]
        print_json("vaultnet.dupes/1", pairs=found, changed=[])
    else:
        _print_table(pairs, flags, everything=everything)
    if not pairs:
        raise click.exceptions.Exit(1)


def _print_table(pairs: "list[Pair]", flags: Flags, *, everything: bool) -> None:
    if not pairs:
        print_text("No two notes seem to be of one person.")
        return
    for is_sure, title in _GROUPS:
        group = [pair for pair in pairs if pair.is_sure == is_sure]
        if not group:
            continue
        shown = group if everything else group[:_SHOWN]
        print_text(f"{said_part(title)} ({len(group)})")
        table = [(pair.one, pair.other, ", ".join(map(said_part, pair.why))) for pair in shown]
        print_table(("Note", "And", "Why"), table, color=flags.use_color)
        if len(shown) < len(group):
            print_text(f"… and {len(group) - len(shown)} more (--all)")
        print_text()
    print_text("`vaultnet merge A B` makes one note of two; `vaultnet dupes --not-same A B` says they are not one.")
