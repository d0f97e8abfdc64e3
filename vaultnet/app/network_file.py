"""The map of the network as a file: which one, what it will hold, and what of it is the user's.

choose_file(workspace, "svg", "")                ->  MapFile("svg", "Network.svg", None)
choose_file(workspace, "", "/tmp/map.canvas")    ->  MapFile("canvas", "", Path("/tmp/map.canvas"))
plan_file(workspace, file, view, force=False)    ->  FileChange("Network.svg", None, "<svg ...", "network")

A note keeps every byte outside the map's block; a canvas keeps what the user put there and where they moved things; an
SVG is made anew. What is there and is not vaultnet's is only written over with `--force`.
"""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath  # noqa: TID251  (the edge, where a map is a file)
from typing import NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten, UsageError
from vaultnet.exchange.json_canvas import Canvas, Item, NoCanvas, has_ours, merge_canvas, parse_canvas, render_canvas
from vaultnet.pages.canvas_place import near_ties
from vaultnet.pages.map_canvas import build_map_canvas, group_ids
from vaultnet.pages.map_mermaid import render_map_mermaid
from vaultnet.pages.map_svg import OURS, render_map_svg
from vaultnet.pages.map_view import MapView
from vaultnet.storage.outside_file import read_outside, write_outside
from vaultnet.text.block import replace, seal
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.problem import Refused

_ENDINGS = {"mermaid": ".md", "canvas": ".canvas", "svg": ".svg"}
MOST = {"mermaid": 30, "canvas": 200, "svg": 500}  # people, unless told otherwise
_BLOCK = "network"


class MapFile(NamedTuple):
    """`path` is relative to the vault, "" for a file elsewhere, which is `outside`."""

    format: str
    path: str
    outside: Path | None


def choose_file(workspace: Workspace, wanted: str, to: str, name: str = "Network") -> MapFile:
    """The format by the ending, where only a file is named; the file by the format, where only that is. Raises
    UsageError.
    """
    if not to:
        return MapFile(wanted, f"{name}{_ENDINGS[wanted]}", None)
    ending = PurePosixPath(to).suffix.lower()
    by_ending = next((one for one, known in _ENDINGS.items() if known == ending), "")
    if not by_ending or (wanted and wanted != by_ending):
        known = _ENDINGS[wanted] if wanted else ", ".join(_ENDINGS.values())
        raise UsageError(f"{to} must end in {known}: by that it is known what it holds")
    file, root = Path(os.path.realpath(to)), Path(os.path.realpath(workspace.root))
    if file.is_relative_to(root):
        return MapFile(by_ending, file.relative_to(root).as_posix(), None)
    return MapFile(by_ending, "", file)


def plan_file(workspace: Workspace, file: MapFile, view: MapView, *, force: bool) -> FileChange:
    """The change of a file of the vault, or of one elsewhere, whose path then is absolute. Raises UsageError and
    NotWritten.
    """
    before = read_outside(file.outside) if file.outside else workspace.read(file.path)
    path = str(file.outside or file.path)
    return FileChange(path, before, _text_of(file, path, view, before, force=force), _BLOCK)


def write_file(workspace: Workspace, file: MapFile, change: FileChange, words: tuple[str, ...]) -> None:
    """Into the vault, as a step of the journal; elsewhere as it is. Raises NotWritten and CannotWrite."""
    if not file.outside:
        workspace.apply((change,), words)
    elif change.is_change:
        write_outside(file.outside, change.after)


def render_alone(file_format: str, view: MapView) -> str:
    """The map as it is where no file is there yet."""
    return _text_of(MapFile(file_format, "", None), "", view, None, force=True)


def _text_of(file: MapFile, path: str, view: MapView, before: str | None, *, force: bool) -> str:
    if file.format == "svg":
        if before and f"<!-- {OURS} -->" not in before and not force:
            raise _not_ours(path)
        folder = path.rpartition("/")[0] if file.path else None
        return render_map_svg(view, folder).text
    if file.format == "canvas":
        return merged_canvas(path, build_map_canvas(view), before, groups=group_ids(view), force=force)
    try:
        return replace(parse_document(before or ""), _BLOCK, seal(render_map_mermaid(view)))
    except Refused as refused:
        raise NotWritten(refused.problem.message, path=path, line=refused.problem.line) from refused


def merged_canvas(
    path: str,
    ours: Canvas,
    before: str | None,
    *,
    groups: frozenset[str],
    force: bool,
    near: Iterable[Item] = (),
    one_node_a_file: bool = True,
) -> str:
    """A board with ours brought up to date, everything else as it is; what is new goes beside what it is tied to, by
    its edges and by `near`. Raises UsageError and NotWritten.
    """
    try:
        board = parse_canvas(before or "")
    except NoCanvas as error:
        raise NotWritten(f"{path}: {error}; mend it, or name another file", path=path) from error
    if board.nodes and not has_ours(board) and not force:
        raise _not_ours(path)
    place = near_ties((*ours.edges, *near))
    merged = merge_canvas(board, ours, place, groups=groups, one_node_a_file=one_node_a_file)
    return render_canvas(merged, before)


def _not_ours(path: str) -> UsageError:
    return UsageError(f"{path} was not made by this command: name another file, or add --force", path=path)
