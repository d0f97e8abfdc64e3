"""A tie between two boxes as a line, from edge to edge.

render_edge(MapEdge("a", "b", "introduced", 0.7), boxes, view, 6)   ->   <path class="arrow" d="M... L..." .../>
"""

from collections.abc import Mapping
from math import hypot

from vaultnet.pages.free_place import Rect
from vaultnet.pages.map_style import number
from vaultnet.pages.map_view import MapView
from vaultnet.practice.network_map import ASKED, INTRODUCED, WORKED, WORKS, MapEdge

_ROOM = 4.0  # between a dot and the end of a line
_FAR = 320.0  # longer ties are fainter, so that the clusters stand out
_CLASSES = {INTRODUCED: "arrow", ASKED: "asked", WORKS: "tie works", WORKED: "tie worked"}
_TIP = ' marker-end="url(#tip)"'


def render_edge(edge: MapEdge, boxes: Mapping[str, Rect], view: MapView, dot: float) -> str:
    """Introductions are arrows to whom one gets to know; nothing else has a direction."""
    one, other = _middle(edge.start, boxes, view, dot), _middle(edge.end, boxes, view, dot)
    start = _end(one, other, edge.start, boxes, view, dot)
    end = _end(other, one, edge.end, boxes, view, dot)
    kind = _CLASSES.get(edge.how, "tie")
    is_far = kind.startswith("tie") and hypot(one[0] - other[0], one[1] - other[1]) > _FAR
    tip = _TIP if edge.how in {INTRODUCED, ASKED} else ""
    line = f"M{number(start[0])},{number(start[1])}L{number(end[0])},{number(end[1])}"
    return f'<path class="{kind}{" far" if is_far else ""}" d="{line}"{tip}/>'


def _middle(key: str, boxes: Mapping[str, Rect], view: MapView, dot: float) -> tuple[float, float]:
    box = boxes[key]
    return (box.x, box.top + dot + 3) if key in view.drawn.people else (box.x, box.y)


def _end(
    here: tuple[float, float],
    there: tuple[float, float],
    key: str,
    boxes: Mapping[str, Rect],
    view: MapView,
    dot: float,
) -> tuple[float, float]:
    """Where a line that comes from `there` meets the edge of what stands `here`."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    far = hypot(dx, dy) or 1.0
    if key in view.drawn.people:
        share = min((dot + _ROOM) / far, 0.5)
    else:
        box = boxes[key]
        share = min(box.width / 2 / abs(dx) if dx else 1.0, box.height / 2 / abs(dy) if dy else 1.0, 1.0)
    return here[0] + dx * share, here[1] + dy * share
