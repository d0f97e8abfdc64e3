"""`vaultnet coverage`: whether the daily budget can hold the network."""

from collections.abc import Mapping, Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a picture is a file)

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_table, print_text
from vaultnet.frontends.cli.wording import count_words
from vaultnet.practice.coverage import Coverage, TierCoverage
from vaultnet.practice.heard_from import HeardFrom, ShareThen, change_of

_COLUMNS = ("Tier", "Contacts", "A day", "Heard from", "Missed")
_TRENDS = {"rising": "and rising", "steady": "holding steady", "falling": "less than before"}
_AGAINST = {"rising": "more than", "steady": "about as much as", "falling": "less than"}
_NAMED = 8  # of those who will be missed, or have gone quiet


@click.command(cls=Command)
@click.option("--all", "everyone", is_flag=True, help="Name everybody who will be missed.")
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw it, too, as a picture.")
@click.pass_obj
def coverage(flags: Flags, everyone: bool, plot: Path | None) -> None:
    """Say whether the daily budget can hold the network, who will be missed, and what budget would do.

    \b
    vaultnet coverage
    vaultnet coverage --all
    vaultnet coverage --plot coverage.svg
    """
    from vaultnet.app.coverage import coverage_object, measure_coverage

    with flags.workspace() as workspace:
        workspace.refresh()
        found, name_by_path = measure_coverage(workspace)
    if plot:
        _plot(plot, found, flags)
    if flags.as_json:
        print_json("vaultnet.coverage/1", **coverage_object(found))
        return
    if not found.contacts:
        print_text("Nobody to keep in touch with yet.")
        return
    print_text(_sum_words(found))
    _print_missed(found, name_by_path, everyone=everyone)
    print_text(_heard_words(found.heard_from))
    if chart := _chart(found.history):
        print_text(chart)
    if found.drifting:
        print_text(_drifting_words(found, name_by_path, everyone=everyone))
    if found.unplaced:
        new = count_words(found.unplaced, "contact")
        print_text(f"{new} never in touch: the agenda brings in one a day, after those who are due.")
    print_text()
    rows = [(tier.name or said_part("(no tier)"), tier) for tier in found.by_tier]
    if found.colleagues:  # who stand in their tiers too
        rows.append((said_part("colleagues"), found.colleagues))
    print_table(_COLUMNS, [_row(name, group) for name, group in rows], color=flags.use_color)


def _row(name: str, tier: TierCoverage) -> tuple[str, ...]:
    heard = _share(tier.heard_from.now)
    needed = said_part(f"{tier.needed_per_day:.2f}")
    return name, str(tier.contacts), needed, heard, str(tier.missed)


def _sum_words(found: Coverage) -> str:
    need = f"{count_words(found.contacts, 'contact')} need {found.needed_per_day:.1f} touches a day"
    if found.contacts == 1:
        need = f"1 contact needs {found.needed_per_day:.1f} touches a day"
    start = f"{need}, your budget holds {found.budget_per_day:.1f}"
    if not found.missed:
        return f"{start}: nobody will be missed in the next half-year."
    if _holds(found):
        return f"{start}."
    return f"{start}: {len(found.missed)} will be missed in the next half-year."


def _holds(found: Coverage) -> bool:
    """Whether the budget is enough, once those who come late now have had their turn."""
    return found.would_hold.people <= found.budget_per_day


def _print_missed(found: Coverage, name_by_path: Mapping[str, str], *, everyone: bool) -> None:
    if not found.missed:
        return
    shown = found.missed if everyone else found.missed[:_NAMED]
    more = len(found.missed) - len(shown)
    names = ", ".join(name_by_path[path] for path in shown)
    named = f"{names}{said_part(f' and {more} more (--all)') if more else ''}"
    if _holds(found):
        print_text(
            f"{len(found.missed)} will come late in the next half-year: {named}. After that the budget is enough."
        )
        return
    print_quote(f"  {named}")
    hold = found.would_hold
    print_text(
        f"A budget of {count_words(hold.people, 'person', 'people')} and {count_words(hold.minutes, 'minute')} a day "
        "would hold them all; so would longer cadences for those who matter less."
    )


def _heard_words(heard: HeardFrom) -> str:
    """One word where both days in the past say the same, else each is compared by itself."""
    words = f"Heard from in the last half-year: {_share(heard.now)}"
    if heard.now is None or heard.quarter_ago is None:
        return f"{words}."
    since_quarter = change_of(heard.now, heard.quarter_ago)
    quarter = said_part(f"{_AGAINST[since_quarter]} a quarter ago ({_share(heard.quarter_ago)})")
    if heard.half_year_ago is None:
        return f"{words}, {quarter}."
    since_half = change_of(heard.now, heard.half_year_ago)
    if since_quarter == since_half:
        then = f"a quarter ago {_share(heard.quarter_ago)}, half a year ago {_share(heard.half_year_ago)}"
        return f"{words}, {_TRENDS[since_half]} ({then})."
    half = said_part(f"{_AGAINST[since_half]} half a year ago ({_share(heard.half_year_ago)})")
    return f"{words}, {quarter}, {half}."


def _chart(history: Sequence[ShareThen]) -> str:
    """A bar a month, oldest first: "Over the year: ▁▁▂▃▅▅▆▆▇▇▇██  2025-06 to 2026-06"."""
    if history[0].share is None and history[-2].share is None:
        return ""
    from vaultnet.frontends.cli.bars import bar_style
    from vaultnet.text.bars import columns

    bars = columns([then.share for then in history], 1, bar_style())
    return f"Over the year: {bars}  {history[0].day:%Y-%m} to {history[-1].day:%Y-%m}, a full bar is everybody"


def _plot(file: Path, found: Coverage, flags: Flags) -> None:
    from vaultnet.frontends.cli.plotting import plot_charts
    from vaultnet.frontends.cli.stats_charts import history_chart, tier_chart
    from vaultnet.practice.tier_share import TierShare

    tiers = [TierShare(tier.name, tier.contacts, tier.heard_from.now or 0.0) for tier in found.by_tier]
    plot_charts(
        file,
        said_part("How much of the network hears from me"),
        [tier_chart(tiers), history_chart(found.history)],
        flags,
    )


def _drifting_words(found: Coverage, name_by_path: Mapping[str, str], *, everyone: bool) -> str:
    shown = found.drifting if everyone else found.drifting[:_NAMED]
    more = len(found.drifting) - len(shown)
    names = ", ".join(name_by_path[path] for path in shown)
    return f"Quieter than the two of you are used to: {names}{f' and {more} more (--all)' if more else ''}."


def _share(value: float | None) -> str:
    return "-" if value is None else f"{round(100 * value)} %"
