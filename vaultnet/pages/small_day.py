"""The first pages after an absence: what has waited stands there a few items a day, and a kind line says so.

    after_absence(page, {"promises": (nine items from before), "dates": ...})
    -> ({"promises": (the three oldest), "dates": ...}, Welcome(last_page=date(2026, 5, 22), held=6, is_first=True))

What falls due from the day of return on is never held back, nor is anything the user has touched today.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.amnesty import find_return, spread_backlog

_SPREAD = ("answer", "follow_up", "thanks", "promises")

Sections = Mapping[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Welcome:
    """`last_page`: the newest before the absence. `held`: how many items wait for another day. `is_first`: the page of
    the day of return.
    """

    last_page: date
    held: int
    is_first: bool


def after_absence(page: Page, sections: Sections) -> tuple[Sections, Welcome | None]:
    """The sections as they stand after an absence of late; as they are, and None, where there was none."""
    back = find_return(page.network.offers, page.network.noted, page.today)
    if back is None:
        return sections, None
    untouched = [item for name in _SPREAD for item in sections[name] if item.mark == " "]
    spread = spread_backlog([item.due for item in untouched], back, seen_to=_seen_to(page))
    held = {item.key for place, item in enumerate(untouched) if place not in spread.shown}
    small = {name: tuple(item for item in items if item.key not in held) for name, items in sections.items()}
    return small, Welcome(back.last_page, spread.held, back.day == page.today)


def has_waited(items: Iterable[Item], back: date) -> bool:
    """Whether anything on a page was due before that day: if not, nobody was missed, and pages were only empty."""
    return any(item.due is not None and item.due < back for item in items)


def _seen_to(page: Page) -> int:
    """How many of today's items with a date of their own the user has ticked, let go or rewritten already."""
    return sum(
        offer.is_kept and key != page.key("reach_out", offer.contact) for key, offer in page.offer_by_key.items()
    )
