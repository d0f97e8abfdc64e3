"""A remembered page whose notes were reworded since: what it tells stands on other lines, and is the same.

    with_lines_moved({"sections": [{"items": [{"source": {"path": "People/Ada.md", "line": 31}, ...}]}], ...}, moves)
    ->               {"sections": [{"items": [{"source": {"path": "People/Ada.md", "line": 33}, ...}]}], ...}

Where each item comes from is the one thing of an agenda that has to do with lines.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from vaultnet.text.line_steps import moved_line

Moves = Mapping[str, Sequence[Sequence[tuple[int, int]]]]  # a path: steps after steps, in the order of the edits


def with_lines_moved(payload: dict[str, Any], moves: Moves) -> dict[str, Any]:
    """The `vaultnet.agenda/1` object with the lines that its sources have now."""
    sections = [
        {**each, "items": [_with_source(item, moves) for item in each["items"]]} for each in payload["sections"]
    ]
    return {**payload, "sections": sections}


def _with_source(item: dict[str, Any], moves: Moves) -> dict[str, Any]:
    source = item["source"]
    if source is None or source["path"] not in moves:
        return item
    line = source["line"]
    for steps in moves[source["path"]]:
        line = moved_line(line, steps)
    return {**item, "source": {**source, "line": line}}
