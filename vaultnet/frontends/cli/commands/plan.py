"""`vaultnet plan`: somebody's year of touches, or the whole network's."""

from datetime import date
from itertools import groupby
from typing import Any

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.occasion_wording import planned_words, reason_words
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text
from vaultnet.frontends.cli.wording import count_words, day_words, kind_words, month_words
from vaultnet.model.ref import display
from vaultnet.text.shorten import shorten

_COLUMNS = ("Day", "Kind", "Why")
_MONTHS = ("Month", "Touches", "Kinds")
_CARDS = ("Post by", "Name", "What", "For")
_WORDS = 60  # characters of what was said
_OUT = {
    "never": "you chose never: nothing is planned.",
    "paused": "paused: nothing is planned.",
    "archived": "archived: nothing is planned.",
    "deceased": "deceased.",
}


@click.command(cls=Command)
@click.argument("who", nargs=-1, shell_complete=complete_name)
@click.option("--year", type=int, default=None, metavar="YEAR", help="Another year than this one.")
@click.pass_obj
def plan(flags: Flags, who: tuple[str, ...], year: int | None) -> None:
    """Show the touch plan: up to seven touches a year for WHO, or without WHO the year of the whole network.

    \b
    vaultnet plan Ada
    vaultnet plan Ada --year 2027
    vaultnet plan --year 2027
    """
    from vaultnet.app.plan import plan_contact, plan_network

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        found = plan_contact(workspace, " ".join(who), year) if who else plan_network(workspace, year)
    if flags.as_json:
        print_json("vaultnet.plan/1", **found)
    elif who:
        _print_contact(found, today, color=flags.use_color)
    else:
        _print_network(found, today, color=flags.use_color)


def _print_contact(found: dict[str, Any], today: date, *, color: bool) -> None:
    print_quote(f"{found['contact']['name']}, {found['year']}")
    if found["done"]:
        print_text()
        print_quote(said_part("So far"))
        print_table(_COLUMNS, [_done(touch, today) for touch in found["done"]], color=color)
    print_text()
    if found["planned"]:
        print_quote(said_part("Next"))
        print_table(_COLUMNS, [planned_words(touch, today) for touch in found["planned"]], color=color)
    elif found["out"]:
        print_text(_OUT.get(found["out"], found["out"]))
    else:
        print_text(f"Nothing is planned in {found['year']}.")


def _done(touch: dict[str, Any], today: date) -> tuple[str, ...]:
    kind = said_part(f"{touch['kind'] or 'in touch'}{' from them' if touch['direction'] == 'from' else ''}")
    words = shorten(display(touch["text"].split("\n", 1)[0]), _WORDS)
    return day_words(date.fromisoformat(touch["date"]), today), kind, words


def _print_network(found: dict[str, Any], today: date, *, color: bool) -> None:
    total = sum(month["touches"] for month in found["months"])
    if not total:
        print_text(f"Nothing is planned in {found['year']}.")
    else:
        print_text(f"{found['year']}: {count_words(total, 'touch', 'touches')} planned")
    rows = [_month(month) for month in found["months"] if month["touches"]]
    if rows:
        print_text()
        print_table(_MONTHS, rows, color=color)
    by_month = groupby(found["cards"], key=lambda card: date.fromisoformat(card["date"]).month)
    for month, cards in by_month:
        print_text()
        print_text(f"To post in {month_words(month)}")
        print_table(_CARDS, [_card(card, today) for card in cards], color=color)


def _month(month: dict[str, Any]) -> tuple[str, ...]:
    kinds = ", ".join(f"{kind_words(kind)} {count}" for kind, count in month["kinds"].items())
    return month_words(month["month"]), str(month["touches"]), kinds


def _card(card: dict[str, Any], today: date) -> tuple[str, ...]:
    on = date.fromisoformat(card["on"])
    day = date.fromisoformat(card["date"])
    what_for = f"{reason_words(card)}, {day_words(on, today)}"
    return day_words(day, today), card["name"], kind_words(card["kind"]), what_for
