r"""Charts as Mermaid, which Obsidian and GitHub draw: a fence in a note, legible as text where nothing draws it.

xychart(["Jan", "Feb"], "Touches", [3, 5])   ->   ```mermaid
                                                  xychart-beta
                                                      title "Touches"
                                                      x-axis ["Jan", "Feb"]
                                                      y-axis 0 --> 10
                                                      bar [3, 5]
                                                  ```
pie(["call", "e-mail"], "Ways", [3, 5], "others")   ->   a pie, one slice a label
label('say "hi"')                            ->   "say ”hi”", in quotes: what a node, a slice or an axis may be called

The syntax is the oldest that draws these charts (Mermaid 10.6 on); `make mermaid` has mermaid itself read what comes of
it, and the forms in tests/text/test_mermaid.py are those that it was read in.
"""

from collections.abc import Sequence

from vaultnet.text.lazy_pattern import lazy_pattern

_BLANKS = lazy_pattern(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
# What Mermaid would take for something else inside quotes: their end, Markdown, a tag, a directive, an escape.
_MEANT_AS_TEXT = str.maketrans({'"': "”", "`": "'", "<": "‹", ">": "›", "\\": "/", "{": "(", "}": ")"})
_ESCAPE = lazy_pattern(r"#(?=\w+;)")
_AXIS = 10  # at least: on a shorter one Mermaid writes halves of a touch
_ROOM = 84  # characters beneath an axis
_SHORTEST = 5
_LONGEST = 40  # characters beside a pie
_THIN = 0.04  # of a pie: the figures of thinner slices lie upon each other
_SLICES = 6
# To be told apart, and from a white page and a black one: Mermaid's own are too pale, or too loud.
_COLOURS = ("#5b7fb5", "#d9822b", "#6f9e6f", "#b06c8a", "#8a7fc0", "#b3923d", "#8c8c8c")
_LOOK = {
    "xychart": f'"xyChart": {{"plotColorPalette": "{_COLOURS[0]}, {_COLOURS[1]}"}}',
    "pie": '"pieSectionTextColor": "#ffffff", "pieOpacity": "1", '
    + ", ".join(f'"pie{number}": "{colour}"' for number, colour in enumerate(_COLOURS, 1)),
}


def label(text: str, longest: int = 0) -> str:
    """A text in quotes, whatever it holds, as Mermaid reads it; cut to `longest` characters where that is not 0."""
    words = _ESCAPE.sub("＃", _BLANKS.sub(" ", text).strip().translate(_MEANT_AS_TEXT)).replace("%%", "%")
    if longest and len(words) > longest:
        words = words[: longest - 1].rstrip() + "…"
    return f'"{words or "-"}"'


def xychart(
    labels: Sequence[str], title: str, bars: Sequence[float], line: Sequence[float] = (), most: float = 0
) -> str:
    """Bars, one a label, and a line over them; the axis goes up to `most`, or as far as the bars do."""
    longest = max(_ROOM // max(len(labels), 1), _SHORTEST)
    lines = [
        _look("xychart"),
        "xychart-beta",
        f"    title {label(title)}",
        f"    x-axis [{', '.join(_apart([label(text, longest) for text in labels]))}]",
        f"    y-axis 0 --> {most or max(_AXIS, *bars, *line)}",
        f"    bar [{_numbers(bars)}]",
    ]
    if line:
        lines.append(f"    line [{_numbers(line)}]")
    return _fence(lines)


def pie(labels: Sequence[str], title: str, counts: Sequence[int], rest: str) -> str:
    """One slice a label, in their order; those too thin for a figure, and those past the sixth, are one: `rest`."""
    total = sum(counts)
    slices = zip(labels, counts, strict=True)
    shown = [(name, count) for name, count in slices if count >= _THIN * total][:_SLICES]
    left = total - sum(count for _, count in shown)
    named = [*shown, (rest, left)] if left else shown
    names = _apart([label(name, _LONGEST) for name, _ in named])
    lines = [f"    {name} : {count}" for name, (_, count) in zip(names, named, strict=True)]
    return _fence([_look("pie"), "pie showData", f"    title {label(title)[1:-1]}", *lines])


def _look(kind: str) -> str:
    return f'%%{{init: {{"themeVariables": {{{_LOOK[kind]}}}}}}}%%'


def _apart(labels: Sequence[str]) -> list[str]:
    """No two alike: Mermaid takes them for one, and draws one of them."""
    names: dict[str, None] = {}
    for text in labels:
        name, number = text, 2
        while name in names:
            name, number = f'{text[:-1]} {number}"', number + 1
        names[name] = None
    return list(names)


def _numbers(values: Sequence[float]) -> str:
    return ", ".join(f"{value}" for value in values)


def _fence(lines: Sequence[str]) -> str:
    return "\n".join(["```mermaid", *lines, "```"])
