"""What an import would do, row by row, before anything is written.

plan_import(workspace, parsed, "Connections.csv")
->  ImportPlan(rows=(ImportRow(5, "Ada Example", "created", "People/Ada Example.md", ("new",))), ...), changes=(...))

Every row of the input becomes exactly one row here, so the counts add up. A row counts as created or updated only if
the note, read again, says all that the row said.
"""

from collections.abc import Collection, Mapping

from vaultnet.app.import_desk import ImportDesk
from vaultnet.app.import_own import plan_own
from vaultnet.app.import_row import ImportRow, Outcome, join_rows, rows_of
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.exchange.draft import Parsed
from vaultnet.text.change import FileChange


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`changes` are ready for `Workspace.apply`, one a note; `rows` stand in the order of the input."""

    rows: tuple[ImportRow, ...]
    changes: tuple[FileChange, ...]
    unmapped: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many rows came to that."""
        return sum(row.outcome == outcome for row in self.rows)


def plan_import(
    workspace: Workspace,
    parsed: Parsed,
    *,
    prefer: Collection[str] = (),
    answers: Mapping[tuple[str, int], str] | None = None,
) -> ImportPlan:
    """`answers` say of a row (source, line) what is to become of it: `create`, `skip` or the path of a note."""
    desk = ImportDesk(workspace, frozenset(prefer))
    rows = [ImportRow(row.source, row.line, "", "rejected", "", (row.reason,)) for row in parsed.rejected]
    for number, draft in enumerate(parsed.drafts, start=1):
        rows += rows_of(draft, desk.place(draft, (answers or {}).get((draft.source, draft.line), "")))
        workspace.report("planning", number, len(parsed.drafts))
    own = plan_own(workspace, parsed.own, answers or {})
    rows = join_rows((*rows, *own.rows))
    sources = [row.source for group in (parsed.drafts, parsed.rejected, parsed.own) for row in group]
    order = {name: number for number, name in enumerate(dict.fromkeys(sources))}
    rows.sort(key=lambda row: (order[row.source], row.line))
    return ImportPlan(tuple(rows), (*desk.changes(), *own.changes), parsed.unmapped, parsed.remarks)
