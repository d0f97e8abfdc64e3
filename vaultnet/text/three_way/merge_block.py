"""A managed block, merged by the ids of its items; the result is a sealed block again.

- What only one side has made, or made anew, is as that side has it; of two lines made anew either will do: the next
  run says what is right.
- What a person ticked or typed goes before what was made; a tick before an open box; what both typed behind the same
  item stands there together. Only where both changed the same generated words is anything disputed.
- The line of sums covers again what either side's covered, and no more: nothing generated turns into somebody's words.
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.text.block import TEXT_SUMS, generated_texts, parse_item, text_sum
from vaultnet.text.block_merge import title_of
from vaultnet.text.checkbox import drop_fields
from vaultnet.text.item_id import find_item_id
from vaultnet.text.three_way.list_lines import Item, begins_list, cut_items, is_list, list_end
from vaultnet.text.three_way.merge_lines import merge_lines
from vaultnet.text.three_way.merge_list import merge_list
from vaultnet.text.three_way.ordered_set import merge_order
from vaultnet.text.three_way.outcome import Clash, Part, lines_of
from vaultnet.text.three_way.pick import is_settled, pick
from vaultnet.text.three_way.task_line import merge_head, parse_head, render_head

_GLUED = frozenset(":,;.!?")  # stands right behind the word that it follows
_SIGNS = ":,;-–— "  # with which one begins to type


class _Group(NamedTuple):
    """An item with what is nested in it, or a line of text. `is_touched`: a person had a hand in it."""

    item: Item
    is_touched: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """`generated`: the lines without ids that were generated, bare."""

    group_by_name: dict[str, _Group]
    generated: frozenset[str]
    has_sums: bool


def merge_block(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    """The lines of one block, its marker lines included, in each version; the base's may be none."""
    if is_settled(tuple(base), tuple(ours), tuple(theirs)):
        return [*pick(tuple(base), tuple(ours), tuple(theirs))]
    old, mine, yours = _read(base), _read(ours), _read(theirs)
    versions = {
        name: tuple(block.group_by_name.get(name) for block in (old, mine, yours))
        for name in {**mine.group_by_name, **yours.group_by_name}
    }
    parts = {name: merged for name, each in versions.items() if (merged := _merge_group(*each)) is not None}
    order = merge_order(
        list(old.group_by_name), list(mine.group_by_name), list(yours.group_by_name),
        kept=set(parts), merge_runs=_in_a_row, rank=lambda name: (name,),
    )  # fmt: skip
    inner: list[Part] = []
    was_item = False
    for name in order:
        _, here, there = versions[name]
        is_item = any(group and begins_list(group.item.lines[0]) for group in (here, there))
        gap = max((group.item.gap or 0 for group in (here, there) if group), default=0)
        swallowed = was_item and not is_item  # as more words of the item above
        inner += [""] * max(gap, swallowed) if inner else []
        inner += parts[name]
        was_item = is_item
    inner += _sums(inner, mine, yours)
    return [min(ours[0], theirs[0]), *inner, min(ours[-1], theirs[-1])]


def is_remade(base: Sequence[str], left: Sequence[str]) -> bool:
    """True where nobody had a hand in what `left` has and the base has not."""
    known = {group.item.lines for group in _read(base).group_by_name.values()}
    return not any(group.is_touched and group.item.lines not in known for group in _read(left).group_by_name.values())


def _in_a_row(ours: list[str], theirs: list[str]) -> list[str]:
    first, second = sorted((ours, theirs))
    return [*first, *second]


# What a block holds


def _read(lines: Sequence[str]) -> _Block:
    inner = [line for line in lines[1:-1] if not TEXT_SUMS.fullmatch(line.strip())]
    generated = generated_texts("\n".join(lines[1:-1]))
    groups: dict[str, _Group] = {}
    seen: Counter[str] = Counter()
    for item in _cut(inner):
        name = _name(item.lines[0])
        seen[name] += 1
        is_touched = any(_is_touched(line, generated) for line in item.lines if line.strip())
        groups[f"{name} {seen[name]}"] = _Group(item, is_touched)
    return _Block(groups, generated, has_sums=len(inner) < len(lines[1:-1]))


def _cut(lines: Sequence[str]) -> Iterable[Item]:
    at, gap = 0, 0
    while at < len(lines):
        if not lines[at].strip():
            at, gap = at + 1, gap + 1
            continue
        end = list_end(lines, at) if begins_list(lines[at]) else _text_end(lines, at)
        if begins_list(lines[at]):
            first, *others = cut_items(lines[at:end])
            yield first._replace(gap=gap)
            yield from others
        else:
            yield Item(gap, tuple(lines[at:end]))
        at, gap = end, 0


