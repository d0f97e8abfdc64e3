"""Which lines two texts have in common, in order: what a three-way merge stands on.

match(["a", "b", "c"], ["b", "x", "c"])  ->  [(1, 0), (2, 2)]

Patience first: lines that stand once in either text are anchors, so that a heading meets its like and a blank line
does not meet just any. Between anchors, the shortest edit (Myers 1986). It costs the length of the texts, and the
square of the difference only where there is no anchor; a difference too great is none in common.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

Pairs = list[tuple[int, int]]
_MOST_EDITS: Final = 300


def match(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """Pairs of places, ascending in both."""
    pairs: Pairs = []
    windows = [(0, len(one), 0, len(other))]
    while windows:
        lo, hi, low, high = windows.pop()
        while lo < hi and low < high and one[lo] == other[low]:
            pairs.append((lo, low))
            lo, low = lo + 1, low + 1
        while lo < hi and low < high and one[hi - 1] == other[high - 1]:
            hi, high = hi - 1, high - 1
            pairs.append((hi, high))
        if lo == hi or low == high:
            continue
        anchors = _anchors(one, other, (lo, hi, low, high))
        if not anchors:
            pairs += _shortest(one, other, (lo, hi, low, high))
            continue
        for at, there in anchors:
            windows.append((lo, at, low, there))
            pairs.append((at, there))
            lo, low = at + 1, there + 1
        windows.append((lo, hi, low, high))
    return _as_early_as_may_be(one, other, sorted(pairs))


def match_evenly(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """As `match`, and the same pairs whichever text is named first."""
    if list(one) <= list(other):
        return match(one, other)
    return [(at, there) for there, at in match(other, one)]


def _as_early_as_may_be(one: Sequence[str], other: Sequence[str], pairs: Pairs) -> Pairs:
    """Of blank lines above and below what was added, the first is the old one: so for both sides of a merge alike."""
    early: Pairs = []
    at = there = -1
    for last, last_there in pairs:
        line = one[last]
        there = next((place for place in range(there + 1, last_there) if other[place] == line), last_there)
        at = next((place for place in range(at + 1, last) if one[place] == line), last)
        early.append((at, there))
    return early


def _anchors(one: Sequence[str], other: Sequence[str], window: tuple[int, int, int, int]) -> Pairs:
    """The longest ascending row of the lines that stand once in each window."""
    lo, hi, low, high = window
    here, there = _once(one, lo, hi), _once(other, low, high)
    pairs = [(place, there[line]) for line, place in here.items() if line in there]
    tails: list[int] = []  # the least end of a row of each length; `chosen` and `before` tell the rows
    chosen: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        if length == len(tails):
            tails.append(place)
            chosen.append(number)
        else:
            tails[length], chosen[length] = place, number
        before.append(chosen[length - 1] if length else -1)
    row: Pairs = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _once(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Place by line, in order, of the lines that stand once in the window."""
    places: dict[str, int] = {}
    for place in range(start, end):
        line = lines[place]
        places[line] = -1 if line in places else place
    return {line: place for line, place in places.items() if place >= 0}


def _shortest(one: Sequence[str], other: Sequence[str], window: tuple[int, int, int, int]) -> Pairs:
    """Myers' greedy search, forward; `reached[k]` is how far into `one` the diagonal k has come."""
    lo, hi, low, high = window
    width, height = hi - lo, high - low
    reached = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(width + height, _MOST_EDITS) + 1):
        history.append(dict(reached))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reached.get(k - 1, -1) < reached.get(k + 1, -1))
            x = reached[k + 1] if down else reached[k - 1] + 1
            while x < width and 0 <= x - k < height and one[lo + x] == other[low + x - k]:
                x += 1
            reached[k] = x
            if x >= width and x - k >= height:
                return _walk_back(history, width, height, lo, low)
    return []


def _walk_back(history: Sequence[dict[int, int]], x: int, y: int, lo: int, low: int) -> Pairs:
    pairs: Pairs = []
    for edits in range(len(history) - 1, -1, -1):
        reached, k = history[edits], x - y
        down = k == -edits or (k != edits and reached.get(k - 1, -1) < reached.get(k + 1, -1))
        from_k = k + 1 if down else k - 1
        from_x = reached.get(from_k, 0)
        from_y = from_x - from_k
        while x > from_x and y > from_y and x > 0 and y > 0:
            x, y = x - 1, y - 1
            pairs.append((lo + x, low + y))
        x, y = from_x, from_y
    return pairs
