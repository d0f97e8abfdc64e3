"""Several tables below one another, each under its title, as `followups`, `promises` and `introductions` list them.

print_titled_tables((("Promised", ("Due", "Who"), rows), ("Waiting for", ("Due", "Who"), ())), color=False)

    Promised
    Due         Who
    5 days ago  Ada Lovelace
"""

from collections.abc import Iterable, Sequence

from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.output import print_table, print_text

TitledTable = tuple[str, Sequence[str], Sequence[Sequence[str]]]  # title, columns, rows


def print_titled_tables(tables: Iterable[TitledTable], *, color: bool) -> None:
    """Those that have rows."""
    for number, (title, columns, rows) in enumerate(table for table in tables if table[2]):
        if number:
            print_text()
        print_text(said_part(title))
        print_table(columns, rows, color=color)
