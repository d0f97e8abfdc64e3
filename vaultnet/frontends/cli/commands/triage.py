"""`vaultnet triage`: those without a place yet, and those whom one may let go of; one by one, or in a note."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from vaultnet.errors import UsageError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_quote, print_text
from vaultnet.frontends.cli.pruning_words import reason_words
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.triage import TriagePlan
    from vaultnet.app.workspace import Workspace
    from vaultnet.practice.triage import Choice, Walk


@click.command(cls=Command)
@click.option("--list", "only_list", is_flag=True, help="Only list who is gone through.")
@click.option("--prune", is_flag=True, help="Go through those whom you may let go of, or see less often.")
@click.option("--note", is_flag=True, help="Write them into a note as boxes, to be ticked on a phone.")
@click.option("--stdout", "only_print", is_flag=True, help="With --note: print the boxes, write nothing.")
@click.option("--dry-run", is_flag=True, help="Show what would be written as a diff, write nothing.")
@click.pass_obj
def triage(flags: Flags, only_list: bool, prune: bool, note: bool, only_print: bool, dry_run: bool) -> None:
    """Go through those without a tier, a cadence and a touch, one by one: a key gives each a place.

    The digits are your tiers, then "later" (snoozed for three months) and "let go" (cadence: never); s skips, u goes
    back, q ends. What you decided is written at the end, in one step that `vaultnet undo` takes back; Ctrl-C writes
    nothing. From a pipe, each line is a key.

    With --prune it is those who have long been silent, or of whom nothing but a name is known: keep them, move them to
    a wider tier, or let them go. With --note at most five of both stand in a note as boxes; what you tick there is
    absorbed like the ticks of the agenda.

    \b
    vaultnet triage
    vaultnet triage --note
    vaultnet triage --prune
    printf '3\\n5\\nq\\n' | vaultnet triage
    """
    if note:
        if only_list or prune:
            raise UsageError("--note has both in it: leave out --list and --prune")
        _write_note(flags, only_print=only_print, dry_run=dry_run)
        return
    if only_print:
        raise UsageError("--stdout goes with --note")
    _walk(flags, only_list=only_list, prune=prune, dry_run=dry_run)


def _write_note(flags: Flags, *, only_print: bool, dry_run: bool) -> None:
    from vaultnet.app.triage_note import generate_triage_note

    with flags.workspace() as workspace:
        writes = not (only_print or dry_run)
        page = generate_triage_note(workspace, absorb_as=flags.words if writes else (), only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
    show_page("vaultnet.triage/1", page, flags, only_print=only_print, is_dry_run=dry_run)


def _walk(flags: Flags, *, only_list: bool, prune: bool, dry_run: bool) -> None:
    from vaultnet.app.triage import plan_triage
    from vaultnet.app.triage_note import triage_object
    from vaultnet.practice.triage import begin_walk

    with flags.workspace() as workspace:
        workspace.refresh()
        found = triage_object(workspace, prunes=prune)
        cards = found["queue"]
        if flags.as_json:
            print_json("vaultnet.triage/1", **found)
        elif not cards:
            print_text(
                "Nobody to let go of: whoever is on your list is worth it."
                if prune
                else "Nobody to sort: everyone has a tier, a cadence or a touch."
            )
        elif only_list:
            for card in cards:
                print_quote(_card_words(card))
        else:
            tiers = workspace.config.settings.tiers
            walk = _go_through(begin_walk(card["contact"] for card in cards), cards, tiers, prune=prune)
            _write(workspace, flags, plan_triage(workspace, walk.placed), dry_run=dry_run)


def _go_through(walk: "Walk", cards: Sequence[Mapping[str, Any]], tiers: Iterable[str], *, prune: bool) -> "Walk":
    from vaultnet.practice.triage import QUIT, prune_choices, take_step, triage_choices

    choices = triage_choices(tiers)
    if not prune:
        print_quote(_keys(choices))
    while walk.current:
        at = len(walk.decided)
        print_text()
        print_quote(f"{at + 1}/{len(cards)}  {_card_words(cards[at])}")
        if prune:
            choices = prune_choices(cards[at]["wider"] or "")
            print_quote(f"  {_keys(choices)}")
        after = None
        while after is None:
            after = take_step(walk, _read_key() or QUIT, choices)
        walk = after
        if len(walk.decided) > at:
            choice = walk.decided[-1].choice
            print_quote(f"  {_choice_words(choice) if choice else said_part('s skip')}")
    return walk


def _keys(choices: Sequence["Choice"]) -> str:
    return "  ".join((*map(_choice_words, choices), *map(said_part, ("s skip", "u back", "q end"))))


def _read_key() -> str:
    """A key of the terminal; from a pipe a line, "" at its end. Ctrl-C leaves the command."""
    if sys.stdin.isatty():
        return click.getchar()
    line = sys.stdin.readline()
    return line.strip() or "?" if line else ""


def _choice_words(choice: "Choice") -> str:
    words = {"later": "later", "let_go": "let go", "keep": "keep as it is"}
    return f"{choice.key} {said_part(words[choice.what]) if choice.what in words else choice.tier}"


def _card_words(card: Mapping[str, Any]) -> str:
    """`Clara Nyström · actuary, Fjordlys Kapital · Bergen · met 2026-02-12`."""
    work = ", ".join(filter(None, (card["role"], *card["company"])))
    met = said_part(f"met {card['met']}") if card["met"] else ""
    by = said_part(f"introduced by {', '.join(card['introduced_by'])}") if card["introduced_by"] else ""
    why = reason_words(card["reason"], card["since"], card["wider"]) if "reason" in card else ""
    told = (work, card["location"], ", ".join(card["relationship"]), met, ", ".join(card["met_at"]), by, why)
    return " · ".join((card["name"], *filter(None, told)))


def _write(workspace: "Workspace", flags: Flags, plan: "TriagePlan", *, dry_run: bool) -> None:
    for error in plan.refused:
        print_note(f"{error.path}:{error.line or 1}: {error.message}")
    if dry_run:
        print_diffs(plan.changes)
        return
    written = workspace.apply(plan.changes, flags.words).paths
    print_text()
    people = count_words(len(written), "person", "people")
    print_text(f"{people} placed; `vaultnet undo` takes it back." if written else "Nothing was written.")
