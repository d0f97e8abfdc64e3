r"""JSON Canvas 1.0: a board of notes and cards, read, put together with what the user made of it, and written.

board = parse_canvas(text)                  Canvas(nodes=({"id": ..., "type": "file", "file": "Ada.md", ...},), ...)
render_canvas(merge_canvas(board, ours))    the text: where nothing is new, byte for byte the text that was there

What vaultnet puts on a board bears an id that begins with `766e` ("vn" in hexadecimal), and stays where the user has
moved it, as large and of the colour that they made it. Everything else on the board is the user's and is never changed.
"""

import json
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from vaultnet.dataclass import dataclass, field
from vaultnet.text.blake2 import blake2b

Item = Mapping[str, Any]  # a node or an edge, with every key that it had
OURS = "766e"
_PLACED = ("x", "y", "width", "height")
_KEPT = (*_PLACED, "color")  # what a user changes on a board without changing what it says
_NUMBERS = (int, float)
_HALF = re.compile("[\ud800-\udfff]")


class NoCanvas(ValueError):  # noqa: N818  (says what it is)
    """A text that is no JSON Canvas; the message says why."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Nodes from the back to the front, and edges; `rest` are further keys of the file."""

    nodes: tuple[Item, ...] = ()
    edges: tuple[Item, ...] = ()
    rest: Mapping[str, Any] = field(default_factory=dict)


Place = Callable[[Item, tuple[Item, ...]], tuple[int, int]]  # a new node, those that stand already -> upper left corner


def canvas_id(*parts: str) -> str:
    """Sixteen hexadecimal digits, as Obsidian writes them: always the same for the same thing."""
    return OURS + blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def parse_canvas(text: str) -> Canvas:
    """Raises NoCanvas."""
    if not text.strip():  # as Obsidian leaves a canvas that is new
        return Canvas()
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoCanvas("it is no JSON") from error
    if not isinstance(data, dict):
        raise NoCanvas("it holds no object with nodes and edges")
    nodes, edges = data.get("nodes", []), data.get("edges", [])
    if not (_are_items(nodes, _is_node) and _are_items(edges, _is_edge)):
        raise NoCanvas("a node or an edge of it lacks what JSON Canvas asks for")
    rest = {key: value for key, value in data.items() if key not in {"nodes", "edges"}}
    return Canvas(tuple(nodes), tuple(edges), rest)


def _are_items(items: object, is_item: Callable[[dict[str, Any]], bool]) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) and is_item(item) for item in items)


def _is_node(item: dict[str, Any]) -> bool:
    return isinstance(item.get("id"), str) and all(isinstance(item.get(key), _NUMBERS) for key in _PLACED)


def _is_edge(item: dict[str, Any]) -> bool:
    return all(isinstance(item.get(key), str) for key in ("id", "fromNode", "toNode"))


def has_ours(canvas: Canvas) -> bool:
    return any(is_ours(node) for node in canvas.nodes)


def is_ours(item: Item) -> bool:
    return str(item["id"]).startswith(OURS)


def merge_canvas(
    board: Canvas, ours: Canvas, place: Place, *, groups: AbstractSet[str], one_node_a_file: bool
) -> Canvas:
    """The user's board with ours brought up to date.

    A node of ours that is there keeps its place, size and colour; with `one_node_a_file` so does any node that shows
    the same file, whosever it is. Groups are new only on a board that has none of ours: what one holds is then the
    user's to say, and it goes only when its id is none of `groups`. Other nodes of ours that are wanted no more go, and
    the edges of what went.
    """
    at_file = {node["file"]: node["id"] for node in board.nodes if one_node_a_file and node.get("type") == "file"}
    known = {node["id"] for node in board.nodes}
    id_by_wanted = {node["id"]: _known_id(node, known, at_file) for node in ours.nodes}
    wanted = {id_by_wanted[node["id"]]: node for node in ours.nodes}
    kept = tuple(_brought_up(node, wanted) for node in board.nodes if _stays(node, wanted, groups))
    fresh = [node for node in ours.nodes if id_by_wanted[node["id"]] not in known]
    frames = () if has_ours(board) else tuple(node for node in fresh if node["type"] == "group" and not kept)
    nodes = (*frames, *kept)
    for node in fresh:
        if node["type"] != "group":
            x, y = place(node, nodes) if kept else (node["x"], node["y"])
            nodes = (*nodes, {**node, "x": x, "y": y})
    return Canvas(nodes, _merged_edges(board, ours, id_by_wanted, nodes), board.rest)


def _known_id(node: Item, known: AbstractSet[str], at_file: Mapping[str, str]) -> str:
    own = str(node["id"])
    return own if own in known else at_file.get(node.get("file", ""), own)


def _stays(node: Item, wanted: Mapping[str, Item], groups: AbstractSet[str]) -> bool:
    return not is_ours(node) or node["id"] in wanted or (node.get("type") == "group" and node["id"] in groups)


def _brought_up(node: Item, wanted: Mapping[str, Item]) -> Item:
    """Ours says what it says now, where the user has put it. A group is called as the user calls it."""
    fresh = wanted.get(node["id"])
    if fresh is None or not is_ours(node) or node["type"] == "group":
        return node
    return {**node, **{key: value for key, value in fresh.items() if key not in {"id", *_KEPT}}}


def _merged_edges(
    board: Canvas, ours: Canvas, id_by_wanted: Mapping[str, str], nodes: tuple[Item, ...]
) -> tuple[Item, ...]:
    there = {node["id"] for node in nodes}
    gone = {node["id"] for node in board.nodes} - there
    wanted = {
        edge["id"]: {**edge, "fromNode": id_by_wanted[edge["fromNode"]], "toNode": id_by_wanted[edge["toNode"]]}
        for edge in ours.edges
    }
    known = {edge["id"] for edge in board.edges}
    kept = (edge for edge in board.edges if not is_ours(edge) or edge["id"] in wanted)
    fresh = (edge for key, edge in wanted.items() if key not in known)
    return tuple(edge for edge in (*kept, *fresh) if gone.isdisjoint((edge["fromNode"], edge["toNode"])))


def render_canvas(canvas: Canvas, before: str | None = None) -> str:
    """As Obsidian writes it: one object a line. `before` comes back as it was where nothing is different."""
    if before is not None and parse_canvas(before) == canvas:
        return before
    parts = [f'\t"nodes":{_lines(canvas.nodes)}', f'\t"edges":{_lines(canvas.edges)}']
    parts += [f"\t{_compact(key)}:{_compact(value)}" for key, value in canvas.rest.items()]
    return "{\n" + ",\n".join(parts) + "\n}"


def _lines(items: tuple[Item, ...]) -> str:
    return "[\n" + ",\n".join(f"\t\t{_compact(item)}" for item in items) + "\n\t]" if items else "[]"


def _compact(value: object) -> str:
    """Half of a surrogate pair, which no file can hold as it is, stays an escape."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value, separators=(",", ":")) if _HALF.search(written) else written
