"""Where everything on a map stands: clusters apart from one another, nothing on top of anything.

lay_out([Region(("a", "b"), 90), Region(("c",), 60)], {"a": Size(80, 30), ...}, [Link("b", "c", 0.7)], SPACE)
-> Layout(boxes={"a": Rect(...), ...}, regions=(Rect(...), Rect(...)), width=412.0, height=180.0)

Each region is drawn by itself (`map_forces`), then the regions are put together like tiles, each after and beside
those it is tied to, and turned over where that brings tied people nearer. Everything is decided by order, nothing by
chance, without numpy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple

from vaultnet.pages.free_place import Field, Rect
from vaultnet.pages.map_forces import find_positions

_LANDSCAPE = 1.9  # a step down counts as much as so many across
_PULL_IN = 0.35  # to the middle of the map, against a whole tie
_ROUNDS = 2
_TIGHT = 0.8  # of the distances that were found: what then would overlap makes room


class Size(NamedTuple):
    width: float
    height: float


class Link(NamedTuple):
    """A tie between two boxes."""

    one: str
    other: str
    weight: float


class Region(NamedTuple):
    """The boxes of one cluster, the most important first, and the room that its title takes. `is_loose`: its boxes have
    nothing to do with one another, and stand in rows.
    """

    keys: tuple[str, ...]
    title_width: float
    is_loose: bool = False


class Space(NamedTuple):
    """Room around a box, inside of a region's edge, for its title, between two regions, and at the edge of all."""

    box: float
    margin: float
    title: float
    region: float
    edge: float


class Layout(NamedTuple):
    """Rectangles of the boxes by key, and of the regions in their order; a map of `width` by `height` from (0, 0)."""

    boxes: Mapping[str, Rect]
    regions: tuple[Rect, ...]
    width: float
    height: float


def lay_out(regions: Sequence[Region], sizes: Mapping[str, Size], links: Iterable[Link], space: Space) -> Layout:
    """Every key of every region gets a place. Loose regions stand below the others, as wide as they are."""
    known = [link for link in links if link.one in sizes and link.other in sizes]
    tied = [_draw(region, sizes, known, space) if not region.is_loose else None for region in regions]
    drawn = [one for one in tied if one is not None]
    offsets = _pack(drawn, known, space)
    flat = [one.moved(*offset) for one, offset in zip(drawn, offsets, strict=True)]
    _turn_over(flat, known)
    placed = iter(flat)
    width = max((one.rect.right for one in flat), default=0.0) - min((one.rect.left for one in flat), default=0.0)
    left, below = _lower_left(flat)
    every: list[_Drawn] = []
    for region, one in zip(regions, tied, strict=True):
        if one is not None:
            every.append(next(placed))
            continue
        rows = _in_rows(region, sizes, max(width, 900.0), space).moved(left, below + space.region)
        below = rows.rect.bottom
        every.append(rows)
    return _at_origin(every, space)


class _Drawn(NamedTuple):
    """One region with its boxes."""

    boxes: Mapping[str, Rect]
    rect: Rect
    title: float

    def moved(self, dx: float, dy: float) -> "_Drawn":
        return _Drawn({key: box.moved(dx, dy) for key, box in self.boxes.items()}, self.rect.moved(dx, dy), self.title)

    def turned(self, *, across: bool, down: bool) -> "_Drawn":
        """Its mirror image; the title stays above."""
        rect, low = self.rect, self.rect.top + self.title
        boxes = {
            key: Rect(
                rect.left + rect.right - box.right if across else box.left,
                low + rect.bottom - box.bottom if down else box.top,
                box.width,
                box.height,
            )
            for key, box in self.boxes.items()
        }
        return _Drawn(boxes, rect, self.title)


def _draw(region: Region, sizes: Mapping[str, Size], links: Sequence[Link], space: Space) -> _Drawn:
    number = {key: at for at, key in enumerate(region.keys)}
    inside = [
        (number[link.one], number[link.other], link.weight)
        for link in links
        if link.one in number and link.other in number
    ]
    wanted = find_positions(len(region.keys), inside)
    across = sum(sizes[key].width for key in region.keys) / len(region.keys) + space.box
    down = sum(sizes[key].height for key in region.keys) / len(region.keys) + space.box
    field = Field(across, down)
    boxes: dict[str, Rect] = {}
    for at in sorted(range(len(wanted)), key=lambda at: (round(hypot(*wanted[at]), 3), at)):
        size, (x, y) = sizes[region.keys[at]], wanted[at]
        rect = field.place(size.width + space.box, size.height + space.box, x * across * _TIGHT, y * down * _TIGHT)
        boxes[region.keys[at]] = Rect(rect.left + space.box / 2, rect.top + space.box / 2, *size)
    return _framed(boxes, region, space)


def _in_rows(region: Region, sizes: Mapping[str, Size], width: float, space: Space) -> _Drawn:
    boxes: dict[str, Rect] = {}
    left = top = tallest = 0.0
    for key in region.keys:
        size = sizes[key]
        if left and left + size.width > width - 2 * space.margin:
            left, top, tallest = 0.0, top + tallest + space.box, 0.0
        boxes[key] = Rect(left, top, *size)
        left, tallest = left + size.width + space.box, max(tallest, size.height)
    drawn = _framed(boxes, region, space)
    return drawn.moved(-drawn.rect.left, -drawn.rect.top)


