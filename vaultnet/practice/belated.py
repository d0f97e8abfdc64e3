"""Birthdays that went by while nobody looked: a late word is kinder than none.

birthday 07-17, pages on 15 June and none until 20 July
->  DatedOccasion("People/Ada.md", "birthday", on=date(2026, 7, 17), kind="call", by=date(2026, 7, 17))

Only a day without a page is looked back to: whoever stood on a page was seen, and is not named twice.
"""

from collections.abc import Iterator
from datetime import date

from vaultnet.model.dates import add_days, next_occurrence
from vaultnet.model.network import Network
from vaultnet.model.profile import Anniversary
from vaultnet.model.settings import Settings
from vaultnet.practice.anniversaries import DatedOccasion, next_marking

_LATE_FOR = 7  # days; after that the moment has passed


def belated_birthdays(network: Network, settings: Settings, today: date) -> Iterator[DatedOccasion]:
    """Birthdays of the last week that no page told of, of people nobody was in touch with since.

    A vault without a page before such a day was not in use then: nothing was missed.
    """
    pages = {offer.day for offer in network.offers}
    first_page = min(pages, default=today)
    standing_by_path = network.standing_by_path
    for anniversary in network.anniversaries:
        on = _last_birthday(anniversary, today)
        standing = standing_by_path.get(anniversary.contact)
        if on is None or standing is None or standing.is_gone or on in pages or on < first_page:
            continue
        occasion = next_marking(anniversary, standing, settings, on, is_posted=False)
        if occasion and (standing.last is None or standing.last < on):
            yield occasion


def _last_birthday(anniversary: Anniversary, today: date) -> date | None:
    """The birthday of the last week, today not among them."""
    if anniversary.what != "birthday":
        return None
    on = next_occurrence(anniversary.day, add_days(today, -_LATE_FOR))
    return on if on < today else None
