"""The map as a JSON Canvas: a card for every note, a group for every cluster, a line for every tie.

build_map_canvas(view)   ->   Canvas(nodes=({"type": "group", "label": "Corvane Re", ...}, {"type": "file", ...}, ...))

Ids are made of what stays when a note is renamed, so that a board is brought up to date and never made anew.
"""

from collections.abc import Iterator

from vaultnet.exchange.json_canvas import Canvas, Item, canvas_id
from vaultnet.pages.canvas_side import sides
from vaultnet.pages.free_place import Rect
from vaultnet.pages.map_layout import Layout, Link, Region, Size, Space, lay_out
from vaultnet.pages.map_style import text
from vaultnet.pages.map_view import MapView
from vaultnet.practice.map_clusters import Cluster
from vaultnet.practice.network_map import ASKED, INTRODUCED, WORKED

_MAP = "network"
_CARD, _WORDS = Size(260, 80), Size(220, 50)
_SPACE = Space(box=90, margin=40, title=20, region=120, edge=0)
_GROUP_COLOURS = ("4", "3", "2", "")
_BRIDGE, _TARGET = "6", "5"


def build_map_canvas(view: MapView) -> Canvas:
    """Groups lie behind the cards."""
    sizes = {key: _CARD if _path(key, view) else _WORDS for key in (*view.drawn.people, *view.drawn.organizations)}
    regions = [Region(cluster.keys, 0) for cluster in view.clusters]
    regions += [Region(view.alone, 0, is_loose=True)] if view.alone else []
    layout = lay_out(regions, sizes, [Link(edge.start, edge.end, edge.weight) for edge in view.nearness], _SPACE)
    groups = _groups(view, layout)
    cards = (_card(key, layout.boxes[key], view) for key in sorted(sizes))
    return Canvas((*groups, *cards), tuple(_edges(view, layout)))


def group_ids(view: MapView) -> frozenset[str]:
    """Of every group that may stay on a board: what it goes by is still on the map."""
    ids = {canvas_id(_MAP, "alone")}
    ids |= {_group_id(key, view) for key in (*view.drawn.people, *view.drawn.organizations)}
    return frozenset(ids)


def _groups(view: MapView, layout: Layout) -> Iterator[Item]:
    for at, (cluster, title) in enumerate(zip(view.clusters, view.titles, strict=True)):
        colour = _GROUP_COLOURS[at % len(_GROUP_COLOURS)]
        yield _group(_group_id(_name_giver(cluster), view), title, layout.regions[at], colour)
    if view.alone:
        yield _group(canvas_id(_MAP, "alone"), view.words.alone, layout.regions[-1], "")


def _name_giver(cluster: Cluster) -> str:
    return cluster.at or cluster.lead


def _group_id(key: str, view: MapView) -> str:
    return canvas_id(_MAP, "group", _stable(key, view))


def _group(own_id: str, label: str, rect: Rect, colour: str) -> Item:
    return {
        "id": own_id,
        "type": "group",
        **_place(rect),
        "label": text(label),
        **({"color": colour} if colour else {}),
    }


def _card(key: str, rect: Rect, view: MapView) -> Item:
    path = _path(key, view)
    what = {"type": "file", "file": path} if path else {"type": "text", "text": text(view.drawn.name_of(key))}
    colour = _BRIDGE if key in view.bridges else _TARGET if _is_target(key, view) else ""
    return {"id": _card_id(key, view), **what, **_place(rect), **({"color": colour} if colour else {})}


def _edges(view: MapView, layout: Layout) -> Iterator[Item]:
    """Introductions are arrows with a word on them; other ties are plain lines."""
    labels = {INTRODUCED: view.words.introduced, ASKED: view.words.asked, WORKED: view.words.worked}
    for edge in view.drawn.edges:
        label = labels.get(edge.how)
        yield {
            "id": canvas_id(_MAP, "edge", *(_stable(key, view) for key in edge[:2]), edge.how),
            "fromNode": _card_id(edge.start, view),
            "toNode": _card_id(edge.end, view),
            **sides(layout.boxes[edge.start], layout.boxes[edge.end]),
            **({} if edge.how in {INTRODUCED, ASKED} else {"toEnd": "none"}),
            **({"label": label} if label else {}),
        }


def _place(rect: Rect) -> dict[str, int]:
    return {"x": round(rect.left), "y": round(rect.top), "width": round(rect.width), "height": round(rect.height)}


def _card_id(key: str, view: MapView) -> str:
    return canvas_id(_MAP, "card", _stable(key, view))


def _stable(key: str, view: MapView) -> str:
    return view.drawn.people[key].id if key in view.drawn.people else key


def _path(key: str, view: MapView) -> str:
    return view.drawn.people[key].path if key in view.drawn.people else view.drawn.organizations[key].path


def _is_target(key: str, view: MapView) -> bool:
    return key in view.drawn.organizations and view.drawn.organizations[key].is_target
