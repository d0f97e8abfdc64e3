"""One person's history out of what several notes say about the same day.

a diary that mentions Ada on the day of a coffee with her  ->  the coffee
"""

from collections.abc import Iterable
from datetime import date

from vaultnet.model.network import Touch

MENTION = "mention"
_TELLING = 2
_OWN = {"log", "heading", "yaml"}  # written in the contact's own note: every line of it is meant


def merge_touches(touches: Iterable[Touch], *, mention_counts: bool) -> tuple[Touch, ...]:
    """Newest first. One note gives one touch a day, the contact's own lines apart; on a day with anything richer a bare
    mention says nothing, nor does `last-contact` where the touch itself is written down.
    """
    by_place: dict[tuple[object, ...], Touch] = {}
    for touch in touches:
        if touch.kind == MENTION and not mention_counts:
            continue
        place = (touch.day, touch.path, touch.line if touch.origin in _OWN else 0, touch.origin in _OWN)
        if place not in by_place or _weight(touch) > _weight(by_place[place]):
            by_place[place] = touch
    best: dict[date, int] = {}
    for touch in by_place.values():
        best[touch.day] = max(best.get(touch.day, 0), _weight(touch)[0])
    kept = (touch for touch in by_place.values() if _weight(touch)[0] in {_TELLING, best[touch.day]})
    return tuple(sorted(kept, key=lambda touch: (-touch.day.toordinal(), -touch.richness, touch.path, touch.line)))


def _weight(touch: Touch) -> tuple[int, int]:
    """A property says least, then a mention, then anything with a kind or words of its own."""
    rank = 0 if touch.origin == "property" else 1 if touch.kind == MENTION else _TELLING
    return rank, touch.richness
