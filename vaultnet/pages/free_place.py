"""Rectangles that never overlap: each is put as near as can be to where it should like to be.

field = Field(120, 40)
field.place(100, 30, 0, 0)    ->   Rect(-50, -15, 100, 30)
field.place(100, 30, 4, 0)    ->   Rect(54, -15, 100, 30)       beside it: the nearest place that is free
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_REACH = 36  # steps to every side
_ACROSS, _DOWN = 6, 2  # steps to a cell


class Rect(NamedTuple):
    """`left` and `top` count to the right and down."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def x(self) -> float:
        """The middle."""
        return self.left + self.width / 2

    @property
    def y(self) -> float:
        return self.top + self.height / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.left + dx, self.top + dy, self.width, self.height)

    def overlaps(self, other: "Rect") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Field:
    """The rectangles that were placed so far, by the cells that they cover."""

    def __init__(self, cell_width: float, cell_height: float) -> None:
        self.cell_width = cell_width
        self.cell_height = cell_height
        self._taken: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._bottom = 0.0

    def place(self, width: float, height: float, x: float, y: float) -> Rect:
        """Put a rectangle with its middle as near to (x, y) as is free; below everything where all around is taken."""
        for across, down in _steps():
            dx, dy = across * self.cell_width / _ACROSS, down * self.cell_height / _DOWN
            rect = Rect(x + dx - width / 2, y + dy - height / 2, width, height)
            if self.is_free(rect):
                break
        else:
            rect = Rect(x - width / 2, self._bottom, width, height)
        self.take(rect)
        return rect

    def take(self, rect: Rect) -> None:
        self._bottom = max(self._bottom, rect.bottom)
        for cell in self._cells(rect):
            self._taken[cell].append(rect)

    def is_free(self, rect: Rect) -> bool:
        return not any(taken.overlaps(rect) for cell in self._cells(rect) for taken in self._taken.get(cell, ()))

    def _cells(self, rect: Rect) -> Iterator[tuple[int, int]]:
        for across in range(int(rect.left // self.cell_width), int(rect.right // self.cell_width) + 1):
            for down in range(int(rect.top // self.cell_height), int(rect.bottom // self.cell_height) + 1):
                yield across, down


@cache
def _steps() -> tuple[tuple[int, int], ...]:
    """Steps away from a place, the nearest first: a step across is worth a sixth of a cell, one down a half."""
    every = [(across, down) for across in range(-_REACH, _REACH + 1) for down in range(-_REACH, _REACH + 1)]
    return tuple(sorted(every, key=lambda step: ((step[0] / _ACROSS) ** 2 + (step[1] / _DOWN) ** 2, step)))
