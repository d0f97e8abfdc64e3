"""What stands below the front matter: blocks by name, lists item by item, all other text line by line.

Lists and blocks are single units in the row of lines, so that a log that grew on both sides touches nothing around it:

base              ours               theirs                  merged
## Log            ## Log             ## Log                  ## Log
- a               - b                - a                     - b
                  - a                                        - a
                                     ## Notes
                                     She likes tea.          ## Notes
                                                             She likes tea.
"""

from collections.abc import Sequence

from vaultnet.text.three_way.body_units import Unit, cut_units
from vaultnet.text.three_way.list_names import name_lists
from vaultnet.text.three_way.merge_lines import find_likenesses, find_stretches, settle_gap
from vaultnet.text.three_way.merge_list import merge_list
from vaultnet.text.three_way.outcome import Clash, Part, lines_of
from vaultnet.text.three_way.pick import pick_written


def merge_body(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    """Lines come without line ends. Raises Refused where the marker lines of a block are broken."""
    units, merged_by_token = _merge_blocks(cut_units(base), cut_units(ours), cut_units(theirs))
    units = old, mine, yours = name_lists(*units)
    tokens = [[unit.token for unit in each] for each in units]
    parts: list[Part] = []
    for stretch in find_stretches(*tokens):
        before, here, there = old[stretch.base], mine[stretch.ours], yours[stretch.theirs]
        parts += _merge_same(before, here[0], there[0]) if stretch.is_common else _settle(before, here, there)
    return _put_in(parts, merged_by_token)


def _lines(units: Sequence[Unit]) -> list[str]:
    return [line for unit in units for line in unit.lines]


def _merge_same(base: Sequence[Unit], ours: Unit, theirs: Unit) -> list[Part]:
    """Two units that match: both lists, or the same."""
    if ours.kind == "list":
        return merge_list(_old_list(base, ours), ours.lines, theirs.lines)
    return [*ours.lines]


def _old_list(base: Sequence[Unit], list_now: Unit) -> tuple[str, ...]:
    """What stood here of this list."""
    return next((unit.lines for unit in base if unit.token == list_now.token), ())


def _settle(base: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit]) -> list[Part]:
    old, mine, yours = _lines(base), _lines(ours), _lines(theirs)
    settled = pick_written(old, mine, yours)
    if settled is not None:
        return [*settled]
    parts: list[Part] = []
    in_both = {unit.token for unit in ours} & {unit.token for unit in theirs}
    emptied = [unit for unit in base if unit.token not in in_both]
    only_lists = all(unit.kind == "list" or not unit.token.strip() for unit in base)
    for here, there, is_same in find_likenesses([unit.token for unit in ours], [unit.token for unit in theirs]):
        if is_same:
            parts += _merge_same(base, ours[here][0], theirs[there][0])
        elif only_lists:
            parts += _settle_added(emptied, ours[here], theirs[there])
        else:
            parts += settle_gap(old, _lines(ours[here]), _lines(theirs[there]))
    return parts


def _settle_added(emptied: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit]) -> list[Part]:
    """Where nothing but lists stood; of `emptied` ones a side has nothing left, so item by item it is told what that
    side took away. A list that one side has goes first, and is no matter of dispute with other text; nor is a new
    section with what goes on with the section above, or with another new one.
    """
    for units, others in ((ours, theirs), (theirs, ours)):
        if units and units[0].kind == "list" and not any(unit.kind == "list" for unit in others):
            lists = (units[0].lines, ()) if units is ours else ((), units[0].lines)
            rest = (units[1:], others) if units is ours else (others, units[1:])
            return _stack(merge_list(_old_list(emptied, units[0]), *lists), _settle_added(emptied, *rest))
    mine, yours = _lines(ours), _lines(theirs)
    first, second = sorted((mine, yours), key=lambda lines: (_begins_section(lines), lines))
    if _begins_section(second) and (_begins_section(first) or not any(line.startswith("#") for line in first)):
        return _stack(first, second)
    return settle_gap((), mine, yours)


def _stack(above: Sequence[Part], below: Sequence[Part]) -> list[Part]:
    """With a blank line between them, lest one should go on with the words of the other."""
    crowded = above and below and all(isinstance(part, Clash) or part.strip() for part in (above[-1], below[0]))
    return [*above, *([""] if crowded else []), *below]


def _begins_section(lines: Sequence[str]) -> bool:
    return next((line for line in lines if line.strip()), "").startswith("##")


# Blocks


def _merge_blocks(
    base: list[Unit], ours: list[Unit], theirs: list[Unit]
) -> tuple[tuple[list[Unit], list[Unit], list[Unit]], dict[str, list[Part]]]:
    """Blocks that both sides have become the same unit in all versions, so that only their place is left to merge.

    One that a side removed and the other only made anew is, to the base, as that other side has it: so it goes.
    """
    old, mine, yours = ({unit.token: unit for unit in units if unit.kind == "block"} for units in (base, ours, theirs))
    if not (mine or yours):
        return (base, ours, theirs), {}
    from vaultnet.text.three_way.merge_block import is_remade, merge_block  # noqa: PLC0415  (10 ms, and few notes need it)

    merged: dict[str, list[Part]] = {}
    stand_in: dict[str, Unit] = {}
    for token in {**mine, **yours}:
        here, there, before = mine.get(token), yours.get(token), old.get(token)
        if here and there:
            merged[token] = merge_block(before.lines if before else (), here.lines, there.lines)
            stand_in[token] = Unit("block", token, (token,))
        elif before and (left := here or there) and is_remade(before.lines, left.lines):
            stand_in[token] = left
    changed = [
        [stand_in.get(unit.token, unit) if unit.kind == "block" else unit for unit in units]
        for units in (base, ours, theirs)
    ]
    return (changed[0], changed[1], changed[2]), merged


def _put_in(parts: Sequence[Part], merged_by_token: dict[str, list[Part]]) -> list[Part]:
    """The blocks in the place of their stand-ins: each once, though both sides have moved it."""
    written: list[Part] = []
    waiting = dict(merged_by_token)
    for part in parts:
        if isinstance(part, Clash):
            ours, theirs = _fill(part.ours, merged_by_token), _fill(part.theirs, merged_by_token)
            written.append(Clash(part.kind, ours, theirs))
        elif part in merged_by_token:
            written += waiting.pop(part, [])
        else:
            written.append(part)
    return written


def _fill(lines: Sequence[str], merged_by_token: dict[str, list[Part]]) -> tuple[str, ...]:
    filled: list[str] = []
    for line in lines:
        parts = merged_by_token.get(line)
        if parts is None:
            filled.append(line)
        else:
            filled += lines_of(parts)
    return tuple(filled)
