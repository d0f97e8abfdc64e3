"""`vaultnet show`: one person's card."""

from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said, said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.occasion_wording import planned_words
from vaultnet.frontends.cli.output import print_json, print_quote, print_text
from vaultnet.frontends.cli.wording import rest_words, when_words
from vaultnet.model.ref import display

_TOUCHES = 8
_FIELDS = (
    ("Aliases", "aliases"), ("Role", "role"), ("At", "company"), ("E-mail", "email"), ("Phone", "phone"),
    ("Lives in", "location"), ("Country", "country"), ("Address", "address"), ("LinkedIn", "linkedin"),
    ("Website", "website"), ("Birthday", "birthday"), ("Met", "met"), ("Met at", "met_at"),
    ("Introduced by", "introduced_by"), ("Relationship", "relationship"), ("Tier", "tier"), ("Channel", "channel"),
    ("Needs", "needs"), ("Offers", "offers"), ("Interests", "interests"), ("Skills", "skills"),
)  # fmt: skip


@click.command(cls=Command)
@click.argument("who", nargs=-1, required=True, shell_complete=complete_name)
@click.pass_obj
def show(flags: Flags, who: tuple[str, ...]) -> None:
    """Show one contact's card: who they are, the last touches, what is open.

    WHO is a name, alias, e-mail address, path, uid or a unique part of a name.

    \b
    vaultnet show Ada
    vaultnet show ada@northwind.example --json
    """
    from vaultnet.app.show import show_contact

    with flags.workspace() as workspace:
        workspace.refresh()
        card = show_contact(workspace, " ".join(who))
        today = workspace.today
    if flags.as_json:
        print_json("vaultnet.show/1", **card)
        return
    _print_card(card, today)


def _print_card(card: dict[str, Any], today: date) -> None:
    contact, due = card["contact"], card["due"]
    print_quote(f"{contact['name']}  ({contact['path']})")
    for conflict in card["conflicts"]:
        place = conflict["copy"] or f"{conflict['path']}:{conflict['line']}"
        print_quote(f"  {said_part('Unsettled')}: {place}: {said(conflict['message'])}")
    for label, key in _FIELDS:
        if contact[key]:
            print_quote(f"  {said_part(label)}: {_words(contact[key])}")
    if due:
        day = when_words(date.fromisoformat(due["due"]), today) if due["due"] else due["state"]
        print_text(f"  Next: {day}, {due['why']}; the tie is {due['warmth']}")
        if due["rests"]:
            print_text(f"  On the agenda: {rest_words(due['rests'], today)}")
    if card["path"]:
        print_text(f"  Ask for an introduction: {', '.join(card['path'])}")
    if card["rhythm"] == "drifting":
        print_text("  A longer silence than the two of you are used to.")
    _print_list("Planned", [_planned(touch, today) for touch in card["planned"]])
    _print_list("Raise next time", [display(topic) for topic in card["raise_next"]])
    _print_list("Promised", [_task(task) for task in card["promises"]])
    _print_list("Waiting for", [_task(task) for task in card["waiting"]])
    _print_list("Touches", [_touch(touch) for touch in card["touches"][:_TOUCHES]])
    if len(card["touches"]) > _TOUCHES:
        print_text(f"  … and {len(card['touches']) - _TOUCHES} earlier")


def _planned(touch: dict[str, Any], today: date) -> str:
    day, kind, why = planned_words(touch, today)
    return f"{day} {kind}: {why}"


def _print_list(title: str, lines: list[str]) -> None:
    if lines:
        print_text()
        print_quote(said_part(title))
        for line in lines:
            print_quote(f"  {line}")


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _task(task: dict[str, Any]) -> str:
    due = said_part(f" (due {task['due']})") if task["due"] else ""
    return f"{display(task['text'])}{due}  {task['source']['path']}:{task['source']['line']}"


def _touch(touch: dict[str, Any]) -> str:
    kind = said_part(f"{touch['kind'] or 'in touch'}{' from them' if touch['direction'] == 'from' else ''}")
    text = display(touch["text"].replace("\n", " / "))
    tags = "".join(f" #{said_part(tag)}" for tag in touch["tags"])
    return f"{touch['date']} {kind}" + (f": {text}" if text else "") + tags
