"""How the lines of a note have moved, when something was written or taken out further up.

find_steps((5, 9, 14), (5, 11, 16))   ->   (Step(5, 0), Step(9, 2))
moved_line(12, (Step(5, 0), Step(9, 2)))   ->   14
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Step(NamedTuple):
    """From line `first` on, up to the next step, each line stands `by` lines further down (below 0: up)."""

    first: int
    by: int


def find_steps(known: Iterable[int], now: Iterable[int]) -> tuple[Step, ...]:
    """The steps from the lines of a note that were known to where they are now; () where none has moved."""
    steps = (Step(old, new - old) for old, new in zip(known, now, strict=True))
    firsts = tuple(next(group) for _, group in groupby(steps, key=lambda step: step.by))
    return firsts if any(step.by for step in firsts) else ()


def moved_line(line: int, steps: Sequence[tuple[int, int]]) -> int:
    """The number that a line has now."""
    return line + next((by for first, by in reversed(steps) if line >= first), 0)
