r"""A table of somebody else's making: where its header is, what parts its cells, and on which line each row begins.

read_table('Notes:\n"..."\n\nFirst Name,Last Name\nAda,"Love\nlace"\n', lambda cells: "Last Name" in cells)
->  Table(header=("First Name", "Last Name"), rows=(Row(5, ("Ada", "Love\nlace")),), rejected=())

Excel saves it with `;`, pads rows with empty cells and puts lines before the header; a quotation mark that is never
closed costs its own row and what follows in it, never the rows before.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vaultnet.exchange.csv_cell import as_typed
from vaultnet.exchange.draft import Rejected

_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 1_000_000  # characters
_SEARCHED = 50  # rows in which the header must stand


class Row(NamedTuple):
    """`line` is where the row begins, from 1; it has as many cells as the header."""

    line: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """Rows without any text are no rows. `header` is empty where none was found."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]


def read_table(text: str, is_header: Callable[[Sequence[str]], bool]) -> Table:
    """The table below the first row that `is_header` knows, read with the delimiter with which there is one."""
    best = Table((), (), ())
    for delimiter in sorted(_DELIMITERS, key=lambda sign: -text[: 1 << 16].count(sign)):
        best = _read(text, is_header, delimiter)
        if best.header:
            break
    return best


def _read(text: str, is_header: Callable[[Sequence[str]], bool], delimiter: str) -> Table:
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    rejected: list[Rejected] = []
    for number, (line, found) in enumerate(_records(text, delimiter)):
        if isinstance(found, str):
            rejected.append(Rejected(line, found))
            continue
        cells = tuple(as_typed(cell.strip()) for cell in found)
        if not header:
            if number >= _SEARCHED:
                return Table((), (), ())
            if is_header(cells):
                header, rejected = cells, []
        elif any(cells):
            if any(cells[len(header) :]):
                message = f"{len(cells)} cells under {len(header)} columns: a delimiter stands in a cell without quotes"
                rejected.append(Rejected(line, message))
            else:
                rows.append(Row(line, (*cells, *[""] * len(header))[: len(header)]))
    return Table(header, tuple(rows), tuple(rejected))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """(line where it begins, cells, or why it cannot be read)."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = list(io.StringIO(text, newline=""))  # str.splitlines would also part at U+2028 and its kin
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"cannot be read: {error}"
        else:
            is_open = reader.line_num == len(lines) and sum(one.count('"') for one in lines[line - 1 :]) % 2
            yield line, "a quotation mark is opened here and never closed" if is_open else cells
        line = reader.line_num + 1
