"""What a review draws, as numbers: the rhythm; of a quarter or a year also the tiers and the list's growth.

A week draws the last twelve weeks, so that it shows what a week alone cannot; a year draws the months of its rhythm,
and both longer ones the ways that stand in what they brought. All of it is of the whole network (P5); the template
words it, `text/mermaid.py` makes the charts.
"""

from collections.abc import Iterator
from datetime import date

from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_sections.rhythm import touches_since
from vaultnet.pages.review_view import Charts, MonthCount, TierPercent, WeekCount
from vaultnet.practice.growth import build_growth
from vaultnet.practice.stats import months_between
from vaultnet.practice.steadiness import touches_by_week
from vaultnet.practice.tier_share import share_by_tier

_DAYS_BEFORE = 11 * 7  # from the first of twelve weeks to the first of this one


def build_charts(page: ReviewPage) -> Charts | None:
    """None where there is nothing to draw."""
    length = page.stretch.length
    if length == "week":
        weeks = tuple(_weeks(page, date.fromordinal(max(page.stretch.first.toordinal() - _DAYS_BEFORE, 1))))
        return Charts(weeks) if any(week.touches for week in weeks) else None
    if not any(touch.richness for _, touch in page.touches):
        return None
    tiers = share_by_tier(page.network.standings, page.settings.tiers, page.facts.touch_days, page.until)
    return Charts(
        weeks=tuple(_weeks(page, page.stretch.first)) if length == "quarter" else (),
        tiers=tuple(TierPercent(tier.name, round(100 * tier.share)) for tier in tiers),
        growth=tuple(_growth(page)),
    )


def _weeks(page: ReviewPage, first: date) -> Iterator[WeekCount]:
    for week in touches_by_week(touches_since(page, first), first, page.until):
        yield WeekCount(week.first, week.touches, week.in_person)


def _growth(page: ReviewPage) -> Iterator[MonthCount]:
    growth = build_growth(page.network.standings, page.facts.touch_days)
    for start, end in months_between(page.stretch.first, page.until):
        yield MonthCount(start, growth.until(end))
