"""What earlier agenda items mean for today: who rests, and whose turn came when.

An item left open on its day rests ten working days; one let go rests until half the ideal has passed; one put off
rests until the day it names, without one as if it were left open. Being offered is a turn like a touch is: whoever
never ticks a name queues it behind everybody else's (4-practice.md, "Budget").

    last 2026-01-05, offered 2026-03-02 and left open  ->  rests until 2026-03-16, left open; turn 2026-03-02
    let go on 2026-03-02, every 6 months               ->  rests until 2026-06-02, let go
    offered today                                      ->  nothing yet: the day is not over
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vaultnet.model.cadence import days
from vaultnet.model.dates import add_days, add_working_days
from vaultnet.model.standing import Offered, Standing
from vaultnet.practice.keep_in_touch import usual_days

_OPEN_RESTS = 10  # working days,
_OPEN_LASTS_AT_MOST = 14  # which are so many days
_MONTHS_DIFFER = 3  # days, half of a cadence in months may last longer than usual
_IS_A_TOUCH = "done"  # counted where the touch itself is


class Earlier(NamedTuple):
    """`turn`: the newest day on which this contact was offered. `rests_until`: not before that day, because of the
    offer of `rests_since`, which was `rests_as`: "open", "let_go" or "moved".
    """

    turn: date
    rests_until: date
    rests_since: date
    rests_as: str


def earlier_offers(standing: Standing, today: date) -> Earlier | None:
    """What the offers since the last touch amount to; None when there was none.

    They stand oldest first; one from so long ago that nobody rests after it any more ends the search.
    """
    found: Earlier | None = None
    longest_rest = max(_OPEN_LASTS_AT_MOST, usual_days(standing.cadence) / 2 + _MONTHS_DIFFER)
    for offer in reversed(standing.offers):
        if not _counts(standing, offer.day, offer.state, today):
            continue
        until = _rests_until(standing, offer)
        if found is None or until > found.rests_until:
            found = Earlier(found.turn if found else offer.day, until, offer.day, offer.state)
        if (today - offer.day).days > longest_rest:
            break
    return found


def rest_of(standing: Standing, today: date) -> Earlier | None:
    """The rest that still holds today; None for everyone who may be offered."""
    earlier = earlier_offers(standing, today)
    return earlier if earlier and earlier.rests_until > today else None


def _counts(standing: Standing, day: date, state: str, today: date) -> bool:
    is_over = day < today or (day == today and state != "open")
    is_answered = state == _IS_A_TOUCH or (standing.last is not None and day <= standing.last)
    return is_over and not is_answered


def _rests_until(standing: Standing, offer: Offered) -> date:
    if offer.state == "let_go":
        return add_days(offer.day, -(-days(standing.cadence, offer.day) // 2))
    return offer.until or _rested(offer.day)


@lru_cache(maxsize=4096)
def _rested(day: date) -> date:
    return add_working_days(day, _OPEN_RESTS)
