"""`vaultnet triage`: those without a place yet, one by one."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_note, print_quote, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.triage import TriagePlan
    from vaultnet.app.workspace import Workspace
    from vaultnet.practice.triage import Choice, Walk


@click.command(cls=Command)
@click.option("--list", "only_list", is_flag=True, help="Only list who has no place yet.")
@click.option("--dry-run", is_flag=True, help="Show what would be written as a diff, write nothing.")
@click.pass_obj
def triage(flags: Flags, only_list: bool, dry_run: bool) -> None:
    """Go through those without a tier, a cadence and a touch, one by one: a key gives each a place.

    The digits are your tiers, then "later" (snoozed for three months) and "let go" (cadence: never); s skips, u goes
    back, q ends. What you decided is written at the end, in one step that `vaultnet undo` takes back; Ctrl-C writes
    nothing. From a pipe, each line is a key.

    \b
    vaultnet triage
    vaultnet triage --list
    printf '3\\n5\\nq\\n' | vaultnet triage
    """
    from vaultnet.app.triage import plan_triage, triage_queue
    from vaultnet.practice.triage import begin_walk, triage_choices

    with flags.workspace() as workspace:
        workspace.refresh()
        cards = triage_queue(workspace)
        choices = triage_choices(workspace.config.settings.tiers)
        if flags.as_json:
            keys = [{"key": choice.key, "what": choice.what, "tier": choice.tier or None} for choice in choices]
            print_json("vaultnet.triage/1", queue=cards, choices=keys)
        elif not cards:
            print_text("Nobody to sort: everyone has a tier, a cadence or a touch.")
        elif only_list:
            for card in cards:
                print_quote(_card_words(card))
        else:
            walk = _go_through(begin_walk(card["contact"] for card in cards), cards, choices)
            _write(workspace, flags, plan_triage(workspace, walk.placed), dry_run=dry_run)


def _go_through(walk: "Walk", cards: Sequence[Mapping[str, Any]], choices: Sequence["Choice"]) -> "Walk":
    from vaultnet.practice.triage import QUIT, take_step

    print_quote("  ".join((*map(_choice_words, choices), *map(said_part, ("s skip", "u back", "q end")))))
    while walk.current:
        at = len(walk.decided)
        print_quote(f"\n{at + 1}/{len(cards)}  {_card_words(cards[at])}")
        after = None
        while after is None:
            after = take_step(walk, _read_key() or QUIT, choices)
        walk = after
        if len(walk.decided) > at:
            choice = walk.decided[-1].choice
            print_quote(f"  {_choice_words(choice) if choice else said_part('s skip')}")
    return walk


def _read_key() -> str:
    """A key of the terminal; from a pipe a line, "" at its end. Ctrl-C leaves the command."""
    if sys.stdin.isatty():
        return click.getchar()
    line = sys.stdin.readline()
    return line.strip() or "?" if line else ""


def _choice_words(choice: "Choice") -> str:
    words = {"later": "later", "let_go": "let go"}
    return f"{choice.key} {said_part(words[choice.what]) if choice.what in words else choice.tier}"


def _card_words(card: Mapping[str, Any]) -> str:
    """`Clara Nyström · actuary, Fjordlys Kapital · Bergen · met 2026-02-12`."""
    work = ", ".join(filter(None, (card["role"], *card["company"])))
    met = said_part(f"met {card['met']}") if card["met"] else ""
    by = said_part(f"introduced by {', '.join(card['introduced_by'])}") if card["introduced_by"] else ""
    told = (work, card["location"], ", ".join(card["relationship"]), met, ", ".join(card["met_at"]), by)
    return " · ".join((card["name"], *filter(None, told)))


def _write(workspace: "Workspace", flags: Flags, plan: "TriagePlan", *, dry_run: bool) -> None:
    from vaultnet.text.change import render_diff

    for error in plan.refused:
        print_note(f"{error.path}:{error.line or 1}: {error.message}")
    if dry_run:
        for change in plan.changes:
            print_exact(render_diff(change))
        return
    written = workspace.apply(plan.changes, flags.words).paths
    for notice in workspace.notices:
        print_note(notice)
    print_text()
    people = count_words(len(written), "person", "people")
    print_text(f"{people} placed; `vaultnet undo` takes it back." if written else "Nothing was written.")
