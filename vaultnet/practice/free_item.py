"""Items that have no day of their own (a wish, an introduction to move on): whether it is their turn again.

- [ ] E-mail [[Ravi]] · ask for an introduction ...    left open on 15 June  ->  rests until 29 June, ten working days
- [-] ...                                              let go                ->  rests for a year
- [>] ... 📅 2026-07-01                                 moved on              ->  until that day, a week without one

Read back from the blocks of earlier days; nothing else is stored. What was ticked rests as long as its own practice
says: the next rung of a ladder has its day, somebody who was asked is given time.
"""

from collections.abc import Callable, Iterable
from datetime import date

from vaultnet.model.dates import add_days, add_working_days
from vaultnet.model.network import Offer

_OPEN_RESTS = 10  # working days
_LET_GO_RESTS = 365  # days
_MOVED_RESTS = 7  # days, where the user gave none

IsAbout = Callable[[Offer], bool]


class EarlierPages:
    """The items of the pages before today, the newest first."""

    def __init__(self, offers: Iterable[Offer], today: date) -> None:
        self._offers = sorted(
            (offer for offer in offers if offer.day < today), key=lambda offer: offer.day, reverse=True
        )

    def newest(self, is_about: IsAbout) -> Offer | None:
        """The newest item that is about something, None where there was none."""
        return next(filter(is_about, self._offers), None)


def rests_until(offer: Offer, done_until: date) -> date:
    """The day from which on the item may stand on a page again; `done_until` is that day for one that was ticked."""
    if offer.state == "done":
        return done_until
    if offer.state == "let_go":
        return add_days(offer.day, _LET_GO_RESTS)
    if offer.state == "moved":
        return offer.until or add_days(offer.day, _MOVED_RESTS)
    return add_working_days(offer.day, _OPEN_RESTS)