def _text_end(lines: Sequence[str], start: int) -> int:
    """A line is by itself; a fence (a picture, a table of figures) is one thing."""
    sign = lines[start][:3]
    if sign not in ("```", "~~~"):
        return start + 1
    return next((at + 1 for at in range(start + 1, len(lines)) if lines[at].startswith(sign)), start + 1)


def _name(line: str) -> str:
    """An item by its key, a section's title without its figures, any other line by what it says."""
    found = find_item_id(line)
    if found:
        return f"^{found.key}"
    title = title_of(line.strip()) if line.startswith(("**", "__", "#")) else ""
    return f"title:{title}" if title else line.strip()


def _is_touched(line: str, generated: frozenset[str]) -> bool:
    item = parse_item(line)
    if item is None:
        return line.strip() not in generated
    return not item.generated or item.mark not in ("", " ") or drop_fields(line) != line  # no day is ever generated


def _sums(inner: Iterable[Part], ours: _Block, theirs: _Block) -> list[str]:
    known = ours.generated | theirs.generated
    if not (ours.has_sums or theirs.has_sums):
        return []
    sums = dict.fromkeys(text_sum(line) for line in lines_of(inner) if line.strip() in known and line.strip())
    return [f"<!-- vn:{b64encode(b''.join(sums)).decode()} -->"] if sums else []


# One group


def _merge_group(base: _Group | None, ours: _Group | None, theirs: _Group | None) -> list[Part] | None:
    """None where it is gone."""
    old, mine, yours = (group and group.item.lines for group in (base, ours, theirs))
    if is_settled(old, mine, yours):
        lines = pick(old, mine, yours)
        return None if lines is None else [*lines]
    if ours is None or theirs is None:
        left = ours or theirs
        return [*left.item.lines] if left and left.is_touched else None
    if ours.is_touched != theirs.is_touched:
        return [*(ours if ours.is_touched else theirs).item.lines]
    if not ours.is_touched:
        return [*max(ours.item.lines, theirs.item.lines)]
    return _merge_touched(base.item.lines if base else (), ours.item.lines, theirs.item.lines)


def _merge_touched(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    old = base[0] if base else None
    head = merge_head(old, ours[0], theirs[0])
    if head is None:
        head = merge_head(old, *_with_words_of_both(ours[0], theirs[0]))
    if head is None:
        return [Clash("block", tuple(ours), tuple(theirs))]
    nested = base[1:], ours[1:], theirs[1:]
    merge = merge_list if all(not lines or is_list(lines) for lines in nested) else merge_lines
    return [head, *merge(*nested)]


def _with_words_of_both(ours: str, theirs: str) -> tuple[str, str]:
    """Where both typed behind the generated words, before the id or behind it: each line with what both typed there. Of
    words that were generated twice either will do.
    """
    mine, yours = _typed(ours), _typed(theirs)
    if mine is None or yours is None:
        return ours, theirs
    made = max(mine, yours, key=lambda typed: (typed.offered, typed.id))  # the id has the digest of its own words
    before, behind = _both(mine.before, yours.before), _both(mine.behind, yours.behind)
    first = (made.offered + before,) if before[:1] in _GLUED else (made.offered, before)
    words = " ".join(filter(None, (*first, made.id, behind)))
    return render_head(parse_head(ours), words), render_head(parse_head(theirs), words)


class _Typed(NamedTuple):
    """An item's words: what was generated, and what a person typed before and behind its id."""

    offered: str
    before: str
    id: str
    behind: str


def _typed(line: str) -> _Typed | None:
    """None where the generated words are no longer as they were, or letters were typed on to their last."""
    words, item = parse_head(line).words, parse_item(line)
    found = find_item_id(words)
    if found is None or item is None or not item.offered:
        return None
    above = words[: found.start].rstrip()
    if not above.startswith(item.offered) or above[len(item.offered) :][:1].isalnum():
        return None
    before, behind = above[len(item.offered) :].strip(), words[found.end :].strip()
    return _Typed(item.offered, before, words[found.start : found.end].strip(), behind)


def _both(one: str, other: str) -> str:
    """Who typed a colon first typed it for both."""
    first, second = sorted((one, other))
    if _says(first, second.lstrip(_SIGNS)):
        return first
    return second if _says(second, first.lstrip(_SIGNS)) else f"{first}; {second.lstrip(_SIGNS)}"


def _says(typed: str, words: str) -> bool:
    """Whether whole words of it are these: "no" does not stand in "not yet"."""
    return not words or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", typed) is not None
