"""Where things stand on a map: nothing on top of anything, whatever there is."""

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaultnet.pages.canvas_side import sides
from vaultnet.pages.free_place import Field, Rect
from vaultnet.pages.map_forces import find_positions
from vaultnet.pages.map_layout import Layout, Link, Region, Size, Space, lay_out

SPACE = Space(box=10, margin=12, title=20, region=30, edge=20)


def overlaps(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [(one, other) for at, one in enumerate(rects) for other in rects[:at] if one.overlaps(other)]


def sound(layout: Layout, regions: list[Region]) -> None:
    """Nothing overlaps, and every box is inside of its region, below its title."""
    assert overlaps(list(layout.boxes.values())) == []
    assert overlaps(list(layout.regions)) == []
    for region, rect in zip(regions, layout.regions, strict=True):
        assert rect.left >= SPACE.edge - 0.1
        assert rect.right <= layout.width
        assert rect.bottom <= layout.height
        assert rect.width >= region.title_width
        for key in region.keys:
            box = layout.boxes[key]
            assert box.left >= rect.left
            assert box.right <= rect.right
            assert box.top >= rect.top + SPACE.title
            assert box.bottom <= rect.bottom


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Region], dict[str, Size], list[Link]]:
    counts = draw(st.lists(st.integers(1, 12), max_size=7))
    regions: list[Region] = []
    sizes: dict[str, Size] = {}
    keys: list[str] = []
    for number, count in enumerate(counts):
        own = tuple(f"{number}.{at}" for at in range(count))
        regions.append(Region(own, draw(st.floats(0, 400)), is_loose=draw(st.booleans())))
        keys += own
        sizes |= {key: Size(draw(st.floats(5, 300)), draw(st.floats(5, 60))) for key in own}
    ends = st.sampled_from(keys) if keys else st.nothing()
    links = draw(st.lists(st.builds(Link, ends, ends, st.floats(0, 1)), max_size=30)) if keys else []
    return regions, sizes, links


@settings(max_examples=60, deadline=None)
@given(maps())
def test_nothing_ever_overlaps(drawn: tuple[list[Region], dict[str, Size], list[Link]]) -> None:
    regions, sizes, links = drawn
    layout = lay_out(regions, sizes, links, SPACE)
    assert set(layout.boxes) == set(sizes)
    sound(layout, regions)
    assert lay_out(regions, sizes, links, SPACE) == layout


def test_tied_regions_stand_beside_each_other() -> None:
    regions = [Region((f"{name}1", f"{name}2"), 0) for name in "abcdefgh"]
    sizes = {key: Size(60, 20) for region in regions for key in region.keys}
    links = [Link(f"{name}1", f"{name}2", 0.5) for name in "abcdefgh"] + [Link("a1", "h2", 0.9)]
    layout = lay_out(regions, sizes, links, SPACE)
    one, other = layout.regions[0], layout.regions[7]
    reach = SPACE.region + 0.2
    assert Rect(one.left - reach, one.top - reach, one.width + 2 * reach, one.height + 2 * reach).overlaps(other)


def test_tied_people_stand_nearer_than_others() -> None:
    places = find_positions(6, [(0, 1, 0.9), (2, 3, 0.9), (4, 5, 0.9)])

    def distance(one: int, other: int) -> float:
        return hypot(places[one][0] - places[other][0], places[one][1] - places[other][1])

    assert max(distance(0, 1), distance(2, 3), distance(4, 5)) < min(distance(0, 2), distance(1, 4), distance(3, 5))
    assert find_positions(0, []) == []


def test_nothing_at_all() -> None:
    assert lay_out([], {}, [], SPACE) == Layout({}, (), 20, 20)


def test_where_all_around_is_taken_it_goes_below() -> None:
    field = Field(10, 10)
    field.take(Rect(-500, -500, 1000, 1000))
    assert field.place(10, 10, 0, 0) == Rect(-5, 500, 10, 10)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (300, 0, ("right", "left")),
        (-300, 0, ("left", "right")),
        (0, 300, ("bottom", "top")),
        (0, -300, ("top", "bottom")),
    ],
)
def test_lines_leave_cards_on_the_sides_that_face(x: float, y: float, expected: tuple[str, str]) -> None:
    assert sides(Rect(0, 0, 100, 50), Rect(x, y, 100, 50)) == {"fromSide": expected[0], "toSide": expected[1]}
