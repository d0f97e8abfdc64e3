"""What `vaultnet due` does once its words are read.

list_due_people(flags, within="7d", tier="close")   ->   a table of who is due, when, and why now
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.output import print_json, print_table, print_text
from vaultnet.frontends.cli.until import read_until
from vaultnet.frontends.cli.wording import kind_words, rest_words, state_words, when_words


def run(flags: Flags, _words: Sequence[str]) -> None:
    """The line without options."""
    list_due_people(flags)


def list_due_people(
    flags: Flags,
    *,
    within: str = "",
    tier: str = "",
    tag: str = "",
    organization: str = "",
    place: str = "",
    everyone: bool = False,
) -> None:
    """Those who are due, or `everyone`; "" means no condition."""
    from vaultnet.app.due import Filters, list_due

    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        until = read_until(workspace, within)
        rows = list_due(workspace, until, Filters(tier, tag, organization, place, everyone=everyone))
    if flags.as_json:
        print_json("vaultnet.due/1", contacts=rows)
        return
    if not rows:
        print_text("Nobody is due" + (f" until {until.isoformat()}." if until != today else "."))
        return
    print_table(("Name", "Tier", "Last", "Due", "Why"), [_row(row, today) for row in rows], color=flags.use_color)


def _row(row: dict[str, Any], today: date) -> tuple[str, ...]:
    last = when_words(date.fromisoformat(row["last"]), today) if row["last"] else state_words("never")
    last = f"{last} ({kind_words(row['last_kind'])})" if row["last_kind"] else last
    due_words = when_words(date.fromisoformat(row["due"]), today) if row["due"] else state_words(row["state"])
    return row["name"], row["tier"], last, due_words, _why(row, today)


def _why(row: dict[str, Any], today: date) -> str:
    rests = rest_words(row["rests"], today) if row["rests"] else ""
    drifting = said_part("quieter than usual") if row["rhythm"] == "drifting" else ""
    return "; ".join(filter(None, (said_part(row["why"]), drifting, rests)))
