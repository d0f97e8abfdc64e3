r"""A base for two versions of which nobody knows what they came from: what both have in common.

common_base("# Ada\n- a\n- b\n", "# Ada\n- b\n- c\n")  ->  "# Ada\n- b\n"

Merged with it nothing is ever lost: a line that is not in it was added by the side that has it.
"""

from vaultnet.text.problem import Refused
from vaultnet.text.three_way.body_units import cut_units
from vaultnet.text.three_way.line_ends import cut_lines
from vaultnet.text.three_way.line_match import match_evenly
from vaultnet.text.three_way.property_lines import cut_block


def common_base(ours: str, theirs: str) -> str:
    """Raises Refused for a side whose front matter cannot be read."""
    mine, yours = cut_lines(ours), cut_lines(theirs)
    (block, start), (other, other_start) = cut_block(mine.lines), cut_block(yours.lines)
    body, other_body = mine.lines[start:], yours.lines[other_start:]
    lines = [body[place] for place, _ in match_evenly(body, other_body)]
    try:
        cut_units(lines)
    except Refused:  # half of a block in common: that is no block
        lines = []
    entries = [
        entry
        for name, entry in block.entry_by_name.items()
        if name in other.entry_by_name and other.entry_by_name[name].lines == entry.lines
    ]
    properties = [line for entry in entries for line in entry.lines]
    fences = block.fences if block.fences and other.fences else ()
    whole = [*fences[:1], *(properties if fences else ()), *fences[1:], *lines]
    end = "\r\n" if mine.style == yours.style == "\r\n" else "\n"
    bom = mine.bom if mine.bom == yours.bom else ""
    return bom + "".join(f"{line}{end}" for line in whole)
