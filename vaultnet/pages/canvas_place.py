"""Where a new card goes on a board that the user has arranged: near what it is tied to, on nothing that is there.

place = near_ties(edges)
place({"id": "n9", "width": 260, "height": 80, ...}, nodes)   ->   (340, 120)      beside the card that it is tied to
"""

from collections import defaultdict
from collections.abc import Iterable

from vaultnet.exchange.json_canvas import Item, Place
from vaultnet.pages.free_place import Field, Rect

_GAP = 30
_CELL = (280.0, 120.0)


def near_ties(edges: Iterable[Item]) -> Place:
    """`edges` say what is tied to what; whatever is tied to nothing goes below everything."""
    tied: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        tied[edge["fromNode"]].append(edge["toNode"])
        tied[edge["toNode"]].append(edge["fromNode"])

    def place(node: Item, nodes: tuple[Item, ...]) -> tuple[int, int]:
        field = Field(*_CELL)
        for one in nodes:
            if one.get("type") != "group":
                field.take(_rect(one))
        near = [_rect(one) for one in nodes if one["id"] in tied[node["id"]]]
        if near:
            x, y = sum(one.x for one in near) / len(near), sum(one.y for one in near) / len(near)
        else:
            every = [_rect(one) for one in nodes]
            x = min(one.left for one in every) + node["width"] / 2
            y = max(one.bottom for one in every) + 2 * _GAP + node["height"] / 2
        found = field.place(node["width"] + 2 * _GAP, node["height"] + 2 * _GAP, x, y)
        return round(found.left) + _GAP, round(found.top) + _GAP

    return place


def _rect(node: Item) -> Rect:
    return Rect(node["x"], node["y"], node["width"], node["height"])
