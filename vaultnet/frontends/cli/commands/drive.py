"""`vaultnet drive`: how the list of people you know grows, where it is thin, who has no place yet, who may rest."""

from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text
from vaultnet.frontends.cli.pruning_words import reason_words
from vaultnet.frontends.cli.wording import count_words

_NAMED = 8
_RESTING = 3
_BAR = 40  # characters that stand for the quota
_WORDS = {
    "relatives": "relatives",
    "friends": "friends",
    "colleagues": "colleagues",
    "former_colleagues": "former colleagues",
    "business": "business",
    "alumni": "school and studies",
    "mentors": "mentors",
    "neighbours": "neighbours",
    "community": "groups",
    "others": "in other words",
    "unsaid": "relationship not said",
}


@click.command(cls=Command)
@click.option("--all", "everyone", is_flag=True, help="Name everybody who has no place yet, or may rest.")
@click.pass_obj
def drive(flags: Flags, everyone: bool) -> None:
    """Show how your list of people grows: by category, with questions where it is thin; who has no place yet.

    \b
    vaultnet drive
    vaultnet drive --all
    """
    from vaultnet.app.drive import show_drive

    with flags.workspace() as workspace:
        workspace.refresh()
        found = show_drive(workspace)
    if flags.as_json:
        print_json("vaultnet.drive/1", **found)
        return
    _print_count(found["count"], found["quota"])
    print_text()
    rows = [(said_part(_WORDS[row["name"]]), str(row["count"])) for row in found["categories"]]
    print_table(("Category", "People"), rows, color=flags.use_color)
    if found["prompts"]:
        print_text()
        print_text("Whom might you think of?")
        for prompt in found["prompts"]:
            print_text(f"  {prompt['message']}")
    _print_queue(found["queue"], everyone=everyone)
    _print_may_rest(found["may_rest"], everyone=everyone)


def _print_count(count: int, quota: int) -> None:
    people = count_words(count, "person", "people")
    if count >= quota:
        print_text(f"{people} on your list.")
        return
    print_text(f"{people} on your list, {quota - count:,} to go to {quota:,}.")
    full = count * _BAR // quota
    print_quote(f"{'█' * full}{'░' * (_BAR - full)}")


def _print_queue(queue: list[dict[str, Any]], *, everyone: bool) -> None:
    if queue:
        print_text()
        print_text("Without a place yet: `vaultnet triage` goes through them, to keep, for later, or to let go")
        _print_names([row["name"] for row in queue], everyone=everyone)


def _print_may_rest(rows: list[dict[str, Any]], *, everyone: bool) -> None:
    """A few at a time, each with its reason."""
    if not rows:
        return
    print_text()
    print_text("May rest: you may let them go, and nobody would mind; `vaultnet triage --prune` asks")
    shown = rows if everyone else rows[:_RESTING]
    for row in shown:
        print_quote(f"  {row['name']}: {reason_words(row['reason'], row['since'], row['wider'])}")
    if len(rows) > len(shown):
        print_quote(f"  {said_part(f'and {len(rows) - len(shown)} more (--all)')}")


def _print_names(names: list[str], *, everyone: bool) -> None:
    shown = names if everyone else names[:_NAMED]
    more = len(names) - len(shown)
    print_quote(f"  {', '.join(shown)}{' ' + said_part(f'and {more} more (--all)') if more else ''}")
