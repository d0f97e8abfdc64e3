"""Charts as bars in the terminal, 80 columns wide; in plain characters where the terminal has no others.

print_chart(Chart("Ways", ("call", "e-mail"), (Series("", (3, 5)),), "rows", ("3", "5")))
->  Ways
      call    ██████████████████            3
      e-mail  ██████████████████████████████  5
"""

import sys

from vaultnet.frontends.cli.output import print_quote
from vaultnet.pages.svg_chart import Chart
from vaultnet.text.bars import ASCII, BLOCKS, BarStyle, columns, row

_WIDTH = 30  # of a bar that lies
_NAME = 24  # of what stands before it
_BLANK = "  "


def bar_style() -> BarStyle:
    """Blocks, or where standard output cannot show them, characters that every terminal has."""
    try:
        "".join(BLOCKS).encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


def print_chart(chart: Chart) -> None:
    """A chart below its title: a line a row, or a line a series with a character a column."""
    print_quote(chart.title)
    if chart.shape == "rows":
        _print_rows(chart)
    else:
        _print_columns(chart)


def _print_rows(chart: Chart) -> None:
    names = [name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…" for name in chart.labels]
    wide = max(map(len, names), default=0)
    values = chart.series[0].values
    most = chart.most or max([*values, 1])
    style = bar_style()
    bars = [row(value, most, _WIDTH, style) or style.none for value in values]
    for name, bar, words in zip(names, bars, chart.words, strict=True):
        print_quote(f"{_BLANK}{name.ljust(wide)}  {bar.ljust(_WIDTH)}  {words}".rstrip())


def _print_columns(chart: Chart) -> None:
    wide = max(len(series.name) for series in chart.series)
    most = chart.most or max([1, *(value for series in chart.series for value in series.values)])
    style = bar_style()
    for series, words in zip(chart.series, chart.words, strict=True):
        print_quote(f"{_BLANK}{series.name.ljust(wide)}  {columns(series.values, most, style)}  {words}".rstrip())
    if len(chart.labels) > 1:
        print_quote(f"{_BLANK}{' ' * wide}  {chart.labels[0]} … {chart.labels[-1]}")
