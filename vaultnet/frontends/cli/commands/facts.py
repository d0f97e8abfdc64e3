"""`vaultnet facts`: what you know of organizations on salary, culture, situation, side by side."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.fact_table import render_fact_table
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_lines, print_text
from vaultnet.frontends.cli.wording import day_words

_USUAL = frozenset({"salary", "culture", "situation", ""})
_SHOWN = 2  # facts of one organization on one topic


@click.command(cls=Command)
@click.argument("organizations", nargs=-1, metavar="[ORG]...")
@click.option("--topic", default="", help="Only this: salary, culture, situation ... (part of the word will do).")
@click.option("--all", "everything", is_flag=True, help="Older facts too, not the two newest of each.")
@click.pass_obj
def facts(flags: Flags, organizations: tuple[str, ...], topic: str, everything: bool) -> None:
    """Hold organizations against one another: what people told you, topic by topic, the newest first.

    Facts are the dated lines under `## Facts` in an organization's note, the topic before the colon:
    "- 2026-05-02 salary: senior analyst 78-92k, says [[Ada]]". Without ORG: your own company and your targets.
    They are for you alone: no export carries them.

    \b
    vaultnet facts
    vaultnet facts Tidemark Waterlijn
    vaultnet facts --topic salary --all
    """
    from vaultnet.app.facts import list_facts

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        found = list_facts(workspace, organizations, topic=topic.strip())
    if flags.as_json:
        print_json("vaultnet.facts/1", **found)
    elif not found["organizations"]:
        print_text("Nothing to hold against one another yet: name organizations here, or targets in your goals note;")
        print_text("your own company is `me.company` in vaultnet.toml.")
    elif not found["topics"]:
        _print_nothing(found["known"])
    else:
        _print_table(found, today, everything=everything)


def _print_nothing(known: Sequence[str]) -> None:
    if known:
        print_text(f"Nothing on that; there is something on: {', '.join(known)}.")
        return
    print_text("No facts yet. Write them under `## Facts` in an organization's note, a line each:")
    print_text("- 2026-05-02 salary: senior analyst 78-92k, says [[Ada]]")


def _print_table(found: dict[str, Any], today: date, *, everything: bool) -> None:
    organizations = found["organizations"]
    rows = [
        (
            _topic(row["topic"]),
            [_cell(row["facts"], one["path"], today, everything=everything) for one in organizations],
        )
        for row in found["topics"]
    ]
    names = [one["name"] + (f" ({said_part('yours')})" if one["mine"] else "") for one in organizations]
    print_lines(render_fact_table(names, rows))


def _topic(name: str) -> str:
    """The usual topics in the vault's language; others as somebody wrote them."""
    return said_part(name or "more") if name in _USUAL else name


def _cell(facts: Sequence[dict[str, Any]], organization: str, today: date, *, everything: bool) -> str:
    """What is known, the newest first: words, then who said it and when."""
    own = [fact for fact in facts if fact["organization"] == organization]
    shown = own if everything else own[:_SHOWN]
    parts = [f"{fact['text']}\n{_source(fact, today)}" for fact in shown]
    if len(shown) < len(own):
        parts.append(said_part(f"… and {len(own) - len(shown)} more (--all)"))
    return "\n".join(parts)


def _source(fact: dict[str, Any], today: date) -> str:
    names = ", ".join(one["name"] for one in fact["says"] if one["name"] not in fact["text"])
    day = day_words(date.fromisoformat(fact["date"]), today)
    return f"({names}, {day})" if names else f"({day})"
