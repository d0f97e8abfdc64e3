"""The rhythm of a quarter or a year: touches week by week as little bars, month by month as numbers, and its pattern.

3 in person, none, 1, 2   ->   "█·▃▆"
"""

from collections.abc import Iterator
from datetime import date, timedelta

from vaultnet.model.dates import add_months
from vaultnet.model.richness import IN_PERSON, LIVE, WRITTEN
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Part, Rhythm
from vaultnet.practice.steadiness import Week, read_steadiness, touches_by_week
from vaultnet.text.bars import columns

_WEEKS = 52


def build_rhythm(page: ReviewPage) -> Rhythm:
    """Touches of the whole network; the pattern is that of the year up to the review's last day."""
    first, until = page.stretch.first, page.until
    weeks = touches_by_week(((touch.day, touch.richness) for _, touch in page.touches), first, until)
    monday = until.toordinal() - until.weekday()
    year_ago = date.fromordinal(max(monday - 7 * (_WEEKS - 1), 1))
    pattern = read_steadiness(touches_by_week(touches_since(page, year_ago), year_ago, until))
    most = max((max(week.in_person, week.live, week.written) for week in weeks), default=0)
    return Rhythm(
        first=first,
        in_person=columns([week.in_person for week in weeks], most),
        live=columns([week.live for week in weeks], most),
        written=columns([week.written for week in weeks], most),
        months=tuple(_months(page)),
        state=pattern.state,
        bursts=pattern.bursts,
        quiet=pattern.quiet,
    )


def touches_since(page: ReviewPage, first: date) -> Iterator[tuple[date, int]]:
    """Day and richness of every touch since a day, also before the stretch."""
    for standing in page.in_order:
        if standing.last and standing.last >= first:
            for touch in page.network.touches[standing.path]:
                if touch.day >= first:
                    yield touch.day, touch.richness


def _months(page: ReviewPage) -> Iterator[Part]:
    months = (page.stretch.last.month - page.stretch.first.month) + 1
    starts = [add_months(page.stretch.first, number) for number in range(months)]
    new = [day for standing in page.new_names() if (day := page.became_known(standing))]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), page.stretch.last]
    for start, end in zip(starts, ends, strict=True):
        if start > page.until:
            break
        month = _month(page, start, end)
        yield Part(start, month.in_person, month.live, month.written, sum(start <= day <= end for day in new))


def _month(page: ReviewPage, start: date, end: date) -> Week:
    rich = [touch.richness for _, touch in page.touches if start <= touch.day <= end]
    counts = (sum(min(richness, IN_PERSON) == wanted for richness in rich) for wanted in (IN_PERSON, LIVE, WRITTEN))
    return Week(start, *counts)
