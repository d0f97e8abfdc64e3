"""The index as a SQLite file for other programs: the views of `vaultnet query`, as tables, without what is private.

render_tables(workspace, gathered, context)  ->  b"SQLite format 3..."   contacts, touches, promises, links, ...
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from vaultnet.app.export_contacts import Gathered, private_names
from vaultnet.app.query import run_query
from vaultnet.app.workspace import Workspace
from vaultnet.exchange.exported import ExportContext
from vaultnet.storage.table_file import build_table_file

# What stands on a business card, and so in an export for others than oneself.
_CARD = ("path", "name", "uid", "role", "company", "location", "country")
# All contacts, and whatever note says that it is private.
_KNOWN = "SELECT path FROM contacts UNION SELECT path FROM properties WHERE lower(key) = 'private' AND value = 1"
_WORDS = frozenset({"text", "tags"})  # of touches and promises: the body of a note, which goes only where asked for


class _Scope(NamedTuple):
    """Whose rows leave: `people` are their paths; a cell for which `is_hidden` holds names somebody private."""

    people: frozenset[str]
    others: frozenset[str]
    is_hidden: Callable[[str], bool]
    with_words: bool


def render_tables(workspace: Workspace, gathered: Gathered, context: ExportContext) -> bytes:
    """For others than oneself only `contacts` and `organizations`, with what stands on a business card."""
    known = run_query(workspace, _KNOWN).rows
    people = frozenset(exported.path for exported in gathered.people)
    others = frozenset(path for (path,) in known) - people
    scope = _Scope(people, others, private_names(workspace), context.with_notes)
    is_own = context.audience == "self"
    views = ("contacts", "organizations", *(("touches", "promises", "links", "properties") if is_own else ()))
    return build_table_file({view: _table(workspace, view, scope, is_own=is_own) for view in views})


def _table(
    workspace: Workspace, view: str, scope: _Scope, *, is_own: bool
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    columns = ", ".join(_CARD) if view == "contacts" and not is_own else "*"
    found = run_query(workspace, f"SELECT {columns} FROM {view} ORDER BY 1, 2, 3")  # noqa: S608  (our own names)
    return found.columns, list(_rows(view, found.columns, found.rows, scope))


def _rows(
    view: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], scope: _Scope
) -> Iterator[tuple[Any, ...]]:
    """Rows about those who leave, or about nobody in particular; without the names of those who do not."""
    for row in rows:
        if any(cell in scope.others for cell in row if isinstance(cell, str)):
            continue
        if view in {"touches", "promises"} and not scope.with_words:
            row = tuple("" if column in _WORDS else cell for column, cell in zip(columns, row, strict=True))  # noqa: PLW2901
        if not any(isinstance(cell, str) and scope.is_hidden(cell) for cell in row):
            yield row
