"""The figures of the practice as charts, in the vault's language: the same for the terminal and for a picture.

stats_charts(stats)  ->  (Chart("Rhythm: touches a week", ...), Chart("Ways of being in touch", ...), ...)
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from vaultnet.dataclass import replace
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.wording import count_words, day_words, kind_words, month_words
from vaultnet.pages.svg_chart import Chart, Series

if TYPE_CHECKING:
    from vaultnet.practice.heard_from import ShareThen
    from vaultnet.practice.reply_rate import ReplyRate
    from vaultnet.practice.stats import Month, Stats
    from vaultnet.practice.steadiness import Week
    from vaultnet.practice.tier_share import TierShare

_WEEKS, _MONTHS = 54, 60  # as many as have room in 80 columns
_WHOLE = 100
_COUNTS = ("in_person", "live", "written", "gave", "received", "asked", "new")


def stats_charts(stats: "Stats") -> tuple[Chart, ...]:
    """Those that there is something to show in."""
    charts = (_rhythm(stats), _ways(stats), tier_chart(stats.tiers), _list(stats), _exchange(stats), _answers(stats))
    return tuple(chart for chart in charts if chart.labels and any(any(series.values) for series in chart.series))


def tier_chart(tiers: Sequence["TierShare"]) -> Chart:
    """The share of each tier that heard from me in the last half-year."""
    return Chart(
        said_part("Heard from in the last half-year"),
        tuple(tier.name or said_part("(no tier)") for tier in tiers),
        (Series("", tuple(round(_WHOLE * tier.share) for tier in tiers)),),
        "rows",
        tuple(_tier_words(tier) for tier in tiers),
        _WHOLE,
    )


def history_chart(history: Sequence["ShareThen"]) -> Chart:
    """The share of the whole network, month by month; a month in which nobody was known yet has no column."""
    known = [then for then in history if then.share is not None]
    values = tuple(round(_WHOLE * (then.share or 0)) for then in known)
    words = f"{values[-1]} %" if values else ""
    return Chart(
        said_part("Heard from in the half-year before, month by month, in percent"),
        tuple(_month(then.day) for then in known),
        (Series(said_part("heard from"), values),),
        words=(words,),
        most=_WHOLE,
    )


def _tier_words(tier: "TierShare") -> str:
    people = count_words(tier.contacts, "person", "people")
    return said_part(f"{round(_WHOLE * tier.share)} % of {people}")


def _rhythm(stats: "Stats") -> Chart:
    """By week, or of a longer time by month or year: as much as one line holds."""
    parts: Sequence[Week | Month] = stats.weeks
    title, labels = "Rhythm: touches a week", [day_words(week.first, stats.until) for week in stats.weeks]
    if len(stats.weeks) > _WEEKS:
        title, labels, months = _by_time(stats.months)
        parts = months
    series = (("in person", "in_person"), ("by voice", "live"), ("in writing", "written"))
    return Chart(said_part(title), tuple(labels), tuple(_series(parts, *one) for one in series), words=_sums(parts))


def _sums(parts: Sequence["Week | Month"]) -> tuple[str, ...]:
    return tuple(str(sum(getattr(part, name) for part in parts)) for name in ("in_person", "live", "written"))


def _series(parts: Sequence["Week | Month"], name: str, field: str) -> Series:
    return Series(said_part(name), tuple(getattr(part, field) for part in parts))


def _ways(stats: "Stats") -> Chart:
    counts = tuple(count for _, count in stats.kinds)
    names = tuple(kind_words(kind) for kind, _ in stats.kinds)
    return Chart(said_part("Ways of being in touch"), names, (Series("", counts),), "rows", tuple(map(str, counts)))


def _list(stats: "Stats") -> Chart:
    _, labels, months = _by_time(stats.months)
    known = tuple(month.known for month in months)
    words = (f"{known[0]} → {known[-1]}",) if known else ("",)
    return Chart(said_part("People on the list"), tuple(labels), (Series(said_part("people"), known),), words=words)


def _exchange(stats: "Stats") -> Chart:
    _, labels, months = _by_time(stats.months)
    fields = (("given", "gave"), ("received", "received"), ("asked", "asked"))
    words = tuple(str(sum(getattr(month, field) for month in months)) for _, field in fields)
    series = tuple(_series(months, *one) for one in fields)
    return Chart(said_part("Given, received, asked: by month"), tuple(labels), series, words=words)


def _answers(stats: "Stats") -> Chart:
    shares = tuple(round(_WHOLE * (rate.share or 0)) for rate in stats.replies)
    return Chart(
        said_part("Answers: of what went out, by channel"),
        tuple(kind_words(rate.kind) for rate in stats.replies),
        (Series("", shares),),
        "rows",
        tuple(_answer_words(rate) for rate in stats.replies),
        _WHOLE,
    )


def _answer_words(rate: "ReplyRate") -> str:
    settled = rate.sent - rate.waiting
    if not settled:
        return said_part(f"{rate.waiting} waiting")
    words = said_part(f"{rate.answered} of {settled} answered")
    return f"{words}, {said_part(f'{rate.waiting} waiting')}" if rate.waiting else words


def _by_time(months: Sequence["Month"]) -> tuple[str, list[str], Sequence["Month"]]:
    """Month by month with their labels, or year by year where there are too many; with the title of the rhythm."""
    if len(months) <= _MONTHS:
        return "Rhythm: touches a month", [_month(month.first) for month in months], months
    years = list(_years(months))
    return "Rhythm: touches a year", [str(year.first.year) for year in years], years


def _years(months: Sequence["Month"]) -> Iterator["Month"]:
    for _, group in groupby(months, key=lambda month: month.first.year):
        parts = list(group)
        sums = {field: sum(getattr(part, field) for part in parts) for field in _COUNTS}
        yield replace(parts[-1], first=parts[0].first, **sums)


def _month(day: date) -> str:
    return f"{month_words(day.month)} {day.year}"
