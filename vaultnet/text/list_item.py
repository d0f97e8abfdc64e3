r"""A list item: its marker, its checkbox, where its own words begin and end, and whose child it is.

"- [x] call [[Ada]]\n  - about [[Ben]]\n"
->  ListItem(line=1, mark="x", parent=-1, ...), ListItem(line=2, mark="", parent=0, ...)

The items of a log are kept as the lines that they are until somebody asks for them one by one.
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, overload

from vaultnet.text.hot import make_value


class ListItem(NamedTuple):
    """Offsets into the note. Two items may stand on one line (`- - a`); both then begin where the line begins."""

    line: int
    start: int
    indent: int
    mark: str
    mark_at: int
    text_start: int
    text_end: int
    end: int
    parent: int
    heading: int
    quoted: bool
    block: int


class ItemRun(NamedTuple):
    """Items one below the other that begin with `- ` and have neither a box nor anything nested. `first` is the number
    of the first among all items, `line` and `start` where it stands.
    """

    first: int
    line: int
    start: int
    heading: int
    lines: list[str]

    def items(self) -> list[ListItem]:
        r"""The items; the `\r` at the end of a line belongs to the line end."""
        found, start, heading = [], self.start, self.heading
        for line, words in enumerate(self.lines, self.line):
            behind = stop = start + len(words)
            if words[-1] == "\r":
                stop -= 1
            first = start + 2
            found.append(make_value(ListItem, (line, start, 0, "", -1, first, stop, stop, -1, heading, False, -1)))
            start = behind + 1
        return found


class Items(Sequence[ListItem]):
    """All items in the order of the text. `parts` are the same without taking the runs apart."""

    __slots__ = ("_all", "parts")

    def __init__(self, parts: Sequence[ListItem | ItemRun]) -> None:
        self.parts = parts
        self._all: tuple[ListItem, ...] | None = None

    @property
    def boxed(self) -> list[ListItem]:
        """Those with a checkbox."""
        return [part for part in self.parts if isinstance(part, ListItem) and part.mark]

    def under(self, headings: Container[int]) -> Iterator[ListItem]:
        """Those that stand under one of these headings, told by number."""
        for part in self.parts:
            if part.heading in headings:
                yield from part.items() if isinstance(part, ItemRun) else (part,)

    def _apart(self) -> tuple[ListItem, ...]:
        if self._all is None:
            each = (part.items() if isinstance(part, ItemRun) else (part,) for part in self.parts)
            self._all = tuple([item for items in each for item in items])
        return self._all

    def __len__(self) -> int:
        return len(self._apart())

    def __iter__(self) -> Iterator[ListItem]:
        return iter(self._apart())

    @overload
    def __getitem__(self, index: int) -> ListItem: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ListItem, ...]: ...
    def __getitem__(self, index: int | slice) -> ListItem | tuple[ListItem, ...]:
        return self._apart()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Items) and self._apart() == other._apart()

    def __hash__(self) -> int:
        return hash(self._apart())

    def __repr__(self) -> str:
        return repr(self._apart())
