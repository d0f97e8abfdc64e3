"""A picture of charts, as one SVG file that stands for itself: no script, no font of its own, nothing fetched.

chart = Chart("Rhythm", ("June", "July"), (Series("in person", (3, 1)), Series("written", (5, 2))))
render_svg("My year", (chart,))   ->   '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 254" ...'

`columns` stand on a line, the series of one label upon each other; `rows` lie, one a label, each with its words beside
it. The picture is legible on a white page and on a dark one, and the same bytes come of the same values.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from vaultnet.dataclass import dataclass

_WIDTH, _MARGIN, _TOP = 760, 24, 64
_TITLE, _ROW_TITLE, _GAP = 26, 14, 30  # a chart's title, one over rows; the space below a chart
_TALL, _LABELS, _AXIS = 140, 22, 34  # columns: their height, the labels below, the figures on the left
_ROW, _NAME, _WORDS = 22, 150, 190  # rows: the height of one, the label on the left, the words on the right
_LETTER = 6.6  # the width of a letter of 12 pixels, and a little more
_LONGEST = 21  # letters of a label beside a row; one of East Asia counts twice
_STEPS = (1, 2, 5)
_UNSAFE = {ord(char): " " for char in map(chr, (*range(32), *range(127, 160), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))}
_STYLE = """\
text { font: 12px sans-serif; fill: #24292f; } .title { font-size: 18px; font-weight: bold; }
.chart { font-size: 14px; font-weight: bold; } .soft { fill: #57606a; } .end { text-anchor: end; }
.middle { text-anchor: middle; } .page { fill: #ffffff; } .line { stroke: #d0d7de; stroke-width: 1; }
.s0 { fill: #2f6db5; } .s1 { fill: #7fb0e0; } .s2 { fill: #d9a441; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; } .soft { fill: #9da7b1; } .page { fill: #0d1117; } .line { stroke: #3d444d; }
.s0 { fill: #4f93e0; } .s1 { fill: #a5cdf5; } .s2 { fill: #e3b65c; } }"""


@dataclass(frozen=True, slots=True)
class Series:
    """What the values are of, and one value a label."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`words` stand beside the rows, one a label; `most` is where the axis ends, 0 for as far as the values go."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    shape: Literal["columns", "rows"] = "columns"
    words: tuple[str, ...] = ()
    most: float = 0


def render_svg(title: str, charts: Sequence[Chart]) -> str:
    """The picture; charts stand one below the other."""
    parts: list[str] = []
    y = _TOP
    for chart in charts:
        parts.append(_text(_MARGIN, y, chart.title, "chart"))
        top, draw = (y + _TITLE, _columns) if chart.shape == "columns" else (y + _ROW_TITLE, _rows)
        parts += draw(chart, top)
        y = top + _height(chart) + _GAP
    name = escape(title.translate(_UNSAFE))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {y}" width="{_WIDTH}" height="{y}" role="img">',
        f"<title>{name}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="page" width="{_WIDTH}" height="{y}"/>',
        _text(_MARGIN, 34, title, "title"),
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _height(chart: Chart) -> int:
    if chart.shape == "rows":
        return _ROW * len(chart.labels)
    return _TALL + _LABELS


def _columns(chart: Chart, top: int) -> Iterator[str]:
    sums = [sum(values) for values in zip(*(series.values for series in chart.series), strict=True)]
    step = _step(max([chart.most, *sums, 1]))
    most = chart.most or step * ceil(max([*sums, 1]) / step)
    left, base = _MARGIN + _AXIS, top + _TALL
    slot = (_WIDTH - _MARGIN - left) / max(len(chart.labels), 1)
    for tick in range(int(most / step) + 1):
        y = base - tick * step * _TALL / most
        yield f'<path class="line" d="M{left} {y:.1f}H{_WIDTH - _MARGIN}"/>'
        yield _text(left - 6, y + 4, f"{tick * step}", "soft end")
    for at in range(len(chart.labels)):
        y = float(base)
        for number, series in enumerate(chart.series):
            tall = series.values[at] * _TALL / most
            y -= tall
            if tall:
                yield _box(left + (at + 0.1) * slot, y, 0.8 * slot, tall, number)
    yield from _labels_below(chart.labels, left, slot, base + 16)
    if len(chart.series) > 1:
        yield from _legend(chart.series, top - _TITLE)


def _labels_below(labels: Sequence[str], left: float, slot: float, y: float) -> Iterator[str]:
    """As many as have room, the first among them."""
    widest = max(map(_letters, labels), default=0) * _LETTER + 8
    every = max(ceil(widest / slot), 1)
    for at in range(0, len(labels), every):
        yield _text(left + (at + 0.5) * slot, y, labels[at], "soft middle")


def _legend(series: Sequence[Series], y: float) -> Iterator[str]:
    """In the corner on the right, the lowest of the bars first."""
    x = _WIDTH - _MARGIN - sum(_letters(one.name) * _LETTER + 30 for one in series)
    for number, one in enumerate(series):
        yield _box(x, y - 9, 10, 10, number)
        yield _text(x + 15, y, one.name, "soft")
        x += _letters(one.name) * _LETTER + 30


def _rows(chart: Chart, top: int) -> Iterator[str]:
    values = chart.series[0].values
    most = chart.most or max([*values, 1])
    left = _MARGIN + _NAME
    room = _WIDTH - _MARGIN - _WORDS - left
    for at, (label, value, words) in enumerate(zip(chart.labels, values, chart.words, strict=True)):
        y = top + at * _ROW
        yield _text(left - 8, y + 12, _shortened(label), "end")
        if value:
            yield _box(left, y, value * room / most, 16, 0)
        yield _text(left + value * room / most + 8, y + 12, words, "soft")


def _letters(words: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)


def _shortened(name: str) -> str:
    if _letters(name) <= _LONGEST:
        return name
    while _letters(name) >= _LONGEST:
        name = name[: min(len(name) - 1, _LONGEST)]
    return f"{name.rstrip()}…"


def _step(most: float) -> int:
    """The distance of the lines: 1, 2 or 5 times a power of ten, at most five lines above the lowest."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * 5 >= most:
                return step * power
        power *= 10


def _box(x: float, y: float, width: float, height: float, number: int) -> str:
    return f'<rect class="s{number}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words.translate(_UNSAFE))}</text>'
