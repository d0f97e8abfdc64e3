"""Which file of an export a table is, by its header, and its rows by the names of their columns.

Notes:                                                       LinkedinTable("connections", "Connections.csv", rows=(
"When exporting your ...                                        Entry(5, {"first_name": "Ada", "connected_on": ...}),
                                                             ))
Vorname,Nachname,URL,...,Verbunden am                   ->
Ada,Example,...

Every era has its columns in another order, spreadsheets save them in their own way, and people rename files.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.exchange.csv_table import read_table
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Rejected
from vaultnet.exchange.linkedin.words import COLUMN_WORDS
from vaultnet.exchange.source import SourceFile
from vaultnet.text.fold import fold

_COLUMN_BY_WORD = {word: column for column, words in COLUMN_WORDS.items() for word in words.split(", ")}

# The first whose columns are all there; `connections` last, since others name people too.
_COLUMNS_BY_KIND: Mapping[str, frozenset[str]] = {
    "messages": frozenset({"conversation_id", "from", "date"}),
    "invitations": frozenset({"from", "to", "sent_at", "direction"}),
    "notes": frozenset({"connection_first_name", "connection_last_name", "note"}),
    "endorsed_by": frozenset({"skill_name", "endorser_first_name"}),
    "endorsed": frozenset({"skill_name", "endorsee_first_name"}),
    "recommendations": frozenset({"first_name", "last_name", "text", "creation_date"}),
    "profile": frozenset({"first_name", "last_name", "headline"}),
    "positions": frozenset({"company_name", "title", "started_on"}),
    "follows": frozenset({"organization", "followed_on"}),
    "connections": frozenset({"first_name", "last_name"}),
}
_TELLING = frozenset({"url", "email_address", "company", "position", "connected_on"})  # of which a connection has two


class Entry(NamedTuple):
    """A row: `cells` are as they stand in the file, by the folded name of their column."""

    line: int
    cells: Mapping[str, str]


class LinkedinTable(NamedTuple):
    """`kind` is one of those above, or "skills"; "" for a file in which there is no table of an export."""

    kind: str
    source: str
    entries: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    encoding: str = "UTF-8"


def read_linkedin(file: SourceFile) -> LinkedinTable:
    """Raises UsageError for a file that is no text."""
    decoded = decode(file.data, file.name)
    table = read_table(decoded.text, lambda cells: bool(_kind(cells, file.name)))
    kind = _kind(table.header, file.name)
    columns = [_column(cell) for cell in table.header]
    entries = tuple(Entry(row.line, dict(zip(columns, row.cells, strict=True))) for row in table.rows)
    rejected = tuple(row._replace(source=file.name) for row in table.rejected) if kind else ()
    return LinkedinTable(kind, file.name, entries, rejected, decoded.encoding)


def _kind(cells: Sequence[str], name: str) -> str:
    columns = {_column(cell) for cell in cells if cell}
    if columns == {"name"} and name.rsplit("/", 1)[-1].casefold().startswith("skills"):
        return "skills"
    for kind, wanted in _COLUMNS_BY_KIND.items():
        if wanted <= columns and (kind != "connections" or len(columns & _TELLING) > 1):
            return kind
    return ""


def _column(cell: str) -> str:
    name = fold(cell.replace("-", " ").replace(".", ""))
    return _COLUMN_BY_WORD.get(name, name).replace(" ", "_")
