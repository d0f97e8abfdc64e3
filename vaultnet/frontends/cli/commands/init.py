"""`vaultnet init`: begin, or adopt what is there."""

from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part, speak
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.init_vault import Adopted


_MOST_NAMED = 3


@click.command(cls=Command)
@click.argument("folder_name", metavar="[DIR]", required=False, default="")
@click.option("--example", is_flag=True, help="Make the example vault there, its dates shifted to today.")
@click.option("--language", type=click.Choice(["en", "de"]), help="What the vault is written in.")
@click.option("--views", is_flag=True, help="Add views for Obsidian: people, due, targets, introductions (Bases).")
@click.option("--dry-run", is_flag=True, help="Show what would be written, write nothing.")
@click.pass_obj
def init(flags: Flags, folder_name: str, example: bool, language: str | None, views: bool, dry_run: bool) -> None:
    """Make a vault, or adopt an existing one.

    Writes vaultnet.toml where there is none, overwrites nothing, changes no note, and says what it recognised.

    \b
    vaultnet init                    adopt the folder you stand in
    vaultnet init ~/notes            make or adopt another
    vaultnet init --language de      the settings, pages and messages in German
    vaultnet init --views            views of people, who is due, targets, introductions for Obsidian, once
    vaultnet init --example demo     the example vault, to play with
    """
    from vaultnet.app.init_vault import init_vault, write_example

    if example and language:
        raise click.UsageError("the example vault is in English: set language under [vault] in it")
    if example and views:
        raise click.UsageError("make the example vault first, then say `vaultnet -C DIR init --views`")
    folder = Path(folder_name or flags.directory or ".").expanduser()
    if folder.is_dir():
        flags.directory = str(folder)
        flags.speak()
    if example and not dry_run:
        found = write_example(folder, flags.clock)
    else:
        found = init_vault(folder, flags.clock, flags.words, language=language or "", with_views=views, dry_run=dry_run)
    speak(language or found.language)
    if flags.as_json:
        written = [change.path for change in found.changes if not dry_run]
        print_json(
            "vaultnet.init/1", root=str(found.root), written=written, notes=found.notes, recognised=found.recognised,
            daily=found.daily, example=example,
        )  # fmt: skip
        return
    _print(found, example=example, views=views, dry_run=dry_run)


def _print(found: "Adopted", *, example: bool, views: bool, dry_run: bool) -> None:
    if dry_run:
        print_diffs(found.changes)
    print_text(f"{'Example vault' if example else 'Vault'}: {found.root}")
    print_text(f"Recognised in {count_words(found.notes, 'note')}: {_recognised(found.recognised)}")
    if found.unread:
        print_text(
            f"{count_words(len(found.unread), 'note')} cannot be read: {_places(found.unread)}; "
            "`vaultnet check` says what to mend"
        )
    print_text(f"Daily notes: {found.daily}.md")
    if found.changes:
        written = ", ".join(change.path for change in found.changes)
        print_text(
            f"Would write {written}; no note would be changed." if dry_run else f"Wrote {written}; no note was changed."
        )
    elif views:
        print_text("The views are there already, and yours: nothing was written.")
    if found.could_have_views and not views:
        print_text("For Obsidian: `vaultnet init --views` adds views of people, who is due, targets and introductions.")
    print_text(_next_step(found.recognised.get("contact", 0), found.notes))


def _places(unread: tuple[str, ...]) -> str:
    more = len(unread) - _MOST_NAMED
    return ", ".join((*unread[:_MOST_NAMED], *([said_part(f"and {more} more")] if more > 0 else [])))


def _next_step(contacts: int, notes: int) -> str:
    if contacts:
        return "Next: vaultnet agenda"
    if notes:
        return (
            "No contacts yet: mark notes with `type: contact`, or name their folder: contacts.folders in vaultnet.toml"
        )
    return 'Next: vaultnet new contact "Ada Lovelace"'


def _recognised(counts: dict[str, int]) -> str:
    words = {"contact": "contact", "organization": "organization", "plain": "other note"}
    named = [count_words(count, words.get(kind, kind)) for kind, count in counts.items() if kind != "goals"]
    if "goals" in counts:
        named.append("your goals")
    return ", ".join(named) or "nothing yet"
