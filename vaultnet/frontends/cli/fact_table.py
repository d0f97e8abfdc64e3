"""A table of long cells that stays readable: organizations as columns where they fit, else as rows below each topic.

        Lekbrug Pensioen    Tidemark Risk                  salary  Lekbrug Pensioen  senior analyst 71-84k
salary  senior analyst      modeller 68-85k         or                               (24 November 2025)
        71-84k                                                     Tidemark Risk     modeller 68-85k
"""

from collections.abc import Sequence

from vaultnet.frontends.cli.output import harmless, harmless_line

_NARROWEST = 24  # letters of a column in which a sentence can still be read
_WIDEST = 120
_NOTHING = "–"


def render_fact_table(names: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], width: int = 0) -> str:
    """`rows`: a topic, and a cell for each name, "" where nothing is known. `width` is the terminal's unless given."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    names = [harmless_line(name) for name in names]
    width = width or min(Console().width, _WIDEST)
    topics = max(len(topic) for topic, _ in rows)
    is_wide = (width - topics) // len(names) >= _NARROWEST
    table = Table(box=SIMPLE_HEAD if is_wide else None, pad_edge=False, show_header=is_wide, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for name in names if is_wide else ("", ""):
        table.add_column(Text(name), ratio=1 if is_wide else None, max_width=None if is_wide else width // 2)
    for number, (topic, cells) in enumerate(rows):
        if number:
            table.add_row()
        filled = [Text(harmless(cell or _NOTHING)) for cell in cells]
        if is_wide:
            table.add_row(Text(harmless_line(topic)), *filled)
        else:
            for place, (name, cell) in enumerate(zip(names, filled, strict=True)):
                table.add_row(Text("" if place else harmless_line(topic)), Text(name), cell)
    console = Console(width=width, color_system=None, highlight=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n")
