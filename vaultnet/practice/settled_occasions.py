"""Which days to mark are settled: what an agenda proposed, and the user ticked, let go, or put off.

- [x] Card to [[Ada]] · birthday in 5 days ...       ->  the card, and the birthday: the card stands for it
- [-] Card to [[Ada]] ..., - [>] Card to [[Ada]] ...  ->  the card; a call on the day may still be
- [>] Card to [[Ada]] 📅 2026-11-26 ...               ->  the card, until that day
"""

from collections.abc import Callable
from datetime import date

from vaultnet.model.dates import add_days
from vaultnet.model.network import Network, Offer
from vaultnet.practice.anniversaries import POSTED, DatedOccasion
from vaultnet.text.block import item_key

SECTION = "dates"
_SEEN = 70  # days: no occasion stands on agendas for longer


def occasion_origin(occasion: DatedOccasion) -> str:
    """What tells an occasion of a contact from every other; a card for it and a call on the day are one occasion."""
    words = f"\0{occasion.words}" if occasion.words else ""
    return f"{occasion.what}\0{occasion.on.isoformat()}{words}"


def settled_occasions(network: Network, today: date, *, looks_ahead: bool) -> Callable[[DatedOccasion], bool]:
    """Whether an occasion is settled, for the page of today: that day's own items stay where they are. One that
    `looks_ahead` counts them as well, and what is put off to a day up to the occasion is still to come.
    """
    first, last = add_days(today, -_SEEN), today if looks_ahead else add_days(today, -1)
    standing_by_path = network.standing_by_path
    offers: dict[str, list[Offer]] = {}
    for offer in network.offers:
        if first <= offer.day <= last and offer.state != "open":
            offers.setdefault(offer.contact, []).append(offer)

    def is_settled(occasion: DatedOccasion) -> bool:
        standing = standing_by_path.get(occasion.contact)
        who = (standing.uid if standing else "") or occasion.contact
        by = max(today, occasion.on) if looks_ahead else today
        return any(
            offer.key == item_key(offer.day, SECTION, who, occasion_origin(occasion))
            for offer in offers.get(occasion.contact, ())
            if not (offer.until and offer.until <= by) and not _is_unsent_card(offer, occasion)
        )

    return is_settled


def _is_unsent_card(offer: Offer, occasion: DatedOccasion) -> bool:
    """A card that was ticked stands for the birthday; one let go or put off does not, and a call on the day may be."""
    return offer.state in {"let_go", "moved"} and offer.kind in POSTED and occasion.kind not in POSTED
