"""One person's history out of what several notes say about the same day.

a diary that mentions Ada on the day of a coffee with her  ->  the coffee
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vaultnet.model.mentions import MENTION, OWN_TICK
from vaultnet.model.network import Touch

_TELLING = 2
_OWN = {"log", "heading", "yaml"}  # written in the contact's own note: every line of it is meant


def merge_touches(touches: Iterable[Touch], *, mention_counts: bool) -> tuple[Touch, ...]:
    """Newest first. One note gives one touch a day, the contact's own lines apart; on a day with anything richer a bare
    mention says nothing, nor does `last-contact` where the touch itself is written down.
    """
    counted = [touch for touch in touches if mention_counts or touch.kind != MENTION]
    on_a_day = Counter([touch.day for touch in counted])
    kept = [touch for touch in counted if on_a_day[touch.day] == 1]  # nearly all: there is nothing to merge them with
    kept += _merged([touch for touch in counted if on_a_day[touch.day] > 1])
    return tuple(sorted(kept, key=_place_in_history))


def _merged(counted: Sequence[Touch]) -> Iterable[Touch]:
    """The touches of days that have several."""
    by_place: dict[tuple[object, ...], Touch] = {}
    for touch in counted:
        place = (touch.day, touch.path, touch.line if touch.origin in _OWN else 0, touch.origin in _OWN)
        if place not in by_place or _weight(touch) > _weight(by_place[place]):
            by_place[place] = touch
    logged = {(touch.day, touch.kind) for touch in by_place.values() if touch.origin in _OWN}
    by_place = {
        place: touch
        for place, touch in by_place.items()
        if touch.origin != OWN_TICK or (touch.day, touch.kind) not in logged  # an absorbed item that lost its id
    }
    best: dict[date, int] = {}
    for touch in by_place.values():
        best[touch.day] = max(best.get(touch.day, 0), _weight(touch)[0])
    kept = [touch for touch in by_place.values() if _weight(touch)[0] in {_TELLING, best[touch.day]}]
    kept.sort(key=_place_in_history)
    return _with_tags(kept, counted) if len(kept) < len(counted) else kept


def _place_in_history(touch: Touch) -> tuple[int, int, str, int]:
    return -touch.day.toordinal(), -touch.richness, touch.path, touch.line


def _with_tags(kept: Iterable[Touch], counted: Iterable[Touch]) -> Iterator[Touch]:
    """The first touch of a day takes the tags of those dropped on it: "thanked her for the coffee #thanked" counts. So
    does an answer further down in the same note, with or without its tag.
    """
    tags_by_day: dict[date, list[str]] = {}
    for touch in counted:
        if touch.tags:
            tags_by_day.setdefault(touch.day, []).extend(touch.tags)
    standing: dict[date, set[str]] = {}
    kept = tuple(kept)
    for touch in _answers(counted, kept):
        tags_by_day[touch.day].append("answered")
    for touch in kept:
        standing.setdefault(touch.day, set()).update(touch.tags)
    for touch in kept:
        lost = [tag for tag in tags_by_day.pop(touch.day, ()) if tag not in standing[touch.day]]
        yield touch._replace(tags=tuple(dict.fromkeys((*touch.tags, *lost)))) if lost else touch


def _answers(counted: Iterable[Touch], kept: Iterable[Touch]) -> Iterator[Touch]:
    """What they wrote, dropped because it stands below an ask in the same note and on the same day."""
    asked: dict[tuple[date, str], int] = {}
    for touch in counted:
        if "asked" in touch.tags:
            place = touch.day, touch.path
            asked[place] = max(asked.get(place, 0), touch.line)
    if asked:
        dropped = set(counted).difference(kept)
        yield from (t for t in dropped if t.direction == "from" and t.line > asked.get((t.day, t.path), t.line))


def _weight(touch: Touch) -> tuple[int, int]:
    """A property says least, then a mention, then anything with a kind or words of its own."""
    rank = 0 if touch.origin == "property" else 1 if touch.kind == MENTION else _TELLING
    return rank, touch.richness
