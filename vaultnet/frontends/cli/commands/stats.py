"""`vaultnet stats`: the practice in figures, as bars, as JSON, or as a picture."""

from datetime import date
from pathlib import Path  # noqa: TID251  (the edge, where a picture is a file)
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_text
from vaultnet.frontends.cli.wording import count_words, day_words

if TYPE_CHECKING:
    from vaultnet.practice.stats import Stats

_STRETCHES, _BURSTS = 4, 2  # quiet stretches and full weeks that are named; --json has them all


@click.command(cls=Command)
@click.option("--since", default="", metavar="DATE", help="Count from this day on.")
@click.option("--year", type=int, metavar="YYYY", help="Count the touches of a year.")
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw it, too, as a picture.")
@click.pass_obj
def stats(flags: Flags, since: str, year: int | None, plot: Path | None) -> None:
    """Show the practice in figures: rhythm, ways, tiers, the list, what was given and asked, what was answered.

    Of the last 52 weeks, unless you say another time. All of it is about the network as a whole, nothing about one
    person.

    \b
    vaultnet stats
    vaultnet stats --since 2024-01-01
    vaultnet stats --year 2025 --plot 2025.svg
    """
    from vaultnet.app.stats import choose_days, measure_stats, stats_object
    from vaultnet.frontends.cli.bars import print_chart
    from vaultnet.frontends.cli.stats_charts import stats_charts

    with flags.workspace() as workspace:
        workspace.refresh()
        found = measure_stats(workspace, *choose_days(workspace, since, year))
    charts = stats_charts(found)
    if plot:
        from vaultnet.frontends.cli.plotting import plot_charts

        plot_charts(plot, said(_title(found)), charts, flags)
    if flags.as_json:
        print_json("vaultnet.stats/1", **stats_object(found))
        return
    print_text(_title(found))
    for chart in charts:
        print_text()
        print_chart(chart)
        if chart is charts[0] and found.touches:
            _print_pattern(found)
    if found.undated:
        print_text()
        print_text(_undated_words(found.undated))


def _title(found: "Stats") -> str:
    first, until = (day_words(day, date.min) for day in (found.first, found.until))  # each with its year
    times = "once" if found.touches == 1 else f"{found.touches:,} times"
    return f"From {first} to {until}: in touch {times}"


def _print_pattern(found: "Stats") -> None:
    pattern, until = found.pattern, found.until
    before = len(pattern.quiet) - _STRETCHES
    if before > 0:
        print_text(f"  Quiet stretches before these: {before}")
    for stretch in pattern.quiet[-_STRETCHES:]:
        print_text(
            f"  A quiet stretch of {stretch.weeks} weeks: {day_words(stretch.first, until)} to "
            f"{day_words(min(stretch.last, until), until)}"
        )
    if pattern.state == "bursts and silences":
        full = ", ".join(day_words(day, until) for day in pattern.bursts[:_BURSTS])
        more = len(pattern.bursts) - _BURSTS
        print_text(f"  Full weeks: those from {full}{f' and {more} more' if more > 0 else ''}")
        print_text("  Full weeks and quiet stretches take turns. Two short touches a week, also when")
        print_text("  you need nothing, carry further than a rush.")
    elif pattern.state == "steady":
        print_text("  A steady rhythm: people hear from you before you need them.")
    else:
        print_text("  A touch or two in each week keeps the doors open, also when you need nothing.")


def _undated_words(count: int) -> str:
    people = count_words(count, "person", "people")
    return f"With neither a day you met nor a touch: {people}, counted all along."
