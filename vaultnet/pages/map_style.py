"""How the parts of a map look: one style sheet, light and dark, and text that is safe in XML.

attribute('Ada "A" <Ling>')   ->   'Ada &quot;A&quot; &lt;Ling&gt;'
"""

import re
from html import escape

# Ground, line and letters of each hue, in light and in dark.
_LIGHT = (
    ("#eaf3fb", "#2f6fa8", "#1f4e78"), ("#eef7ea", "#4c8a2f", "#33611e"), ("#fdf1e3", "#b86a14", "#80480b"),
    ("#f5edf9", "#8250a6", "#5c3579"), ("#e7f5f3", "#1d8276", "#125b52"), ("#fdecec", "#b5403f", "#842b2a"),
    ("#f4f2e3", "#857318", "#5d500e"), ("#eceef8", "#5059b0", "#373e80"),
)  # fmt: skip
_DARK = (
    ("#15222e", "#6cb0ea", "#a9d2f5"), ("#17241a", "#85c46a", "#b4dfa1"), ("#2a2016", "#e7a04e", "#f2c893"),
    ("#231a2b", "#c091e2", "#dcc0f1"), ("#132523", "#55bfb1", "#9adfd5"), ("#2b1818", "#ee8280", "#f7b6b5"),
    ("#24220f", "#cbb850", "#e3d691"), ("#1a1c2c", "#939ced", "#c1c7f6"),
)  # fmt: skip
HUES = len(_LIGHT)
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufffe\uffff\ud800-\udfff]"
)


def text(words: str) -> str:
    """One line without what XML forbids or what turns the direction of text."""
    return " ".join(_UNSAFE.sub("", words).split())


def attribute(words: str) -> str:
    """Words as they may stand in XML, between tags or in quotes."""
    return escape(text(words))


def number(value: float) -> str:
    """A coordinate, as short as it can be written: 12, 12.5."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"  # noqa: PLR2004  (`g` has six digits)


def _hues(colours: tuple[tuple[str, str, str], ...]) -> str:
    return "\n".join(
        f".region.h{at} {{ fill: {ground}; stroke: {line} }} .dot.h{at} {{ fill: {line} }}"
        f" .dot.open.h{at}, .pill.h{at} {{ stroke: {line} }} .region-name.h{at} {{ fill: {letters} }}"
        for at, (ground, line, letters) in enumerate(colours)
    )


def _plain(ground: str, words: str, faint: str, arrow: str, ring: str) -> str:
    return f"""\
.ground, .pill, circle.dot.open {{ fill: {ground} }} text {{ fill: {words}; stroke: {ground} }}
.region.none {{ fill: none; stroke: {faint} }} .region-name.none {{ fill: {words} }}
.dot.none {{ fill: {faint} }} .dot.open.none, .pill.none, .pill.sample {{ stroke: {faint} }}
.tie {{ stroke: {faint} }} .arrow, .asked {{ stroke: {arrow} }} .head {{ fill: {arrow} }} .ring {{ stroke: {ring} }}"""


STYLE = f"""\
<style>
text {{ font: 12px Helvetica, Arial, "DejaVu Sans", "Noto Sans", sans-serif; text-anchor: middle;
  paint-order: stroke; stroke-width: 3px; stroke-linejoin: round }}
.region-name {{ font-size: 14px; font-weight: bold; text-anchor: start }} .legend {{ text-anchor: start }}
.place {{ stroke: none }} a:hover text {{ text-decoration: underline }}
.region {{ stroke-width: 1; stroke-opacity: .35 }} .region.none {{ stroke-dasharray: 3 5 }}
.pill {{ stroke-width: 1.2 }} .pill.target {{ stroke-width: 2.6 }} .pill.single {{ stroke-dasharray: 4 3 }}
.dot.open {{ stroke-width: 1.6; stroke-dasharray: 3 2 }} .ring {{ fill: none; stroke-width: 2 }}
.tie, .arrow, .asked {{ fill: none }} .tie {{ stroke-width: 1.2 }} .tie.worked {{ stroke-dasharray: 1 4 }}
.tie.works {{ stroke-width: .8; stroke-opacity: .8 }} .tie.far {{ stroke-opacity: .55 }}
.arrow, .asked {{ stroke-width: 1.8 }} .asked {{ stroke-dasharray: 6 4 }}
{_plain("#ffffff", "#1f2328", "#8c959f", "#bc3a0e", "#1f2328")}
{_hues(_LIGHT)}
@media (prefers-color-scheme: dark) {{
{_plain("#0d1117", "#e6edf3", "#7d8590", "#ff9b6a", "#e6edf3")}
{_hues(_DARK)}
}}
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" \
markerUnits="userSpaceOnUse"><path class="head" d="M0,0L8,4L0,8z"/></marker></defs>"""
