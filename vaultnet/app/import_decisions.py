"""The plan of an import as a file to decide in: one row a row of the input, and the user's word for it.

source,line,name,outcome,decision,note,reason
people.csv,7,Ada Example,ambiguous,,,People/Ada Example.md has the same name          <- `decision` is to be filled in

`decision` is empty (as planned), `create`, `skip`, or the path of the note that is meant.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path  # noqa: TID251  (the edge: a plan lies where the user wants it)

from vaultnet.app.import_plan import ImportPlan
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.exchange.csv_cell import harmless
from vaultnet.exchange.csv_table import read_table
from vaultnet.exchange.decoding import decode
from vaultnet.storage.import_source import read_sources
from vaultnet.storage.outside_file import read_outside, write_outside
from vaultnet.storage.traces import remember_plan

_COLUMNS = ("source", "line", "name", "outcome", "decision", "note", "reason")


def write_plan(workspace: Workspace, plan: ImportPlan, file: str) -> None:
    """The plan as a table that a spreadsheet opens; where it lies is remembered, for `forget`. Raises UsageError where
    FILE is something else or holds decisions, CannotWrite.
    """
    path = Path(file).expanduser().absolute()
    there = read_outside(path)
    if there and not there.startswith(",".join(_COLUMNS)):
        raise UsageError("is there already, and is no plan of an import: name another file", path=file)
    if there and read_answers(str(path)):
        raise UsageError("holds decisions: give it back with --from-plan, or name another file", path=file)
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in plan.rows:
        cells = (row.source, str(row.line), row.name, row.outcome, "", row.path, row.reason)
        table.writerow([harmless(cell) for cell in cells])
    write_outside(path, written.getvalue())
    remember_plan(workspace.root, path)


def read_answers(file: str) -> Mapping[tuple[str, int], str]:
    """(source, line) -> the word of the user, for the rows that have one. Raises UsageError."""
    (source,) = read_sources([file])
    table = read_table(decode(source.data, file).text, lambda cells: set(_COLUMNS[:5]) <= set(cells))
    if not table.header:
        raise UsageError(f"is no plan of an import: it lacks the columns {', '.join(_COLUMNS[:5])}", path=file)
    if table.rejected:
        raise UsageError(table.rejected[0].reason, path=file, line=table.rejected[0].line)
    answers: dict[tuple[str, int], str] = {}
    for row in table.rows:
        said = dict(zip(table.header, row.cells, strict=True))
        if not said["line"].isdigit():
            raise UsageError(f'"{said["line"]}" is no line number', path=file, line=row.line)
        if said["decision"]:
            answers[said["source"].lstrip("'"), int(said["line"])] = said["decision"]
    return answers
