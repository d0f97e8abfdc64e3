"""One property that both sides changed: lists become what both lists say, of two last contacts the later one stays.

base: tags: [a, b]     ours: tags: [a, b, c]     theirs: tags: [b]     merged: tags: [b, c]
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from vaultnet.text.fold import fold_key
from vaultnet.text.three_way.ordered_set import merge_order
from vaultnet.text.three_way.pick import is_settled, pick
from vaultnet.text.three_way.property_lines import Entry, colon_of
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import is_same

# Every spelling of `last-contact` that the note format reads: the day that is later is the truth.
_LATER: Final = frozenset(
    map(fold_key, ("last-contact", "last_contacted", "last_chat", "prm-last-contacted", "kept-on"))
)
_DAY = re.compile(r"(?:\[\[)?([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?![0-9])")
_FLOW = re.compile(r"[ \t]*+\[([^\r\n]*)\]([ \t]*+(?:[ \t]#[^\r\n]*+)?)\Z")
_DASH = re.compile(r"([ \t]*+)-(?:[ \t]++|\Z)")
_FLOW_SIGN = re.compile(r"""[ \t]#|\A[^"'][^\r\n]*[,\[\]{}]""")  # what only a quoted item may hold in `[a, b]`
_SCALAR = re.compile(r"""[ \t]*+("(?>(?:[^"\\]|\\.)*)"|'(?>(?:[^']|'')*)'|[^,\[\]{}"'#][^,\[\]{}]*+)[ \t]*+(?:,|\Z)""")


class _List(NamedTuple):
    """`items`: the source of each, its comment lines first. `indent` of the dashes; None for one written `[a, b]`."""

    first: str
    items: tuple[tuple[str, ...], ...]
    indent: str | None
    comment: str


def merge_value(base: Entry | None, ours: Entry, theirs: Entry) -> tuple[str, ...] | None:
    """The lines of the property, its head not among them; None where the sides contradict one another."""
    old = base.lines if base else None
    if is_settled(old, ours.lines, theirs.lines):
        return pick(old, ours.lines, theirs.lines)
    if is_same(ours.value, theirs.value):
        return min(ours.lines, theirs.lines)
    if base is not None and is_same(ours.value, base.value):
        return theirs.lines
    if base is not None and is_same(theirs.value, base.value):
        return ours.lines
    if fold_key(ours.key) in _LATER:
        return _later(ours, theirs)
    return _merge_lists(base, ours, theirs)


def _later(ours: Entry, theirs: Entry) -> tuple[str, ...] | None:
    days = [_DAY.match(entry.value) if isinstance(entry.value, str) else None for entry in (ours, theirs)]
    if days[0] is None or days[1] is None:
        return None
    return max((days[0].groups(), ours.lines), (days[1].groups(), theirs.lines))[1]


def _merge_lists(base: Entry | None, ours: Entry, theirs: Entry) -> tuple[str, ...] | None:
    mine, yours = _read_list(ours), _read_list(theirs)
    old = _read_list(base) if base else None
    if mine is None or yours is None or (old is None and isinstance(base and base.value, list)):
        return None
    before = _sources(old) if old else [str(base.value)] if base and base.value is not None else []
    names, other_names = _sources(mine), _sources(yours)
    source = {**dict(zip(other_names, yours.items, strict=True)), **dict(zip(names, mine.items, strict=True))}
    for name in source.keys() & set(names) & set(other_names):
        source[name] = min(mine.items[names.index(name)], yours.items[other_names.index(name)])
    kept = {name for name in source if is_kept(name in before, name in names, name in other_names)}
    order = merge_order(before, names, other_names, kept, _in_a_row, lambda name: (name,))
    lines = _write(old, mine, yours, [source[name] for name in order])
    written = read_block("".join(f"{line}\n" for line in lines))
    value = written.values.get(ours.key, written.values.get(theirs.key))
    is_read = not written.problems and isinstance(value, list) and len(value) == len(order)
    return lines if is_read else None


def is_kept(before: bool, ours: bool, theirs: bool) -> bool:  # noqa: FBT001  (three versions of one fact)
    """Of an item of a set: added by one side, or removed by none."""
    return pick(before, ours, theirs)


def _in_a_row(ours: list[str], theirs: list[str]) -> list[str]:
    first, second = sorted((ours, theirs))
    return [*first, *second]


def _sources(items: _List) -> list[str]:
    """What tells the items apart: their source without quotes and comments above."""
    return [_unquoted(source[-1]) for source in items.items]


def _unquoted(source: str) -> str:
    bare = source.strip(" \t")
    quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" and "\\" not in bare
    return bare[1:-1] if quoted else bare


def _read_list(entry: Entry) -> _List | None:
    """A list of scalars, each on one line; None for anything else."""
    value = entry.value
    if not isinstance(value, list) or any(isinstance(item, list | dict) for item in value):
        return None
    place = colon_of(entry.lines[0]) + 1
    first, rest = entry.lines[0][:place], entry.lines[0][place:]
    flow = _FLOW.match(rest)
    read = _read_flow(first, flow) if flow and len(entry.lines) == 1 else None if flow else _read_dashes(entry)
    if read is None or len(read.items) != len(value) or len(set(_sources(read))) != len(value):
        return None
    return read


def _read_flow(first: str, flow: re.Match[str]) -> _List | None:
    items: list[tuple[str, ...]] = []
    at, inner = 0, flow[1].rstrip(" \t")
    while at < len(inner):
        found = _SCALAR.match(inner, at)
        if found is None:
            return None
        items.append((found[1].strip(" \t"),))
        at = found.end()
    return _List(first, tuple(items), None, flow[2])


def _read_dashes(entry: Entry) -> _List | None:
    items: list[tuple[str, ...]] = []
    above: list[str] = []
    indent = ""
    for line in entry.lines[1:]:
        bare = line.strip(" \t")
        dash = _DASH.match(line)
        if not bare or bare.startswith("#"):
            above.append(line)
        elif dash is None or (items and dash[1] != indent):
            return None
        else:
            indent = dash[1]
            items.append((*above, line[dash.end() :]))
            above = []
    return None if above else _List(entry.lines[0], tuple(items), indent, "")


def _write(old: _List | None, ours: _List, theirs: _List, items: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """In the form of the side that changed the form; lines with dashes where that is not told."""
    forms = [each.indent if each else None for each in (old, ours, theirs)]
    indent = pick(*forms) if is_settled(*forms) else max((form for form in forms[1:] if form is not None), default="  ")
    firsts = [each.first if each else None for each in (old, ours, theirs)]
    carriers = [each for each in (ours, theirs) if each.indent == indent]
    if indent is None and any(len(item) > 1 or _FLOW_SIGN.search(item[0]) for item in items):
        indent, carriers = "  ", []
    first = pick(*firsts) if is_settled(*firsts) else min((each.first for each in carriers), default=ours.first)
    first = first or ours.first
    if indent is None:
        comment = max(ours.comment, theirs.comment)
        return (f"{first} [{', '.join(item[0] for item in items)}]{comment}",)
    if not items:
        return (f"{first} []",)
    return (first, *(line for *above, source in items for line in (*above, f"{indent}- {source}")))
