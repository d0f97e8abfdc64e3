"""Whether the budget holds the network, in a few numbers about the whole of it."""

from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Capacity
from vaultnet.practice.coverage import build_coverage


def build_capacity(page: ReviewPage) -> Capacity:
    found = build_coverage(page.network.standings, page.settings, page.until, page.facts.touch_days)
    return Capacity(
        contacts=found.contacts,
        held=found.contacts - len(found.missed),
        a_day=round(found.budget_per_day, 1),
        needed=round(found.needed_per_day, 1),
        would_hold_people=found.would_hold.people,
        would_hold_minutes=found.would_hold.minutes,
        heard_from=_percent(found.heard_from.now),
        heard_from_quarter_ago=_percent(found.heard_from.quarter_ago),
        heard_from_half_year_ago=_percent(found.heard_from.half_year_ago),
    )


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
