"""Charts as an SVG picture: well-formed, and nothing in it lies upon anything else."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.pages.svg_chart import Chart, Series, render_svg

_SVG = "{http://www.w3.org/2000/svg}"
_LETTER = 6.6


def texts(picture: str) -> list[tuple[str, float, float, str]]:
    """(class, x, y, words) of every text."""
    root = ET.fromstring(picture)
    return [
        (text.get("class", ""), float(text.get("x", 0)), float(text.get("y", 0)), text.text or "")
        for text in root.iter(f"{_SVG}text")
    ]


def test_it_stands_for_itself() -> None:
    picture = render_svg("A & B", [Chart("<Ways>", ("call",), (Series("", (3,)),), "rows", ("3 \x00\ud800",))])
    root = ET.fromstring(picture)
    assert root.findtext(f"{_SVG}title") == "A & B"
    assert root.get("role") == "img"
    assert "<Ways>" in [words for *_, words in texts(picture)]
    assert not re.search(r"href|<script|url\(|@import|http(?!://www\.w3\.org/2000/svg)", picture)
    assert "prefers-color-scheme: dark" in picture


def test_columns_stand_on_one_line_and_add_up() -> None:
    chart = Chart("Rhythm", ("Jan", "Feb"), (Series("in person", (3, 0)), Series("in writing", (5, 2))))
    picture = render_svg("t", [chart])
    boxes = [
        (box.get("class"), float(box.get("y", 0)), float(box.get("height", 0)))
        for box in ET.fromstring(picture).iter(f"{_SVG}rect")
    ]
    bars = [box for box in boxes if box[2] not in (10.0, boxes[0][2])]  # but the page and the legend
    base = 64 + 26 + 140
    assert bars == [("s0", base - 52.5, 52.5), ("s1", base - 140, 87.5), ("s1", base - 35, 35.0)]
    assert [words for _, _, _, words in texts(picture)][2:7] == ["0", "2", "4", "6", "8"]


@pytest.mark.parametrize(
    ("most", "ticks"), [(1, "0 1"), (4, "0 1 2 3 4"), (57, "0 20 40 60"), (1234, "0 500 1000 1500")]
)
def test_the_axis_has_round_figures(most: int, ticks: str) -> None:
    picture = render_svg("t", [Chart("c", ("a",), (Series("", (most,)),))])
    assert " ".join(words for kind, _, _, words in texts(picture) if kind == "soft end") == ticks


def test_a_long_name_is_cut() -> None:
    picture = render_svg("t", [Chart("c", ("x" * 100,), (Series("", (1,)),), "rows", ("1",))])
    assert "x" * 20 + "…" in [words for *_, words in texts(picture)]
    picture = render_svg("t", [Chart("c", ("山" * 100,), (Series("", (1,)),), "rows", ("1",))])
    assert "山" * 10 + "…" in [words for *_, words in texts(picture)]


def test_nothing_to_draw() -> None:
    ET.fromstring(render_svg("t", []))
    ET.fromstring(render_svg("t", [Chart("c", (), (Series("", ()),)), Chart("c", (), (Series("", ()),), "rows")]))


@given(
    st.lists(st.tuples(st.text(max_size=30), st.integers(0, 5000), st.integers(0, 50)), min_size=1, max_size=120),
    st.text(),
)
def test_every_picture_is_well_formed_and_its_labels_are_apart(rows: list[tuple[str, int, int]], title: str) -> None:
    labels, first, second = zip(*rows, strict=True)
    columns = Chart(title, labels, (Series("a", first), Series("b", second)))
    picture = render_svg(title, [columns, Chart(title, labels, (Series("", first),), "rows", labels)])
    below = [(x, len(words)) for kind, x, _, words in texts(picture) if kind == "soft middle"]
    for (left, one), (right, other) in combinations(below, 2):
        assert abs(left - right) >= (one + other) / 2 * _LETTER
    heights = [y for kind, _, y, _ in texts(picture) if kind == "end"]
    assert all(later - earlier >= 14 for earlier, later in pairwise(heights))
    assert render_svg(title, [columns]) == render_svg(title, [columns])
