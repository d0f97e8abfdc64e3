"""What the signs of a map mean, in rows below it, and what was left out: only signs that the map shows.

render_legend(view, 400, 900, 28)   ->   Legend(parts=(...), labels=(Rect(...), ...), width=900, bottom=448)
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.pages.free_place import Rect
from vaultnet.pages.map_style import attribute, number
from vaultnet.pages.map_view import MapView
from vaultnet.pages.text_width import text_width
from vaultnet.practice.network_map import ASKED, INTRODUCED, WORKED, WORKS

_SIZE = 12.0
_SIGN = 34.0
_ROW = 24.0
_NARROWEST = 420.0


class Legend(NamedTuple):
    """SVG elements, the rectangles of their labels, and how far it all reaches."""

    parts: tuple[str, ...]
    labels: tuple[Rect, ...]
    width: float
    bottom: float


def render_legend(view: MapView, top: float, width: float, edge: float) -> Legend:
    """In as many rows as the width needs."""
    width = max(width, _NARROWEST)
    parts: list[str] = []
    labels: list[Rect] = []
    left, y = edge, top + _ROW / 2
    for sign, label in _entries(view):
        room = (_SIGN + 8 if sign else 0) + text_width(label, _SIZE)
        if left > edge and left + room > width - edge:
            left, y = edge, y + _ROW
        start = left + (_SIGN + 8 if sign else 0)
        parts.append(f'<g transform="translate({number(left)},{number(y)})">{sign}</g>' if sign else "")
        parts.append(f'<text class="legend" x="{number(start)}" y="{number(y + 4)}">{attribute(label)}</text>')
        labels.append(Rect(start, y - 9, text_width(label, _SIZE), 16))
        left += room + 26
    return Legend(
        tuple(filter(None, parts)), tuple(labels), max([width, *(one.right + edge for one in labels)]), y + _ROW
    )


def _entries(view: MapView) -> Iterator[tuple[str, str]]:
    words = view.words
    hows = {edge.how for edge in view.drawn.edges}
    line = f'd="M0,0L{number(_SIGN)},0"'
    if INTRODUCED in hows:
        yield f'<path class="arrow" {line} marker-end="url(#tip)"/>', words.introduced
    if ASKED in hows:
        yield f'<path class="asked" {line} marker-end="url(#tip)"/>', words.asked
    if hows - {INTRODUCED, ASKED, WORKS, WORKED}:
        yield f'<path class="tie" {line}/>', words.knows
    if WORKS in hows:
        pill = '<rect class="pill sample" x="14" y="-7" width="20" height="14" rx="4"/>'
        yield f'<path class="tie works" d="M0,0L14,0"/>{pill}', words.works
    if WORKED in hows:
        yield f'<path class="tie worked" {line}/>', words.worked
    if view.bridges:
        dot = '<circle class="dot none" cx="24" cy="0" r="6"/><circle class="ring" cx="24" cy="0" r="9"/>'
        yield dot, words.bridge
    if any(one.is_target for one in view.drawn.organizations.values()):
        yield '<rect class="pill sample target" x="8" y="-8" width="26" height="16" rx="5"/>', words.target
    if view.single:
        yield '<rect class="pill sample single" x="8" y="-8" width="26" height="16" rx="5"/>', words.single
    if not view.is_whole:
        yield "", words.left_out.format(view.total, len(view.drawn.people))
