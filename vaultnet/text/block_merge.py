"""A block made anew, without losing what the user did in the old one.

    old                                  new                               merged
    **Reach out** · 2 people             **Reach out** · 1 person          **Reach out** · 1 person
    - [x] Call [[Ada]] ^vn-3f2a...                                         - [x] Call [[Ada]] ^vn-3f2a...
      she was out                                                            she was out
    - [ ] Call [[Ben]] ^vn-77aa...       - [ ] Call [[Cy]] ^vn-90cd...     - [ ] Call [[Cy]] ^vn-90cd...

Both are cut into groups: a line with the lines that belong to it. A group in which the user touched anything is kept
as it stands: in place of the new group of the same key (or, for text, of the same words), else where it stood.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from vaultnet.dataclass import dataclass, field
from vaultnet.text.heading import fold_heading
from vaultnet.text.item_id import find_item_id
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.line import MARKER, columns

_FENCE = lazy_pattern(r"(`{3,}+|~{3,}+)")
_BLOCK_STARTS: Final = ("#", ">", "<", "|", "```", "~~~")  # what begins so does not go on with the words of an item
_TITLE = lazy_pattern(r"\*\*([^*]++)\*\*|__([^_]++)__|#++ ([^·:(]++)|([^·:(0-9]++)")


@dataclass(slots=True)
class Group:
    """`name` tells groups apart: the key of an item, else the words of the first line; "" for a blank line."""

    lines: list[str]
    name: str
    is_item: bool
    is_kept: bool
    blank_before: bool
    blank_after: bool


@dataclass(slots=True)
class _Place:
    """A group of the new block, or the user's groups in its stead; and the user's groups that stand behind it."""

    name: str
    groups: list[Group]
    behind: list[Group] = field(default_factory=list)


def merge(old: Sequence[str], new: Sequence[str], line_end: str, is_touched: Callable[[str], bool]) -> list[str]:
    """The lines of the new block with what the user made of the old one. Lines bring their line ends.

    `is_touched` tells the user's lines of the old block from generated ones.
    """
    old_groups = _group_lines(old, is_touched)
    new_groups = _group_lines(new, lambda _line: False)
    places = [_Place("", []), *_places(new_groups, old_groups)]
    _stand_behind(old_groups, places)
    return _Writer(line_end).write(places)


# Groups


def _group_lines(lines: Sequence[str], is_touched: Callable[[str], bool]) -> list[Group]:
    groups: list[Group] = []
    start = 0
    while start < len(lines):
        end = _group_end(lines, start, is_touched) if lines[start].strip() else start + 1
        part = list(lines[start:end])
        groups.append(
            Group(
                part,
                name_of(part[0]),
                MARKER.match(part[0].lstrip()) is not None,
                any(is_touched(line) for line in part if line.strip()),
                blank_before=start > 0 and not lines[start - 1].strip(),
                blank_after=end < len(lines) and not lines[end].strip(),
            )
        )
        start = end
    return groups


def _group_end(lines: Sequence[str], start: int, is_touched: Callable[[str], bool]) -> int:
    """Behind the lines that are indented deeper, or that the user typed right below an item."""
    head = lines[start].strip()
    if fence := _FENCE.match(head):
        return _fence_end(lines, start, fence[1])
    level, is_item = _level(lines[start]), MARKER.match(head) is not None
    end = index = start + 1
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
        elif _level(line) > level or (is_item and end == index and _goes_on(line) and is_touched(line)):
            end = index = index + 1
        else:
            break
    return end


def _fence_end(lines: Sequence[str], start: int, fence: str) -> int:
    for index in range(start + 1, len(lines)):
        line = lines[index].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return index + 1
    return start + 1


def _level(line: str) -> int:
    return columns(line[: len(line) - len(line.lstrip(" \t"))])


def _goes_on(line: str) -> bool:
    """True for a line that Markdown reads as more of the item above it."""
    bare = line.lstrip()
    return not (MARKER.match(bare) or bare.startswith(_BLOCK_STARTS) or find_item_id(bare))


def name_of(line: str) -> str:
    found = find_item_id(line)
    return f"^{found.key}" if found else line.strip()


def title_of(line: str) -> str:
    """What stays the same in a section's title when its figures change: `**Reach out** · 2 people` is `reach out`."""
    found = _TITLE.match(line)
    return fold_heading(next(filter(None, found.groups()))) if found else ""


