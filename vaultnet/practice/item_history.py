"""What the user did with one item of earlier agendas: ticked it, let it go, moved it on. Read back from the notes.

- [-] E-mail [[Wouter]] · you asked ... ^vn-3f2a9c41-b7d0e812     ->  ItemHistory(let_go=(date(2026, 6, 17),))
- [>] E-mail [[Wouter]] · you asked ... ^vn-... 📅 2026-07-01      ->  ItemHistory(waits_until=date(2026, 7, 1))
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.network import Offer
from vaultnet.model.standing import Standing
from vaultnet.text.block import item_key

_MOVED_RESTS = 7  # days, where the user gave no date


class ItemHistory(NamedTuple):
    """`done` are the ticked items, oldest first; `let_go` days; `waits_until` the day that the newest move names."""

    done: tuple[Offer, ...] = ()
    let_go: tuple[date, ...] = ()
    waits_until: date | None = None

    def is_settled_since(self, day: date) -> bool:
        """True when it was ticked or let go on that day or later."""
        return any(settled >= day for settled in (*(offer.day for offer in self.done), *self.let_go))


def item_history(offers: Iterable[Offer], section: str, standing: Standing, origin: str = "") -> ItemHistory:
    """What became of the items of a section about one contact; every day's item has a key of its own."""
    who = standing.uid or standing.path
    own = [
        offer
        for offer in offers
        if offer.contact == standing.path and offer.key == item_key(offer.day, section, who, origin)
    ]
    moved = [offer for offer in own if offer.state == "moved"]
    newest = max(moved, key=lambda offer: offer.day, default=None)
    return ItemHistory(
        tuple(offer for offer in own if offer.state == "done"),
        tuple(offer.day for offer in own if offer.state == "let_go"),
        (newest.until or add_days(newest.day, _MOVED_RESTS)) if newest else None,
    )


def offers_by_contact(offers: Iterable[Offer]) -> dict[str, list[Offer]]:
    """Path of a contact -> the items about them, oldest first."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.contact, []).append(offer)
    return found
