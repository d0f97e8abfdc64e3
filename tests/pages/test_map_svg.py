"""The map as SVG: sixty and five hundred people, each with a name that can be read."""

import xml.etree.ElementTree as ET
from functools import cache

import pytest

from tests.practice.maps import make_map
from vaultnet.pages.map_svg import LABEL, SvgPicture, render_map_svg
from vaultnet.pages.map_view import MapView, build_map_view, read_map
from vaultnet.pages.map_words import MapWords
from vaultnet.pages.text_width import text_width
from vaultnet.practice.network_map import MapEdge, MapOrganization, MapPerson, NetworkMap

SVG = "{http://www.w3.org/2000/svg}"
WORDS = MapWords()


@cache
def view_of(count: int, limit: int = 5000) -> MapView:
    return build_map_view(read_map(make_map(count), WORDS), limit, WORDS)


@cache
def picture_of(count: int) -> SvgPicture:
    return render_map_svg(view_of(count), "")


@pytest.mark.parametrize("count", [1, 2, 60, 500])
def test_labels_overlap_nowhere(count: int) -> None:
    labels = sorted(picture_of(count).labels)
    found = []
    for at, one in enumerate(labels):
        for other in labels[at + 1 :]:
            if other.left >= one.right:
                break
            if one.overlaps(other):
                found.append((one, other))
    assert found == []
    assert len(labels) >= count


@pytest.mark.parametrize("count", [60, 500])
def test_every_text_stands_where_its_label_was_reckoned_to_stand(count: int) -> None:
    """What is drawn is what was measured: each text of the file is inside of a rectangle that overlaps no other."""
    picture = picture_of(count)
    root = ET.fromstring(picture.text)
    texts = [one for one in root.iter(f"{SVG}text") if one.get("class") in (None, "place")]
    view = view_of(count)
    assert len(texts) == len(view.drawn.people) + len(view.drawn.organizations)
    for one in texts:
        x, y, width = float(one.get("x", "")), float(one.get("y", "")), text_width(one.text or "", LABEL)
        assert any(
            rect.left - 0.2 <= x - width / 2 and x + width / 2 <= rect.right + 0.2 and rect.top <= y <= rect.bottom
            for rect in picture.labels
        ), one.text


def test_it_is_the_same_each_time_and_inside_of_its_frame() -> None:
    picture = picture_of(60)
    assert render_map_svg(view_of(60), "") == picture
    root = ET.fromstring(picture.text)
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    assert all(rect.left >= 0 and rect.right <= width and rect.bottom <= height for rect in picture.labels)
    assert root.find(f"{SVG}title") is not None
    assert "Clusters: " in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme: dark" in picture.text
    assert "var(" not in picture.text, "image converters know no variables"


def test_names_that_are_cut_are_whole_for_a_reader() -> None:
    person = MapPerson("People/x.md", "Wilhelmina Featherstonehaugh of Long Acre & Little Snoring", "People/x.md", "x")
    picture = render_map_svg(build_map_view(read_map(NetworkMap({person.key: person}, {}, ()), WORDS), 9, WORDS), None)
    assert "<title>Wilhelmina Featherstonehaugh of Long Acre &amp; Little Snoring</title>" in picture.text
    assert ">Wilhelmina Featherston" in picture.text.replace("<title>Wilhelmina", "")
    assert "<a href" not in picture.text


def test_the_legend_names_what_is_there_and_nothing_else() -> None:
    names = ("a", "b", "c")
    people = {name: MapPerson(name, name.upper(), f"{name}.md", name) for name in names}
    bare = render_map_svg(build_map_view(read_map(NetworkMap(people, {}, ()), WORDS), 9, WORDS), None).text
    for words in (WORDS.introduced, WORDS.asked, WORDS.knows, WORDS.works, WORDS.worked, WORDS.bridge, WORDS.target):
        assert f">{words}<" not in bare
    place = MapOrganization("Mill.md", "Mill", "Mill.md", is_target=True)
    edges = (
        MapEdge("a", "b", "introduced", 0.7),
        MapEdge("b", "c", "asked", 0.3),
        MapEdge("a", "c", "knows", 0.5),
        MapEdge("a", "Mill.md", "works", 0.5),
        MapEdge("b", "Mill.md", "worked", 0.1),
    )
    reading = read_map(NetworkMap(people, {place.key: place}, edges), WORDS)
    full = render_map_svg(build_map_view(reading, 9, WORDS), None).text
    for words in (WORDS.introduced, WORDS.asked, WORDS.knows, WORDS.works, WORDS.worked, WORDS.target, WORDS.single):
        assert f">{words}<" in full
    assert read_map(reading.whole, WORDS, own_company="Mill.md").single_points == ()


def test_a_limit_keeps_the_bridges() -> None:
    view = view_of(500, 40)
    assert len(view.drawn.people) == 40
    assert view.bridges
    assert "Of the 500 people 40 are shown" in render_map_svg(view, None).text


def test_two_at_one_place_are_drawn_without_an_error() -> None:
    """A tie without length."""
    from vaultnet.pages.free_place import Rect
    from vaultnet.pages.svg_edge import render_edge

    boxes = {"a": Rect(0, 0, 20, 20), "b": Rect(0, 0, 20, 20), "o": Rect(0, 0, 20, 18)}
    people = {name: MapPerson(name, name, "", name) for name in "ab"}
    place = MapOrganization("o", "o", "", is_target=False)
    view = build_map_view(read_map(NetworkMap(people, {"o": place}, ()), WORDS), 9, WORDS)
    for end in "bo":
        assert "M10,9" in render_edge(MapEdge("a", end, "knows", 1), boxes, view, 6)
