"""Bars made of characters: what a terminal and a plain note can draw.

columns([3, 0, 1, 2, None], 3)   ->   "█·▃▅ "       one character a value; None is unknown, 0 a dot
row(3, 4, 8)                     ->   "██████"      one bar, full at 8 characters
row(3, 4, 8, ASCII)              ->   "######"      where nothing else can be shown
"""

from collections.abc import Sequence
from typing import NamedTuple


class BarStyle(NamedTuple):
    """`columns`: bars that stand, from low to high; `parts`: the pieces of one that lies, from the thinnest to a whole
    character; `none` stands for nothing at all.
    """

    columns: str
    parts: str
    none: str


BLOCKS = BarStyle("▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉█", "·")
ASCII = BarStyle(".:-=+*#@", "#", ".")


def columns(values: Sequence[float | None], most: float, style: BarStyle = BLOCKS) -> str:
    """One character a value: the highest for `most` and nothing less, the lowest for anything at all."""
    return "".join(" " if value is None else _column(value, most, style) for value in values)


def _column(value: float, most: float, style: BarStyle) -> str:
    if value <= 0:
        return style.none
    highest = len(style.columns) - 1
    return style.columns[highest if value >= most else int(value * highest / most)]


def row(value: float, most: float, width: int, style: BarStyle = BLOCKS) -> str:
    """A bar that lies, `width` characters for `most`; anything at all shows, nothing is an empty text."""
    if value <= 0:
        return ""
    steps = len(style.parts)
    length = min(max(round(value * width * steps / most), 1), width * steps)
    whole, part = divmod(length, steps)
    return style.parts[-1] * whole + (style.parts[part - 1] if part else "")