# Where each group goes


def _places(new_groups: Iterable[Group], old_groups: Iterable[Group]) -> list[_Place]:
    """The new groups in order, with the user's groups in the stead of those of the same name."""
    kept: dict[str, list[Group]] = {}
    untouched: dict[str, str] = {}
    for group in old_groups:
        if group.is_kept:
            kept.setdefault(group.name, []).append(group)
        else:
            untouched[group.name] = group.lines[0]
    taken = {
        name_of(line) for groups in kept.values() for group in groups for line in group.lines if find_item_id(line)
    }
    places: list[_Place] = []
    for group in new_groups:
        if group.name in kept:
            places.append(_Place(group.name, kept.pop(group.name)))
        elif group.name not in taken:
            places.append(_Place(group.name, [_without(group, taken, untouched.get(group.name, ""))]))
    return places


def _without(group: Group, taken: set[str], old_line: str) -> Group:
    """A new group, less the items the user has moved elsewhere. Where nothing new is said of an item, its old line
    stays, so that a date the user gave it stays too.
    """
    if len(group.lines) > 1:
        group.lines[1:] = [line for line in group.lines[1:] if name_of(line) not in taken]
    old, new = find_item_id(old_line), find_item_id(group.lines[0])
    if old and new and old.sum == new.sum:
        group.lines[0] = old_line
    return group


def _stand_behind(old_groups: Iterable[Group], places: Sequence[_Place]) -> None:
    """Let what the user made, and the new block does not have, follow what it followed in the old block.

    A section's title that is gone from the new block stays where something of the user's stands right below it.
    """
    by_name = {place.name: place for place in reversed(places) if place.name}
    by_title = {
        title_of(place.name): place for place in reversed(places) if place.groups and not place.groups[0].is_item
    }
    in_stead = {id(group) for place in places for group in place.groups}
    here, title = places[0], None
    for group in old_groups:
        if not group.name:
            continue
        if group.is_kept and id(group) not in in_stead:
            here.behind += [title, group] if title else [group]
            title = None
            continue
        place = by_name.get(group.name)
        if place is None and not group.is_item:
            place = by_title.get(title_of(group.name) or group.name)
        if place is not None:
            here, title = place, None
        elif not group.is_item:
            title = group


class _Writer:
    """Puts the groups in a row. New ones bring their own blank lines; the user's keep one where they had one."""

    __slots__ = ("_line_end", "_lines", "_owed", "_was_item")

    def __init__(self, line_end: str) -> None:
        self._line_end = line_end
        self._lines: list[str] = []
        self._owed = False  # a blank line behind the user's group, unless the new block brings one
        self._was_item = False

    def write(self, places: Iterable[_Place]) -> list[str]:
        is_behind = False  # whether the last group was the user's, behind those of the new block
        for place in places:
            for group in place.groups:
                self._add(group, apart=bool(group.name) and (self._owed or (is_behind and self._would_swallow(group))))
                self._owed = is_behind = False
            for group in place.behind:
                self._add(group, apart=self._owed or group.blank_before or self._would_swallow(group))
                self._owed, is_behind = group.blank_after, True
        return self._lines

    def _would_swallow(self, group: Group) -> bool:
        """Whether Markdown would read it as more words of the item above."""
        return self._was_item and not group.is_item

    def _add(self, group: Group, *, apart: bool) -> None:
        if apart and self._lines and self._lines[-1].strip():
            self._lines.append(self._line_end)
        self._lines += group.lines
        self._was_item = group.is_item
