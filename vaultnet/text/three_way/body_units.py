r"""A note's body, cut into what is merged in one piece: managed blocks, lists, and single lines of anything else.

cut_units(["## Log", "- a", "  - b", "", "Text"])
->  [Unit("line", "## Log", ...), Unit("list", ...), Unit("line", "", ...), Unit("line", "Text", ...)]
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from vaultnet.text.managed_block import find_managed_blocks
from vaultnet.text.mask import Mask, Region
from vaultnet.text.problem import Refused
from vaultnet.text.three_way.list_lines import begins_list, list_end

_FENCE = re.compile(r"[ ]{0,3}(`{3,}+(?=[^`]*+\Z)|~{3,}+)")
_ANY_LIST: Final = "\0list"


class Unit(NamedTuple):
    """`token`: what a unit is matched by: the words of a line, the name of a block; of a list see `list_names`."""

    kind: Literal["line", "list", "block"]
    token: str
    lines: tuple[str, ...]


def cut_units(lines: Sequence[str]) -> list[Unit]:
    """Raises Refused where the marker lines of the managed blocks are broken."""
    fenced = _find_fences(lines)
    end_by_start, name_by_start = _find_blocks(lines, fenced)
    units: list[Unit] = []
    at = 0
    while at < len(lines):
        if at in end_by_start:
            end, kind, token = end_by_start[at], "block", f"\0{name_by_start[at]}"
        elif at in fenced:
            end, kind, token = at + 1, "line", lines[at]
        elif begins_list(lines[at]):
            end, kind, token = list_end(lines, at), "list", _ANY_LIST
        else:
            end, kind, token = at + 1, "line", lines[at]
        units.append(Unit(kind, token, tuple(lines[at:end])))  # type: ignore[arg-type]
        at = end
    return units


def _find_fences(lines: Sequence[str]) -> set[int]:
    """The lines of code in fences that stand at the left, fences included."""
    found: set[int] = set()
    sign = ""
    for place, line in enumerate(lines):
        fence = _FENCE.match(line) if sign or "```" in line or "~~~" in line else None
        if sign:
            found.add(place)
            if fence and fence[1].startswith(sign) and not line.strip(" \t\r`~"):
                sign = ""
        elif fence:
            sign = fence[1]
            found.add(place)
    return found


def _find_blocks(lines: Sequence[str], fenced: set[int]) -> tuple[dict[int, int], dict[int, str]]:
    """Line behind the end, and name, by the first line."""
    if not any("vaultnet:" in line for line in lines):
        return {}, {}
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    code = Mask([Region(starts[place], starts[place + 1], "code") for place in sorted(fenced)])
    blocks, problems = find_managed_blocks("".join(f"{line}\n" for line in lines), 0, 1, code)
    if problems:
        raise Refused(problems[0])
    end_by_start = {block.line - 1: bisect_left(starts, block.end) for block in blocks}
    return end_by_start, {block.line - 1: block.name for block in blocks}
