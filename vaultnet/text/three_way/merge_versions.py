r"""Three versions of a note become one, by what they mean.

    base      "---\ntier: close\n---\n## Log\n- 2026-03-01 call\n"
    ours      "---\ntier: warm\n---\n## Log\n- 2026-03-01 call\n"
    theirs    "---\ntier: close\n---\n## Log\n- 2026-05-02 coffee\n- 2026-03-01 call\n"
    merged    "---\ntier: warm\n---\n## Log\n- 2026-05-02 coffee\n- 2026-03-01 call\n"

Front matter goes key by key, lists item by item, managed blocks by the ids of their items, all else line by line. What
both sides did differently to the same thing is in the text twice: see `conflict_form` for properties; anything else
stands between git's markers. The promises (D13): different changes are never disputed, equal ones become one, no line
is lost, and which side is called ours makes no difference but in what is disputed.
"""

from vaultnet.text.conflict import find_conflicts
from vaultnet.text.problem import Refused
from vaultnet.text.three_way.body_units import cut_units
from vaultnet.text.three_way.common_base import common_base
from vaultnet.text.three_way.conflict_form import callout_lines, callout_place
from vaultnet.text.three_way.line_ends import Cut, cut_lines, join_lines
from vaultnet.text.three_way.merge_body import merge_body
from vaultnet.text.three_way.merge_properties import merge_properties
from vaultnet.text.three_way.outcome import Conflict, Merged, write_parts
from vaultnet.text.three_way.pick import is_settled, pick
from vaultnet.text.three_way.property_lines import Block, cut_block

__all__ = ["Conflict", "Merged", "common_base", "merge_versions"]


def merge_versions(base: str, ours: str, theirs: str, *, names: tuple[str, str] = ("ours", "theirs")) -> Merged:
    """`names` stand behind git's markers.

    Raises Refused where a side cannot be read by meaning: front matter that is broken or has a key twice, a block
    without an end, a conflict that is not settled. Then a merge of the text, as git makes it, is all there is.
    """
    if is_settled(base, ours, theirs):
        return Merged(pick(base, ours, theirs), ())
    mine, yours = _read(ours), _read(theirs)
    try:
        old = _read(base)
    except Refused:
        old = _read(common_base(ours, theirs))
    properties = merge_properties(old[1], mine[1], yours[1])
    lines, conflicts = _merge_body(old, mine, yours, names, len(properties.lines))
    keys = list(properties.place_by_key)
    if keys:
        place = callout_place(lines)
        box = callout_lines(keys)
        lines[place:place] = box
        conflicts = [Conflict(each.kind, each.words, each.line + len(box)) for each in conflicts]
    text = join_lines([*properties.lines, *lines], old[0], mine[0], yours[0])
    disputed = tuple(Conflict("property", key, place + 1) for key, place in properties.place_by_key.items())
    _refuse_unless_read(text, has_conflicts=bool(conflicts))
    return Merged(text, (*disputed, *conflicts))


_Version = tuple[Cut, Block, int]


def _read(text: str) -> _Version:
    for problem in find_conflicts(text, 0):
        raise Refused(problem)
    cut = cut_lines(text)
    block, start = cut_block(cut.lines)
    return cut, block, start


def _merge_body(
    base: _Version, ours: _Version, theirs: _Version, names: tuple[str, str], above: int
) -> tuple[list[str], list[Conflict]]:
    bodies = [cut.lines[start:] for cut, _, start in (base, ours, theirs)]
    if is_settled(*bodies):
        return [*pick(*bodies)], []
    return write_parts(merge_body(*bodies), names, above + 1)


def _refuse_unless_read(text: str, *, has_conflicts: bool) -> None:
    """The front matter must read, conflicts or not; without conflicts so must the blocks."""
    lines = cut_lines(text).lines
    start = cut_block(lines, may_be_disputed=True)[1]
    if not has_conflicts and "vaultnet:" in text:
        cut_units(lines[start:])
