"""What came after what on one day: an ask and its answer may stand under the same date.

- 2026-06-01 email from: yes, gladly                    a log that is kept newest first: the answer is the later one
- 2026-06-01 email to: asked for the map #asked

By the time of day, where all have one; else by their lines, in the order in which the note is kept (newest first, where
it has one day only). Where that cannot be told (they stand in several notes), what asks for something comes last, so
that it is not forgotten. `#answered` answers, unless the note's order says that it came before.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from vaultnet.model.network import Touch

_OPENS = frozenset({"asked", "reply"})


def oldest_first(touches: Sequence[Touch]) -> list[Touch]:
    """The touches of one contact, which come newest first, in the order in which they happened."""
    days = [list(day) for _, day in groupby(reversed(touches), key=lambda touch: touch.day)]
    if len(days) == len(touches):
        return list(reversed(touches))
    return [touch for day in days for touch in _in_order(day, touches)]


def _in_order(day: Sequence[Touch], touches: Iterable[Touch]) -> list[Touch]:
    if len(day) == 1:
        return list(day)
    if all(touch.time for touch in day):
        return sorted(day, key=lambda touch: touch.time)
    if len({touch.path for touch in day}) > 1:
        return sorted(day, key=lambda touch: (_place(touch), touch.path, touch.line))
    grows = _growth(touch for touch in touches if touch.path == day[0].path)
    if grows > 0:
        return sorted(day, key=lambda touch: touch.line)
    return sorted(day, key=lambda touch: (not grows and "answered" in touch.tags, -touch.line))


def _place(touch: Touch) -> int:
    return 1 if _OPENS.intersection(touch.tags) else 2 if "answered" in touch.tags else 0


def _growth(touches: Iterable[Touch]) -> int:
    """Days from the first line of a note's log to the last: 0 where it has one day only."""
    in_lines = sorted(touches, key=lambda touch: touch.line)
    return (in_lines[-1].day - in_lines[0].day).days
