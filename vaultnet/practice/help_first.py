"""Help first (P4, P5): before the next ask, whether something was asked of somebody lately, and nothing was given.

- 2026-03-02 email to: asked for her slides #asked             ->  HelpFirst(asked=2026-03-02, needs=("a speaker",))
- 2026-04-01 email to: sent her the dike maps #gave            ->  None: there was an exchange

A quiet word before a meeting or an ask. It says when, and what they need; how often is counted nowhere.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.network import Touch

YEAR = 365  # days
GIFTS = frozenset({"gift", "help", "introduction"})  # kinds of touch in which something is given


class HelpFirst(NamedTuple):
    """`asked` is the day of the last ask, `needs` what they need, as their note says it."""

    asked: date
    needs: tuple[str, ...]


def help_first(touches: Iterable[Touch], today: date, needs: Iterable[str] = ()) -> HelpFirst | None:
    """None where nothing was asked within a year, or something was given. `touches` in any order, up to today."""
    lately = _within_a_year(touches, today)
    asked = [touch.day for touch in lately if "asked" in touch.tags and touch.direction != "from"]
    if not asked or any(is_gift(touch) for touch in lately):
        return None
    return HelpFirst(max(asked), tuple(needs))


def was_given(touches: Iterable[Touch], today: date) -> bool:
    """True where something was given within a year: then nothing need be said before an ask."""
    return any(is_gift(touch) for touch in _within_a_year(touches, today))


def is_gift(touch: Touch) -> bool:
    """True for what I gave: it says so (`#gave`), or it is of a kind that gives; not for what came from them."""
    from_them = touch.direction == "from" or "received" in touch.tags
    return "gave" in touch.tags or (touch.kind in GIFTS and not from_them)


def _within_a_year(touches: Iterable[Touch], today: date) -> list[Touch]:
    since = add_days(today, -YEAR)
    return [touch for touch in touches if since < touch.day <= today]
