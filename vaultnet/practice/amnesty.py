"""Coming back after an absence (P2): no wall, but a small day, and the rest over the next weeks.

Whom to reach out to is planned anew each day and never more than the budget holds. What has a date of its own would
pile up: promises whose day passed while nobody looked. After an absence of ten working days or more a few of them
stand on each page, the oldest first; what falls due from the return on is never held back.

    pages until 24 May, then none until 15 June   ->  Return(last_page=24 May, day=15 June)
    nine promises from before, three a day        ->  three shown, six held; the next day those not kept yet, by three

Nothing is stored: the gap stands in the pages that were made and in the touches that were noted by hand. A meeting
that was planned before somebody left, and whose day has passed, is no sign that they were there.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from vaultnet.model.dates import add_working_days
from vaultnet.model.network import Offer

AWAY_FOR = 10  # working days without a page or a touch
A_DAY = 3  # of what waited, on one page
SPREAD_OVER = 20  # working days; after that the page is whole again


class Return(NamedTuple):
    """`last_page` is the newest day with a page before the absence, `day` the first one after it."""

    last_page: date
    day: date


class Spread(NamedTuple):
    """Which of the entries stand on the page, by their place among them, and how many wait for another day."""

    shown: tuple[int, ...]
    held: int


def find_return(offers: Iterable[Offer], noted: Iterable[date], today: date) -> Return | None:
    """The newest return from an absence that is not worked off by today; None where there was none.

    `noted`: the days of touches that somebody noted by hand; read only where the pages alone leave such a gap. The
    day's own page counts as made today, so that a second run on the day of return says the same.
    """
    pages = {offer.day for offer in offers if offer.day < today}
    if _newest_return(pages, {*pages, today}, today) is None:
        return None
    return _newest_return(pages, {*pages, *(day for day in noted if day < today), today}, today)


def _newest_return(pages: Collection[date], lived: Collection[date], today: date) -> Return | None:
    for before, after in reversed(list(pairwise(sorted(lived)))):
        if add_working_days(after, SPREAD_OVER) <= today:
            return None
        if add_working_days(before, AWAY_FOR) <= after and (known := [page for page in pages if page <= before]):
            return Return(max(known), after)
    return None


def spread_backlog(due_days: Sequence[date | None], back: Return | None, *, seen_to: int = 0) -> Spread:
    """Which of the entries to show today. `due_days` are theirs; `seen_to` were ticked or let go on today's page.

    None is a day nobody knows any more: it waited too. Ties keep their order.
    """
    everything = range(len(due_days))
    if back is None:
        return Spread(tuple(everything), 0)
    waited = [place for place in everything if _waited(due_days[place], back)]
    waited.sort(key=lambda place: (due_days[place] or date.min, place))
    shown = set(waited[: max(A_DAY - seen_to, 0)])
    kept = tuple(place for place in everything if place in shown or not _waited(due_days[place], back))
    return Spread(kept, len(waited) - len(shown))


def _waited(due: date | None, back: Return) -> bool:
    return due is None or due < back.day
