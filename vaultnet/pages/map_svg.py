"""The map as a standalone SVG: labels that never overlap, names for a screen reader, colours for light and dark.

render_map_svg(view, "")   ->   <svg ...><title>Network</title><desc>People by cluster ...</desc> ... </svg>

Plain shapes and classes only (no variables, no scripts, no fonts to load), so that a browser, Obsidian, GitHub and an
image converter show the same. The picture brings its own ground; it is dark where the reader's screen is.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vaultnet.pages.free_place import Rect
from vaultnet.pages.map_layout import Layout, Link, Region, Size, Space, lay_out
from vaultnet.pages.map_legend import render_legend
from vaultnet.pages.map_style import HUES, STYLE, attribute, number, text
from vaultnet.pages.map_view import MapView
from vaultnet.pages.svg_edge import render_edge
from vaultnet.pages.text_width import shorten_to_width, text_width
from vaultnet.text.relative_link import relative_link

LABEL = 12.0  # points of a name
TITLE = 14.0
_DOT = 6.0
_LINE = 15.0
_WIDEST = 210.0
_PILL = 22.0
_SPACE = Space(box=14, margin=16, title=26, region=46, edge=28)
OURS = "vaultnet:network"


class SvgPicture(NamedTuple):
    """The text of the file, and where its labels stand: no two of them overlap."""

    text: str
    labels: tuple[Rect, ...]


def render_map_svg(view: MapView, folder: str | None) -> SvgPicture:
    """`folder` is where in the vault the file will stand: then every name links to its note; None for elsewhere."""
    labels = _labels(view)
    regions = [
        *(Region(cluster.keys, _title_width(title)) for cluster, title in zip(view.clusters, view.titles, strict=True)),
        *([Region(view.alone, _title_width(view.words.alone), is_loose=True)] if view.alone else ()),
    ]
    links = [Link(edge.start, edge.end, edge.weight) for edge in view.nearness]
    layout = lay_out(regions, {key: _size(key, label, view) for key, label in labels.items()}, links, _SPACE)
    legend = render_legend(view, layout.height, layout.width, _SPACE.edge)
    width, height = max(layout.width, legend.width), legend.bottom
    parts = [
        *_head(view, width, height),
        *_grounds(view, layout),
        *(render_edge(edge, layout.boxes, view, _DOT) for edge in view.drawn.edges),
        *(_node(key, label, layout.boxes[key], view, folder) for key, label in labels.items()),
        *_titles(view, layout),
        *legend.parts,
        "</svg>\n",
    ]
    shown = (*_label_rects(labels, layout, view), *legend.labels)
    return SvgPicture("\n".join(parts), shown)


def _labels(view: MapView) -> dict[str, str]:
    hue = {key: at for at, cluster in enumerate(view.clusters) for key in cluster.keys}
    keys = sorted((*view.drawn.people, *view.drawn.organizations), key=lambda key: (hue.get(key, len(hue)), key))
    return {key: shorten_to_width(text(view.drawn.name_of(key)), LABEL, _WIDEST) for key in keys}


def _title_width(title: str) -> float:
    return text_width(text(title), TITLE, is_bold=True)


def _size(key: str, label: str, view: MapView) -> Size:
    width = text_width(label, LABEL)
    if key in view.drawn.people:
        return Size(max(width, 2 * _DOT + 6), 2 * _DOT + 6 + _LINE)
    return Size(width + 18, _PILL)


def _head(view: MapView, width: float, height: float) -> Iterator[str]:
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-labelledby="title about">'
    yield f"<!-- {OURS} -->"
    yield f'<title id="title">{attribute(view.words.title)}</title>'
    about = view.words.summary.format(", ".join(view.titles) or "-")
    yield f'<desc id="about">{attribute(about)}</desc>'
    yield STYLE
    yield f'<rect class="ground" width="{number(width)}" height="{number(height)}"/>'


def _grounds(view: MapView, layout: Layout) -> Iterator[str]:
    for at, rect in enumerate(layout.regions):
        place = f'x="{number(rect.left)}" y="{number(rect.top)}"'
        size = f'width="{number(rect.width)}" height="{number(rect.height)}"'
        yield f'<rect class="region {_hue_of(at, view)}" {place} {size} rx="14"/>'


def _titles(view: MapView, layout: Layout) -> Iterator[str]:
    """Over the ties, so that none strikes them out."""
    for at, (rect, title) in enumerate(zip(layout.regions, _region_titles(view), strict=True)):
        place = f'x="{number(rect.left + _SPACE.margin)}" y="{number(rect.top + 22)}"'
        yield f'<text class="region-name {_hue_of(at, view)}" {place}>{attribute(title)}</text>'


def _region_titles(view: MapView) -> tuple[str, ...]:
    return (*view.titles, *((view.words.alone,) if view.alone else ()))


def _node(key: str, label: str, box: Rect, view: MapView, folder: str | None) -> str:
    person = view.drawn.people.get(key)
    inner = _person(key, label, box, view) if person else _organization(key, label, box, view)
    path = person.path if person else view.drawn.organizations[key].path
    whole = f"<title>{attribute(view.drawn.name_of(key))}</title>"
    if path and folder is not None:
        return f'<a href="{attribute(relative_link(path, folder))}">{whole}{inner}</a>'
    return f"<g>{whole}{inner}</g>"


def _person(key: str, label: str, box: Rect, view: MapView) -> str:
    y = box.top + _DOT + 3
    ring = f'<circle class="ring" cx="{number(box.x)}" cy="{number(y)}" r="{number(_DOT + 3)}"/>'
    kind = "dot" if view.drawn.people[key].path else "dot open"
    return (
        f"{ring if key in view.bridges else ''}"
        f'<circle class="{kind} {_hue(key, view)}" cx="{number(box.x)}" cy="{number(y)}" r="{number(_DOT)}"/>'
        f'<text x="{number(box.x)}" y="{number(box.bottom - 4)}">{attribute(label)}</text>'
    )


def _organization(key: str, label: str, box: Rect, view: MapView) -> str:
    single = "single" if key in view.single else ""
    target = "target" if view.drawn.organizations[key].is_target else ""
    kind = " ".join(filter(None, ("pill", single, target, _hue(key, view))))
    place = f'x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" height="{number(box.height)}"'
    return (
        f'<rect class="{kind}" {place} rx="6"/>'
        f'<text class="place" x="{number(box.x)}" y="{number(box.y + 4)}">{attribute(label)}</text>'
    )


def _hue(key: str, view: MapView) -> str:
    found = (at for at, one in enumerate(view.clusters) if key in one.people or key in one.organizations)
    return _hue_of(next(found, len(view.clusters)), view)


def _hue_of(region: int, view: MapView) -> str:
    return f"h{region % HUES}" if region < len(view.clusters) else "none"


def _label_rects(labels: Mapping[str, str], layout: Layout, view: MapView) -> Iterator[Rect]:
    """Names, then titles."""
    for key, label in labels.items():
        box, width = layout.boxes[key], text_width(label, LABEL)
        if key in view.drawn.people:
            yield Rect(box.x - width / 2, box.bottom - _LINE, width, _LINE)
        else:
            yield box
    for rect, title in zip(layout.regions, _region_titles(view), strict=True):
        yield Rect(rect.left + _SPACE.margin, rect.top + 8, _title_width(title), TITLE + 4)