def _framed(boxes: Mapping[str, Rect], region: Region, space: Space) -> _Drawn:
    left, top = min(box.left for box in boxes.values()), min(box.top for box in boxes.values())
    right, bottom = max(box.right for box in boxes.values()), max(box.bottom for box in boxes.values())
    missing = max(region.title_width - (right - left), 0.0)
    rect = Rect(
        left - space.margin - missing / 2,
        top - space.margin - space.title,
        right - left + missing + 2 * space.margin,
        bottom - top + 2 * space.margin + space.title,
    )
    return _Drawn(boxes, rect, space.title)


def _lower_left(drawn: Sequence[_Drawn]) -> tuple[float, float]:
    return min((one.rect.left for one in drawn), default=0.0), max((one.rect.bottom for one in drawn), default=0.0)


def _pack(drawn: Sequence[_Drawn], links: Sequence[Link], space: Space) -> list[tuple[float, float]]:
    """How far each region is to be moved."""
    pulls = _pulls(drawn, links)
    total = {at: sum(weights.values()) for at, weights in pulls.items()}
    areas = [one.rect.width * one.rect.height for one in drawn]
    placed: dict[int, Rect] = {}
    while len(placed) < len(drawn):
        rest = (at for at in range(len(drawn)) if at not in placed)
        at = max(rest, key=lambda at: (_tied_to(placed, pulls[at]), areas[at], -at))
        size = drawn[at].rect
        spots = list(_spots(placed.values(), size, space.region)) or [
            Rect(-size.width / 2, -size.height / 2, *size[2:])
        ]
        free = [spot for spot in spots if not any(_near(spot, other, space.region) for other in placed.values())]
        tied = {other: weight / total[at] for other, weight in pulls[at].items() if other in placed}
        placed[at] = min(free, key=lambda spot: (_cost(spot, tied, placed), spot))
    return [(placed[at].left - one.rect.left, placed[at].top - one.rect.top) for at, one in enumerate(drawn)]


def _tied_to(placed: Iterable[int], pulls: Mapping[int, float]) -> float:
    return round(sum(pulls.get(other, 0.0) for other in sorted(placed)), 6)


def _pulls(drawn: Sequence[_Drawn], links: Sequence[Link]) -> dict[int, dict[int, float]]:
    region = {key: at for at, one in enumerate(drawn) for key in one.boxes}
    pulls: dict[int, dict[int, float]] = {at: defaultdict(float) for at in range(len(drawn))}
    for link in links:
        one, other = region.get(link.one), region.get(link.other)
        if one is not None and other is not None and one != other and link.weight:
            pulls[one][other] += link.weight
            pulls[other][one] += link.weight
    return pulls


def _spots(placed: Iterable[Rect], size: Rect, gap: float) -> Iterator[Rect]:
    """Beside, above and below each that stands already: flush with its near edge, its middle or its far edge."""
    for rect in placed:
        for share in (0.0, 0.5, 1.0):
            x = rect.left + (rect.width - size.width) * share
            y = rect.top + (rect.height - size.height) * share
            yield Rect(x, rect.top - gap - size.height, *size[2:])
            yield Rect(x, rect.bottom + gap, *size[2:])
            yield Rect(rect.left - gap - size.width, y, *size[2:])
            yield Rect(rect.right + gap, y, *size[2:])


def _near(one: Rect, other: Rect, gap: float) -> bool:
    gap -= 0.01  # sums of floats: flush is far enough
    return Rect(one.left - gap, one.top - gap, one.width + 2 * gap, one.height + 2 * gap).overlaps(other)


def _cost(spot: Rect, tied: Mapping[int, float], placed: Mapping[int, Rect]) -> float:
    pull = sum(
        weight * hypot(spot.x - placed[other].x, (spot.y - placed[other].y) * _LANDSCAPE)
        for other, weight in sorted(tied.items())
    )
    return round(pull + _PULL_IN * hypot(spot.x, spot.y * _LANDSCAPE), 3)


def _turn_over(drawn: list[_Drawn], links: Sequence[Link]) -> None:
    """Mirror regions in place, so that their ties to the others get shorter."""
    for _ in range(_ROUNDS):
        for at, one in enumerate(drawn):
            others = {key: box for each in drawn if each is not one for key, box in each.boxes.items()}
            out = [link for link in links if (link.one in one.boxes) != (link.other in one.boxes)]
            ways = [one.turned(across=across, down=down) for across in (False, True) for down in (False, True)]
            drawn[at] = min(ways, key=lambda way: round(_length(way, others, out), 2))


def _length(one: _Drawn, others: Mapping[str, Rect], links: Iterable[Link]) -> float:
    length = 0.0
    for link in links:
        inner, outer = (link.one, link.other) if link.one in one.boxes else (link.other, link.one)
        if outer in others:
            length += hypot(one.boxes[inner].x - others[outer].x, one.boxes[inner].y - others[outer].y)
    return length


def _at_origin(every: Sequence[_Drawn], space: Space) -> Layout:
    dx = space.edge - min((one.rect.left for one in every), default=0.0)
    dy = space.edge - min((one.rect.top for one in every), default=0.0)
    moved = [one.moved(dx, dy) for one in every]
    return Layout(
        {key: _rounded(box) for one in moved for key, box in one.boxes.items()},
        tuple(_rounded(one.rect) for one in moved),
        round(max((one.rect.right for one in moved), default=0.0) + space.edge, 1),
        round(max((one.rect.bottom for one in moved), default=0.0) + space.edge, 1),
    )


def _rounded(rect: Rect) -> Rect:
    return Rect(*(round(value, 1) for value in rect))
