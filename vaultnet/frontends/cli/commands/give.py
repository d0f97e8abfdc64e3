"""`vaultnet give`: whom to introduce, where you could help, what to pass on, what to mark."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_text
from vaultnet.frontends.cli.wording import day_words, when_words

_SHOWN = 12  # of each group, without --all
_THEIRS = {"offer": "offers {}", "skill": "is skilled in {}", "role": "works as {}"}
_MINE = {"offer": "you offer {}", "skill": "you are skilled in {}", "strength": "your strength: {}"}
_CALLS = {
    "condole": "a few words by hand",
    "ask": "ask how things are",
    "help_move": "offer a hand with the move",
    "congratulate": "congratulate",
}

_Wording = Callable[[dict[str, Any], date], Sequence[str]]


@click.command(cls=Command)
@click.argument("who", nargs=-1, shell_complete=complete_name)
@click.option("--who", "named", default="", metavar="WHO", help="The same as WHO.", shell_complete=complete_name)
@click.option("--all", "everything", is_flag=True, help="Everybody who could meet a need, however long the list.")
@click.pass_obj
def give(flags: Flags, who: tuple[str, ...], named: str, everything: bool) -> None:
    """Propose what to give: introductions, a hand of your own, something to read, a word in season. Each says why.

    \b
    vaultnet give
    vaultnet give Ada
    vaultnet give --all --json
    """
    from vaultnet.app.give import list_giving

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        found = list_giving(workspace, who=named or " ".join(who), everything=everything)
    if flags.as_json:
        print_json("vaultnet.give/1", **found)
        return
    if found["help_first"]:
        _print_help_first(found["help_first"], today)
    groups: tuple[tuple[str, str, _Wording], ...] = (
        ("Introduce", "introduce", _introduction),
        ("You could help", "help", _help),
        ("You promised", "promises", _promise),
        ("Pass on", "pass_on", _pass_on),
        ("Mark", "mark", _mark),
    )
    shown = [group for group in groups if found[group[1]]]
    for number, (title, key, wording) in enumerate(shown):
        if number or found["help_first"]:
            print_text()
        _print_group(title, [wording(row, today) for row in found[key]], everything=everything)
    if not shown and not found["help_first"]:
        print_text("Nothing to propose. It grows with the needs, offers, skills and interests in your notes.")


def _print_group(title: str, entries: Sequence[Sequence[str]], *, everything: bool) -> None:
    print_text(said_part(title))
    for first, *others in entries if everything else entries[:_SHOWN]:
        print_quote(f"  {_one_line(first)}")
        for line in others:
            print_quote(f"    {_one_line(line)}")
    more = len(entries) - _SHOWN
    if more > 0 and not everything:
        print_quote(f"  {said_part(f'and {more} more (--all)')}")


def _print_help_first(hint: dict[str, Any], today: date) -> None:
    day = day_words(date.fromisoformat(hint["asked"]), today)
    print_text(f"Help first: you asked for something on {day}. What could you do for them before you ask again?")
    for need in hint["needs"]:
        print_quote(f"  {said_part('needs {}').format(_one_line(need))}")


def _introduction(row: dict[str, Any], _today: date) -> Sequence[str]:
    return _need(row), f"{row['with']['name']} {_resource(row, _THEIRS)}"


def _help(row: dict[str, Any], _today: date) -> Sequence[str]:
    return _need(row), _resource(row, _MINE)


def _need(row: dict[str, Any]) -> str:
    return f"{row['name']} {said_part('needs {}').format(row['need'])}"


def _resource(row: dict[str, Any], wording: dict[str, str]) -> str:
    """What meets the need, and the words that did."""
    common = said_part("in common: {}").format(", ".join(row["words"]))
    return f"{said_part(wording[row['source']]).format(row['resource'])} · {common}"


def _promise(row: dict[str, Any], today: date) -> Sequence[str]:
    """Whom the words of the promise name already stands there once."""
    due = when_words(date.fromisoformat(row["due"]), today) if row["due"] else said_part("no date")
    others = [name for name in row["names"] if name.casefold() not in row["text"].casefold()]
    return (": ".join(filter(None, (", ".join(others), f"{row['text']} ({due})"))),)


def _pass_on(row: dict[str, Any], _today: date) -> Sequence[str]:
    why = said_part("interested in {}").format(row["interest"])
    return f"{row['name']}: {row['note']['title']}", f"{why} · {row['note']['path']}"


def _mark(row: dict[str, Any], today: date) -> Sequence[str]:
    day = day_words(date.fromisoformat(row["on"]), today)
    return (f"{row['name']}, {day}: {row['words']} · {said_part(_CALLS[row['call']])}",)


def _one_line(text: str) -> str:
    return " ".join(text.split())
