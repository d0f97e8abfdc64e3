"""`vaultnet targets`: for each organization you would like to know better, whom you know there."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_text
from vaultnet.frontends.cli.wording import day_words, kind_words, state_words, when_words
from vaultnet.text.shorten import shorten

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace

_LONGEST = 110  # letters of a fact
_HOPS = 4


@click.command(cls=Command)
@click.option("--all", "everyone", is_flag=True, help="Also name who knows those whom you know already.")
@click.option("--canvas", is_flag=True, help="Draw the board for Obsidian, into Targets.canvas.")
@click.option("--to", default="", metavar="FILE.canvas", help="Draw it into this file.")
@click.option("--force", is_flag=True, help="Draw it into a canvas that this command has not made.")
@click.option("--dry-run", is_flag=True, help="Show the change to the canvas as a diff, write nothing.")
@click.pass_obj
def targets(flags: Flags, everyone: bool, canvas: bool, to: str, force: bool, dry_run: bool) -> None:
    """Show your target organizations: who is there, who was, who knows somebody there, and where you know nobody yet.

    Targets are those of your goals note, and organizations whose note says `target: true`.

    \b
    vaultnet targets
    vaultnet targets --all
    vaultnet targets --canvas
    """
    from vaultnet.app.targets import list_targets

    if (force or dry_run) and not (canvas or to):
        raise click.UsageError("say what is to be drawn: --canvas, or --to FILE.canvas")
    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        rows = list_targets(workspace)
        drawn = _draw(workspace, to, flags, force=force, dry_run=dry_run) if canvas or to else {}
    if flags.as_json:
        print_json("vaultnet.targets/1", targets=rows, **drawn)
    elif not drawn:
        _print_board(rows, today, everyone=everyone)


def _draw(workspace: "Workspace", to: str, flags: Flags, *, force: bool, dry_run: bool) -> dict[str, Any]:
    """The canvas, written or shown; what there is to say of it as JSON."""
    from vaultnet.app.network_file import choose_file
    from vaultnet.app.targets_canvas import plan_targets_canvas
    from vaultnet.frontends.cli.picture_file import put_picture
    from vaultnet.pages.targets_canvas import TargetWords

    file = choose_file(workspace, "canvas", to, "Targets")
    words = TargetWords(*map(said_part, TargetWords()))
    change = plan_targets_canvas(workspace, file, words, said_part, force=force)
    put_picture(workspace, file, change, flags, is_dry_run=dry_run)
    return {"file": change.path, "changed": change.is_change}


def _print_board(rows: list[dict[str, Any]], today: date, *, everyone: bool) -> None:
    if not rows:
        print_text("No targets yet: name organizations under `targets:` in your goals note (`vaultnet goals`),")
        print_text("or write `target: true` in an organization's own note.")
    for number, row in enumerate(rows):
        if number:
            print_text()
        _print_target(row, today, everyone=everyone)


def _print_target(row: dict[str, Any], today: date, *, everyone: bool) -> None:
    _print_situation(row, today)
    groups = (
        ("there", [_insider(one, today) for one in row["now"]]),
        ("was there", [_former(one, today) for one in row["before"]]),
        ("to meet", [_insider(one, today) for one in row["to_meet"]]),
        ("one hop", _hops(row, everyone=everyone)),
    )
    labels = {name: said_part(name) for name, lines in groups if lines}
    width = max(map(len, labels.values()), default=0)
    for name, lines in groups:
        for number, line in enumerate(lines):
            print_quote(f"  {('' if number else labels[name]).ljust(width)}  {line}")
    if not labels:
        print_text("  nobody yet: ask those you meet whom they know there, or look for an evening where they speak")


def _print_situation(row: dict[str, Any], today: date) -> None:
    """The organization, in a word how it is doing, and the newest that is known of it."""
    print_quote(" · ".join(filter(None, (row["name"], said_part(row["situation"] or "")))))
    if row["fact"]:
        day = day_words(date.fromisoformat(row["fact"]["date"]), today)
        print_quote(f"  {day}: {shorten(row['fact']['text'].split(chr(10), 1)[0], _LONGEST)}")


def _insider(one: dict[str, Any], today: date) -> str:
    who = ", ".join(filter(None, (one["name"], one["role"])))
    return f"{who} · {_since(one, today)}{_doubt(one)}"


def _former(one: dict[str, Any], today: date) -> str:
    role = f", {one['role']}" if one["role"] else ""
    until = said_part(f" until {one['to']}") if one["to"] else ""
    return f"{one['name']}{role}{until} · {_since(one, today)}{_doubt(one)}"


def _since(one: dict[str, Any], today: date) -> str:
    """`warm, coffee 2 weeks ago`."""
    if not one["last"]:
        return said_part("not in touch yet")
    last = when_words(date.fromisoformat(one["last"]), today)
    return f"{state_words(one['warmth'])}, {' '.join(filter(None, (kind_words(one['last_kind'] or ''), last)))}"


def _doubt(one: dict[str, Any]) -> str:
    """A guess is never made silently."""
    return said_part(f" · the note says {one['at']}: is it the same?") if one["match"] == "similar" else ""


def _hops(row: dict[str, Any], *, everyone: bool) -> list[str]:
    """A word from somebody else is for those whom I have yet to meet."""
    known = {one["contact"] for one in row["now"]}
    hops = [hop for hop in row["one_hop"] if everyone or hop["to"] not in known]
    shown = hops if everyone else hops[:_HOPS]
    lines = [f"{hop['name']}, {_how(hop)}" for hop in shown]
    return [*lines, said_part(f"… and {len(hops) - len(shown)} more (--all)")] if len(hops) > len(shown) else lines


def _how(hop: dict[str, Any]) -> str:
    """What ties them to somebody there."""
    who = hop["to_name"]
    words = {
        "part": f"who is at {hop['at']}, a part of it",
        "introduced": f"tied to {who} by an introduction",
        "met": f"who has met {who}",
        "colleague": f"who worked with {who}",
    }
    return said_part(words.get(hop["how"], f"who knows {who}"))
